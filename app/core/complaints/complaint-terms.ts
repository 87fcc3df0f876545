import { instantOfLocalTime, localTimeOf } from '#app/core/local-time.ts'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

/** Working days in which the organizers confirm that they are looking into a complaint. */
export const ACKNOWLEDGE_WORKING_DAYS = 2

export type ComplaintWindow = {
  /** Inclusive. */
  opensAt: Date
  /** Exclusive. */
  closesAt: Date
}

/**
 * When complaints about an attempt are accepted: from its end until so many hours after the round's end. A result that
 * was declared official has a window of its own, whose end counts instead. Null for practice, which decides nothing.
 * @param officialWindowEndsAt end of the window that was set with the official result; null as long as there is none
 */
export function complaintWindowOf(facts: {
  roundKind: 'ranked' | 'practice'
  attemptEndedAt: Date
  roundClosesAt: Date
  windowHours: number
  officialWindowEndsAt: Date | null
}): ComplaintWindow | null {
  if (facts.roundKind === 'practice') return null
  // An attempt that starts before the end may end after it: its owner has the full window too.
  const lastEvent = Math.max(facts.roundClosesAt.getTime(), facts.attemptEndedAt.getTime())

  return {
    opensAt: facts.attemptEndedAt,
    closesAt: facts.officialWindowEndsAt ?? new Date(lastEvent + facts.windowHours * HOUR_MS),
  }
}

export function isInWindow(window: ComplaintWindow | null, now: Date): boolean {
  return window !== null && now >= window.opensAt && now < window.closesAt
}

/** By when a complaint filed now must be confirmed and answered; both exclusive. */
export function complaintDeadlines(
  filedAt: Date,
  answerWorkingDays: number,
): { acknowledgeBy: Date; answerBy: Date } {
  return {
    acknowledgeBy: endOfWorkingDay(filedAt, ACKNOWLEDGE_WORKING_DAYS),
    answerBy: endOfWorkingDay(filedAt, answerWorkingDays),
  }
}

/**
 * The midnight in Vietnam that ends the n-th working day after the day of an instant, which itself does not count.
 * Saturdays and Sundays are no working days. Public holidays are not known here: a term that spans one ends earlier
 * than the law would have it, never later.
 */
export function endOfWorkingDay(instant: Date, workingDays: number): Date {
  let day = midnightOf(instant)
  for (let left = workingDays; left > 0; left -= isWorkingDay(day) ? 1 : 0)
    day = new Date(day.getTime() + DAY_MS)

  return new Date(day.getTime() + DAY_MS)
}

function midnightOf(instant: Date): Date {
  const midnight = instantOfLocalTime(`${localTimeOf(instant).slice(0, 'yyyy-mm-dd'.length)}T00:00`)
  if (!midnight) throw new Error('every day has a midnight in Vietnam')

  return midnight
}

function isWorkingDay(midnight: Date): boolean {
  const weekday = new Date(`${localTimeOf(midnight)}Z`).getUTCDay()

  return weekday !== 0 && weekday !== 6
}
