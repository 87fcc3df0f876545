import { fullMinuteAfter, localTimeOf } from '#app/core/local-time.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Extensions offered for one tap, in milliseconds after the present end. */
export const QUICK_EXTENSIONS_MS = [15 * MINUTE_MS, HOUR_MS, DAY_MS] as const

/** The radio value that says: the typed time counts. */
export const OTHER_END = 'other'

/** The new end of a quick extension, as the form sends it: Vietnam's time, on the full minute, never shorter. */
export function quickEndOf(closesAt: Date, extensionMs: number): string {
  return localTimeOf(fullMinuteAfter(new Date(closesAt.getTime() + extensionMs)))
}

/** The end that was chosen, or typed: without scripts typing a time need not be chosen as well. */
export function newEndTextOf(choice: string, typedEnd: string): string {
  return choice === '' || choice === OTHER_END ? typedEnd : choice
}
