import { localTimeOf } from './local-time.ts'

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
