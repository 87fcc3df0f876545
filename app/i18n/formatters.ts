import type { Locale } from './locale.ts'

/** The contest is in Vietnam: every time is shown in its zone, wherever the reader's clock is. */
const TIME_ZONE = 'Asia/Ho_Chi_Minh'

export type Formatters = {
  /** 1.844 */
  number: (value: number | bigint) => string
  /** 73,2 % */
  percent: (share: number) => string
  /** 0,43, −0,10: for indices. */
  index: (value: number) => string
  /** 23/11/2026 */
  date: (instant: DateInput) => string
  /** 14:03 */
  time: (instant: DateInput) => string
  /** 14:03:21 */
  timeWithSeconds: (instant: DateInput) => string
  /** 14:03 ngày 23/11/2026 */
  dateTime: (instant: DateInput) => string
  /** 14:03:21,345 ngày 23/11/2026: for receipts. */
  exactDateTime: (instant: DateInput) => string
  /** 4 phút 12,345 giây */
  duration: (durationMs: number) => string
  /** 10 phút, 1 giờ 30 phút: for settings. */
  minutes: (durationMs: number) => string
}

type DateInput = Date | string | number

const LOCALE_TAGS: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' }

export function createFormatters(locale: Locale): Formatters {
  const tag = LOCALE_TAGS[locale]
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(tag, { timeZone: TIME_ZONE, hourCycle: 'h23', ...options })

    return (instant: DateInput) => formatter.format(new Date(instant))
  }
  const number = new Intl.NumberFormat(tag)
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 })
  const index = new Intl.NumberFormat(tag, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'negative',
  })
  const seconds = new Intl.NumberFormat(tag, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  const date = format({ day: '2-digit', month: '2-digit', year: 'numeric' })
  const time = format({ hour: '2-digit', minute: '2-digit' })
  const timeWithSeconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const words = WORDS[locale]

  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    index: (value) => index.format(value).replace('-', '−'),
    date,
    time,
    timeWithSeconds,
    dateTime: (instant) => words.at(time(instant), date(instant)),
    exactDateTime: (instant) =>
      words.at(withMilliseconds(timeWithSeconds(instant), instant, words.decimal), date(instant)),
    duration: (durationMs) => {
      const minutes = Math.floor(durationMs / 60_000)
      const rest = `${seconds.format((durationMs % 60_000) / 1_000)} ${words.seconds}`

      return minutes === 0 ? rest : `${number.format(minutes)} ${words.minutes} ${rest}`
    },
    minutes: (durationMs) => {
      const hours = Math.floor(durationMs / 3_600_000)
      const minutes = Math.ceil((durationMs % 3_600_000) / 60_000)
      const parts = [
        hours > 0 && `${hours} ${words.hours}`,
        (minutes > 0 || hours === 0) && `${minutes} ${words.minutes}`,
      ]

      return parts.filter(Boolean).join(' ')
    },
  }
}

const WORDS = {
  vi: {
    hours: 'giờ',
    minutes: 'phút',
    seconds: 'giây',
    decimal: ',',
    at: (time: string, date: string) => `${time} ngày ${date}`,
  },
  en: {
    hours: 'h',
    minutes: 'min',
    seconds: 's',
    decimal: '.',
    at: (time: string, date: string) => `${time}, ${date}`,
  },
} as const

function withMilliseconds(time: string, instant: DateInput, decimal: string): string {
  return `${time}${decimal}${String(new Date(instant).getUTCMilliseconds()).padStart(3, '0')}`
}
