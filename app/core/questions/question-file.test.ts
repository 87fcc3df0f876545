import { expect, test } from 'vitest'
import {
  BankFileSchema,
  CitationSchema,
  QuestionEntrySchema,
  TopicFileSchema,
  versionContentOf,
} from './question-file.ts'

const ENTRY = {
  id: 'orders-001',
  difficulty: 1,
  stem: 'Huân chương Sao vàng do ai quyết định tặng?',
  options: ['Chủ tịch nước', 'Thủ tướng Chính phủ', 'Quốc hội', 'Bộ Nội vụ'],
  answer: 0,
  explanation: 'Theo Điều 77, Chủ tịch nước quyết định tặng huân chương.',
  citation: 'D77.1',
  evidence: 'Chủ tịch nước quyết định tặng',
}
const parse = (change: Record<string, unknown> = {}) => QuestionEntrySchema.safeParse({ ...ENTRY, ...change })

test('a single answer, citation or phrase in the file is a list of one in the program', () => {
  expect(parse().data).toMatchObject({
    answer: [0],
    citation: ['D77.1'],
    evidence: ['Chủ tịch nước quyết định tặng'],
  })
})

test('a question may have several right options, citations and phrases', () => {
  const lists = {
    answer: [2, 0],
    citation: ['D77.1', 'D78'],
    evidence: ['một', 'hai'],
    review: 'amended-2026',
  }

  expect(parse(lists).data).toMatchObject(lists)
})

test('text typed with separate accents is stored in the composed form', () => {
  const stem = 'Danh hiệu thi đua là gì?'

  expect(parse({ stem: ` ${stem.normalize('NFD')}\n` }).data?.stem).toBe(stem)
})

const REFUSED: [why: string, change: Record<string, unknown>][] = [
  ['one option', { options: ['a'] }],
  ['nine options', { options: [...'abcdefghi'] }],
  ['a key past the last of two options', { options: ['Đúng', 'Sai'], answer: 2 }],
  ['the same option twice', { options: ['a', 'b', 'c', 'a'] }],
  ['options that differ in blanks around them only', { options: ['a', 'b', 'c', ' a '] }],
  ['an empty option', { options: ['a', 'b', 'c', ' '] }],
  ['a key past the last option', { answer: 4 }],
  ['a negative key', { answer: -1 }],
  ['half a key', { answer: 0.5 }],
  ['no key', { answer: [] }],
  ['a key twice', { answer: [1, 1] }],
  ['an empty stem', { stem: '  ' }],
  ['an empty explanation', { explanation: '' }],
  ['an empty list of citations', { citation: [] }],
  ['a citation in words', { citation: 'Điều 77' }],
  ['evidence of thirteen words', { evidence: 'một hai ba bốn năm sáu bảy tám chín mười một hai ba' }],
  ['an unknown difficulty', { difficulty: 4 }],
  ['an id with blanks', { id: 'orders 001' }],
  ['an id in capitals', { id: 'Orders-001' }],
  ['a field nobody knows', { anwser: 1 }],
]

test.each(REFUSED)('a question is refused: %s', (_why, change) => {
  expect(parse(change).success).toBe(false)
})

test('a question may be one of true or false, and may have up to eight options', () => {
  expect(parse({ options: ['Đúng', 'Sai'], answer: 1 }).success).toBe(true)
  expect(parse({ options: [...'abcdefgh'], answer: 7 }).success).toBe(true)
})

test('a question without reasons is a question: files from offices often have none', () => {
  const { explanation: _explanation, citation: _citation, evidence: _evidence, ...bare } = ENTRY

  expect(QuestionEntrySchema.parse(bare)).toMatchObject({ explanation: '', citation: [], evidence: [] })
})

test('evidence of twelve words is accepted', () => {
  expect(parse({ evidence: 'một hai ba bốn năm sáu bảy tám chín mười một hai' }).success).toBe(true)
})

test.each(['D1', 'D21.1', 'D21.1.a', 'D96.12.đ'])('%s is a citation', (citation) => {
  expect(CitationSchema.safeParse(citation).success).toBe(true)
})

test.each(['', 'D', '21', 'D21.', 'D21.a', 'D21.1.ab', 'D21.1.A', 'd21', 'D21.1.a.1', ' D21'])(
  '"%s" is no citation',
  (citation) => {
    expect(CitationSchema.safeParse(citation).success).toBe(false)
  },
)

test('a topic without questions is refused', () => {
  expect(TopicFileSchema.safeParse({ topic: 'orders', title: 'Huân chương', questions: [] }).success).toBe(
    false,
  )
  expect(
    TopicFileSchema.safeParse({ topic: 'orders', title: 'Huân chương', questions: [ENTRY] }).success,
  ).toBe(true)
})

test('a bank must say what law it rests on and how far it was reviewed', () => {
  const bank = { title: 'Ngân hàng', law: 'Luật', lawVersion: '2022', statusNotice: 'Cần rà soát' }

  expect(BankFileSchema.safeParse(bank).success).toBe(true)
  for (const key of Object.keys(bank))
    expect(BankFileSchema.safeParse({ ...bank, [key]: ' ' }).success).toBe(false)
})

const entry = QuestionEntrySchema.parse(ENTRY)

test.each<[what: string, change: Partial<typeof entry>]>([
  ['difficulty', { difficulty: 2 }],
  ['stem', { stem: 'Ai quyết định tặng Huân chương Sao vàng?' }],
  ['order of options', { options: [...entry.options].reverse() }],
  ['key', { answer: [1] }],
  ['explanation', { explanation: 'Khác.' }],
  ['citation', { citation: ['D77'] }],
  ['evidence', { evidence: ['Chủ tịch nước'] }],
  ['review flag', { review: 'amended-2026' }],
])('another %s makes another version', (_what, change) => {
  expect(versionContentOf({ ...entry, ...change })).not.toBe(versionContentOf(entry))
})

test('the order in which the right options are listed makes no other version', () => {
  expect(versionContentOf({ ...entry, answer: [2, 0] })).toBe(versionContentOf({ ...entry, answer: [0, 2] }))
})

test('the id is not part of the content of a version', () => {
  expect(versionContentOf({ ...entry, id: 'orders-002' })).toBe(versionContentOf(entry))
})
