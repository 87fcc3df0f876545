import type { Phase } from '../../core/rounds/round-phase.ts'
import { getBoardPage, getOwnRow } from './boards.server.ts'
import type { BoardPage, BoardRow, OwnRow } from './boards.server.ts'
import { listUnitStandings } from './unit-standings.server.ts'
import type { UnitStandings } from './unit-standings.server.ts'
import { listUnitNames } from '../units/units.server.ts'

export type BoardRequest = {
  boardId: string
  /** Whose formula ranks the units. */
  contestId: string
  page: number
  search: string
  /** Empty for all units. */
  unitId: string
  kind: 'people' | 'units'
  /** Whose own row is shown; null for visitors. */
  participantId: string | null
  now: Date
}

/** A row as it may leave the server: without the id of the person. */
export type PublicRow = Omit<BoardRow, 'participantId' | 'attemptsUsed'> & {
  /** Whether it is the reader's. */
  isOwn: boolean
}

export type LoadedBoard = {
  page: Omit<BoardPage, 'rows'> & { rows: PublicRow[] }
  unitStandings: UnitStandings | null
  own: (Omit<PublicRow, 'rank'> & Pick<OwnRow, 'rank' | 'page'>) | null
  units: { id: string; name: string }[]
}

/** Everything a board page shows: the shared page from memory, the reader's own row fresh from the database. */
export async function loadBoard(request: BoardRequest): Promise<LoadedBoard> {
  const [page, unitStandings, own, units] = await Promise.all([
    getBoardPage({
      boardId: request.boardId,
      page: request.page,
      search: request.search,
      unitId: request.unitId || null,
      now: request.now,
    }),
    request.kind === 'units' ? listUnitStandings(request.boardId, request.contestId, request.now) : null,
    request.participantId === null ? null : getOwnRow(request.boardId, request.participantId, request.now),
    listUnitNames(),
  ])

  return {
    page: { ...page, rows: page.rows.map((row) => toPublicRow(row, request.participantId)) },
    unitStandings,
    own: own && { ...toPublicRow(own, request.participantId), page: own.page },
    units,
  }
}

/** @param participantId who reads; null for visitors */
export function toPublicRow<Rank extends number | null>(
  row: Omit<BoardRow, 'rank'> & { rank: Rank },
  participantId: string | null,
): Omit<PublicRow, 'rank'> & { rank: Rank } {
  return {
    rank: row.rank,
    displayName: row.displayName,
    unitName: row.unitName,
    score: row.score,
    durationMs: row.durationMs,
    endedAt: row.endedAt,
    predictionDistance: row.predictionDistance,
    isOwn: row.participantId === participantId,
  }
}

/** The rounds whose boards can have rows, in the order of their opening. */
export function listBoardRounds(
  rounds: readonly { slug: string; title: string; kind: 'ranked' | 'practice'; phase: Phase }[],
): { slug: string; title: string }[] {
  return rounds
    .filter(({ kind, phase }) => kind === 'ranked' && phase !== 'draft' && phase !== 'scheduled')
    .map(({ slug, title }) => ({ slug, title }))
}
