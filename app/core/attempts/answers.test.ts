import { expect, test } from 'vitest'
import { AnswersSchema, SaveAnswersSchema, answeredCountOf, checkAnswers, shapeOf } from './answers.ts'

const SHAPE = [
  ['aaaa', 'bbbb', 'cccc', 'dddd'],
  ['eeee', 'ffff', 'gggg', 'hhhh'],
]

test('a save with known positions and options is valid, a taken-back answer too', () => {
  expect(checkAnswers({ '1': ['bbbb'], '2': [] }, SHAPE)).toEqual({ valid: true })
  expect(checkAnswers({ '2': ['hhhh', 'eeee'] }, SHAPE)).toEqual({ valid: true })
  expect(checkAnswers({}, SHAPE)).toEqual({ valid: true })
})

test('a save for a position that the paper does not have is refused', () => {
  expect(checkAnswers({ '3': ['aaaa'] }, SHAPE)).toEqual({
    valid: false,
    code: 'unknown_position',
    position: '3',
  })
})

test.each([
  ['an option of another question', ['eeee']],
  ['an option nobody knows', ['zzzz']],
  ['one known and one unknown option', ['aaaa', 'zzzz']],
  ['the same option twice', ['aaaa', 'aaaa']],
])('a save with %s is refused', (_what, optionIds) => {
  expect(checkAnswers({ '1': optionIds }, SHAPE)).toEqual({
    valid: false,
    code: 'unknown_option',
    position: '1',
  })
})

test('only questions with a chosen option count as answered', () => {
  expect(answeredCountOf({ '1': ['aaaa'], '2': [], '3': ['bbbb', 'cccc'] })).toBe(2)
  expect(answeredCountOf({})).toBe(0)
})

test('the shape of a paper is its option ids in the order shown', () => {
  const positions = [
    {
      versionId: 'v',
      options: [
        { id: 'cccc', index: 2 },
        { id: 'aaaa', index: 0 },
      ],
    },
  ]

  expect(shapeOf(positions)).toEqual([['cccc', 'aaaa']])
})

const MALFORMED: [what: string, answers: unknown][] = [
  ['position 0', { '0': ['aaaa'] }],
  ['a position with a leading zero', { '01': ['aaaa'] }],
  ['a negative position', { '-1': ['aaaa'] }],
  ['position 1000', { '1000': ['aaaa'] }],
  ['a name instead of a position', { constructor: ['aaaa'] }],
  ['an option that is no text', { '1': [1] }],
  ['an empty option id', { '1': [''] }],
  ['an endless option id', { '1': ['a'.repeat(17)] }],
  ['eleven options', { '1': Array.from({ length: 11 }, (_, i) => `o${i}`) }],
  ['one option without a list', { '1': 'aaaa' }],
  ['a list instead of positions', [['aaaa']]],
  ['201 positions', Object.fromEntries(Array.from({ length: 201 }, (_, i) => [String(i + 1), []]))],
]

test.each(MALFORMED)('answers are malformed: %s', (_what, answers) => {
  expect(AnswersSchema.safeParse(answers).success).toBe(false)
})

test('200 positions with ten options each are well formed', () => {
  const optionIds = Array.from({ length: 10 }, (_, i) => `option-${i}`)
  const answers = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [String(i + 1), optionIds]))

  expect(AnswersSchema.parse(answers)).toEqual(answers)
})

test.each([-1, 0.5, 2 ** 31 - 1, '1', null, undefined])('a save on revision %s is refused', (revision) => {
  expect(SaveAnswersSchema.safeParse({ revision, answers: {} }).success).toBe(false)
})

test('the highest revision a save may build on leaves room for the next in a 32-bit column', () => {
  expect(SaveAnswersSchema.safeParse({ revision: 2 ** 31 - 2, answers: {} }).success).toBe(true)
})
