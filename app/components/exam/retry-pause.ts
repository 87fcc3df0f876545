const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

/**
 * Milliseconds before the next try: doubling from one second to thirty, and up to half as long again by chance, so
 * that a thousand pages do not come back in the same instant after a failure of the server.
 * @param failures failed tries in a row, from 1
 * @param random 0 ≤ random < 1
 */
export function retryPauseMs(failures: number, random: number): number {
  const doubledMs = FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 10)

  return Math.min(LONGEST_PAUSE_MS, doubledMs * (1 + random / 2))
}
