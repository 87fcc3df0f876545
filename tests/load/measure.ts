/** Latencies of one kind of request, in milliseconds. */
export type Recorder = { record: (ms: number) => void; summary: () => Latency }
export type Latency = { count: number; p50Ms: number; p95Ms: number; p99Ms: number }

export function createRecorder(): Recorder {
  const samples: number[] = []

  return {
    record: (ms) => samples.push(ms),
    summary: () => {
      const sorted = samples.toSorted((a, b) => a - b)
      const at = (share: number): number =>
        round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)

      return { count: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) }
    },
  }
}

/** Runs the work and records how long it took. */
export async function timed<T>(recorder: Recorder, work: () => Promise<T>): Promise<T> {
  const startedAtMs = performance.now()
  const result = await work()
  recorder.record(performance.now() - startedAtMs)

  return result
}

/** Takes items from one queue with a fixed number of workers, so that as many are under way at any time. */
export async function runConcurrently<T>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
