import { monitorEventLoopDelay } from 'node:perf_hooks'
import { round } from './measure.ts'

const SAMPLE_MS = 20
/** How finely delays of the event loop are told. */
const RESOLUTION_MS = 5
const NANOSECONDS_PER_MS = 1e6
const BYTES_PER_MB = 1024 * 1024

export type Watched = {
  ms: number
  /** Most memory of the process at any sampled moment of the step. */
  rssMb: number
  /** The longest that anything else in the process had to wait for its turn. */
  loopMs: number
}

/** Runs a step and watches this process meanwhile. */
export async function watch(work: () => Promise<void>): Promise<Watched> {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  let peak = process.memoryUsage.rss()
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS)
  loop.enable()
  const startedAtMs = performance.now()
  try {
    await work()
  } finally {
    clearInterval(sampler)
    loop.disable()
  }
  peak = Math.max(peak, process.memoryUsage.rss())

  return {
    ms: round(performance.now() - startedAtMs, 0),
    rssMb: round(peak / BYTES_PER_MB, 0),
    loopMs: Math.max(0, round(loop.max / NANOSECONDS_PER_MS - RESOLUTION_MS, 0)),
  }
}
