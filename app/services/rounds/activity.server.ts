import { randomUUID } from 'node:crypto'
import { ACTIVITY_SLOT_MS, CHART_MINUTES, slotOf } from '../../core/rounds/live-activity.ts'
import type { ActivitySlot } from '../../core/rounds/live-activity.ts'
import { pool } from '../../db/client.server.ts'
import { PROCESS_ID, giveBackActivity, takeActivity } from './activity-counters.server.ts'
import type { Counters, Problem } from './activity-counters.server.ts'

const HOUR_MS = 60 * 60_000
const KEPT_MS = 3 * HOUR_MS
const PROBLEMS_KEPT_MS = 7 * 24 * HOUR_MS

/**
 * Writes what this process did in the slot that has just ended, and clears away what nobody looks at any more: one
 * cheap statement every ten seconds, however many saves there were. What can't be written is reported next time.
 * @param now just after the end of a slot
 */
export async function reportActivity(now: Date): Promise<void> {
  const taken = takeActivity()
  try {
    if (taken.problems.length > 0) await writeProblems(taken.problems, now)
    taken.problems = []
    await writeCounters(new Date(slotOf(now).getTime() - ACTIVITY_SLOT_MS), taken.counters, now)
  } catch (error) {
    giveBackActivity(taken)
    throw error
  }
}

async function writeCounters(slotAt: Date, counters: Counters, now: Date): Promise<void> {
  await pool.query({
    name: 'report-activity',
    text: `
      WITH past AS (DELETE FROM process_activity WHERE slot_at < $8)
      INSERT INTO process_activity AS p (slot_at, process_id, saves, answers, save_failures, requests, server_errors)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (slot_at, process_id) DO UPDATE
      SET saves = p.saves + EXCLUDED.saves, answers = p.answers + EXCLUDED.answers,
          save_failures = p.save_failures + EXCLUDED.save_failures, requests = p.requests + EXCLUDED.requests,
          server_errors = p.server_errors + EXCLUDED.server_errors`,
    values: [
      slotAt,
      PROCESS_ID,
      counters.saves,
      counters.answers,
      counters.saveFailures,
      counters.requests,
      counters.serverErrors,
      new Date(now.getTime() - KEPT_MS),
    ],
  })
}

async function writeProblems(problems: readonly Problem[], now: Date): Promise<void> {
  await pool.query(
    `
      WITH past AS (DELETE FROM server_problem WHERE occurred_at < $7)
      INSERT INTO server_problem (id, occurred_at, process_id, request_id, place, cause)
      SELECT p.id, p.occurred_at, $2, p.request_id, p.place, p.cause
      FROM unnest($1::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
        AS p(id, occurred_at, request_id, place, cause)`,
    [
      problems.map(() => randomUUID()),
      PROCESS_ID,
      problems.map(({ occurredAt }) => occurredAt),
      problems.map(({ requestId }) => requestId),
      problems.map(({ place }) => place),
      problems.map(({ cause }) => cause),
      new Date(now.getTime() - PROBLEMS_KEPT_MS),
    ],
  )
}

/** What all processes reported in the last hour. */
export async function listActivity(now: Date): Promise<ActivitySlot[]> {
  const { rows } = await pool.query<ActivitySlot>({
    name: 'list-activity',
    text: `
      SELECT slot_at AS "slotAt", process_id AS "processId", saves, answers, save_failures AS "saveFailures", requests,
             server_errors AS "serverErrors"
      FROM process_activity WHERE slot_at > $1`,
    values: [new Date(now.getTime() - CHART_MINUTES * 60_000 - 2 * ACTIVITY_SLOT_MS)],
  })

  return rows
}

export type ServerProblem = {
  id: string
  occurredAt: Date
  requestId: string | null
  place: string
  cause: string
}

const SHOWN_PROBLEMS = 10
const PROBLEMS_SHOWN_MS = 24 * HOUR_MS

/** The newest failures of the last day, of all processes, newest first. */
export async function listProblems(now: Date): Promise<ServerProblem[]> {
  const { rows } = await pool.query<ServerProblem>({
    name: 'list-problems',
    text: `
      SELECT id, occurred_at AS "occurredAt", request_id AS "requestId", place, cause
      FROM server_problem WHERE occurred_at > $1 ORDER BY occurred_at DESC, id LIMIT $2`,
    values: [new Date(now.getTime() - PROBLEMS_SHOWN_MS), SHOWN_PROBLEMS],
  })

  return rows
}
