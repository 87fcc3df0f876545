import { ranksOf } from './ranking.ts'

/** Where a person stands with one set of facts and with another. */
export type Placing = { participantId: string; before: string; after: string }

export type MovedPlace = { participantId: string; rankBefore: number; rankAfter: number }

export type PlaceShift = {
  /** How many people get another rank. */
  movedCount: number
  /** Who enters and who leaves the first `places` ranks, best new (or old) rank first. */
  entering: MovedPlace[]
  leaving: MovedPlace[]
}

/**
 * What another set of facts does to the places of a board.
 * @param people everybody on the board, with their sort keys (core/ranking/ranking.ts)
 * @param places ranks up to this one win something
 */
export function placeShiftOf(people: readonly Placing[], places: number): PlaceShift {
  const before = rankByPerson(people, ({ before: key }) => key)
  const after = rankByPerson(people, ({ after: key }) => key)
  const moved = people.flatMap(({ participantId }) => {
    const rankBefore = before.get(participantId) ?? 0
    const rankAfter = after.get(participantId) ?? 0

    return rankBefore === rankAfter ? [] : [{ participantId, rankBefore, rankAfter }]
  })

  return {
    movedCount: moved.length,
    entering: moved
      .filter(({ rankBefore, rankAfter }) => rankBefore > places && rankAfter <= places)
      .sort((a, b) => a.rankAfter - b.rankAfter),
    leaving: moved
      .filter(({ rankBefore, rankAfter }) => rankBefore <= places && rankAfter > places)
      .sort((a, b) => a.rankBefore - b.rankBefore),
  }
}

function rankByPerson(people: readonly Placing[], keyOf: (placing: Placing) => string): Map<string, number> {
  const rows = people.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))))
  const ranks = ranksOf(rows.map(keyOf))

  return new Map(rows.map(({ participantId }, index) => [participantId, ranks[index] ?? 0]))
}
