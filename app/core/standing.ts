import { predictionDistance } from './prediction.ts'
import { bestOf, sortKeyOf } from './ranking.ts'
import type { Rankable, RankingPolicy } from './ranking.ts'

/** An ended attempt as far as ranking is concerned. */
export type CountedAttempt = {
  id: string
  score: number
  durationMs: number
  endedAt: Date
  /** The guess in hundred-thousandths. */
  prediction: bigint | null
}

export type StandingValues = Rankable & { sortKey: string }

/** The overall board adds up rounds: most points, then least time, then who was finished first. */
export const OVERALL_POLICY: RankingPolicy = ['score', 'duration', 'ended_at']

/**
 * The standing of one person in one round: the best attempt by the policy. Null without a counted attempt.
 * @param attempts in the order they were taken; of equal attempts the first counts
 * @param truth what the guesses are compared with; null while the round is not settled
 */
export function roundStandingOf(
  policy: RankingPolicy,
  attempts: readonly CountedAttempt[],
  truth: bigint | null,
): (StandingValues & { attemptId: string }) | null {
  const best = bestOf(
    policy,
    attempts.map((attempt) => ({
      attemptId: attempt.id,
      score: attempt.score,
      durationMs: attempt.durationMs,
      endedAt: attempt.endedAt,
      attemptsUsed: attempts.length,
      predictionDistance:
        truth === null || attempt.prediction === null ? null : predictionDistance(attempt.prediction, truth),
    })),
  )

  return best && { ...best, sortKey: sortKeyOf(policy, best) }
}

/** The standing of one person over all rounds: sums of the counted attempts. Null without any. */
export function overallStandingOf(rounds: readonly Rankable[]): StandingValues | null {
  const first = rounds[0]
  if (!first) return null

  const sum: Rankable = {
    score: rounds.reduce((total, round) => total + round.score, 0),
    durationMs: rounds.reduce((total, round) => total + round.durationMs, 0),
    endedAt: rounds.reduce(
      (latest, round) => (round.endedAt > latest ? round.endedAt : latest),
      first.endedAt,
    ),
    attemptsUsed: rounds.reduce((total, round) => total + round.attemptsUsed, 0),
    predictionDistance: null,
  }

  return { ...sum, sortKey: sortKeyOf(OVERALL_POLICY, sum) }
}
