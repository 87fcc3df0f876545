import { expect, test } from 'vitest'
import { isHeldBack, isReleased, isSecretPhase, releaseAt } from './release.ts'
import type { Release, ReleaseRules } from './release.ts'
import type { Phase } from './round-phase.ts'

const LEVELS: Release[] = ['nothing', 'score', 'marks', 'key']
const RESULTS: Phase[] = ['provisional', 'official', 'corrected', 'final']
const PHASES: Phase[] = ['draft', 'scheduled', 'open', 'closed', ...RESULTS]

const rules = (kind: ReleaseRules['kind'], afterSubmission: Release, afterClose: Release): ReleaseRules => ({
  kind,
  releaseAfterSubmission: afterSubmission,
  releaseAfterClose: afterClose,
})

test('each level of release includes the ones before it and none after it', () => {
  const included = LEVELS.map((release) => LEVELS.filter((needed) => isReleased(release, needed)))

  expect(included).toEqual([
    ['nothing'],
    ['nothing', 'score'],
    ['nothing', 'score', 'marks'],
    ['nothing', 'score', 'marks', 'key'],
  ])
})

const RELEASES: [settings: string, rules: ReleaseRules, unsettled: Release, provisional: Release][] = [
  ['a ranked round that shows the score, then the key', rules('ranked', 'score', 'key'), 'score', 'key'],
  [
    'a ranked round that shows nothing before it is settled',
    rules('ranked', 'nothing', 'marks'),
    'nothing',
    'marks',
  ],
  ['a ranked round that shows marks at once', rules('ranked', 'marks', 'marks'), 'score', 'marks'],
  ['a ranked round set to show the key at once', rules('ranked', 'key', 'key'), 'score', 'key'],
  ['a ranked round set to show less later', rules('ranked', 'score', 'nothing'), 'score', 'score'],
  ['a practice round that shows the key at once', rules('practice', 'key', 'key'), 'key', 'key'],
  ['a practice round that shows the score, then the key', rules('practice', 'score', 'key'), 'score', 'key'],
]

test.each(RELEASES)('%s', (_settings, each, unsettled, provisional) => {
  expect(PHASES.map((phase) => releaseAt(each, phase))).toEqual([
    unsettled,
    unsettled,
    unsettled,
    unsettled,
    ...RESULTS.map(() => provisional),
  ])
})

test('whatever its settings, a ranked round releases neither key nor marks before it is settled', () => {
  for (const afterSubmission of LEVELS) {
    for (const afterClose of LEVELS) {
      for (const phase of PHASES.filter((each) => !RESULTS.includes(each))) {
        expect(isReleased(releaseAt(rules('ranked', afterSubmission, afterClose), phase), 'marks')).toBe(
          false,
        )
      }
    }
  }
})

test('the answers of a round are secret from its scheduling until it is settled', () => {
  expect(PHASES.filter(isSecretPhase)).toEqual(['scheduled', 'open', 'closed'])
})

const SECRET = {
  roundId: 'round-2',
  bankId: 'bank-1',
  blueprint: [{ topic: 'orders', difficulty: 2 as const, count: 5 }],
  questionIds: null,
}

test.each([
  ['of a cell the secret round draws from', { bankId: 'bank-1', topic: 'orders', difficulty: 2 }, true],
  ['of another difficulty', { bankId: 'bank-1', topic: 'orders', difficulty: 1 }, false],
  ['of another topic', { bankId: 'bank-1', topic: 'medals', difficulty: 2 }, false],
  ['of another bank', { bankId: 'bank-2', topic: 'orders', difficulty: 2 }, false],
])('a question %s is held back: %s', (_which, question, heldBack) => {
  expect(isHeldBack({ ...question, questionId: 'question-1' }, [SECRET])).toBe(heldBack)
})

test('nothing is held back when no round is secret, and one secret round of several is enough', () => {
  const question = { bankId: 'bank-1', topic: 'orders', difficulty: 2, questionId: 'question-1' }

  expect(isHeldBack(question, [])).toBe(false)
  expect(isHeldBack(question, [{ ...SECRET, bankId: 'bank-2' }, SECRET])).toBe(true)
})

test('a question of the set a secret round was scheduled with is held back wherever the bank keeps it now', () => {
  const moved = { bankId: 'bank-1', topic: 'medals', difficulty: 1, questionId: 'question-1' }

  expect(isHeldBack(moved, [{ ...SECRET, questionIds: new Set(['question-1']) }])).toBe(true)
  expect(isHeldBack(moved, [{ ...SECRET, questionIds: new Set(['question-2']) }])).toBe(false)
})
