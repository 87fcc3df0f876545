import { ranksOf } from '../core/ranking.ts'
import { foldForSearch } from '../core/vietnamese-text.ts'
import { db, pool } from '../db/client.server.ts'
import { createShortCache } from './short-cache.server.ts'

export const BOARD_PAGE_SIZE = 50

/** A row as the public sees it. */
export type BoardRow = {
  rank: number
  participantId: string
  displayName: string
  unitName: string | null
  score: number
  durationMs: number
  endedAt: Date
  attemptsUsed: number
  /** In hundred-thousandths; null while the truth is unknown. */
  predictionDistance: bigint | null
}

export type BoardQuery = {
  /** Id of a round, or of a contest for the overall board. */
  boardId: string
  /** From 1. */
  page: number
  /** Part of a shown name, accents or not. */
  search: string
  unitId: string | null
}

export type BoardPage = {
  rows: BoardRow[]
  page: number
  pageCount: number
  /** Rows that match the search; all rows without one. */
  matchCount: number
  /** People and counted attempts on the whole board. */
  people: number
  attempts: number
}

/** The board may be this old: well under the five seconds that are promised. */
const BOARD_TTL_MS = 1_000

const pages = createShortCache<BoardPage>({ ttlMs: BOARD_TTL_MS, maxEntries: 500 })

/**
 * One page of a board, at most a second old: however many people look, each page is computed once a second.
 * Ranks come from the whole board, so a search shows real ranks, and a page is right while rows arrive:
 * its ranks are counted with it, not carried over from the page before.
 */
export function getBoardPage(query: BoardQuery): Promise<BoardPage> {
  const search = foldForSearch(query.search)

  return pages.get(JSON.stringify([query.boardId, query.page, search, query.unitId]), () =>
    search === '' && query.unitId === null
      ? loadPlainPage(query.boardId, query.page)
      : loadFilteredPage({ ...query, search }),
  )
}

/** The row of one person with the page of the unfiltered board it stands on. */
export type OwnRow = BoardRow & { page: number }

/** The row of one person, always fresh and never cached with others': its owner sees it at once. Null without one. */
export async function getOwnRow(boardId: string, participantId: string): Promise<OwnRow | null> {
  const { rows } = await pool.query<StoredRow>({
    name: 'own-row',
    text: `${SELECT_ROW} WHERE s.board_id = $1 AND s.participant_id = $2`,
    values: [boardId, participantId],
  })
  const row = rows[0]
  if (!row) return null
  const [rank, page] = await Promise.all([rankOnBoard(boardId, row.sort_key), pageOfRow(boardId, row)])

  return { ...toBoardRow(row, rank), page }
}

/** The rank that this key has on a board: one more than the rows before it; equal keys are equal ranks. */
export async function rankOnBoard(boardId: string, sortKey: string): Promise<number> {
  const { rows } = await pool.query<{ before: string }>({
    name: 'rank-on-board',
    text: 'SELECT count(*) AS before FROM standing WHERE board_id = $1 AND sort_key < $2',
    values: [boardId, sortKey],
  })

  return Number(rows[0]?.before ?? 0) + 1
}

/** The page a row stands on; not the page of its rank, because equal ranks may fill several pages. */
async function pageOfRow(boardId: string, row: StoredRow): Promise<number> {
  const { rows } = await pool.query<{ before: string }>({
    name: 'rows-before',
    text: 'SELECT count(*) AS before FROM standing WHERE board_id = $1 AND (sort_key, participant_id) < ($2, $3)',
    values: [boardId, row.sort_key, row.participant_id],
  })

  return Math.floor(Number(rows[0]?.before ?? 0) / BOARD_PAGE_SIZE) + 1
}

type StoredRow = {
  participant_id: string
  sort_key: string
  display_name: string
  unit_name: string | null
  score: number
  score_fraction: number
  duration_ms: string
  ended_at: Date
  attempts_used: number
  prediction_distance: string | null
}

const SELECT_ROW = `
  SELECT s.participant_id, s.sort_key, s.display_name, u.name AS unit_name, s.score, s.score_fraction, s.duration_ms, s.ended_at,
         s.attempts_used, s.prediction_distance
  FROM standing s LEFT JOIN unit u ON u.id = s.unit_id`

async function loadPlainPage(boardId: string, page: number): Promise<BoardPage> {
  const totals = await loadTotals(boardId)
  const { rows } = await pool.query<StoredRow>({
    name: 'board-page',
    text: `${SELECT_ROW} WHERE s.board_id = $1 ORDER BY s.sort_key, s.participant_id LIMIT $2 OFFSET $3`,
    values: [boardId, BOARD_PAGE_SIZE, (page - 1) * BOARD_PAGE_SIZE],
  })
  const first = rows[0]
  // Rows equal to the first one may stand on the page before, so its rank is counted; the rest follow their place.
  const firstRank = first ? await rankOnBoard(boardId, first.sort_key) : 1
  const ranks = ranksOf(
    rows.map((row) => row.sort_key),
    (page - 1) * BOARD_PAGE_SIZE + 1,
    firstRank,
  )

  return {
    rows: rows.map((row, index) => toBoardRow(row, ranks[index] ?? firstRank)),
    page,
    pageCount: pageCountOf(totals.people),
    matchCount: totals.people,
    ...totals,
  }
}

async function loadFilteredPage(query: BoardQuery): Promise<BoardPage> {
  const totals = await loadTotals(query.boardId)
  const { rows } = await pool.query<StoredRow & { rank: string; match_count: string }>({
    name: 'board-page-filtered',
    text: `
      WITH ranked AS (
        SELECT participant_id, unit_id, search_name, rank() OVER (ORDER BY sort_key) AS rank
        FROM standing WHERE board_id = $1
      ), matches AS (
        SELECT participant_id, rank, count(*) OVER () AS match_count FROM ranked
        WHERE ($2 = '' OR strpos(search_name, $2) > 0) AND ($3::text IS NULL OR unit_id = $3)
        ORDER BY rank, participant_id LIMIT $4 OFFSET $5
      )
      SELECT m.rank, m.match_count, row.*
      FROM matches m JOIN (${SELECT_ROW} WHERE s.board_id = $1) row USING (participant_id)
      ORDER BY m.rank, participant_id`,
    values: [query.boardId, query.search, query.unitId, BOARD_PAGE_SIZE, (query.page - 1) * BOARD_PAGE_SIZE],
  })
  const matchCount = Number(rows[0]?.match_count ?? 0)

  return {
    rows: rows.map((row) => toBoardRow(row, Number(row.rank))),
    page: query.page,
    pageCount: pageCountOf(matchCount),
    matchCount,
    ...totals,
  }
}

async function loadTotals(boardId: string): Promise<{ people: number; attempts: number }> {
  const { rows } = await pool.query<{ people: string; attempts: string | null }>({
    name: 'board-totals',
    text: 'SELECT count(*) AS people, sum(attempts_used) AS attempts FROM standing WHERE board_id = $1',
    values: [boardId],
  })

  return { people: Number(rows[0]?.people ?? 0), attempts: Number(rows[0]?.attempts ?? 0) }
}

function pageCountOf(rowCount: number): number {
  return Math.max(1, Math.ceil(rowCount / BOARD_PAGE_SIZE))
}

function toBoardRow(row: StoredRow, rank: number): BoardRow {
  return {
    rank,
    participantId: row.participant_id,
    displayName: row.display_name,
    unitName: row.unit_name,
    score: (row.score * 100 + row.score_fraction) / 100,
    durationMs: Number(row.duration_ms),
    endedAt: row.ended_at,
    attemptsUsed: row.attempts_used,
    predictionDistance: row.prediction_distance === null ? null : BigInt(row.prediction_distance),
  }
}

export type UnitRow = {
  unitId: string
  name: string
  headCount: number | null
  people: number
  attempts: number
}

const unitRows = createShortCache<UnitRow[]>({ ttlMs: 5_000, maxEntries: 50 })

/** Units by the number of their people on a board; units without any come last, in the organizer's order. */
export function listUnitRows(boardId: string): Promise<UnitRow[]> {
  return unitRows.get(boardId, async () => {
    const units = await db.unit.findMany({ orderBy: { position: 'asc' } })
    const groups = await db.standing.groupBy({
      by: ['unitId'],
      where: { boardId },
      _count: true,
      _sum: { attemptsUsed: true },
    })
    const byUnit = new Map(groups.map((group) => [group.unitId, group]))

    return units
      .map((unit) => ({
        unitId: unit.id,
        name: unit.name,
        headCount: unit.headCount,
        people: byUnit.get(unit.id)?._count ?? 0,
        attempts: byUnit.get(unit.id)?._sum.attemptsUsed ?? 0,
      }))
      .sort((a, b) => b.people - a.people)
  })
}
