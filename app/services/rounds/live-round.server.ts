import type pg from 'pg'
import { NETWORK_GRACE_MS } from '../../core/attempts/attempt-window.ts'
import { CHART_MINUTES, fillMinutes } from '../../core/rounds/live-activity.ts'
import type { MinuteCount } from '../../core/rounds/live-activity.ts'
import type { UnitParticipation } from '../../core/units/unit-participation.ts'
import { pool } from '../../db/client.server.ts'
import { isQueryCanceled } from '../../db/errors.server.ts'
import { inWatchTransaction } from '../../db/transaction.server.ts'
import type { Round } from './rounds.server.ts'
import { createShortCache } from '../short-cache.server.ts'

/**
 * What a running round is watched with. Counted from the attempts by indexed statements on one connection of the
 * process, at most every two seconds however many people watch: a supervisor's page has taken an exam down before.
 */
export type LiveRound = {
  running: number
  finished: number
  /** Ended by their participants; the others were counted at their deadline. */
  submitted: number
  /** People who have started an attempt. */
  people: number
  /** Participants with an account. */
  registered: number
  /** Running attempts whose time has been over for so long that they should have been counted. */
  overdue: number
  starts: MinuteCount[]
  endings: MinuteCount[]
  units: UnitParticipation[]
}

const COUNTS_TTL_MS = 2_000
const UNITS_TTL_MS = 10_000

const counted = createShortCache<Counts | null>({ ttlMs: COUNTS_TTL_MS, maxEntries: 50 })
const countedUnits = createShortCache<Units | null>({ ttlMs: UNITS_TTL_MS, maxEntries: 50 })

type Counts = Omit<LiveRound, 'units' | 'registered'>
type Units = Pick<LiveRound, 'units' | 'registered'>

/** Null when the database is too busy to count now: watching gives way to the contest. */
export async function getLiveRound(round: Round, now: Date): Promise<LiveRound | null> {
  const [counts, units] = await Promise.all([
    counted.get(round.id, () =>
      orNullWhenBusy(inWatchTransaction((client) => loadCounts(client, round, now))),
    ),
    countedUnits.get(round.id, () =>
      orNullWhenBusy(inWatchTransaction((client) => loadUnits(client, round.id))),
    ),
  ])

  return counts && units && { ...counts, ...units }
}

async function orNullWhenBusy<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (isQueryCanceled(error)) return null
    throw error
  }
}

const MINUTE_MS = 60_000
/** The sweep runs every second; this long after deadline and grace something is wrong with it. */
const OVERDUE_AFTER_MS = NETWORK_GRACE_MS + 15_000
/** Attempts are looked up by their start: those that ended in the last hour began at most this long before. */
const LONGEST_EXTRA_MS = 4 * 60 * MINUTE_MS

async function loadCounts(client: pg.ClientBase, round: Round, now: Date): Promise<Counts> {
  const chartFrom = new Date(now.getTime() - CHART_MINUTES * MINUTE_MS)
  const { rows } = await client.query<CountsRow>(
    `
      SELECT (SELECT count(*) FROM attempt WHERE round_id = $1) AS attempts,
             (SELECT count(DISTINCT participant_id) FROM attempt WHERE round_id = $1) AS people,
             (SELECT count(*) FROM attempt WHERE round_id = $1 AND status = 'submitted') AS submitted,
             count(*) AS running,
             count(*) FILTER (WHERE deadline_at < $2) AS overdue
      FROM attempt WHERE round_id = $1 AND status = 'running'`,
    [round.id, new Date(now.getTime() - OVERDUE_AFTER_MS)],
  )
  const counts = Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([name, value]) => [name, Number(value)]),
  )
  const { attempts = 0, people = 0, submitted = 0, running = 0, overdue = 0 } = counts
  const startedFrom = new Date(chartFrom.getTime() - round.durationMs - LONGEST_EXTRA_MS)

  return {
    running,
    finished: attempts - running,
    submitted,
    people,
    overdue,
    starts: fillMinutes(await loadMinutes(client, STARTS, [round.id, chartFrom]), now),
    endings: fillMinutes(await loadMinutes(client, ENDINGS, [round.id, chartFrom, startedFrom]), now),
  }
}

type CountsRow = Record<'attempts' | 'people' | 'submitted' | 'running' | 'overdue', string>

const STARTS = `
  SELECT date_trunc('minute', started_at) AS minute, count(*) AS count
  FROM attempt WHERE round_id = $1 AND started_at >= $2 GROUP BY 1`

const ENDINGS = `
  SELECT date_trunc('minute', ended_at) AS minute, count(*) AS count
  FROM attempt WHERE round_id = $1 AND started_at >= $3 AND ended_at >= $2 GROUP BY 1`

async function loadMinutes(client: pg.ClientBase, text: string, values: unknown[]): Promise<MinuteCount[]> {
  const { rows } = await client.query<{ minute: Date; count: string }>(text, values)

  return rows.map(({ minute, count }) => ({ minuteAt: minute, count: Number(count) }))
}

type UnitCountRow = { unit_id: string | null; registered: string; people: string }

/** People by unit in one pass; nothing about how they answered. */
async function loadUnits(client: pg.ClientBase, roundId: string): Promise<Units> {
  const units = await client.query<{ unitId: string; name: string; headCount: number | null }>(
    `SELECT id AS "unitId", name, head_count AS "headCount" FROM unit ORDER BY position`,
  )
  const { rows } = await client.query<UnitCountRow>(
    `
      SELECT u.unit_id, count(*) AS registered, count(taker.participant_id) AS people
      FROM user_account u
      LEFT JOIN (SELECT DISTINCT participant_id FROM attempt WHERE round_id = $1) taker ON taker.participant_id = u.id
      WHERE u.role = 'participant'
      GROUP BY u.unit_id`,
    [roundId],
  )
  const peopleOf = new Map(rows.map((row) => [row.unit_id, Number(row.people)]))

  return {
    registered: rows.reduce((sum, row) => sum + Number(row.registered), 0),
    units: units.rows.map((unit) => ({ ...unit, people: peopleOf.get(unit.unitId) ?? 0 })),
  }
}

/** Running attempts that the end of the round cuts short: those that an extension gives time to. */
export async function countCutShort(round: Round): Promise<number> {
  if (round.endRule === 'must_start_before') return 0
  const { rows } = await pool.query<{ count: string }>({
    name: 'count-cut-short',
    text: `
      SELECT count(*) AS count FROM attempt
      WHERE round_id = $1 AND status = 'running'
        AND deadline_at < started_at + make_interval(secs => ($2 + extra_ms)::float8 / 1000)`,
    values: [round.id, round.durationMs],
  })

  return Number(rows[0]?.count ?? 0)
}
