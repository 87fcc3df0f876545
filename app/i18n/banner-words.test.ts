import { expect, test } from 'vitest'
import { bannerWordsOf } from './banner-words.ts'

const ROUND = { slug: 'dot-2', title: 'Đợt 2' }
/** Eight in the morning in Vietnam. */
const MORNING = new Date('2026-12-07T01:00:00Z')

function sentenceOf(announcement: Parameters<typeof bannerWordsOf>[0]): string {
  const { state, detail, action } = bannerWordsOf(announcement)

  return `${state} ${detail} – ${action}`.replaceAll('\u00a0', ' ')
}

test('a banner says until when a round is open, in the time of Vietnam', () => {
  expect(sentenceOf({ kind: 'open', round: ROUND, until: MORNING })).toBe(
    'Đang mở đến 08:00 ngày 07/12/2026 – Vào thi',
  )
})

test('a banner says when the next round opens', () => {
  expect(sentenceOf({ kind: 'upcoming', round: ROUND, from: MORNING })).toBe(
    'Sắp mở từ 08:00 ngày 07/12/2026 – Xem thể lệ',
  )
})

test('a banner leads to the results after the end', () => {
  expect(sentenceOf({ kind: 'counting', round: ROUND })).toBe(
    'Đã kết thúc đang tổng hợp kết quả – Xem kết quả',
  )
  expect(sentenceOf({ kind: 'results', round: ROUND })).toBe(
    'Đã kết thúc mời xem bảng xếp hạng – Xem kết quả',
  )
})

test('before any date is known a banner promises none, and a copy to keep never names one', () => {
  expect(sentenceOf({ kind: 'announced' })).toBe('Sắp diễn ra thời gian sẽ được thông báo – Xem thể lệ')
  expect(sentenceOf(null)).not.toMatch(/\d/)
})
