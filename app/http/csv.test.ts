import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('a table opens in spreadsheets with its Vietnamese letters, quotes and line breaks', () => {
  expect(
    csvOf([
      ['Họ tên', 'Lý do'],
      ['Đào', 'Nói "được",\nrồi đi'],
    ]),
  ).toBe('\uFEFF"Họ tên","Lý do"\r\n"Đào","Nói ""được"",\nrồi đi"\r\n')
})

test.each(['=1+1', '+84', '-1', '@x', '\tx'])('%j is text and no formula', (text) => {
  expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`)
})
