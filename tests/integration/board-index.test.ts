import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { createRandom } from '#app/core/random.ts'
import { pool } from '#app/db/client.server.ts'
import { refreshBoardIndexes } from '#app/services/boards/board-index.server.ts'
import { BOARD_PAGE_SIZE, loadOwnRow, loadRows, loadTotals } from '#app/services/boards/board-rows.server.ts'
import { seedRound } from '../factories/contests.ts'

const PEOPLE = 9_000

beforeAll(async () => {
  await pool.query(
    `INSERT INTO user_account (id, role, login_name, full_name, created_at)
     SELECT 'hang-' || n, 'participant', 'hang-' || n, 'Nguyễn Mẫu', now() FROM generate_series(1, $1) n`,
    [PEOPLE],
  )
})

/** Puts people on a board, or moves those who are there, to keys of which many are equal. */
async function placePeople(boardId: string, from: number, to: number, salt: number): Promise<void> {
  await pool.query(
    `INSERT INTO standing (board_id, participant_id, sort_key, display_name, search_name, score, duration_ms, ended_at, attempts_used)
     SELECT $1, 'hang-' || n, lpad((n::bigint * 7919 * $4 % 500)::text, 6, '0'), 'Mẫu', 'mau', 1, 1, now(), 1 + n % 3
     FROM generate_series($2::int, $3::int) n
     ON CONFLICT (board_id, participant_id) DO UPDATE SET sort_key = excluded.sort_key, attempts_used = excluded.attempts_used`,
    [boardId, from, to, salt],
  )
}

/** The whole board as PostgreSQL's own window functions see it, to judge the index by. */
async function loadTruth(boardId: string) {
  const { rows } = await pool.query<{ participant_id: string; rank: string; place: string }>(
    `SELECT participant_id, rank() OVER (ORDER BY sort_key) AS rank,
            row_number() OVER (ORDER BY sort_key, participant_id) AS place
     FROM standing WHERE board_id = $1 ORDER BY sort_key, participant_id`,
    [boardId],
  )

  return rows.map((row) => ({ id: row.participant_id, rank: Number(row.rank), place: Number(row.place) }))
}

async function expectExact(boardId: string): Promise<void> {
  const truth = await loadTruth(boardId)
  const { rows } = await pool.query<{ attempts: string }>(
    'SELECT coalesce(sum(attempts_used), 0) AS attempts FROM standing WHERE board_id = $1',
    [boardId],
  )

  expect(await loadTotals(boardId)).toEqual({ people: truth.length, attempts: Number(rows[0]?.attempts) })
  for (let skipped = 0; skipped < truth.length; skipped += 43 * BOARD_PAGE_SIZE) {
    const page = await loadRows(boardId, skipped, BOARD_PAGE_SIZE)

    expect(page.map(({ participantId, rank }) => ({ id: participantId, rank }))).toEqual(
      truth.slice(skipped, skipped + BOARD_PAGE_SIZE).map(({ id, rank }) => ({ id, rank })),
    )
  }
  for (let index = 0; index < truth.length; index += 1_511) {
    const { id, rank, place } = truth[index] as (typeof truth)[number]

    expect(await loadOwnRow(boardId, id)).toMatchObject({ rank, page: Math.ceil(place / BOARD_PAGE_SIZE) })
  }
}

test('ranks, pages and totals are exact before, between and after the changes are folded in', async () => {
  const boardId = randomUUID()
  await placePeople(boardId, 1, 1_000, 1)
  await expectExact(boardId)
  await refreshBoardIndexes()
  await expectExact(boardId)

  await placePeople(boardId, 500, 6_000, 3)
  await expectExact(boardId)
  await refreshBoardIndexes()
  await placePeople(boardId, 1, PEOPLE, 11)
  await expectExact(boardId)
  await refreshBoardIndexes()
  await refreshBoardIndexes()
  await expectExact(boardId)

  await pool.query(`DELETE FROM standing WHERE board_id = $1 AND participant_id LIKE 'hang-4%'`, [boardId])
  await expectExact(boardId)
  await refreshBoardIndexes()
  await expectExact(boardId)
  const { rows } = await pool.query<{ fullest: number }>(
    'SELECT max(people) AS fullest FROM board_bucket WHERE board_id = $1',
    [boardId],
  )
  expect(rows[0]?.fullest).toBeLessThanOrEqual(2_000)
})

test('while rows arrive and several processes fold at once, nothing is counted twice or lost', async () => {
  const boardId = randomUUID()
  const random = createRandom('arrivals')
  await placePeople(boardId, 1, 4_000, 1)
  const arrive = async (): Promise<void> => {
    for (let i = 0; i < 40; i++) {
      const from = 1 + random.below(PEOPLE - 50)
      await placePeople(boardId, from, from + random.below(50), 1 + random.below(1_000))
    }
  }
  const fold = async (): Promise<void> => {
    for (let i = 0; i < 25; i++) await refreshBoardIndexes()
  }
  const read = async (): Promise<void> => {
    for (let i = 0; i < 60; i++) {
      // People leave no board here, so a rank or a total that jumps back would be a row lost for a moment.
      const before = await loadTotals(boardId)
      const [row] = await loadRows(boardId, 3_000, 1)

      expect(row?.rank).toBeLessThanOrEqual(3_001)
      expect((await loadTotals(boardId)).people).toBeGreaterThanOrEqual(before.people)
    }
  }
  // Rows of two writers can meet in another order: PostgreSQL ends such a deadlock, and the write is tried again.
  const retrying = (work: () => Promise<void>): Promise<void> => work().catch(work)
  await Promise.all([retrying(arrive), retrying(arrive), fold(), fold(), read()])
  await expectExact(boardId)
  await refreshBoardIndexes()
  await expectExact(boardId)
})

test('a rebuild leaves an exact index behind, also while somebody reads', async () => {
  const { rebuildBoard } = await import('#app/services/boards/standings.server.ts')
  const round = await seedRound()
  await placePeople(round.id, 1, 3_000, 1)
  await refreshBoardIndexes()
  await rebuildBoard(round)

  // Nobody of these people has an attempt: rebuilt from attempts, the board is empty.
  expect(await loadTotals(round.id)).toEqual({ people: 0, attempts: 0 })
  await placePeople(round.id, 1, 2_500, 5)
  await refreshBoardIndexes()
  await expectExact(round.id)
})
