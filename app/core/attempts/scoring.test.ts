import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PaperPosition } from './paper.ts'
import { marksOf, scorePaper } from './scoring.ts'

const LETTERS = ['a', 'b', 'c', 'd']
/** Options are shown in reverse order, so an id's place is never its index. */
const position = (number: number): PaperPosition => ({
  versionId: `v${number}`,
  options: [3, 2, 1, 0].map((index) => ({ id: `${LETTERS[index]}${number}`, index })),
})
const POSITIONS = [position(1), position(2), position(3)]
const KEYS = new Map([
  ['v1', [1]],
  ['v2', [0, 2]],
  ['v3', [3]],
])

test('a paper with every answer right earns all points', () => {
  const answers = { '1': ['b1'], '2': ['c2', 'a2'], '3': ['d3'] }

  expect(scorePaper(POSITIONS, answers, KEYS, 10)).toEqual({ score: 30, correctCount: 3, answeredCount: 3 })
})

test('an empty paper earns nothing', () => {
  expect(scorePaper(POSITIONS, {}, KEYS, 10)).toEqual({ score: 0, correctCount: 0, answeredCount: 0 })
})

test.each([
  ['all right options and no other', ['a2', 'c2'], true],
  ['all right options in another order', ['c2', 'a2'], true],
  ['only some of the right options', ['a2'], false],
  ['all right options and a wrong one', ['a2', 'b2', 'c2'], false],
  ['one right and one wrong option', ['a2', 'b2'], false],
  ['only wrong options', ['b2', 'd2'], false],
  ['one right option named twice', ['a2', 'a2'], false],
  ['every option', ['a2', 'b2', 'c2', 'd2'], false],
  ['an answer taken back', [], false],
])('a question with two right options and %s: right is %s', (_what, chosen, isRight) => {
  expect(marksOf(POSITIONS, { '2': chosen }, KEYS)[1]).toBe(isRight)
})

test('an option of another question earns nothing', () => {
  expect(scorePaper(POSITIONS, { '1': ['b2'] }, KEYS, 10).score).toBe(0)
})

test('an unanswered question is wrong even when its key names no option that is shown', () => {
  const keys = new Map([...KEYS, ['v1', []], ['v2', [7]]])

  expect(marksOf(POSITIONS, {}, keys)).toEqual([false, false, false])
})

test('a paper without one of its keys is never scored', () => {
  expect(() => scorePaper(POSITIONS, {}, new Map([['v1', [1]]]), 10)).toThrow(
    'no key for question version v2',
  )
})

test('points are whole: the number of right answers times the points of a question', () => {
  expect(scorePaper(POSITIONS, { '1': ['b1'], '3': ['a3'] }, KEYS, 125)).toEqual({
    score: 125,
    correctCount: 1,
    answeredCount: 2,
  })
})

const choice = fc.subarray([0, 1, 2, 3])
const sheet = fc.array(fc.record({ key: fc.subarray([0, 1, 2, 3], { minLength: 1 }), chosen: choice }), {
  minLength: 1,
  maxLength: 30,
})

const prepare = (rows: { key: number[]; chosen: number[] }[]) => ({
  positions: rows.map((_, i) => position(i + 1)),
  keys: new Map(rows.map(({ key }, i) => [`v${i + 1}`, key])),
  answers: Object.fromEntries(rows.map(({ chosen }, i) => [String(i + 1), idsOf(i + 1, chosen)])),
})
const idsOf = (number: number, indices: number[]) => indices.map((index) => `${LETTERS[index]}${number}`)

test('a right answer never lowers the score, and raises it by one question at most', () => {
  fc.assert(
    fc.property(sheet, fc.nat(), (rows, pick) => {
      const { positions, keys, answers } = prepare(rows)
      const number = (pick % rows.length) + 1
      const corrected = { ...answers, [String(number)]: idsOf(number, keys.get(`v${number}`) ?? []) }
      const gain =
        scorePaper(positions, corrected, keys, 10).score - scorePaper(positions, answers, keys, 10).score

      expect([0, 10]).toContain(gain)
    }),
  )
})

test('a question is right exactly when the chosen options are the key, as sets', () => {
  fc.assert(
    fc.property(sheet, (rows) => {
      const { positions, keys, answers } = prepare(rows)
      const asSet = (indices: number[]) => [...indices].sort().join()

      expect(marksOf(positions, answers, keys)).toEqual(
        rows.map(({ key, chosen }) => asSet(key) === asSet(chosen)),
      )
    }),
  )
})
