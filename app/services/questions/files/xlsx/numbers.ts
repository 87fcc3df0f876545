/** Numbers and dates of cells as Excel shows them to a Vietnamese reader. */
import { format as formatNumber, isDateFormat } from 'numfmt'

export type ShownNumber =
  | { kind: 'plain' | 'formatted'; text: string }
  /** `typed`: what its author most likely typed before Excel made it a date. */
  | { kind: 'date' | 'short_date'; text: string; typed: string }

const LATEST_DAY = 2_958_466

export function showNumber(value: number, format: string, isDate1904: boolean): ShownNumber {
  const text = shownText(value, format, isDate1904)
  const date = isDateFormat(format) ? dateOfSerial(value, isDate1904) : null
  if (date) return showDate(date, format, text)
  // A percentage and a whole number say what they are; the others may have been typed another way.
  const isPlain = format.includes('%') || (Number.isInteger(value) && text === String(value))

  return { kind: isPlain ? 'plain' : 'formatted', text }
}

const DAYS_BETWEEN_EPOCHS = 1_462

function shownText(value: number, format: string, isDate1904: boolean): string {
  // Excel shortens long numbers to fit the cell; nobody means that.
  if (format === 'General') return String(Number(value.toPrecision(15))).replace('.', ',')
  const serial = isDate1904 && isDateFormat(format) ? value + DAYS_BETWEEN_EPOCHS : value
  try {
    return formatNumber(format, serial, { locale: 'vi' }).replace(/\s+/gu, ' ').trim()
  } catch {
    // A format that Excel would not have written either.
    return String(value).replace('.', ',')
  }
}

const DAY_MS = 86_400_000
const EPOCH_1900_MS = Date.UTC(1899, 11, 30)
const EPOCH_1904_MS = Date.UTC(1904, 0, 1)

/** @returns null for a number that is no day of Excel's calendar */
export function dateOfSerial(serial: number, isDate1904: boolean): Date | null {
  if (serial < 0 || serial >= LATEST_DAY) return null

  return new Date((isDate1904 ? EPOCH_1904_MS : EPOCH_1900_MS) + Math.round(serial * DAY_MS))
}

function showDate(date: Date, format: string, text: string): ShownNumber {
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  const hasYear = /y/i.test(bare)
  const hasDay = /d/i.test(bare)
  if (!hasYear && !hasDay) return { kind: 'formatted', text }
  if (!hasYear) return { kind: 'short_date', text, typed: `${day}/${month}` }
  if (!hasDay)
    return {
      kind: 'short_date',
      text,
      typed: day === 1 ? `${month}/${year}` : `${month}/${String(year).slice(-2)}`,
    }

  return { kind: 'date', text, typed: `${day}/${month}/${year}` }
}
