import { bestOf, sortKeyOf } from './ranking.ts'
import type { Rankable } from './ranking.ts'
import type { ContestPolicy, PredictionSource, RankingPolicy } from './ranking-policy.ts'

/** An ended attempt as far as ranking is concerned. */
export type CountedAttempt = {
  id: string
  /** Whole points. */
  score: number
  isFullScore: boolean
  startedAt: Date
  endedAt: Date
  durationMs: number
  /** The guess in hundred-thousandths. */
  prediction: bigint | null
}

export type StandingValues = Rankable & { sortKey: string }

/** What is known only after the close; null before. */
export type ClosingFacts = { truth: bigint | null; lotNumber: number | null }
export const STILL_OPEN: ClosingFacts = { truth: null, lotNumber: null }

type Counted = Rankable & { attemptId: string }

/**
 * The standing of one person in one round: by the attempt that counts. Null without a counted attempt.
 * @param attempts in the order they were taken; of equally good attempts the first counts
 */
export function roundStandingOf(
  policy: RankingPolicy,
  attempts: readonly CountedAttempt[],
  { truth, lotNumber }: ClosingFacts,
): (StandingValues & { attemptId: string }) | null {
  const fullScoreAttempts = attempts.filter(({ isFullScore }) => isFullScore).length
  const rows = attempts.map((attempt) => ({
    attemptId: attempt.id,
    scoreHundredths: attempt.score * 100,
    durationMs: attempt.durationMs,
    startedAt: attempt.startedAt,
    endedAt: attempt.endedAt,
    attemptsUsed: attempts.length,
    fullScoreAttempts,
    predictionOffset: offsetOf(guessOf(policy.predictionFrom, attempt, attempts), truth),
    lotNumber,
  }))
  const counted = countedOf(policy, rows)

  return counted && { ...counted, sortKey: sortKeyOf(policy.criteria, counted) }
}

/** The standing of one person over all rounds: their sum or the best of them. Null without any. */
export function overallStandingOf(
  { combine, criteria }: ContestPolicy,
  rounds: readonly Rankable[],
): StandingValues | null {
  // In a fixed order, so that equally good rounds give the same row however they come in.
  const ordered = rounds.toSorted(
    (a, b) => a.endedAt.getTime() - b.endedAt.getTime() || a.startedAt.getTime() - b.startedAt.getTime(),
  )
  const combined = combine === 'sum' ? sumOf(ordered) : bestOf(criteria, ordered)
  if (!combined) return null

  const row: Rankable = {
    ...combined,
    attemptsUsed: total(ordered, (round) => round.attemptsUsed),
    fullScoreAttempts: total(ordered, (round) => round.fullScoreAttempts),
    predictionOffset: null,
    lotNumber: null,
  }

  return { ...row, sortKey: sortKeyOf(criteria, row) }
}

function countedOf({ counts, criteria }: RankingPolicy, rows: readonly Counted[]): Counted | null {
  switch (counts) {
    case 'best':
      return bestOf(criteria, rows)
    case 'first':
      return rows[0] ?? null
    case 'last':
      return rows.at(-1) ?? null
    case 'average':
      return averageOf(rows)
    default:
      return counts satisfies never
  }
}

/** Points and time are averages, rounded half up to a hundredth and a millisecond; moments are the last attempt's. */
function averageOf(rows: readonly Counted[]): Counted | null {
  const last = rows.at(-1)

  return last
    ? {
        ...last,
        scoreHundredths: roundedMean(
          total(rows, (row) => row.scoreHundredths),
          rows.length,
        ),
        durationMs: roundedMean(
          total(rows, (row) => row.durationMs),
          rows.length,
        ),
      }
    : null
}

function roundedMean(sum: number, count: number): number {
  return Math.floor((2 * sum + count) / (2 * count))
}

function sumOf(rounds: readonly Rankable[]): Rankable | null {
  const [first] = rounds
  const last = rounds.at(-1)

  return first && last
    ? {
        ...last,
        scoreHundredths: total(rounds, (round) => round.scoreHundredths),
        durationMs: total(rounds, (round) => round.durationMs),
        startedAt: rounds.reduce(
          (earliest, { startedAt }) => (startedAt < earliest ? startedAt : earliest),
          first.startedAt,
        ),
      }
    : null
}

function guessOf(
  from: PredictionSource,
  counted: CountedAttempt,
  attempts: readonly CountedAttempt[],
): bigint | null {
  const hasGuess = ({ prediction }: CountedAttempt): boolean => prediction !== null
  switch (from) {
    case 'counted':
      return counted.prediction
    case 'first_given':
      return attempts.find(hasGuess)?.prediction ?? null
    case 'last_given':
      return attempts.findLast(hasGuess)?.prediction ?? null
    default:
      return from satisfies never
  }
}

function offsetOf(guess: bigint | null, truth: bigint | null): bigint | null {
  return guess === null || truth === null ? null : guess - truth
}

function total<T>(rows: readonly T[], valueOf: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + valueOf(row), 0)
}
