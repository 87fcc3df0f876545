/** Vietnam has one time zone and no summer time: its clocks show UTC + 7 hours. */
const VIETNAM_OFFSET_MS = 7 * 60 * 60_000
const MINUTE_MS = 60_000

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00(\.0{1,3})?)?$/

/**
 * The instant that a time typed without a zone means: always Vietnam's, wherever the browser and the server are.
 * @param text as a datetime-local control sends it, to the minute: "2026-11-23T14:03"
 * @returns null when it is not such a time, or no such day or hour exists (30 February, 24:00)
 */
export function instantOfLocalTime(text: string): Date | null {
  if (!LOCAL_TIME.test(text)) return null
  const toTheMinute = text.slice(0, 16)
  const instant = new Date(Date.parse(`${toTheMinute}Z`) - VIETNAM_OFFSET_MS)
  // The parser takes 30 February for 2 March: only what comes back as it was typed is a time.
  if (Number.isNaN(instant.getTime()) || localTimeOf(instant) !== toTheMinute) return null

  return instant
}

/** What Vietnam's clocks show at an instant, as a datetime-local control wants it: "2026-11-23T14:03". */
export function localTimeOf(instant: Date): string {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 16)
}

/** What Vietnam's clocks show at an instant, to the millisecond: "2026-11-23 14:03:05.250". */
export function localMomentOf(instant: Date): string {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, -1).replace('T', ' ')
}

/** The full minute at or after an instant: an extension by 15 minutes never gives less. */
export function fullMinuteAfter(instant: Date): Date {
  return new Date(Math.ceil(instant.getTime() / MINUTE_MS) * MINUTE_MS)
}
