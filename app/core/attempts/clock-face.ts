const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A countdown in parts: whole days, and hours, minutes and seconds as "07:05:09". */
export function clockOf(leftMs: number): { days: number; clock: string } {
  const parts = [
    (leftMs % DAY_MS) / HOUR_MS,
    (leftMs % HOUR_MS) / MINUTE_MS,
    (leftMs % MINUTE_MS) / SECOND_MS,
  ]

  return {
    days: Math.floor(leftMs / DAY_MS),
    clock: parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':'),
  }
}

/** The time an attempt would have, never said too long: whole minutes rounded down, seconds below one minute. */
export function wholeMinutesOrSeconds(leftMs: number): { unit: 'minutes' | 'seconds'; count: number } {
  return leftMs >= MINUTE_MS
    ? { unit: 'minutes', count: Math.floor(leftMs / MINUTE_MS) }
    : { unit: 'seconds', count: Math.floor(leftMs / SECOND_MS) }
}
