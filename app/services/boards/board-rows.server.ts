import { ranksOf } from '../../core/ranking/ranking.ts'
import { pool } from '../../db/client.server.ts'

export const BOARD_PAGE_SIZE = 50

/** A row of a board with its place. */
export type RankedRow = {
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

const ROW_COLUMNS = `
  s.participant_id, s.sort_key, s.display_name, u.name AS unit_name, s.score, s.score_fraction, s.duration_ms,
  s.ended_at, s.attempts_used, s.prediction_distance`
const SELECT_ROW = `SELECT ${ROW_COLUMNS} FROM standing s LEFT JOIN unit u ON u.id = s.unit_id`

/**
 * Rows of a board from one place on, in its order. Rank and rows come from one statement, so from one moment, and
 * neither reads the rows before: docs/decisions/0013-boards-of-a-million.md.
 */
export async function loadRows(boardId: string, skipped: number, count: number): Promise<RankedRow[]> {
  const { rows } = await pool.query<StoredRow & { first_before: string }>({
    name: 'board-rows',
    text: `
      WITH page AS MATERIALIZED (
        SELECT first_rows.* FROM board_bucket_at($1, $2) stretch CROSS JOIN LATERAL (
          SELECT s.* FROM standing s
          WHERE s.board_id = $1 AND (s.sort_key, s.participant_id) >= (stretch.lower_key, stretch.lower_participant)
          ORDER BY s.sort_key, s.participant_id OFFSET $2 - stretch.rows_before LIMIT $3) first_rows
      ), before AS MATERIALIZED (
        SELECT board_rows_before($1, min(sort_key), '') AS first_before FROM page
      )
      SELECT ${ROW_COLUMNS}, before.first_before
      FROM page s CROSS JOIN before LEFT JOIN unit u ON u.id = s.unit_id
      ORDER BY s.sort_key, s.participant_id`,
    values: [boardId, skipped, count],
  })
  // Rows equal to the first one may stand before it, so its rank is counted; the rest follow their place.
  const ranks = ranksOf(
    rows.map((row) => row.sort_key),
    skipped + 1,
    Number(rows[0]?.first_before ?? 0) + 1,
  )

  return rows.map((row, index) => toRankedRow(row, ranks[index] ?? skipped + 1))
}

export type FilteredRows = { rows: RankedRow[]; matchCount: number }

/** The rows of one unit or with a part of a name, with their ranks on the whole board. @param search folded */
export async function loadFilteredRows(
  boardId: string,
  filter: { search: string; unitId: string | null },
  skipped: number,
): Promise<FilteredRows> {
  const { rows } = await pool.query<StoredRow & { rows_before: string; match_count: string }>({
    name: 'board-rows-filtered',
    text: `
      WITH matches AS MATERIALIZED (
        SELECT s.*, count(*) OVER () AS match_count FROM standing s
        WHERE s.board_id = $1 AND ($2 = '' OR strpos(s.search_name, $2) > 0) AND ($3::text IS NULL OR s.unit_id = $3)
        ORDER BY s.sort_key, s.participant_id LIMIT $4 OFFSET $5
      )
      SELECT ${ROW_COLUMNS}, s.match_count, board_rows_before($1, s.sort_key, '') AS rows_before
      FROM matches s LEFT JOIN unit u ON u.id = s.unit_id
      ORDER BY s.sort_key, s.participant_id`,
    values: [boardId, filter.search, filter.unitId, BOARD_PAGE_SIZE, skipped],
  })

  return {
    rows: rows.map((row) => toRankedRow(row, Number(row.rows_before) + 1)),
    matchCount: Number(rows[0]?.match_count ?? 0),
  }
}

/** The row of one person with its rank and the page it stands on; null without one. */
export async function loadOwnRow(
  boardId: string,
  participantId: string,
): Promise<(RankedRow & { page: number }) | null> {
  const { rows } = await pool.query<StoredRow & { rank_before: string; rows_before: string }>({
    name: 'own-row',
    text: `
      SELECT row.*, board_rows_before($1, row.sort_key, '') AS rank_before,
             board_rows_before($1, row.sort_key, row.participant_id) AS rows_before
      FROM (${SELECT_ROW} WHERE s.board_id = $1 AND s.participant_id = $2) row`,
    values: [boardId, participantId],
  })
  const row = rows[0]
  if (!row) return null

  return {
    ...toRankedRow(row, Number(row.rank_before) + 1),
    // Not the page of its rank: equal ranks may fill several pages.
    page: Math.floor(Number(row.rows_before) / BOARD_PAGE_SIZE) + 1,
  }
}

/** The rank that this key has on a board: one more than the rows before it; equal keys are equal ranks. */
export async function rankOnBoard(boardId: string, sortKey: string): Promise<number> {
  const { rows } = await pool.query<{ before: string }>({
    name: 'rank-on-board',
    text: `SELECT board_rows_before($1, $2, '') AS before`,
    values: [boardId, sortKey],
  })

  return Number(rows[0]?.before ?? 0) + 1
}

/** People and counted attempts of a whole board. */
export async function loadTotals(boardId: string): Promise<{ people: number; attempts: number }> {
  const { rows } = await pool.query<{ people: string; attempts: string }>({
    name: 'board-totals',
    text: 'SELECT people, attempts FROM board_totals($1)',
    values: [boardId],
  })

  return { people: Number(rows[0]?.people ?? 0), attempts: Number(rows[0]?.attempts ?? 0) }
}

function toRankedRow(row: StoredRow, rank: number): RankedRow {
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
