import { parseDay, writtenDay } from './calendar-day.ts'
import { instantOfLocalTime } from './local-time.ts'

const DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{8}|\d{4}-\d{2}-\d{2}`
/** 14:03, 14h03, 14 giờ 03, 14h. */
const CLOCK = String.raw`(\d{1,2})(?:\s*(?:giờ|g|h|:)\s*(\d{2})?)(?:\s*phút)?`
const DAY_FIRST = new RegExp(`^(${DAY})(?:\\s*,\\s*|\\s+(?:lúc\\s+)?)${CLOCK}$`, 'iu')
const CLOCK_FIRST = new RegExp(`^(?:lúc\\s+)?${CLOCK}(?:\\s*,\\s*|\\s+(?:ngày\\s+)?)(${DAY})$`, 'iu')

/**
 * The instant that somebody typed, in Vietnam's time: "23/11/2026 14:03", also with the time first as official papers
 * write it, and as browsers' own controls send it.
 * @returns null when it is not such a time, or no such day or hour exists
 */
export function parseMoment(typed: string): Date | null {
  const text = typed.trim()
  const machine = instantOfLocalTime(text)
  if (machine) return machine
  const [, day = '', hour = '', minute = '00'] = DAY_FIRST.exec(text) ?? clockFirst(text)
  const parsed = parseDay(day)

  return parsed === null ? null : instantOfLocalTime(`${parsed}T${hour.padStart(2, '0')}:${minute}`)
}

function clockFirst(text: string): (string | undefined)[] {
  const [, hour, minute, day] = CLOCK_FIRST.exec(text) ?? []

  return ['', day, hour, minute]
}

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/

/** A local time as a form shows it, 23/11/2026 14:03; what somebody typed otherwise stays as it is. */
export function writtenMoment(text: string): string {
  const [, day, clock] = LOCAL_TIME.exec(text) ?? []

  return day && clock && instantOfLocalTime(text) ? `${writtenDay(day)} ${clock}` : text
}
