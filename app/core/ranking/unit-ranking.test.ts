import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  DEFAULT_UNIT_RANKING,
  UnitRankingSchema,
  rankUnits,
  revealsScores,
  unitScoreOf,
} from './unit-ranking.ts'
import type { UnitFacts, UnitFormula } from './unit-ranking.ts'

const unit = (unitId: string, facts: Partial<UnitFacts> = {}): UnitFacts => ({
  unitId,
  headCount: 56,
  people: 41,
  bestScores: [],
  prizes: [],
  ...facts,
})
const ranking = (formula: UnitFormula, sizeClassLimits: number[] = []) =>
  UnitRankingSchema.parse({ version: 1, formula, sizeClassLimits })
const placesOf = (...[how, units]: Parameters<typeof rankUnits>) =>
  rankUnits(how, units).map(({ unitId, rank }) => `${unitId}:${rank}`)

test('without settings units are compared by the people who took part', () => {
  const units = [
    unit('a', { people: 3 }),
    unit('b', { people: 9 }),
    unit('c', { people: 3 }),
    unit('d', { people: 1 }),
  ]

  expect(placesOf(DEFAULT_UNIT_RANKING, units)).toEqual(['b:1', 'a:2', 'c:2', 'd:4'])
})

test('the same rate is the same rank, whatever the size: 28 of 56 is 1 of 2', () => {
  const units = [
    unit('half', { people: 1, headCount: 2 }),
    unit('third', { people: 1, headCount: 3 }),
    unit('also half', { people: 28 }),
    unit('more than a third', { people: 333_334, headCount: 1_000_000 }),
    unit('unknown', { headCount: null, people: 500 }),
  ]

  expect(placesOf(ranking({ by: 'rate' }), units)).toEqual([
    'half:1',
    'also half:1',
    'more than a third:3',
    'third:4',
    'unknown:null',
  ])
})

test('a rate of 70 % is 70 points, and prizes add theirs', () => {
  const formula: UnitFormula = { by: 'rate_and_prizes', prizePoints: [10, 8, 6] }

  expect(unitScoreOf(formula, unit('a', { people: 7, headCount: 10, prizes: [1, 0, 2] }))).toEqual({
    value: 920n,
    over: 10n,
  })
  expect(
    placesOf(ranking(formula), [
      unit('rate only', { people: 9, headCount: 10 }),
      unit('with prizes', { people: 7, headCount: 10, prizes: [1, 0, 2] }),
    ]),
  ).toEqual(['with prizes:1', 'rate only:2'])
})

test('the mean of the best counts places that nobody fills as 0', () => {
  const formula: UnitFormula = { by: 'mean_of_best', count: 3 }
  const units = [
    unit('two good', { bestScores: [10_000, 10_000] }),
    unit('three fair', { bestScores: [7_000, 7_000, 7_000, 1] }),
    unit('nobody'),
  ]

  expect(placesOf(ranking(formula), units)).toEqual(['three fair:1', 'two good:2', 'nobody:3'])
})

test('units are ranked among those of their size', () => {
  const units = [
    unit('small', { headCount: 50, people: 10 }),
    unit('large', { headCount: 201, people: 150 }),
    unit('middle', { headCount: 51, people: 40 }),
    unit('also small', { headCount: 12, people: 12 }),
    unit('unknown', { headCount: null, people: 99 }),
  ]

  expect(placesOf(ranking({ by: 'people' }, [50, 200]), units)).toEqual([
    'also small:1',
    'small:2',
    'middle:1',
    'large:1',
    'unknown:null',
  ])
})

test('a rank is one more than the number of better units, and one more person never loses a place', () => {
  const units = fc.array(
    fc.record({
      unitId: fc.uuid(),
      headCount: fc.integer({ min: 1, max: 60 }),
      people: fc.nat(60),
      bestScores: fc.constant([]),
      prizes: fc.constant([]),
    }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(units, (list) => {
      const how = ranking({ by: 'rate' })
      for (const each of rankUnits(how, list)) {
        const better = list.filter((other) => other.people * each.headCount > each.people * other.headCount)

        expect(each.rank).toBe(better.length + 1)
      }
      const [first, ...others] = list as UnitFacts[] as [UnitFacts, ...UnitFacts[]]
      const rankOf = (facts: UnitFacts) =>
        rankUnits(how, [facts, ...others]).find(({ unitId }) => unitId === first.unitId)?.rank ?? 0

      expect(rankOf({ ...first, people: first.people + 1 })).toBeLessThanOrEqual(rankOf(first))
    }),
  )
})

test('only formulas that look at results are hidden by a frozen board', () => {
  expect(revealsScores({ by: 'people' }) || revealsScores({ by: 'rate' })).toBe(false)
  expect(revealsScores({ by: 'mean_of_best', count: 3 })).toBe(true)
})

test.each([[[200, 50]], [[50, 50]], [[0]]])('size classes %j are refused', (sizeClassLimits) => {
  expect(UnitRankingSchema.safeParse({ ...DEFAULT_UNIT_RANKING, sizeClassLimits }).success).toBe(false)
})
