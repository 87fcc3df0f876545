import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom, shuffled } from './random.ts'
import {
  CriterionSchema,
  RankingPolicySchema,
  bestOf,
  compareByPolicy,
  ranksOf,
  sortKeyOf,
} from './ranking.ts'
import type { Criterion, Rankable, RankingPolicy } from './ranking.ts'

/** Few different values, so that ties on some criteria and on all of them are common. */
const close = <T>(wide: fc.Arbitrary<T>, ...few: T[]) => fc.oneof(fc.constantFrom(...few), wide)
const rowArbitrary: fc.Arbitrary<Rankable> = fc.record({
  score: close(fc.integer({ min: 0, max: 1_000_000 }), 0, 9, 10, 100),
  durationMs: close(fc.integer({ min: 0, max: 100_000_000 }), 9_999, 10_000, 60_000),
  endedAt: close(fc.integer({ min: 0, max: 4_102_444_800_000 }), 0, 1_796_000_000_000).map(
    (ms) => new Date(ms),
  ),
  attemptsUsed: close(fc.integer({ min: 1, max: 1_000 }), 1, 2, 10),
  predictionDistance: close<bigint | null>(fc.bigInt({ min: 0n, max: 10n ** 13n }), null, 0n, 9n, 10n),
})
const policyArbitrary: fc.Arbitrary<RankingPolicy> = fc.shuffledSubarray([...CriterionSchema.options], {
  minLength: 1,
})

const POLICY: RankingPolicy = ['score', 'prediction_distance', 'duration', 'ended_at']
const ROW: Rankable = {
  score: 100,
  durationMs: 600_000,
  endedAt: new Date('2026-12-10T03:00:00.000Z'),
  attemptsUsed: 2,
  predictionDistance: 500n,
}

/** Negative when `a` is better. Written out once more, without keys, to judge the keys by. */
const naively: Record<Criterion, (a: Rankable, b: Rankable) => number> = {
  score: (a, b) => b.score - a.score,
  duration: (a, b) => a.durationMs - b.durationMs,
  ended_at: (a, b) => a.endedAt.getTime() - b.endedAt.getTime(),
  attempts_used: (a, b) => a.attemptsUsed - b.attemptsUsed,
  prediction_distance: (a, b) => {
    if (a.predictionDistance === b.predictionDistance) return 0
    if (a.predictionDistance === null) return 1
    if (b.predictionDistance === null) return -1

    return a.predictionDistance < b.predictionDistance ? -1 : 1
  },
}
const compareNaively = (policy: RankingPolicy, a: Rankable, b: Rankable) =>
  policy.map((criterion) => Math.sign(naively[criterion](a, b))).find((sign) => sign !== 0) ?? 0

test('the order of sort keys is the order of the criteria, one after the other', () => {
  fc.assert(
    fc.property(policyArbitrary, rowArbitrary, rowArbitrary, (policy, a, b) => {
      const keyA = sortKeyOf(policy, a)
      const keyB = sortKeyOf(policy, b)

      expect(keyA < keyB ? -1 : Number(keyA > keyB)).toBe(compareNaively(policy, a, b))
    }),
    { numRuns: 1_000 },
  )
})

test('any two rows can be compared, and comparing is transitive', () => {
  fc.assert(
    fc.property(policyArbitrary, rowArbitrary, rowArbitrary, rowArbitrary, (policy, a, b, c) => {
      const compare = (x: Rankable, y: Rankable) => compareByPolicy(policy, x, y)

      expect(compare(a, a)).toBe(0)
      expect(compare(a, b) + compare(b, a)).toBe(0)
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

test('the rank of a row does not depend on the order in which rows come in', () => {
  const ranksByRow = (policy: RankingPolicy, rows: Rankable[]) => {
    const sorted = [...rows].sort((a, b) => compareByPolicy(policy, a, b))
    const ranks = ranksOf(sorted.map((row) => sortKeyOf(policy, row)))

    return new Map(sorted.map((row, i) => [row, ranks[i]]))
  }
  fc.assert(
    fc.property(
      policyArbitrary,
      fc.array(rowArbitrary, { maxLength: 30 }),
      fc.string(),
      (policy, rows, seed) => {
        const one = ranksByRow(policy, rows)
        const other = ranksByRow(policy, shuffled(rows, createRandom(seed)))

        for (const row of rows) expect(other.get(row)).toBe(one.get(row))
      },
    ),
  )
})

test('a rank is one more than the number of better rows', () => {
  fc.assert(
    fc.property(policyArbitrary, fc.array(rowArbitrary, { maxLength: 30 }), (policy, rows) => {
      const sorted = [...rows].sort((a, b) => compareByPolicy(policy, a, b))
      const ranks = ranksOf(sorted.map((row) => sortKeyOf(policy, row)))

      expect(ranks).toEqual(
        sorted.map((row) => 1 + rows.filter((each) => compareNaively(policy, each, row) < 0).length),
      )
    }),
  )
})

test.each<[better: string, change: Partial<Rankable>]>([
  ['more points', { score: 101 }],
  ['a closer guess', { predictionDistance: 499n }],
  ['less time', { durationMs: 599_999 }],
  ['an earlier end', { endedAt: new Date('2026-12-10T02:59:59.999Z') }],
])('%s ranks before, everything else equal', (_better, change) => {
  expect(compareByPolicy(POLICY, { ...ROW, ...change }, ROW)).toBe(-1)
  expect(compareByPolicy(POLICY, ROW, { ...ROW, ...change })).toBe(1)
})

test('an earlier criterion outweighs all later ones together', () => {
  const slowButRight: Rankable = { ...ROW, score: 101, predictionDistance: null, durationMs: 9_999_999 }

  expect(compareByPolicy(POLICY, slowButRight, { ...ROW, predictionDistance: 0n, durationMs: 1 })).toBe(-1)
})

test('no guess ranks behind every guess', () => {
  expect(
    compareByPolicy(POLICY, { ...ROW, predictionDistance: null }, { ...ROW, predictionDistance: 10n ** 13n }),
  ).toBe(1)
})

test('what the policy does not name makes no difference', () => {
  expect(compareByPolicy(POLICY, { ...ROW, attemptsUsed: 9 }, ROW)).toBe(0)
  expect(compareByPolicy(['score'], { ...ROW, durationMs: 1 }, ROW)).toBe(0)
})

test('equal rows share a rank and the next rank skips', () => {
  expect(ranksOf(['a', 'b', 'b', 'c'])).toEqual([1, 2, 2, 4])
  expect(ranksOf(['a', 'a', 'a'])).toEqual([1, 1, 1])
  expect(ranksOf(['a'])).toEqual([1])
  expect(ranksOf([])).toEqual([])
})

test('a board continued on the next page has the ranks of the whole board', () => {
  const keys = ['a', 'b', 'b', 'b', 'c', 'd', 'd']
  const whole = ranksOf(keys)

  for (let from = 1; from < keys.length; from++) {
    const rankOfFirst = keys.indexOf(keys[from] ?? '') + 1

    expect(ranksOf(keys.slice(from), from + 1, rankOfFirst)).toEqual(whole.slice(from))
  }
})

test('the best of several attempts counts, of equal ones the first', () => {
  const attempts = [
    { id: 'weak', ...ROW, score: 90 },
    { id: 'best', ...ROW },
    { id: 'same', ...ROW },
    { id: 'slow', ...ROW, durationMs: 700_000 },
  ]

  expect(bestOf(POLICY, attempts)?.id).toBe('best')
  expect(bestOf(POLICY, [])).toBeNull()
})

test.each([
  ['empty', []],
  ['a criterion twice', ['score', 'score']],
  ['an unknown criterion', ['luck']],
])('a ranking policy is refused: %s', (_why, policy) => {
  expect(RankingPolicySchema.safeParse(policy).success).toBe(false)
})
