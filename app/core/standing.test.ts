import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rankable, RankingPolicy } from './ranking.ts'
import { overallStandingOf, roundStandingOf } from './standing.ts'
import type { CountedAttempt } from './standing.ts'

const POLICY: RankingPolicy = ['score', 'prediction_distance', 'duration']
const at = (time: string) => new Date(`2026-12-10T${time}.000Z`)
const attempt = (id: string, facts: Partial<CountedAttempt> = {}): CountedAttempt => ({
  id,
  score: 100,
  durationMs: 600_000,
  endedAt: at('03:00:00'),
  prediction: 1_000n,
  ...facts,
})

test('the best attempt of a person stands on the board, with the number of all attempts', () => {
  const attempts = [
    attempt('first', { score: 80 }),
    attempt('second'),
    attempt('third', { durationMs: 700_000 }),
  ]

  expect(roundStandingOf(POLICY, attempts, 900n)).toMatchObject({
    attemptId: 'second',
    score: 100,
    durationMs: 600_000,
    attemptsUsed: 3,
    predictionDistance: 100n,
  })
})

test('while the truth is unknown guesses make no difference', () => {
  const attempts = [attempt('far', { prediction: 9_999n }), attempt('close', { prediction: 1_000n })]

  expect(roundStandingOf(POLICY, attempts, null)).toMatchObject({
    attemptId: 'far',
    predictionDistance: null,
  })
  expect(roundStandingOf(POLICY, attempts, 1_000n)).toMatchObject({
    attemptId: 'close',
    predictionDistance: 0n,
  })
})

test('an attempt without a guess stands behind an equal one with any guess', () => {
  const attempts = [attempt('silent', { prediction: null }), attempt('wild', { prediction: 9_999_999n })]

  expect(roundStandingOf(POLICY, attempts, 1n)?.attemptId).toBe('wild')
})

test('of equal attempts the first taken counts', () => {
  expect(roundStandingOf(POLICY, [attempt('first'), attempt('second')], null)?.attemptId).toBe('first')
})

test('nobody stands on a board without a counted attempt', () => {
  expect(roundStandingOf(POLICY, [], null)).toBeNull()
  expect(overallStandingOf([])).toBeNull()
})

const round = (facts: Partial<Rankable>): Rankable => ({
  score: 100,
  durationMs: 600_000,
  endedAt: at('03:00:00'),
  attemptsUsed: 1,
  predictionDistance: 7n,
  ...facts,
})

test('the overall board adds up points, time and attempts, and takes the last end', () => {
  const rounds = [
    round({ endedAt: at('05:00:00') }),
    round({ score: 80, durationMs: 1, attemptsUsed: 3, endedAt: at('04:00:00') }),
  ]

  expect(overallStandingOf(rounds)).toMatchObject({
    score: 180,
    durationMs: 600_001,
    attemptsUsed: 4,
    endedAt: at('05:00:00'),
    predictionDistance: null,
  })
})

test('the overall standing does not depend on the order of the rounds', () => {
  const rounds = fc.array(
    fc.record({
      score: fc.nat(1_000),
      durationMs: fc.nat(10_000_000),
      endedAt: fc.nat().map((ms) => new Date(ms)),
      attemptsUsed: fc.integer({ min: 1, max: 10 }),
      predictionDistance: fc.constant(null),
    }),
  )
  fc.assert(
    fc.property(rounds, (list) => {
      expect(overallStandingOf([...list].reverse())).toEqual(overallStandingOf(list))
    }),
  )
})

test('on the overall board points come first, then time, then who was finished first', () => {
  const keys = [
    round({ score: 101, durationMs: 900_000 }),
    round({ durationMs: 599_999, endedAt: at('09:00:00') }),
    round({ endedAt: at('02:00:00') }),
    round({}),
    round({ score: 99, durationMs: 1 }),
  ].map((each) => overallStandingOf([each])?.sortKey)

  expect([...keys].sort()).toEqual(keys)
  expect(new Set(keys).size).toBe(keys.length)
})
