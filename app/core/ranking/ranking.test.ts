import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom, shuffled } from '#app/core/random.ts'
import { bestOf, compareByPolicy, distanceOf, ranksOf, sortKeyOf } from './ranking.ts'
import type { Criterion, Rankable } from './ranking.ts'
import { CriterionSchema, policyOf } from './ranking-policy.ts'

/** Few different values, so that ties on some criteria and on all of them are common. */
const close = <T>(wide: fc.Arbitrary<T>, ...few: T[]) => fc.oneof(fc.constantFrom(...few), wide)
const instant = close(fc.integer({ min: 0, max: 4_102_444_800_000 }), 0, 1_796_000_000_000).map(
  (ms) => new Date(ms),
)
const rowArbitrary: fc.Arbitrary<Rankable> = fc.record({
  scoreHundredths: close(fc.integer({ min: 0, max: 100_000_000 }), 0, 900, 966, 967, 1_000, 10_000),
  durationMs: close(fc.integer({ min: 0, max: 100_000_000 }), 9_999, 10_000, 10_001, 60_000),
  startedAt: instant,
  endedAt: instant,
  attemptsUsed: close(fc.integer({ min: 1, max: 1_000 }), 1, 2, 10),
  fullScoreAttempts: close(fc.nat(1_000), 0, 1, 10),
  predictionOffset: close<bigint | null>(
    fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
    null,
    0n,
    9n,
    -9n,
    10n,
    -10n,
  ),
  lotNumber: close<number | null>(fc.integer({ min: 1, max: 100 }), null, 1, 2),
})
const precisionMs = fc.constantFrom(1 as const, 10 as const, 100 as const, 1_000 as const)
const direction = fc.constantFrom('lower' as const, 'higher' as const)
const criterionArbitraries: fc.Arbitrary<Criterion>[] = [
  fc.constant({ by: 'score', direction: 'higher' }),
  fc.record({
    by: fc.constant('prediction_distance' as const),
    direction: fc.constant('lower' as const),
    overGuess: fc.constantFrom('same' as const, 'after_under' as const, 'disqualified' as const),
  }),
  fc.record({ by: fc.constant('duration' as const), direction: fc.constant('lower' as const), precisionMs }),
  fc.record({ by: fc.constant('ended_at' as const), direction, precisionMs }),
  fc.record({ by: fc.constant('started_at' as const), direction, precisionMs }),
  fc.record({ by: fc.constant('attempts_used' as const), direction }),
  fc.record({ by: fc.constant('full_score_attempts' as const), direction }),
  fc.constant({ by: 'lot', direction: 'lower' }),
]
const criteriaArbitrary: fc.Arbitrary<Criterion[]> = fc
  .shuffledSubarray(criterionArbitraries, { minLength: 1 })
  .chain((chosen) => fc.tuple(...chosen))

const { criteria: CRITERIA } = policyOf('score', 'prediction_distance', 'duration', 'ended_at')
const ROW: Rankable = {
  scoreHundredths: 10_000,
  durationMs: 600_000,
  startedAt: new Date('2026-12-10T02:50:00.000Z'),
  endedAt: new Date('2026-12-10T03:00:00.000Z'),
  attemptsUsed: 2,
  fullScoreAttempts: 1,
  predictionOffset: 500n,
  lotNumber: null,
}

/** What a criterion looks at, smaller is better. Written out once more, without keys, to judge the keys by. */
function looksAt(criterion: Criterion, row: Rankable): (number | bigint)[] {
  const toward = (value: number) =>
    'direction' in criterion && criterion.direction === 'higher' ? -value : value
  switch (criterion.by) {
    case 'score':
      return [-row.scoreHundredths]
    case 'prediction_distance': {
      const distance = distanceOf(row.predictionOffset)
      const isOver = (row.predictionOffset ?? 0n) > 0n
      if (distance === null || (isOver && criterion.overGuess === 'disqualified')) return [1, 0n, 0]

      return [0, distance, isOver && criterion.overGuess === 'after_under' ? 1 : 0]
    }
    case 'duration':
      return [Math.floor(row.durationMs / criterion.precisionMs)]
    case 'ended_at':
      return [toward(Math.floor(row.endedAt.getTime() / criterion.precisionMs))]
    case 'started_at':
      return [toward(Math.floor(row.startedAt.getTime() / criterion.precisionMs))]
    case 'attempts_used':
      return [toward(row.attemptsUsed)]
    case 'full_score_attempts':
      return [toward(row.fullScoreAttempts)]
    case 'lot':
      return [row.lotNumber ?? Infinity]
  }
}

function compareNaively(criteria: readonly Criterion[], a: Rankable, b: Rankable): number {
  for (const criterion of criteria) {
    const ofB = looksAt(criterion, b)
    for (const [index, value] of looksAt(criterion, a).entries()) {
      const other = ofB[index] as number | bigint
      if (value < other) return -1
      if (value > other) return 1
    }
  }

  return 0
}

test('the order of sort keys is the order of the criteria, one after the other', () => {
  fc.assert(
    fc.property(criteriaArbitrary, rowArbitrary, rowArbitrary, (criteria, a, b) => {
      const keyA = sortKeyOf(criteria, a)
      const keyB = sortKeyOf(criteria, b)

      expect(keyA < keyB ? -1 : Number(keyA > keyB)).toBe(compareNaively(criteria, a, b))
    }),
    { numRuns: 3_000 },
  )
})

test('the order of sort keys is byte order, as the database’s index has it', () => {
  fc.assert(
    fc.property(criteriaArbitrary, rowArbitrary, rowArbitrary, (criteria, a, b) => {
      const keys = [sortKeyOf(criteria, a), sortKeyOf(criteria, b)] as const

      expect(Math.sign(Buffer.compare(Buffer.from(keys[0]), Buffer.from(keys[1])))).toBe(
        compareByPolicy(criteria, a, b),
      )
    }),
  )
})

test('any two rows can be compared, and comparing is transitive', () => {
  fc.assert(
    fc.property(criteriaArbitrary, rowArbitrary, rowArbitrary, rowArbitrary, (criteria, a, b, c) => {
      const compare = (x: Rankable, y: Rankable) => compareByPolicy(criteria, x, y)

      expect(compare(a, a)).toBe(0)
      expect(compare(a, b) + compare(b, a)).toBe(0)
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

test('the rank of a row does not depend on the order in which rows come in', () => {
  const ranksByRow = (criteria: Criterion[], rows: Rankable[]) => {
    const sorted = [...rows].sort((a, b) => compareByPolicy(criteria, a, b))
    const ranks = ranksOf(sorted.map((row) => sortKeyOf(criteria, row)))

    return new Map(sorted.map((row, i) => [row, ranks[i]]))
  }
  fc.assert(
    fc.property(
      criteriaArbitrary,
      fc.array(rowArbitrary, { maxLength: 30 }),
      fc.string(),
      (criteria, rows, seed) => {
        const one = ranksByRow(criteria, rows)
        const other = ranksByRow(criteria, shuffled(rows, createRandom(seed)))

        for (const row of rows) expect(other.get(row)).toBe(one.get(row))
      },
    ),
  )
})

test('a rank is one more than the number of better rows', () => {
  fc.assert(
    fc.property(criteriaArbitrary, fc.array(rowArbitrary, { maxLength: 30 }), (criteria, rows) => {
      const sorted = [...rows].sort((a, b) => compareByPolicy(criteria, a, b))
      const ranks = ranksOf(sorted.map((row) => sortKeyOf(criteria, row)))

      expect(ranks).toEqual(
        sorted.map((row) => 1 + rows.filter((each) => compareNaively(criteria, each, row) < 0).length),
      )
    }),
  )
})

test('who becomes better in one respect never falls behind where they stood', () => {
  const improve: ((row: Rankable) => Rankable)[] = [
    (row) => ({ ...row, scoreHundredths: row.scoreHundredths + 1 }),
    (row) => ({ ...row, durationMs: Math.max(0, row.durationMs - 1) }),
    (row) => ({ ...row, predictionOffset: row.predictionOffset === null ? null : row.predictionOffset / 2n }),
    (row) => ({ ...row, lotNumber: 1 }),
  ]
  fc.assert(
    fc.property(criteriaArbitrary, rowArbitrary, fc.constantFrom(...improve), (criteria, row, better) => {
      expect(compareByPolicy(criteria, better(row), row)).toBeLessThanOrEqual(0)
    }),
  )
})

test.each<[better: string, change: Partial<Rankable>]>([
  ['more points', { scoreHundredths: 10_100 }],
  ['a hundredth of a point more', { scoreHundredths: 10_001 }],
  ['a closer guess', { predictionOffset: 499n }],
  ['less time', { durationMs: 599_999 }],
  ['an earlier end', { endedAt: new Date('2026-12-10T02:59:59.999Z') }],
])('%s ranks before, everything else equal', (_better, change) => {
  expect(compareByPolicy(CRITERIA, { ...ROW, ...change }, ROW)).toBe(-1)
  expect(compareByPolicy(CRITERIA, ROW, { ...ROW, ...change })).toBe(1)
})

test('an earlier criterion outweighs all later ones together', () => {
  const slowButRight: Rankable = {
    ...ROW,
    scoreHundredths: 10_001,
    predictionOffset: null,
    durationMs: 9_999_999,
  }

  expect(compareByPolicy(CRITERIA, slowButRight, { ...ROW, predictionOffset: 0n, durationMs: 1 })).toBe(-1)
})

test('no guess ranks behind every guess', () => {
  expect(
    compareByPolicy(CRITERIA, { ...ROW, predictionOffset: null }, { ...ROW, predictionOffset: 10n ** 13n }),
  ).toBe(1)
})

test('over and under by the same amount is the same, or under ranks first, or over does not count', () => {
  const over = { ...ROW, predictionOffset: 5n }
  const under = { ...ROW, predictionOffset: -5n }
  const farUnder = { ...ROW, predictionOffset: -6n }
  const silent = { ...ROW, predictionOffset: null }
  const compare = (overGuess: 'same' | 'after_under' | 'disqualified', a: Rankable, b: Rankable) =>
    compareByPolicy([CriterionSchema.parse({ by: 'prediction_distance', overGuess })], a, b)

  expect(compare('same', over, under)).toBe(0)
  expect(compare('after_under', under, over)).toBe(-1)
  expect(compare('after_under', over, farUnder)).toBe(-1)
  expect(compare('disqualified', farUnder, over)).toBe(-1)
  expect(compare('disqualified', over, silent)).toBe(0)
})

test('what is below the precision makes no difference', () => {
  const hundredths = [CriterionSchema.parse({ by: 'duration', precisionMs: 10 })]

  expect(compareByPolicy(hundredths, { ...ROW, durationMs: 12_349 }, { ...ROW, durationMs: 12_340 })).toBe(0)
  expect(compareByPolicy(hundredths, { ...ROW, durationMs: 12_339 }, { ...ROW, durationMs: 12_340 })).toBe(-1)
})

test('keys of whole points are what they were before averages existed', () => {
  expect(sortKeyOf(policyOf('score', 'attempts_used').criteria, ROW)).toBe(
    '9999999999999899.0000000000000002',
  )
})

test('what the policy does not name makes no difference', () => {
  expect(compareByPolicy(CRITERIA, { ...ROW, attemptsUsed: 9 }, ROW)).toBe(0)
  expect(compareByPolicy(policyOf('score').criteria, { ...ROW, durationMs: 1 }, ROW)).toBe(0)
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
    { id: 'weak', ...ROW, scoreHundredths: 9_000 },
    { id: 'best', ...ROW },
    { id: 'same', ...ROW },
    { id: 'slow', ...ROW, durationMs: 700_000 },
  ]

  expect(bestOf(CRITERIA, attempts)?.id).toBe('best')
  expect(bestOf(CRITERIA, [])).toBeNull()
})
