import type pg from 'pg'
import { pool } from '../../db/client.server.ts'
import { inTransaction } from '../../db/transaction.server.ts'

/** Rows per bucket: counting inside one and adding up all of them cost about the same on a board of a million. */
const BUCKET_ROWS = 1_000
/** A bucket this full is divided. */
const FULL_BUCKET_ROWS = 2 * BUCKET_ROWS
/** With this many changes at once, after a bulk load, counting the board anew is quicker. */
const MANY_DELTAS = 20_000
/** A board below this is counted row by row. */
const SMALL_BOARD_ROWS = 2 * BUCKET_ROWS

/**
 * Folds the changes of every board into its buckets and divides those that grew too full. Safe to run in several
 * processes at once: one of them works on a board, the others leave it alone. Reads are exact without it; it keeps
 * them fast (docs/decisions/0013-boards-of-a-million.md).
 * @returns how many boards were brought up to date
 */
export async function refreshBoardIndexes(): Promise<number> {
  const { rows } = await pool.query<{ board_id: string }>('SELECT DISTINCT board_id FROM standing_delta')
  for (const { board_id } of rows) await refreshBoardIndex(board_id)
  // Readers walk over folded deltas until they are cleared away; a second vacuum at the same time does nothing.
  if (rows.length > 0) await pool.query('VACUUM (SKIP_LOCKED, TRUNCATE false) standing_delta')

  return rows.length
}

async function refreshBoardIndex(boardId: string): Promise<void> {
  await inTransaction(async (client) => {
    const { rows } = await client.query<{ is_free: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtext('board-index'), hashtext($1)) AS is_free`,
      [boardId],
    )
    if (!rows[0]?.is_free) return

    const { rows: found } = await client.query<{ has_buckets: boolean; is_much: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM board_bucket WHERE board_id = $1) AS has_buckets,
              (SELECT count(*) FROM (SELECT 1 FROM standing_delta WHERE board_id = $1 LIMIT $2) d) = $2 AS is_much`,
      [boardId, MANY_DELTAS],
    )
    if (found[0]?.has_buckets && found[0].is_much) {
      await client.query('DELETE FROM board_bucket WHERE board_id = $1', [boardId])
      await countStretch(client, boardId, FIRST_ROW, null)
    } else if (found[0]?.has_buckets) {
      await foldDeltas(client, boardId)
      await divideFullBuckets(client, boardId)
    } else if (await isSmall(client, boardId)) {
      await client.query('DELETE FROM standing_delta WHERE board_id = $1', [boardId])
    } else {
      await countStretch(client, boardId, FIRST_ROW, null)
    }
  })
}

/**
 * Rebuilds all standings of a board without recording each change: they are counted once, at the end.
 * @param work writes the standings
 */
export async function withoutDeltas(
  client: pg.ClientBase,
  boardId: string,
  work: () => Promise<void>,
): Promise<void> {
  await client.query(`SELECT set_config('hoithi.rebuilt_board', $1, true)`, [boardId])
  await work()
  await client.query(`SELECT set_config('hoithi.rebuilt_board', '', true)`)
  // From here to the commit nobody else may fold: what is counted now must be what the fold will add to.
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('board-index'), hashtext($1))`, [boardId])
  await client.query('DELETE FROM board_bucket WHERE board_id = $1', [boardId])
  if (!(await isSmall(client, boardId))) await countStretch(client, boardId, FIRST_ROW, null)
}

async function isSmall(client: pg.ClientBase, boardId: string): Promise<boolean> {
  const { rows } = await client.query<{ count: string }>(
    'SELECT count(*) AS count FROM (SELECT 1 FROM standing WHERE board_id = $1 LIMIT $2) first_rows',
    [boardId, SMALL_BOARD_ROWS],
  )

  return Number(rows[0]?.count ?? 0) < SMALL_BOARD_ROWS
}

/** One statement: whoever reads sees a change either as a delta or in its bucket, never in both or in neither. */
async function foldDeltas(client: pg.ClientBase, boardId: string): Promise<void> {
  await client.query(
    `WITH folded AS (
       DELETE FROM standing_delta WHERE board_id = $1 RETURNING sort_key, participant_id, people, attempts
     ), sums AS (
       SELECT b.lower_key, b.lower_participant, sum(f.people) AS people, sum(f.attempts) AS attempts
       FROM folded f CROSS JOIN LATERAL (
         SELECT lower_key, lower_participant FROM board_bucket
         WHERE board_id = $1 AND (lower_key, lower_participant) <= (f.sort_key, f.participant_id)
         ORDER BY lower_key DESC, lower_participant DESC LIMIT 1
       ) b
       GROUP BY 1, 2
     )
     UPDATE board_bucket b SET people = b.people + s.people, attempts = b.attempts + s.attempts
     FROM sums s
     WHERE b.board_id = $1 AND b.lower_key = s.lower_key AND b.lower_participant = s.lower_participant`,
    [boardId],
  )
}

type Place = { key: string; participantId: string }
/** Before every row. */
const FIRST_ROW: Place = { key: '', participantId: '' }

async function divideFullBuckets(client: pg.ClientBase, boardId: string): Promise<void> {
  const { rows } = await client.query<{
    lower_key: string
    lower_participant: string
    next_key: string | null
    next_participant: string | null
  }>(
    `SELECT * FROM (
       SELECT lower_key, lower_participant, people,
              lead(lower_key) OVER places AS next_key, lead(lower_participant) OVER places AS next_participant
       FROM board_bucket WHERE board_id = $1 WINDOW places AS (ORDER BY lower_key, lower_participant)
     ) b WHERE people > $2`,
    [boardId, FULL_BUCKET_ROWS],
  )
  for (const row of rows) {
    const from = { key: row.lower_key, participantId: row.lower_participant }
    const to =
      row.next_key === null || row.next_participant === null
        ? null
        : { key: row.next_key, participantId: row.next_participant }
    await client.query(
      'DELETE FROM board_bucket WHERE board_id = $1 AND lower_key = $2 AND lower_participant = $3',
      [boardId, from.key, from.participantId],
    )
    await countStretch(client, boardId, from, to)
  }
}

/**
 * Counts a stretch of a board that has no buckets into new ones, and drops its deltas: in one statement, so that what
 * is counted and what is dropped are of the same moment.
 */
async function countStretch(
  client: pg.ClientBase,
  boardId: string,
  from: Place,
  to: Place | null,
): Promise<void> {
  const values = [boardId, from.key, from.participantId, ...(to ? [to.key, to.participantId] : [])]
  const isInside = `board_id = $1 AND (sort_key, participant_id) >= ($2, $3)
    ${to ? 'AND (sort_key, participant_id) < ($4, $5)' : ''}`
  await client.query(
    `WITH counted AS (
       DELETE FROM standing_delta WHERE ${isInside}
     ), ordered AS (
       SELECT sort_key, participant_id, attempts_used,
              (row_number() OVER (ORDER BY sort_key, participant_id) - 1) / ${BUCKET_ROWS} AS bucket
       FROM standing WHERE ${isInside}
     )
     INSERT INTO board_bucket (board_id, lower_key, lower_participant, people, attempts)
     -- The first bucket begins where the stretch does: rows may still come before its first row.
     SELECT $1, CASE WHEN bucket = 0 THEN $2 ELSE first_key END, CASE WHEN bucket = 0 THEN $3 ELSE first_participant END,
            people, attempts
     FROM (
       SELECT o.bucket, count(*) AS people, sum(o.attempts_used) AS attempts,
              (array_agg(o.sort_key ORDER BY o.sort_key, o.participant_id))[1] AS first_key,
              (array_agg(o.participant_id ORDER BY o.sort_key, o.participant_id))[1] AS first_participant
       FROM ordered o GROUP BY o.bucket
     ) stretches`,
    values,
  )
}
