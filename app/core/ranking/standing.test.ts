import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rankable } from './ranking.ts'
import { DEFAULT_CONTEST_POLICY, RankingPolicySchema, policyOf } from './ranking-policy.ts'
import type { RankingPolicy } from './ranking-policy.ts'
import { STILL_OPEN, overallStandingOf, roundStandingOf } from './standing.ts'
import type { CountedAttempt } from './standing.ts'

const POLICY = policyOf('score', 'prediction_distance', 'duration')
const at = (time: string) => new Date(`2026-12-10T${time}.000Z`)
const attempt = (id: string, facts: Partial<CountedAttempt> = {}): CountedAttempt => ({
  id,
  score: 100,
  isFullScore: false,
  durationMs: 600_000,
  startedAt: at('02:50:00'),
  endedAt: at('03:00:00'),
  prediction: 1_000n,
  ...facts,
})
const withTruth = (truth: bigint) => ({ truth, lotNumber: null })
const counting = (counts: RankingPolicy['counts'], settings: object = {}): RankingPolicy =>
  RankingPolicySchema.parse({ ...POLICY, counts, ...settings })

test('the best attempt of a person stands on the board, with the number of all attempts', () => {
  const attempts = [
    attempt('first', { score: 80 }),
    attempt('second', { isFullScore: true }),
    attempt('third', { durationMs: 700_000, isFullScore: true }),
  ]

  expect(roundStandingOf(POLICY, attempts, withTruth(900n))).toMatchObject({
    attemptId: 'second',
    scoreHundredths: 10_000,
    durationMs: 600_000,
    attemptsUsed: 3,
    fullScoreAttempts: 2,
    predictionOffset: 100n,
  })
})

test('the first or the last attempt stands there when the policy says so, however good', () => {
  const attempts = [attempt('first', { score: 80 }), attempt('second'), attempt('third', { score: 90 })]

  expect(roundStandingOf(counting('first'), attempts, STILL_OPEN)?.attemptId).toBe('first')
  expect(roundStandingOf(counting('last'), attempts, STILL_OPEN)?.attemptId).toBe('third')
})

test('averages are rounded half up, and moments are those of the last attempt', () => {
  const policy = counting('average', { predictionFrom: 'last_given' })
  const attempts = [
    attempt('first', { score: 100, durationMs: 1_000 }),
    attempt('second', { score: 100, durationMs: 1_001 }),
    attempt('third', { score: 0, durationMs: 1_002, endedAt: at('05:00:00') }),
  ]

  expect(roundStandingOf(policy, attempts, STILL_OPEN)).toMatchObject({
    attemptId: 'third',
    scoreHundredths: 6_667,
    durationMs: 1_001,
    endedAt: at('05:00:00'),
  })
})

test('the guess compared is the counted attempt’s, the last given or the first given', () => {
  const attempts = [
    attempt('first', { score: 80, prediction: 1n }),
    attempt('second', { prediction: 2n }),
    attempt('third', { score: 80, prediction: 3n }),
    attempt('silent', { score: 80, prediction: null }),
  ]
  const offsetWith = (predictionFrom: RankingPolicy['predictionFrom']) =>
    roundStandingOf(counting('best', { predictionFrom }), attempts, withTruth(0n))?.predictionOffset

  expect([offsetWith('counted'), offsetWith('last_given'), offsetWith('first_given')]).toEqual([2n, 3n, 1n])
})

test('while the truth is unknown guesses make no difference', () => {
  const attempts = [attempt('far', { prediction: 9_999n }), attempt('close', { prediction: 1_000n })]

  expect(roundStandingOf(POLICY, attempts, STILL_OPEN)).toMatchObject({
    attemptId: 'far',
    predictionOffset: null,
  })
  expect(roundStandingOf(POLICY, attempts, withTruth(1_000n))).toMatchObject({
    attemptId: 'close',
    predictionOffset: 0n,
  })
})

test('an attempt without a guess stands behind an equal one with any guess', () => {
  const attempts = [attempt('silent', { prediction: null }), attempt('wild', { prediction: 9_999_999n })]

  expect(roundStandingOf(POLICY, attempts, withTruth(1n))?.attemptId).toBe('wild')
})

test('of equal attempts the first taken counts', () => {
  expect(roundStandingOf(POLICY, [attempt('first'), attempt('second')], STILL_OPEN)?.attemptId).toBe('first')
})

test('nobody stands on a board without a counted attempt', () => {
  for (const counts of ['best', 'first', 'last'] as const)
    expect(roundStandingOf(counting(counts), [], STILL_OPEN)).toBeNull()
  expect(overallStandingOf(DEFAULT_CONTEST_POLICY, [])).toBeNull()
})

const round = (facts: Partial<Rankable>): Rankable => ({
  scoreHundredths: 10_000,
  durationMs: 600_000,
  startedAt: at('02:50:00'),
  endedAt: at('03:00:00'),
  attemptsUsed: 1,
  fullScoreAttempts: 0,
  predictionOffset: 7n,
  lotNumber: 3,
  ...facts,
})

test('the overall board adds up points, time and attempts, and takes the last end', () => {
  const rounds = [
    round({ endedAt: at('05:00:00') }),
    round({ scoreHundredths: 8_050, durationMs: 1, attemptsUsed: 3, endedAt: at('04:00:00') }),
  ]

  expect(overallStandingOf(DEFAULT_CONTEST_POLICY, rounds)).toMatchObject({
    scoreHundredths: 18_050,
    durationMs: 600_001,
    attemptsUsed: 4,
    endedAt: at('05:00:00'),
    predictionOffset: null,
    lotNumber: null,
  })
})

test('or it takes the best round of each person', () => {
  const policy = { ...DEFAULT_CONTEST_POLICY, combine: 'best_round' as const }
  const rounds = [round({}), round({ scoreHundredths: 8_000, durationMs: 1 })]

  expect(overallStandingOf(policy, rounds)).toMatchObject({
    scoreHundredths: 10_000,
    durationMs: 600_000,
    attemptsUsed: 2,
  })
})

test('the overall standing does not depend on the order of the rounds', () => {
  const rounds = fc.array(
    fc.record({
      scoreHundredths: fc.nat(1_000),
      durationMs: fc.nat(10_000_000),
      startedAt: fc.nat().map((ms) => new Date(ms)),
      endedAt: fc.nat().map((ms) => new Date(ms)),
      attemptsUsed: fc.integer({ min: 1, max: 10 }),
      fullScoreAttempts: fc.nat(10),
      predictionOffset: fc.constant(null),
      lotNumber: fc.constant(null),
    }),
  )
  fc.assert(
    fc.property(rounds, fc.constantFrom('sum' as const, 'best_round' as const), (list, combine) => {
      const policy = { ...DEFAULT_CONTEST_POLICY, combine }

      expect(overallStandingOf(policy, [...list].reverse())).toEqual(overallStandingOf(policy, list))
    }),
  )
})

test('on the overall board points come first, then time, then who was finished first', () => {
  const keys = [
    round({ scoreHundredths: 10_100, durationMs: 900_000 }),
    round({ durationMs: 599_999, endedAt: at('09:00:00') }),
    round({ endedAt: at('02:00:00') }),
    round({}),
    round({ scoreHundredths: 9_900, durationMs: 1 }),
  ].map((each) => overallStandingOf(DEFAULT_CONTEST_POLICY, [each])?.sortKey)

  expect([...keys].sort()).toEqual(keys)
  expect(new Set(keys).size).toBe(keys.length)
})
