import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers } from '#app/core/attempts/answers.ts'
import type { PaperPosition } from '#app/core/attempts/paper.ts'
import { CORRECTION_KINDS, areSameFigures, correctedKeys, figuresOf, flipsOf, problemOf } from './regrade.ts'
import type { KeyCorrection } from './regrade.ts'

const OPTIONS = 4
const position = (versionId: string): PaperPosition => ({
  versionId,
  options: Array.from({ length: OPTIONS }, (_, index) => ({ id: `${versionId}-${index}`, index })),
})
const answer = (versionId: string, ...indices: number[]) => indices.map((index) => `${versionId}-${index}`)
const PAPER = [position('a'), position('b')]
const KEYS = new Map([
  ['a', [0]],
  ['b', [1, 2]],
])
const figures = (answers: Answers, ...corrections: KeyCorrection[]) =>
  figuresOf(PAPER, answers, correctedKeys(KEYS, corrections), 5)

test('accepting another option too gives the point to both answers, and to no third', () => {
  const also: KeyCorrection = { versionId: 'a', kind: 'accept_also', options: [3] }

  expect(figures({ '1': answer('a', 0) }, also).score).toBe(5)
  expect(figures({ '1': answer('a', 3) }, also).score).toBe(5)
  expect(figures({ '1': answer('a', 2) }, also).score).toBe(0)
  expect(figures({}, also).score).toBe(0)
})

test('of a question with several right options the other accepted answer counts as a whole', () => {
  const also: KeyCorrection = { versionId: 'b', kind: 'accept_also', options: [1, 3] }

  expect(figures({ '2': answer('b', 1, 2) }, also).score).toBe(5)
  expect(figures({ '2': answer('b', 3, 1) }, also).score).toBe(5)
  expect(figures({ '2': answer('b', 3) }, also).score).toBe(0)
})

test('a new key takes the point from the old answer', () => {
  const renewed: KeyCorrection = { versionId: 'a', kind: 'new_key', options: [3] }

  expect(figures({ '1': answer('a', 0) }, renewed).score).toBe(0)
  expect(figures({ '1': answer('a', 3) }, renewed).score).toBe(5)
})

test('a point for everybody is for those too who left the question open', () => {
  expect(figures({}, { versionId: 'a', kind: 'give_all', options: [] })).toEqual({
    score: 5,
    correctCount: 1,
    countedQuestions: 2,
  })
})

test('an annulled question earns nobody anything, and the rest can still be all right', () => {
  const annulled: KeyCorrection = { versionId: 'a', kind: 'annul', options: [] }

  expect(figures({ '1': answer('a', 0), '2': answer('b', 1, 2) }, annulled)).toEqual({
    score: 5,
    correctCount: 1,
    countedQuestions: 1,
  })
})

test('a later correction of the same question takes the place of the earlier one', () => {
  const annulled: KeyCorrection = { versionId: 'a', kind: 'annul', options: [] }
  const restored: KeyCorrection = { versionId: 'a', kind: 'new_key', options: [0] }

  expect(figures({ '1': answer('a', 0) }, annulled, restored)).toEqual(figures({ '1': answer('a', 0) }))
})

test('a correction names options the question has, and ones that change something', () => {
  const one = { key: [0], optionCount: OPTIONS }
  const several = { key: [1, 2], optionCount: OPTIONS }

  expect(problemOf({ kind: 'accept_also', options: [] }, one)).toBe('options_missing')
  expect(problemOf({ kind: 'accept_also', options: [4] }, one)).toBe('options_unknown')
  expect(problemOf({ kind: 'accept_also', options: [0, 1] }, one)).toBe('option_already_right')
  expect(problemOf({ kind: 'accept_also', options: [2, 1] }, several)).toBe('option_already_right')
  expect(problemOf({ kind: 'accept_also', options: [1] }, several)).toBeNull()
  expect(problemOf({ kind: 'new_key', options: [1, 2] }, one)).toBe('one_option_only')
  expect(problemOf({ kind: 'new_key', options: [1, 3] }, several)).toBeNull()
  expect(problemOf({ kind: 'annul', options: [] }, one)).toBeNull()
})

const VERSIONS = ['a', 'b', 'c', 'd', 'e']
const optionsArbitrary = fc.uniqueArray(fc.nat(OPTIONS - 1), { minLength: 1, maxLength: OPTIONS })
const keysArbitrary = fc
  .tuple(...VERSIONS.map(() => optionsArbitrary))
  .map((keys) => new Map(VERSIONS.map((versionId, index) => [versionId, keys[index] ?? [0]])))
const answersArbitrary = fc
  .tuple(...VERSIONS.map(() => fc.uniqueArray(fc.nat(OPTIONS - 1))))
  .map((chosen): Answers =>
    Object.fromEntries(
      VERSIONS.map((versionId, index) => [String(index + 1), answer(versionId, ...(chosen[index] ?? []))]),
    ),
  )
/** One correction a version at most, as a set has them. */
const setArbitrary = fc.uniqueArray(
  fc.record({
    versionId: fc.constantFrom(...VERSIONS),
    kind: fc.constantFrom(...CORRECTION_KINDS),
    options: optionsArbitrary,
  }),
  { selector: ({ versionId }) => versionId },
)
const POSITIONS = VERSIONS.map(position)

test('without a correction nothing changes', () => {
  fc.assert(
    fc.property(keysArbitrary, answersArbitrary, (keys, answers) => {
      expect(figuresOf(POSITIONS, answers, correctedKeys(keys, []), 2)).toEqual(
        figuresOf(POSITIONS, answers, keys, 2),
      )
    }),
  )
})

test('the order of the corrections of a set does not matter', () => {
  fc.assert(
    fc.property(keysArbitrary, answersArbitrary, setArbitrary, (keys, answers, set) => {
      expect(figuresOf(POSITIONS, answers, correctedKeys(keys, set), 2)).toEqual(
        figuresOf(POSITIONS, answers, correctedKeys(keys, set.toReversed()), 2),
      )
    }),
  )
})

test('what the preview says is gained and lost is the difference of the scores, whatever was in force before', () => {
  fc.assert(
    fc.property(
      keysArbitrary,
      answersArbitrary,
      setArbitrary,
      setArbitrary,
      (keys, answers, first, second) => {
        const before = correctedKeys(keys, first)
        const after = correctedKeys(keys, [...first, ...second])
        const flips = flipsOf(POSITIONS, answers, before, after)
        const was = figuresOf(POSITIONS, answers, before, 2)
        const is = figuresOf(POSITIONS, answers, after, 2)

        expect(is.correctCount - was.correctCount).toBe(flips.gained.length - flips.lost.length)
        expect(is.score).toBe(is.correctCount * 2)
        expect(is.correctCount).toBeLessThanOrEqual(is.countedQuestions)
        expect(areSameFigures(was, is)).toBe(
          was.correctCount === is.correctCount && was.countedQuestions === is.countedQuestions,
        )
      },
    ),
  )
})

test('accepting more or giving the point to all takes no point from anybody', () => {
  fc.assert(
    fc.property(keysArbitrary, answersArbitrary, setArbitrary, (keys, answers, set) => {
      const mild = set.filter(({ kind }) => kind === 'accept_also' || kind === 'give_all')

      expect(flipsOf(POSITIONS, answers, keys, correctedKeys(keys, mild)).lost).toEqual([])
    }),
  )
})
