import { OVERALL_POLICY } from '../core/standing.ts'
import type { Criterion } from '../core/ranking.ts'
import { getBoardPage, getOwnRow, listUnitRows, pageOfRank } from './boards.server.ts'
import type { BoardPage, BoardRow, UnitRow } from './boards.server.ts'
import { listUnitChoices } from './units.server.ts'

export type BoardRequest = {
  boardId: string
  page: number
  search: string
  /** Empty for all units. */
  unitId: string
  kind: 'people' | 'units'
  /** Whose own row is shown; null for visitors. */
  participantId: string | null
}

export type LoadedBoard = {
  page: BoardPage
  unitRows: UnitRow[] | null
  own: (BoardRow & { page: number }) | null
  units: { id: string; name: string }[]
}

/** Everything a board page shows: the shared page from memory, the reader's own row fresh from the database. */
export async function loadBoard(request: BoardRequest): Promise<LoadedBoard> {
  const [page, unitRows, own, units] = await Promise.all([
    getBoardPage({
      boardId: request.boardId,
      page: request.page,
      search: request.search,
      unitId: request.unitId || null,
    }),
    request.kind === 'units' ? listUnitRows(request.boardId) : null,
    request.participantId === null ? null : getOwnRow(request.boardId, request.participantId),
    listUnitChoices(),
  ])

  return {
    page,
    unitRows,
    own: own && { ...own, page: pageOfRank(own.rank) },
    units: units.map(({ id, name }) => ({ id, name })),
  }
}

/** The criteria of the overall board. */
export const overallPolicy: readonly Criterion[] = OVERALL_POLICY
