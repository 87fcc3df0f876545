import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROBLEM_CODES } from '../../core/questions/import/draft.ts'
import { translate } from '../messages.ts'
import { describePlace, describeProblem, describeRefusal, questionImport } from './question-import.ts'

const t = translate('vi', questionImport)

test('every problem, source of a key and reason for a refusal has a sentence in both languages', () => {
  const refusals = readFileSync(new URL('../../services/questions/files/refusal.ts', import.meta.url), 'utf8')
  const reasons = [...refusals.matchAll(/\| '(\w+)'/g)].map((match) => `refused_${match[1]}`)
  const keys = [...PROBLEM_CODES.map((code) => `problem_${code}`), ...reasons]

  expect(reasons.length).toBeGreaterThanOrEqual(20)
  for (const key of keys) {
    expect(questionImport.vi, key).toHaveProperty(key)
    expect(questionImport.en, key).toHaveProperty(key)
  }
})

test('a conflict names both places in the language of the reader', () => {
  const params = { firstSource: 'bold', firstKey: 'B', secondSource: 'key_table', secondKey: 'C' }

  expect(describeProblem(t, { code: 'key_conflict', params })).toBe(
    'Đáp án ghi ở hai chỗ khác nhau: chữ đậm là B, bảng đáp án là C.',
  )
})

test('a place is told from the sheet down to the question', () => {
  expect(describePlace(t, { question: 4, sheet: 'Đề 1', row: 5, column: 'C' })).toBe(
    'trang tính “Đề 1”, dòng 5, cột C, câu 4',
  )
  expect(describePlace(t, {})).toBe('cả tệp')
})

test('a refusal fills in its line', () => {
  expect(describeRefusal(t, { reason: 'xml_broken', line: 7 })).toBe('Tệp XML sai cú pháp ở dòng 7.')
})
