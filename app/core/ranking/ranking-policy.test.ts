import { expect, test } from 'vitest'
import {
  ContestPolicySchema,
  CRITERION_NAMES,
  DEFAULT_CONTEST_POLICY,
  RankingPolicySchema,
  policyOf,
} from './ranking-policy.ts'

const policy = (criteria: unknown[], settings: object = {}) => ({ version: 2, criteria, ...settings })

test('the list of names that policies once were is read as the policy it meant', () => {
  expect(RankingPolicySchema.parse(['score', 'prediction_distance', 'duration', 'ended_at'])).toEqual({
    version: 2,
    criteria: [
      { by: 'score', direction: 'higher' },
      { by: 'prediction_distance', direction: 'lower', overGuess: 'same' },
      { by: 'duration', direction: 'lower', precisionMs: 1 },
      { by: 'ended_at', direction: 'lower', precisionMs: 1 },
    ],
    counts: 'best',
    predictionFrom: 'counted',
  })
})

test('a parsed policy is read back as itself, from JSON too', () => {
  const parsed = policyOf(...CRITERION_NAMES)

  expect(RankingPolicySchema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
})

test.each([
  ['empty', []],
  ['without criteria', policy([])],
  ['a criterion twice', ['score', 'score']],
  ['a criterion twice', policy([{ by: 'duration' }, { by: 'duration', precisionMs: 10 }])],
  ['an unknown criterion', ['luck']],
  ['an unknown criterion', policy([{ by: 'luck' }])],
  ['a precision nobody measures', policy([{ by: 'duration', precisionMs: 7 }])],
  ['fewer points first', policy([{ by: 'score', direction: 'lower' }])],
  ['lots before another criterion', policy([{ by: 'lot' }, { by: 'score' }])],
  ['the guess of an attempt that is an average', policy([{ by: 'score' }], { counts: 'average' })],
  ['a version of the future', { ...policy([{ by: 'score' }]), version: 3 }],
])('a ranking policy is refused: %s', (_why, stored) => {
  expect(RankingPolicySchema.safeParse(stored).success).toBe(false)
})

test('an average can compare the last guess', () => {
  const averaged = policy([{ by: 'score' }], { counts: 'average', predictionFrom: 'last_given' })

  expect(RankingPolicySchema.safeParse(averaged).success).toBe(true)
})

test('a contest’s board can’t rank by the guesses or lots of one round', () => {
  for (const by of ['prediction_distance', 'lot']) {
    const refused = { ...DEFAULT_CONTEST_POLICY, criteria: [{ by: 'score' }, { by }] }

    expect(ContestPolicySchema.safeParse(refused).success).toBe(false)
  }
})
