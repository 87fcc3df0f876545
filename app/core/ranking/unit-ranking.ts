import { z } from 'zod'
import { ranksOf } from './ranking.ts'

/** How units are compared. Every formula is exact: shares are fractions of whole numbers, never rounded on the way. */
export const UnitFormulaSchema = z.discriminatedUnion('by', [
  /** People who took part. */
  z.object({ by: z.literal('people') }),
  /** People who took part per head of the signed-off head-count. */
  z.object({ by: z.literal('rate') }),
  /** The rate in points (70 % are 70 points) plus points for each prize of the unit's people, best prize first. */
  z.object({
    by: z.literal('rate_and_prizes'),
    prizePoints: z.array(z.number().int().min(0).max(1_000)).min(1).max(20),
  }),
  /** The mean score of the unit's best `count` people; places nobody fills count as 0. */
  z.object({ by: z.literal('mean_of_best'), count: z.number().int().min(1).max(1_000) }),
])
export type UnitFormula = z.infer<typeof UnitFormulaSchema>

export const UnitRankingSchema = z.object({
  version: z.literal(1),
  formula: UnitFormulaSchema,
  /**
   * Head-counts up to which a size class reaches, ascending: [50, 200] makes three classes. Units are ranked among those
   * of their class; without limits all are in one.
   */
  sizeClassLimits: z
    .array(z.number().int().positive())
    .max(10)
    .refine((limits) => limits.every((limit, i) => i === 0 || limit > (limits[i - 1] ?? 0)), 'ascending')
    .default([]),
})
export type UnitRanking = z.infer<typeof UnitRankingSchema>

export const DEFAULT_UNIT_RANKING: UnitRanking = {
  version: 1,
  formula: { by: 'people' },
  sizeClassLimits: [],
}

/** What a unit is ranked by, in whole numbers. */
export type UnitFacts = {
  unitId: string
  /** Signed off by the organizers; null: not known. */
  headCount: number | null
  people: number
  /** The best scores of its people, best first, in hundredths of a point; as many as the formula asks for. */
  bestScores: readonly number[]
  /** How many prizes of each level its people have won, best level first. */
  prizes: readonly number[]
}

/** An exact number: `over` is never zero or negative. */
export type Fraction = { value: bigint; over: bigint }

export type RankedUnit<T extends UnitFacts = UnitFacts> = T & {
  /** Null when the unit can't be compared: its head-count is not known. */
  score: Fraction | null
  rank: number | null
  /** From 0; null when units are divided by size and this one's is not known. */
  sizeClass: number | null
}

/** What the formula gives for a unit; null when it needs a head-count and there is none. */
export function unitScoreOf(formula: UnitFormula, unit: UnitFacts): Fraction | null {
  switch (formula.by) {
    case 'people':
      return whole(unit.people)
    case 'rate':
      return rateOf(unit)
    case 'rate_and_prizes': {
      const rate = rateOf(unit)
      const points = formula.prizePoints.reduce(
        (sum, each, level) => sum + each * (unit.prizes[level] ?? 0),
        0,
      )

      return rate && { value: rate.value * 100n + BigInt(points) * rate.over, over: rate.over }
    }
    case 'mean_of_best': {
      const sum = unit.bestScores.slice(0, formula.count).reduce((total, score) => total + score, 0)

      return { value: BigInt(sum), over: BigInt(formula.count) * 100n }
    }
    default:
      return formula satisfies never
  }
}

/**
 * Units by class and, within it, best first; equal scores are equal ranks (1, 2, 2, 4), in the order given. Units that
 * can't be compared come last, without a rank.
 */
export function rankUnits<T extends UnitFacts>(
  { formula, sizeClassLimits }: UnitRanking,
  units: readonly T[],
): RankedUnit<T>[] {
  const scored = units.map((unit) => ({
    ...unit,
    score: unitScoreOf(formula, unit),
    sizeClass: sizeClassOf(sizeClassLimits, unit.headCount),
  }))
  const isRanked = (unit: (typeof scored)[number]): boolean => unit.score !== null && unit.sizeClass !== null
  const byClass = Map.groupBy(scored.filter(isRanked), ({ sizeClass }) => sizeClass ?? 0)
  const ranked = [...byClass]
    .sort(([a], [b]) => a - b)
    .flatMap(([, members]) => {
      const sorted = members.toSorted((a, b) => compareFractions(b.score, a.score))
      const ranks = ranksOf(sorted.map(({ score }) => fractionText(score ?? ZERO)))

      return sorted.map((unit, index) => ({ ...unit, rank: ranks[index] ?? null }))
    })

  return [...ranked, ...scored.filter((unit) => !isRanked(unit)).map((unit) => ({ ...unit, rank: null }))]
}

/** Whether a formula tells more than how many people took part, so that a frozen board must hide it. */
export function revealsScores({ by }: UnitFormula): boolean {
  return by === 'mean_of_best' || by === 'rate_and_prizes'
}

/** As a number, for showing only. */
export function toNumber({ value, over }: Fraction): number {
  // Three decimals more than are shown, so that what is shown is rounded once.
  return Number((value * 1_000_000n) / over) / 1_000_000
}

/** Which size class a head-count falls in; null when it is not known and classes exist. */
export function sizeClassOf(limits: readonly number[], headCount: number | null): number | null {
  if (limits.length === 0) return 0
  if (headCount === null) return null
  const index = limits.findIndex((limit) => headCount <= limit)

  return index === -1 ? limits.length : index
}

function rateOf({ people, headCount }: UnitFacts): Fraction | null {
  return headCount ? { value: BigInt(people), over: BigInt(headCount) } : null
}

function whole(value: number): Fraction {
  return { value: BigInt(value), over: 1n }
}

function compareFractions(a: Fraction | null, b: Fraction | null): number {
  const left = (a?.value ?? 0n) * (b?.over ?? 1n)
  const right = (b?.value ?? 0n) * (a?.over ?? 1n)
  if (left === right) return 0

  return left < right ? -1 : 1
}

const ZERO: Fraction = { value: 0n, over: 1n }

/** In lowest terms: equal fractions, however written, give equal text, such as 1/2 and 28/56. */
export function fractionText({ value, over }: Fraction): string {
  const divisor = greatestCommonDivisor(value, over)

  return `${value / divisor}/${over / divisor}`
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
