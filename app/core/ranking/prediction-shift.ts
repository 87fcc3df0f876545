import { placeShiftOf } from './place-shift.ts'
import type { RankingPolicy } from './ranking-policy.ts'
import { roundStandingOf } from './standing.ts'
import type { CountedAttempt } from './standing.ts'

export type PersonWithAttempts = {
  participantId: string
  attempts: readonly CountedAttempt[]
  lotNumber: number | null
}

export type PredictionShift = {
  truthBefore: bigint | null
  truthAfter: bigint | null
  /** How many people get another rank. */
  movedCount: number
  /** Who enters and who leaves the first `places` ranks. */
  entering: string[]
  leaving: string[]
}

/**
 * What another truth does to a board, before it is done: a regrade or an exclusion moves the value that all guesses are
 * compared with.
 * @param people who stand on the board both before and after
 * @param places ranks up to this one win something
 */
export function predictionShift(
  policy: RankingPolicy,
  people: readonly PersonWithAttempts[],
  truths: { before: bigint | null; after: bigint | null },
  places: number,
): PredictionShift {
  const keyOf = ({ attempts, lotNumber }: PersonWithAttempts, truth: bigint | null): string | null =>
    roundStandingOf(policy, attempts, { truth, lotNumber })?.sortKey ?? null
  const placings = people.flatMap((person) => {
    const before = keyOf(person, truths.before)
    const after = keyOf(person, truths.after)

    return before === null || after === null ? [] : [{ participantId: person.participantId, before, after }]
  })
  const { movedCount, entering, leaving } = placeShiftOf(placings, places)

  return {
    truthBefore: truths.before,
    truthAfter: truths.after,
    movedCount,
    entering: entering.map(({ participantId }) => participantId),
    leaving: leaving.map(({ participantId }) => participantId),
  }
}
