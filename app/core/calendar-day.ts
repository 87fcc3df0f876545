import { localTimeOf } from './local-time.ts'

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const VIETNAMESE_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
/** From a keyboard of digits only. */
const BARE_DAY = /^(\d{2})(\d{2})(\d{4})$/

/** A calendar day as the database's date type takes it; days are written "2026-10-01". */
export function dateOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** The calendar day of a value of the database's date type. */
export function dayOfDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** The day it is in Vietnam. */
export function vietnamDayOf(now: Date): string {
  return localTimeOf(now).slice(0, 10)
}

/** A day as typed, 23/11/2026, 23112026 or 2026-11-23, in the form "2026-11-23"; null when there is no such day. */
export function parseDay(text: string): string | null {
  const iso = ISO_DAY.exec(text)
  const vietnamese = VIETNAMESE_DAY.exec(text) ?? BARE_DAY.exec(text)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : vietnamese
      ? [vietnamese[3], vietnamese[2], vietnamese[1]]
      : []
  if (!year || !month || !day) return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = new Date(`${written}T00:00:00Z`)

  // The parser takes 30 February for 2 March.
  return Number.isNaN(parsed.getTime()) || dayOfDate(parsed) !== written ? null : written
}

/** As Vietnamese forms write it: 23/11/2026. */
export function writtenDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** A stored day as a form shows it, 23/11/2026; what somebody typed stays as it is, or it would change under the hand. */
export function shownDay(text: string): string {
  return ISO_DAY.test(text) && parseDay(text) !== null ? writtenDay(text) : text
}
