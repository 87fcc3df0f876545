import { expect, test } from 'vitest'
import {
  QuestionContentSchema,
  fingerprintTextOf,
  isValidOn,
  lackingOf,
  searchTextOf,
} from './question-content.ts'
import type { QuestionContent } from './question-content.ts'

const content: QuestionContent = {
  topic: 'chung',
  difficulty: 1,
  stem: 'Luật có hiệu lực từ ngày nào?',
  options: ['01/01/2024', '15/6/2022'],
  key: [0],
  explanation: 'Theo Điều 94.',
  citations: ['D94.1'],
  evidence: [],
  review: null,
  validFrom: null,
  validTo: null,
}

function mistakesOf(change: Partial<Record<keyof QuestionContent, unknown>>): string[] {
  const parsed = QuestionContentSchema.safeParse({ ...content, ...change })

  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

test('two to eight options are right, in one normal form', () => {
  expect(mistakesOf({})).toEqual([])
  expect(mistakesOf({ options: 'abcdefgh'.split('') })).toEqual([])
  expect(QuestionContentSchema.parse({ ...content, stem: '  Luật\n có ? ' }).stem).toBe('Luật có ?')
})

test.each([
  [{ stem: ' ' }, 'stem: stem_missing'],
  [{ options: ['một'] }, 'options: options_too_few'],
  [{ options: 'abcdefghi'.split('') }, 'options: options_too_many'],
  [{ options: ['Có', ''] }, 'options.1: option_missing'],
  [{ options: ['Có', 'có'] }, 'options.1: option_repeated'],
  [{ key: [] }, 'key: key_missing'],
  [{ key: [2] }, 'key: key_missing'],
  [{ difficulty: 4 }, 'difficulty: difficulty_missing'],
  [{ validFrom: '2026-10-01', validTo: '2026-09-30' }, 'validTo: validity_order'],
  [{ validFrom: '2026-02-30' }, 'validFrom: day_invalid'],
])('%j is refused at its place', (change, mistake) => {
  expect(mistakesOf(change)).toEqual([mistake])
})

test('a draft may lack explanation and citations; an approval needs both', () => {
  expect(mistakesOf({ explanation: ' ', citations: [] })).toEqual([])
  expect(lackingOf(content)).toEqual([])
  expect(lackingOf(QuestionContentSchema.parse({ ...content, explanation: ' ' }))).toEqual(['explanation'])
  expect(lackingOf({ ...content, citations: [] })).toEqual(['citations'])
})

test('days of validity make another version; without them the fingerprint is the one from before', () => {
  const text = fingerprintTextOf(content)

  expect(fingerprintTextOf({ ...content, validFrom: '2026-10-01' })).not.toBe(text)
  expect(text.endsWith('null]')).toBe(true)
})

test('a version is valid on its first and last day', () => {
  const days = { validFrom: '2024-01-01', validTo: '2026-09-30' }

  expect(isValidOn('2024-01-01', days)).toBe(true)
  expect(isValidOn('2026-09-30', days)).toBe(true)
  expect(isValidOn('2026-10-01', days)).toBe(false)
  expect(isValidOn('2023-12-31', days)).toBe(false)
  expect(isValidOn('2030-01-01', { validFrom: null, validTo: null })).toBe(true)
})

test('the search looks through code, stem, options and explanation without accents', () => {
  expect(searchTextOf('chung-001', content)).toBe(
    'chung-001 luat co hieu luc tu ngay nao? 01/01/2024 15/6/2022 theo dieu 94.',
  )
})
