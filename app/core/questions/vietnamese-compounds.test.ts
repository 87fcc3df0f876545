import { expect, test } from 'vitest'
import { keepTogether } from './vietnamese-compounds.ts'

/** Where a line may break, shown as a bar. */
const breaksOf = (text: string): string => keepTogether(text).replaceAll(' ', '|').replaceAll('\u00a0', ' ')

test.each([
  [
    'Cuộc thi trực tuyến tìm hiểu Luật Thi đua, khen thưởng',
    'Cuộc thi|trực tuyến|tìm hiểu|Luật Thi đua,|khen thưởng',
  ],
  ['CUỘC THI TRỰC TUYẾN NĂM 2026', 'CUỘC THI|TRỰC TUYẾN|NĂM 2026'],
  ['đến 17:00 ngày 07/12/2026', 'đến|17:00|ngày 07/12/2026'],
  ['cán bộ tỉnh Tây Ninh', 'cán bộ|tỉnh Tây Ninh'],
  ['Thi đua – Khen thưởng', 'Thi đua –|Khen thưởng'],
])('%s', (text, expected) => {
  expect(breaksOf(text)).toBe(expected)
})

test('letters written as base and mark are composed first, and words that only contain a compound are left alone', () => {
  expect(breaksOf('khen thưởng'.normalize('NFD'))).toBe('khen thưởng')
  expect(breaksOf('xthi đua')).toBe('xthi|đua')
})
