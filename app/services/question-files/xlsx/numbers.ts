/** Numbers and dates of cells as Excel shows them to a Vietnamese reader. */

export type ShownNumber =
  | { kind: 'plain' | 'formatted'; text: string }
  /** `typed`: what its author most likely typed before Excel made it a date. */
  | { kind: 'date' | 'short_date'; text: string; typed: string }

export function showNumber(value: number, format: string, isDate1904: boolean): ShownNumber {
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (/[dmyh]/i.test(bare) && !/general/i.test(bare) && value >= 0 && value < 2_958_466)
    return showDate(value, bare, isDate1904)
  if (bare.includes('%')) return { kind: 'plain', text: `${decimal(value * 100, decimalsOf(bare))}%` }
  if (/#,##0/.test(bare)) return { kind: 'formatted', text: grouped(value, decimalsOf(bare)) }
  if (/^0\.0+$/.test(bare)) return { kind: 'formatted', text: decimal(value, decimalsOf(bare)) }
  if (/^0{2,}$/.test(bare))
    return { kind: 'formatted', text: String(Math.round(value)).padStart(bare.length, '0') }

  return { kind: Number.isInteger(value) ? 'plain' : 'formatted', text: decimal(value, null) }
}

function decimalsOf(format: string): number {
  return /\.([0#]+)/.exec(format)?.[1]?.length ?? 0
}

/** With a decimal comma; `decimals` null: as many as the number has, at most what Excel keeps. */
function decimal(value: number, decimals: number | null): string {
  const text = decimals === null ? String(Number(value.toPrecision(15))) : value.toFixed(decimals)

  return text.replace('.', ',')
}

function grouped(value: number, decimals: number): string {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, '.')

  return `${value < 0 ? '-' : ''}${text}${part ? `,${part}` : ''}`
}

const DAY_MS = 86_400_000
const EPOCH_1900_MS = Date.UTC(1899, 11, 30)
const EPOCH_1904_MS = Date.UTC(1904, 0, 1)

function showDate(serial: number, format: string, isDate1904: boolean): ShownNumber {
  const date = new Date((isDate1904 ? EPOCH_1904_MS : EPOCH_1900_MS) + Math.round(serial * DAY_MS))
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]
  const text = fill(format, date)
  const hasYear = /y/i.test(format)
  const hasDay = /d/i.test(format)
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

function fill(format: string, date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const isTwelve = /am\/pm/i.test(format)
  const hours = isTwelve ? date.getUTCHours() % 12 || 12 : date.getUTCHours()
  let isAfterHours = false

  return format.replace(/am\/pm|yyyy|yy|y|m+|d+|h+|s+(?:\.0+)?/gi, (token) => {
    const lower = token.toLowerCase()
    const isLong = token.length > 1
    if (lower === 'am/pm') return date.getUTCHours() < 12 ? 'AM' : 'PM'
    if (lower.startsWith('y'))
      return isLong && token.length < 3 ? two(date.getUTCFullYear() % 100) : String(date.getUTCFullYear())
    if (lower.startsWith('d')) return isLong ? two(date.getUTCDate()) : String(date.getUTCDate())
    if (lower.startsWith('h')) {
      isAfterHours = true

      return isLong ? two(hours) : String(hours)
    }
    if (lower.startsWith('s')) return two(date.getUTCSeconds())
    if (isAfterHours && token.length <= 2) return two(date.getUTCMinutes())
    if (token.length === 3) return MONTHS[date.getUTCMonth()] ?? ''

    return isLong ? two(date.getUTCMonth() + 1) : String(date.getUTCMonth() + 1)
  })
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
