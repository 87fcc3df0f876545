import { LEADING_ROWS } from '../../core/ranking/board-visibility.ts'
import type { BoardVisibility } from '../../core/ranking/board-visibility.ts'
import { foldForSearch } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import {
  BOARD_PAGE_SIZE,
  loadFilteredRows,
  loadOwnRow,
  loadRows,
  loadTotals,
  rankOnBoard,
} from './board-rows.server.ts'
import type { RankedRow } from './board-rows.server.ts'
import { getBoardVisibility, getDelayedCounts } from './board-visibility.server.ts'
import { createShortCache } from '../short-cache.server.ts'

export { BOARD_PAGE_SIZE } from './board-rows.server.ts'
export type BoardRow = RankedRow

export type BoardQuery = {
  /** Id of a round, or of a contest for the overall board. */
  boardId: string
  /** From 1. */
  page: number
  /** Part of a shown name, accents or not. */
  search: string
  unitId: string | null
  now: Date
}

export type BoardPage = {
  rows: BoardRow[]
  page: number
  pageCount: number
  /** Rows that match the search; all rows without one. */
  matchCount: number
  /** People and counted attempts on the whole board, as old as `visibility` says. */
  people: number
  attempts: number
  visibility: BoardVisibility
}

type WholePage = Omit<BoardPage, 'visibility'>
type Filter = { page: number; search: string; unitId: string | null }

/** The board may be this old: well under the five seconds that are promised. */
const BOARD_TTL_MS = 1_000

const pages = createShortCache<WholePage>({ ttlMs: BOARD_TTL_MS, maxEntries: 500 })

/**
 * One page of a board for the public, at most a second old: however many people look, each page is computed once a
 * second. Ranks come from the whole board, so a search shows real ranks, and a page is right while rows arrive.
 * A frozen board has no rows, and an open one that could help a guess only the leading ones (core/ranking/board-visibility).
 */
export async function getBoardPage({ boardId, now, ...query }: BoardQuery): Promise<BoardPage> {
  const visibility = await getBoardVisibility(boardId, now)
  const filter = { ...query, search: foldForSearch(query.search) }
  switch (visibility.kind) {
    case 'whole':
      return { ...(await getWholePage(boardId, filter)), visibility }
    case 'leaders':
      return { ...(await getLeaders(boardId, filter, now)), visibility }
    case 'frozen':
      return { ...(await getFrozen(boardId, visibility.countedUntil, now)), visibility }
    default:
      return visibility satisfies never
  }
}

/** The same for organizers: everything there is, now. */
export function getLiveBoardPage(boardId: string, page: number): Promise<WholePage> {
  return getWholePage(boardId, { page, search: '', unitId: null })
}

function getWholePage(boardId: string, filter: Filter): Promise<WholePage> {
  return pages.get(JSON.stringify([boardId, filter.page, filter.search, filter.unitId]), () =>
    loadWholePage(boardId, filter),
  )
}

async function loadWholePage(boardId: string, { page, search, unitId }: Filter): Promise<WholePage> {
  const skipped = (page - 1) * BOARD_PAGE_SIZE
  const totals = await loadTotals(boardId)
  const { rows, matchCount } =
    search === '' && unitId === null
      ? { rows: await loadRows(boardId, skipped, BOARD_PAGE_SIZE), matchCount: totals.people }
      : await loadFilteredRows(boardId, { search, unitId }, skipped)

  return {
    rows,
    page,
    pageCount: Math.max(1, Math.ceil(matchCount / BOARD_PAGE_SIZE)),
    matchCount,
    ...totals,
  }
}

/** The leading rows that match, among themselves: no search reaches what the board does not show. */
async function getLeaders(boardId: string, { search, unitId }: Filter, now: Date): Promise<WholePage> {
  const [{ people, attempts }, whole, unit] = await Promise.all([
    getDelayedCounts(boardId, now),
    getWholePage(boardId, { page: 1, search: '', unitId: null }),
    unitId === null ? null : db.unit.findUnique({ where: { id: unitId }, select: { name: true } }),
  ])
  const rows = whole.rows
    .slice(0, LEADING_ROWS)
    .filter((row) => unitId === null || row.unitName === unit?.name)
    .filter((row) => foldForSearch(row.displayName).includes(search))

  return { rows, page: 1, pageCount: 1, matchCount: rows.length, people, attempts }
}

async function getFrozen(boardId: string, countedUntil: Date | null, now: Date): Promise<WholePage> {
  const { people, attempts } = countedUntil ? await getDelayedCounts(boardId, now) : await loadTotals(boardId)

  return { rows: [], page: 1, pageCount: 1, matchCount: 0, people, attempts }
}

/** The row of one person: rank and page are null where the board does not show them. */
export type OwnRow = Omit<BoardRow, 'rank'> & { rank: number | null; page: number | null }

/**
 * The row of one person, always fresh and never cached with others': its owner sees the score at once, and the place
 * as far as the board shows places. Null without one.
 */
export async function getOwnRow(boardId: string, participantId: string, now: Date): Promise<OwnRow | null> {
  const [row, visibility] = await Promise.all([
    loadOwnRow(boardId, participantId),
    getBoardVisibility(boardId, now),
  ])
  if (!row || isPlaceShown(visibility, row.rank)) return row

  return { ...row, rank: null, page: null }
}

/** The rank of a sort key as the public may know it; null where the board does not show it. */
export async function getPublicRank(boardId: string, sortKey: string, now: Date): Promise<number | null> {
  const [rank, visibility] = await Promise.all([
    rankOnBoard(boardId, sortKey),
    getBoardVisibility(boardId, now),
  ])

  return isPlaceShown(visibility, rank) ? rank : null
}

function isPlaceShown(visibility: BoardVisibility, rank: number): boolean {
  return visibility.kind === 'whole' || (visibility.kind === 'leaders' && rank <= LEADING_ROWS)
}

export type UnitRow = {
  unitId: string
  code: string
  name: string
  headCount: number | null
  people: number
  attempts: number
}

const unitRows = createShortCache<UnitRow[]>({ ttlMs: 5_000, maxEntries: 50 })

/** Units by the number of their people on a board, as the public may know it; in the organizer's order where equal. */
export async function listUnitRows(boardId: string, now: Date): Promise<UnitRow[]> {
  const visibility = await getBoardVisibility(boardId, now)
  const isDelayed = visibility.kind !== 'whole' && visibility.countedUntil !== null

  return unitRows.get(JSON.stringify([boardId, isDelayed]), async () => {
    const [units, counts] = await Promise.all([
      db.unit.findMany({ where: { mergedIntoId: null }, orderBy: { position: 'asc' } }),
      isDelayed ? getDelayedCounts(boardId, now).then(({ byUnit }) => byUnit) : countByUnit(boardId),
    ])

    return units
      .map(({ id, code, name, headCount }) => ({
        unitId: id,
        code,
        name,
        headCount,
        ...(counts.get(id) ?? { people: 0, attempts: 0 }),
      }))
      .sort((a, b) => b.people - a.people)
  })
}

async function countByUnit(
  boardId: string,
): Promise<ReadonlyMap<string, { people: number; attempts: number }>> {
  const groups = await db.standing.groupBy({
    by: ['unitId'],
    where: { boardId },
    _count: true,
    _sum: { attemptsUsed: true },
  })

  return new Map(
    groups.flatMap(({ unitId, _count, _sum }) =>
      unitId === null ? [] : [[unitId, { people: _count, attempts: _sum.attemptsUsed ?? 0 }]],
    ),
  )
}
