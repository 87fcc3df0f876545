/**
 * `node tests/load/board-scale.ts [--rows=1000000]`: how places are read on a board of a million while rows arrive, as
 * ratios to what counting them row by row costs on the same database, and what the index costs whoever writes.
 * docs/performance.md
 */
import { mkdtemp, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '#app/db/embedded-postgres.ts'
import { ensureTemplate } from '../setup/test-databases.ts'
import { round } from './measure.ts'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } })
const ROWS = Number(values.rows)
const BOARD = 'bang-trieu'
const READS = 200
const ARRIVALS_PER_S = 200

const folder = await mkdtemp(join(tmpdir(), 'hoi-thi-board-'))
await chmod(folder, 0o755)
const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres') })
try {
  const url = new URL(postgres.databaseUrl)
  url.pathname = `/${await ensureTemplate(postgres.databaseUrl)}`
  // Read by the services when they are imported below.
  process.env.DATABASE_URL = url.href
  await measure()
} finally {
  await postgres.stop()
  await removeEmbeddedPostgres(join(folder, 'postgres'))
}

async function measure(): Promise<void> {
  const { pool, disconnectDatabase } = await import('#app/db/client.server.ts')
  const { refreshBoardIndexes } = await import('#app/services/boards/board-index.server.ts')
  const { BOARD_PAGE_SIZE, loadFilteredRows, loadOwnRow, loadRows, loadTotals } =
    await import('#app/services/boards/board-rows.server.ts')

  say(`filling a board of ${ROWS} rows`)
  await pool.query(
    `INSERT INTO unit (id, code, name, search_name, position)
     SELECT 'dv-' || n, 'DV-' || n, 'Đơn vị ' || n, 'don vi ' || n, n FROM generate_series(1, 500) n`,
  )
  await pool.query(
    `INSERT INTO user_account (id, role, login_name, full_name, created_at)
     SELECT 'p-' || n, 'participant', 'p-' || n, 'Nguyễn Mẫu', now() FROM generate_series(1, $1::int) n`,
    [ROWS],
  )
  const fillMs = await timeOf(() =>
    pool.query(
      `INSERT INTO standing (board_id, participant_id, unit_id, sort_key, display_name, search_name, score, duration_ms, ended_at, attempts_used)
       SELECT $1, 'p-' || n, 'dv-' || (1 + n % 500), ${keyOf('n', 1)}, 'Nguyễn Mẫu ' || n,
              (ARRAY['nguyen','tran','le','pham','hoang'])[1 + n % 5] || ' mau ' || n, 1, 1, now(), 1 + n % 3
       FROM generate_series(1, $2::int) n`,
      [BOARD, ROWS],
    ),
  )
  const indexMs = await timeOf(refreshBoardIndexes)
  await timeOf(refreshBoardIndexes)
  await pool.query('VACUUM ANALYZE standing, standing_delta, board_bucket')

  let isArriving = true
  const refreshes: number[] = []
  const refreshing = (async () => {
    while (isArriving) {
      refreshes.push(await timeOf(refreshBoardIndexes))
      await pause(1_000)
    }
  })()
  const arriving = (async () => {
    for (let salt = 2; isArriving; salt++) {
      const n = 1 + ((salt * 7_919) % ROWS)
      await pool.query({
        text: `UPDATE standing SET sort_key = ${keyOf('$2::int', salt % 97)}, attempts_used = attempts_used + 1
               WHERE board_id = $1 AND participant_id = 'p-' || $2::int`,
        values: [BOARD, n],
      })
      await pause(1_000 / ARRIVALS_PER_S)
    }
  })()
  await pause(3_000)

  const anyPlace = (i: number): number => (i * 104_729) % ROWS
  const result = {
    rows: ROWS,
    fillMs,
    indexMs,
    rank: await latencyOf(READS, (i) => loadOwnRow(BOARD, `p-${1 + anyPlace(i)}`)),
    page: await latencyOf(READS, (i) => loadRows(BOARD, anyPlace(i), BOARD_PAGE_SIZE)),
    totals: await latencyOf(READS, () => loadTotals(BOARD)),
    unitPage: await latencyOf(20, (i) => loadFilteredRows(BOARD, { search: '', unitId: `dv-${1 + i}` }, 0)),
    searchCommon: await latencyOf(5, () => loadFilteredRows(BOARD, { search: 'nguyen', unitId: null }, 0)),
    searchRare: await latencyOf(5, (i) =>
      loadFilteredRows(BOARD, { search: `mau ${90_000 + i}`, unitId: null }, 0),
    ),
    countedRank: await latencyOf(5, (i) =>
      pool.query(
        `SELECT count(*) FROM standing WHERE board_id = $1 AND sort_key <
           (SELECT sort_key FROM standing WHERE board_id = $1 AND participant_id = $2)`,
        [BOARD, `p-${1 + anyPlace(i)}`],
      ),
    ),
    countedPage: await latencyOf(5, (i) =>
      pool.query(
        `SELECT s.participant_id FROM standing s WHERE board_id = $1
         ORDER BY sort_key, participant_id LIMIT 50 OFFSET $2`,
        [BOARD, anyPlace(i)],
      ),
    ),
    refresh: { p50Ms: median(refreshes), maxMs: Math.max(...refreshes) },
  }
  isArriving = false
  await Promise.all([refreshing, arriving])
  const write = {
    withIndexMs: await medianWrite(),
    withoutIndexMs: await withoutTrigger(medianWrite),
  }
  await disconnectDatabase()
  const ratios = {
    rank: round(result.countedRank.p50Ms / result.rank.p50Ms, 1),
    page: round(result.countedPage.p50Ms / result.page.p50Ms, 1),
    write: round(write.withIndexMs / write.withoutIndexMs, 2),
  }
  for (const [name, figures] of Object.entries({ ...result, write, ratios }))
    console.log(name.padEnd(16), JSON.stringify(figures))

  async function medianWrite(): Promise<number> {
    const times: number[] = []
    for (let i = 0; i < 500; i++) {
      times.push(
        await timeOf(() =>
          pool.query({
            text: `UPDATE standing SET sort_key = ${keyOf('$2::int', 3)}, attempts_used = attempts_used + 1
                   WHERE board_id = $1 AND participant_id = 'p-' || $2::int`,
            values: [BOARD, 1 + anyPlace(i)],
          }),
        ),
      )
    }

    return median(times)
  }

  async function withoutTrigger(work: () => Promise<number>): Promise<number> {
    await pool.query('ALTER TABLE standing DISABLE TRIGGER USER')
    const ms = await work()
    await pool.query('ALTER TABLE standing ENABLE TRIGGER USER')

    return ms
  }
}

/** A key of 20 different scores, durations to the millisecond, and moments: as real ones, but in SQL. */
function keyOf(n: string, salt: number): string {
  return `lpad((9999999999999900 + (${n}::bigint * 7919 + ${salt}) % 20)::text, 16, '0') || '.' ||
    lpad(((${n}::bigint * 104729 * ${salt + 1}) % 600000)::text, 16, '0')`
}

async function latencyOf(count: number, work: (i: number) => Promise<unknown>) {
  const times: number[] = []
  for (let i = 0; i < count; i++) times.push(await timeOf(() => work(i)))
  const sorted = times.toSorted((a, b) => a - b)

  return { p50Ms: median(times), p99Ms: round(sorted[Math.floor(sorted.length * 0.99)] ?? 0, 1) }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()

  return round(performance.now() - startedAt, 2)
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}

function say(line: string): void {
  console.log(`· ${line}`)
}
