import { formatPrediction } from '#app/core/ranking/prediction.ts'
import type { PredictionKind } from '#app/core/ranking/prediction.ts'
import { isOfficialPhase } from '#app/core/rounds/round-phase.ts'
import type { Phase } from '#app/core/rounds/round-phase.ts'
import type { PaperSnapshot } from './snapshot.ts'

/** Papers are Vietnamese whatever language the organizer works in: numbers and times as offices write them. */
const LOCALE = 'vi-VN'
const TIME_ZONE = 'Asia/Ho_Chi_Minh'

const NUMBER = new Intl.NumberFormat(LOCALE)
const POINTS = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 })
const SHARE = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const SECONDS = new Intl.NumberFormat(LOCALE, {
  minimumIntegerDigits: 2,
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
})
const CLOCK = new Intl.DateTimeFormat(LOCALE, {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

export function numberWords(value: number): string {
  return NUMBER.format(value)
}

/** Numbers of people under ten are written "02" in administrative texts. */
export function countWords(value: number): string {
  return value > 0 && value < 10 ? `0${value}` : numberWords(value)
}

export function pointsWords(scoreHundredths: number): string {
  return POINTS.format(scoreHundredths / 100)
}

/** "41,3%"; a dash where there is nothing to divide by. */
export function shareWords(part: number, whole: number): string {
  return whole > 0 ? `${SHARE.format((part / whole) * 100)}%` : '–'
}

/** "4:06,678", under a head that says minutes and seconds: short enough for a column. */
export function durationWords(durationMs: number): string {
  return `${Math.floor(durationMs / 60_000)}:${SECONDS.format((durationMs % 60_000) / 1_000)}`
}

/** "14 giờ 03 phút ngày 25/11/2026" */
export function timeWords(instant: Date): string {
  const part = partsOf(instant)

  return `${part('hour')} giờ ${part('minute')} phút ngày ${part('day')}/${part('month')}/${part('year')}`
}

/** "25/11/2026" */
export function dateWords(instant: Date): string {
  const part = partsOf(instant)

  return `${part('day')}/${part('month')}/${part('year')}`
}

export function yearOf(instant: Date): string {
  return partsOf(instant)('year')
}

export function predictionWords(kind: PredictionKind, value: bigint): string {
  const text = formatPrediction(kind, value, LOCALE)

  return kind === 'percentage_all_right' ? `${text}%` : text
}

export const PREDICTION_SUBJECTS: Readonly<Record<PredictionKind, string>> = {
  people_all_right: 'số người trả lời đúng tất cả các câu hỏi',
  people: 'số người dự thi',
  attempts: 'số lượt dự thi',
  percentage_all_right: 'tỷ lệ người trả lời đúng tất cả các câu hỏi',
}

const STATE_WORDS: Readonly<Record<Phase, string>> = {
  draft: 'Đợt thi chưa công bố',
  scheduled: 'Đợt thi chưa mở',
  open: 'Đợt thi đang mở',
  closed: 'Đợt thi đã kết thúc, chưa chốt số liệu',
  provisional: 'Kết quả tạm thời',
  official: 'Kết quả chính thức',
  corrected: 'Kết quả đã đính chính',
  final: 'Kết quả chung cuộc',
}

/** State of the result and the moment of the figures: stands on every page of every paper. */
export function stateWords({ round, takenAt }: PaperSnapshot): string {
  const since = round.stateSince ? ` từ ${timeWords(round.stateSince)}` : ''

  return `${STATE_WORDS[round.phase]}${since}. Số liệu lấy lúc ${timeWords(takenAt)}.`
}

/** Until the result is official a paper is a draft, and says so. */
export function isDraft({ round }: Pick<PaperSnapshot, 'round'>): boolean {
  return !isOfficialPhase(round.phase)
}

function partsOf(instant: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = CLOCK.formatToParts(instant)

  return (type) => parts.find((part) => part.type === type)?.value ?? ''
}
