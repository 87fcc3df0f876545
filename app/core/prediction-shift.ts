import { ranksOf } from './ranking.ts'
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
  const before = rankByPerson(policy, people, truths.before)
  const after = rankByPerson(policy, people, truths.after)
  const isPlaced = (rank: number | undefined): boolean => rank !== undefined && rank <= places
  const ids = [...before.keys()]

  return {
    truthBefore: truths.before,
    truthAfter: truths.after,
    movedCount: ids.filter((id) => before.get(id) !== after.get(id)).length,
    entering: ids.filter((id) => !isPlaced(before.get(id)) && isPlaced(after.get(id))),
    leaving: ids.filter((id) => isPlaced(before.get(id)) && !isPlaced(after.get(id))),
  }
}

function rankByPerson(
  policy: RankingPolicy,
  people: readonly PersonWithAttempts[],
  truth: bigint | null,
): Map<string, number> {
  const rows = people
    .flatMap(({ participantId, attempts, lotNumber }) => {
      const standing = roundStandingOf(policy, attempts, { truth, lotNumber })

      return standing ? [{ participantId, sortKey: standing.sortKey }] : []
    })
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : Number(a.sortKey > b.sortKey)))
  const ranks = ranksOf(rows.map(({ sortKey }) => sortKey))

  return new Map(rows.map(({ participantId }, index) => [participantId, ranks[index] ?? 0]))
}
