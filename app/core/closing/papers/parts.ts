import type { Block, Column, Paper, PaperKind, PaperVariant, Signer } from './paper.ts'
import type { PaperSnapshot, Winner } from './snapshot.ts'
import {
  PREDICTION_SUBJECTS,
  dateWords,
  durationWords,
  isDraft,
  pointsWords,
  predictionWords,
  stateWords,
  yearOf,
} from './words.ts'

/** What every paper is made from. */
export type PaperSource = {
  snapshot: PaperSnapshot
  variant: PaperVariant
  /** The round's ranking policy in sentences: what counts, then the criteria in their order. */
  rankingRules: { counted: readonly string[]; criteria: readonly string[] }
}

const NUMBER_SYMBOLS: Readonly<Record<PaperKind, string>> = {
  winners: '',
  minutes: 'BB',
  proposal: 'TTr',
  decision: 'QĐ',
  sign_list: '',
  report: 'BC',
}

type Body = Pick<Paper, 'title' | 'subtitle' | 'blocks' | 'signers' | 'recipients'> & {
  orientation?: Paper['orientation']
}

/** Puts the header, which comes from the contest's settings, around what a kind of paper says. */
export function paperOf(kind: PaperKind, { snapshot, variant }: PaperSource, body: Body): Paper {
  const { contest, takenAt } = snapshot
  const symbol = NUMBER_SYMBOLS[kind]
  const dash = variant === 'party' ? '-' : '/'

  return {
    kind,
    variant,
    isDraft: isDraft(snapshot),
    state: stateWords(snapshot),
    header: {
      parentBody: contest.parentBody,
      issuingBody: contest.issuingBody || contest.organizerName,
      number:
        symbol === '' ? '' : `Số: [Số văn bản]${dash}${symbol}${variant === 'party' ? '/' : '-'}[Ký hiệu]`,
      placeAndDate: `${contest.place || '[Địa danh]'}, ngày ... tháng ... năm ${yearOf(takenAt)}`,
    },
    orientation: 'portrait',
    ...body,
  }
}

/** "Đợt 1, Cuộc thi …" */
export function roundName({ round, contest }: PaperSnapshot): string {
  return `${round.title}, ${contest.title}`
}

/** Only the days; the minutes of the meeting name the hours too. */
export function roundDays({ round }: PaperSnapshot): string {
  return `từ ngày ${dateWords(round.opensAt)} đến ngày ${dateWords(round.closesAt)}`
}

/** Who gets what, with the figures that decided it. The same rows stand on every paper that lists winners. */
export function winnersTable({ winners, prediction }: PaperSnapshot): Block {
  const hasGuess = prediction !== null
  const columns: Column[] = [
    { title: 'TT', width: 6, align: 'centre' },
    { title: 'Họ và tên', width: hasGuess ? 23 : 26 },
    { title: 'Đơn vị', width: hasGuess ? 22 : 26 },
    { title: 'Hạng', width: 8, align: 'centre' },
    { title: 'Điểm', width: 8, align: 'centre' },
    { title: 'Thời gian (phút: giây)', width: 13, align: 'centre' },
    ...(hasGuess ? [{ title: 'Lệch dự đoán', width: 8, align: 'centre' } as const] : []),
    { title: 'Giải', width: hasGuess ? 12 : 13, align: 'centre' },
  ]

  return {
    kind: 'table',
    columns,
    rows: winners.map((winner, index) => winnerRow(winner, index, prediction)),
  }
}

function winnerRow(winner: Winner, index: number, prediction: PaperSnapshot['prediction']): string[] {
  const { predictionDistance } = winner
  const distance =
    predictionDistance === null ? '–' : predictionWords(prediction?.kind ?? 'people', predictionDistance)

  return [
    String(index + 1),
    winner.fullName,
    winner.unitName,
    String(winner.rank),
    pointsWords(winner.scoreHundredths),
    durationWords(winner.durationMs),
    ...(prediction ? [distance] : []),
    shortPrize(winner.prizeTitle),
  ]
}

/** "Nhất" in a column that is headed "Giải". */
export function shortPrize(title: string): string {
  const short = title.replace(/^giải\s+/iu, '')

  return short.charAt(0).toLocaleUpperCase('vi') + short.slice(1)
}

/** What is still open while the result is not official; nothing afterwards. */
export function openQuestions({ tiedCount, uncheckedCount, winners }: PaperSnapshot): Block[] {
  const notes = [
    ...(winners.length === 0 ? ['Chưa có người đạt giải.'] : []),
    ...(tiedCount > 0
      ? [`Còn ${tiedCount} người bằng nhau ở ranh giới của giải, chờ bốc thăm; chưa có tên trong danh sách.`]
      : []),
    ...(uncheckedCount > 0 ? [`Còn ${uncheckedCount} người trong danh sách chưa được xác minh.`] : []),
  ]

  return notes.map((text) => ({ kind: 'note', text }))
}

/** The truth behind the guesses; nothing where the round asks for none. */
export function predictionSentence({ prediction }: PaperSnapshot): string | null {
  if (!prediction) return null
  const at = prediction.computedAt ? `, tính ngày ${dateWords(prediction.computedAt)}` : ''

  return `Đáp số câu hỏi dự đoán (${PREDICTION_SUBJECTS[prediction.kind]}): ${predictionWords(prediction.kind, prediction.truth)}${at}.`
}

/** Whether somebody signs for a committee, for a head or as one (TM., KT., Q.) only people know. */
export const HEAD_SIGNER: Signer = { titles: ['[QUYỀN HẠN, CHỨC VỤ', 'CỦA NGƯỜI KÝ]'], name: '[Họ và tên]' }

export const ARCHIVE = 'Lưu: VT, [đơn vị soạn thảo].'
