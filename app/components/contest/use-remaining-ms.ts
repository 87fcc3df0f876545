import { useEffect, useState } from 'react'

const TICK_MS = 1_000

/**
 * Counts down from what the server said is left, by the monotonic clock: a wrong clock on the device changes nothing.
 * Starts with the server's own number, so that page and server agree on the first render.
 */
export function useRemainingMs(remainingMs: number): number {
  const [leftMs, setLeftMs] = useState(remainingMs)

  useEffect(() => {
    const startedAtMs = performance.now()
    const tick = (): void => setLeftMs(Math.max(0, remainingMs - (performance.now() - startedAtMs)))
    const timer = setInterval(tick, TICK_MS)

    return () => clearInterval(timer)
  }, [remainingMs])

  return leftMs
}
