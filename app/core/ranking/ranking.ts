import type { Criterion } from './ranking-policy.ts'

export { RankingPolicySchema } from './ranking-policy.ts'
export type { Criterion, RankingPolicy } from './ranking-policy.ts'

/** What one attempt (or one person's rounds together) is ranked by. */
export type Rankable = {
  /** Whole points times 100: averages have fractions. */
  scoreHundredths: number
  durationMs: number
  startedAt: Date
  endedAt: Date
  attemptsUsed: number
  /** How many attempts had every answer right. */
  fullScoreAttempts: number
  /** Guess minus truth in hundred-thousandths, so over is positive; null while the truth is unknown or without a guess. */
  predictionOffset: bigint | null
  /** Null while no lots were drawn. */
  lotNumber: number | null
}

/** Digits of one part of the sort key: any value up to 10^16 − 1 fits. */
const PART_DIGITS = 16
const WORST = 10n ** BigInt(PART_DIGITS) - 1n

/**
 * One sortable key per row: byte order ascending is better first, equal keys are equal ranks (invariant 7).
 * Every criterion takes 16 digits, so a million rows are ranked by one index.
 */
export function sortKeyOf(criteria: readonly Criterion[], row: Rankable): string {
  return criteria.map((criterion) => partOf(criterion, row)).join('.')
}

/** Negative when `a` ranks before `b`, 0 when equal by the criteria. */
export function compareByPolicy(criteria: readonly Criterion[], a: Rankable, b: Rankable): number {
  const keyA = sortKeyOf(criteria, a)
  const keyB = sortKeyOf(criteria, b)
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

/** The row that is best by the criteria; of equal ones the first in the list. */
export function bestOf<T extends Rankable>(criteria: readonly Criterion[], rows: readonly T[]): T | null {
  return rows.reduce<T | null>(
    (best, row) => (best === null || compareByPolicy(criteria, row, best) < 0 ? row : best),
    null,
  )
}

/** How far a guess is from the truth, whichever way; null without one. */
export function distanceOf(predictionOffset: bigint | null): bigint | null {
  if (predictionOffset === null) return null

  return predictionOffset < 0n ? -predictionOffset : predictionOffset
}

function partOf(criterion: Criterion, row: Rankable): string {
  switch (criterion.by) {
    case 'score':
      return scorePart(row.scoreHundredths)
    case 'prediction_distance':
      return digits(predictionPart(criterion.overGuess, row.predictionOffset))
    case 'duration':
      return digits(directed(criterion, cut(row.durationMs, criterion.precisionMs)))
    case 'ended_at':
      return digits(directed(criterion, cut(row.endedAt.getTime(), criterion.precisionMs)))
    case 'started_at':
      return digits(directed(criterion, cut(row.startedAt.getTime(), criterion.precisionMs)))
    case 'attempts_used':
      return digits(directed(criterion, BigInt(row.attemptsUsed)))
    case 'full_score_attempts':
      return digits(directed(criterion, BigInt(row.fullScoreAttempts)))
    case 'lot':
      return digits(row.lotNumber === null ? WORST : BigInt(row.lotNumber))
    default:
      return criterion satisfies never
  }
}

/**
 * Whole points as every key had them before averages existed. A fraction is written as the next whole number and what
 * is missing to it: "~" sorts behind the "." or the end that follows whole points, so 67 comes before 66.99 before 66.
 */
function scorePart(scoreHundredths: number): string {
  const points = Math.ceil(scoreHundredths / 100)
  const missing = points * 100 - scoreHundredths
  const whole = digits(WORST - BigInt(points))

  return missing === 0 ? whole : `${whole}~${String(missing).padStart(2, '0')}`
}

function predictionPart(
  overGuess: 'same' | 'after_under' | 'disqualified',
  predictionOffset: bigint | null,
): bigint {
  const distance = distanceOf(predictionOffset)
  if (predictionOffset === null || distance === null) return WORST

  const isOver = predictionOffset > 0n
  switch (overGuess) {
    case 'same':
      return distance
    case 'after_under':
      return distance * 2n + (isOver ? 1n : 0n)
    case 'disqualified':
      return isOver ? WORST : distance
    default:
      return overGuess satisfies never
  }
}

/** What is below the precision is dropped, not rounded: 12.3499 s and 12.34 s are the same at a hundredth. */
function cut(valueMs: number, precisionMs: number): bigint {
  return BigInt(Math.floor(valueMs / precisionMs))
}

function directed({ direction }: { direction: 'lower' | 'higher' }, value: bigint): bigint {
  return direction === 'lower' ? value : WORST - value
}

function digits(value: bigint): string {
  return value.toString().padStart(PART_DIGITS, '0')
}
