import { expect, test } from 'vitest'
import { EVERY_QUESTION } from '../core/questions/question-filter.ts'
import type { QuestionFilter } from '../core/questions/question-filter.ts'
import { parseQuestionQuery, questionQueryOf } from './question-query.ts'

const parse = (query: string) => parseQuestionQuery(`http://localhost/to-chuc/cau-hoi?${query}`)

test.each([
  {},
  { search: 'chiến sĩ', page: 3, state: 'submitted' },
  { topic: 'orders', difficulty: 2, provision: 'D21.1', flag: 'clear', facility: 'hard' },
  { flag: { reason: 'amended-2026' }, state: 'retired' },
] satisfies Partial<QuestionFilter>[])('what the list is asked for survives its address: %j', (filter) => {
  expect(parse(questionQueryOf('bank', filter))).toEqual({
    bankSlug: 'bank',
    filter: { ...EVERY_QUESTION, ...filter },
  })
})

test('nonsense in the address asks for nothing', () => {
  expect(parse('muc-do=9&dieu=xyz&trang-thai=khac&co=khac&do-kho=khac&trang=-2')).toEqual({
    bankSlug: null,
    filter: EVERY_QUESTION,
  })
})
