import { z } from 'zod'

/**
 * A ranking policy is an ordered list of criteria, each with the direction in which better comes first.
 * It is data: the same list ranks, and is printed in the rules and under every board.
 */
export const CriterionSchema = z.enum([
  'score',
  'prediction_distance',
  'duration',
  'ended_at',
  'attempts_used',
])
export type Criterion = z.infer<typeof CriterionSchema>

export const RankingPolicySchema = z
  .array(CriterionSchema)
  .min(1)
  .refine((criteria) => new Set(criteria).size === criteria.length, 'each criterion at most once')
export type RankingPolicy = z.infer<typeof RankingPolicySchema>

/** What one attempt (or one person's sum over rounds) is ranked by. */
export type Rankable = {
  score: number
  durationMs: number
  endedAt: Date
  attemptsUsed: number
  /** In hundred-thousandths; null while the truth is unknown or when no guess was made. */
  predictionDistance: bigint | null
}

/** Digits of one part of the sort key: any value up to 10^16 − 1 fits. */
const PART_DIGITS = 16
const WORST = 10n ** BigInt(PART_DIGITS) - 1n

/**
 * One sortable key per row: byte order ascending is better first, equal keys are equal ranks (invariant 7).
 * Every criterion takes 16 digits, so a million rows are ranked by one index.
 */
export function sortKeyOf(policy: RankingPolicy, row: Rankable): string {
  return policy.map((criterion) => partOf(criterion, row).toString().padStart(PART_DIGITS, '0')).join('.')
}

/** Negative when `a` ranks before `b`, 0 when equal by the policy. */
export function compareByPolicy(policy: RankingPolicy, a: Rankable, b: Rankable): number {
  const keyA = sortKeyOf(policy, a)
  const keyB = sortKeyOf(policy, b)
  if (keyA === keyB) return 0

  return keyA < keyB ? -1 : 1
}

/**
 * Ranks of rows that are already sorted by key: equal keys share a rank and the next rank skips (1, 2, 2, 4).
 * @param firstPlace where the first row stands in the whole list, from 1, so that a board can be continued on any page
 * @param firstRank the rank of the first row; less than its place when equal rows stand before it
 */
export function ranksOf(sortKeys: readonly string[], firstPlace = 1, firstRank = firstPlace): number[] {
  let rank = firstRank

  return sortKeys.map((key, index) => {
    if (index > 0 && key !== sortKeys[index - 1]) rank = firstPlace + index

    return rank
  })
}

/** The attempt of one person that counts: the best by the policy; of equal ones the first in the list. */
export function bestOf<T extends Rankable>(policy: RankingPolicy, rows: readonly T[]): T | null {
  return rows.reduce<T | null>(
    (best, row) => (best === null || compareByPolicy(policy, row, best) < 0 ? row : best),
    null,
  )
}

function partOf(criterion: Criterion, row: Rankable): bigint {
  switch (criterion) {
    case 'score':
      return WORST - BigInt(row.score)
    case 'prediction_distance':
      return row.predictionDistance ?? WORST
    case 'duration':
      return BigInt(row.durationMs)
    case 'ended_at':
      return BigInt(row.endedAt.getTime())
    case 'attempts_used':
      return BigInt(row.attemptsUsed)
    default:
      return criterion satisfies never
  }
}
