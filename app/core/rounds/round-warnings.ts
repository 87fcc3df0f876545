import { localTimeOf } from '#app/core/local-time.ts'
import type { RoundSettings } from './round-form.ts'

export type NeighbourRound = {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  opensAt: Date
  closesAt: Date
}

/** Something that is allowed but that people usually did not mean. */
export type RoundWarning =
  | { code: 'opens_at_night' | 'closes_at_night' | 'closes_in_past' }
  | { code: 'overlaps'; title: string }
  | { code: 'prediction_without_rank' | 'rank_without_prediction' }
  | { code: 'score_not_first' | 'attempt_cut_short' }

/** Nobody of the organizers is at work then. */
const NIGHT_BEGINS_HOUR = 22
const NIGHT_ENDS_HOUR = 6

/**
 * What an organizer should look at again before scheduling.
 * @param neighbours the other rounds of the contest whose window is settled
 */
export function roundWarningsOf(
  round: RoundSettings,
  neighbours: readonly NeighbourRound[],
  now: Date,
): RoundWarning[] {
  const warnings: RoundWarning[] = []
  if (round.closesAt <= now) warnings.push({ code: 'closes_in_past' })
  if (isAtNight(round.opensAt)) warnings.push({ code: 'opens_at_night' })
  if (isAtNight(round.closesAt)) warnings.push({ code: 'closes_at_night' })
  if (isCutShortForMost(round)) warnings.push({ code: 'attempt_cut_short' })
  if (round.kind === 'practice') return warnings

  for (const other of neighbours)
    if (other.kind === 'ranked' && other.slug !== round.slug && overlap(round, other))
      warnings.push({ code: 'overlaps', title: other.title })

  const ranksByPrediction = round.rankingPolicy.criteria.some(({ by }) => by === 'prediction_distance')
  if (round.predictionKind && !ranksByPrediction) warnings.push({ code: 'prediction_without_rank' })
  if (!round.predictionKind && ranksByPrediction) warnings.push({ code: 'rank_without_prediction' })
  if (round.rankingPolicy.criteria[0]?.by !== 'score') warnings.push({ code: 'score_not_first' })

  return warnings
}

/** From 22:00 to before 6:00 on Vietnam's clocks. */
function isAtNight(instant: Date): boolean {
  const hour = Number(localTimeOf(instant).slice(11, 13))

  return hour >= NIGHT_BEGINS_HOUR || hour < NIGHT_ENDS_HOUR
}

/** By the rule that cuts at the end, a window hardly longer than an attempt cuts nearly everybody. */
function isCutShortForMost({ endRule, durationMs, opensAt, closesAt }: RoundSettings): boolean {
  return endRule === 'must_finish_before' && closesAt.getTime() - opensAt.getTime() < 2 * durationMs
}

type Window = { opensAt: Date; closesAt: Date }

function overlap(a: Window, b: Window): boolean {
  return a.opensAt < b.closesAt && b.opensAt < a.closesAt
}
