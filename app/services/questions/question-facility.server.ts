import { db } from '../../db/client.server.ts'
import { createShortCache } from '../short-cache.server.ts'

/** How people answered a version: its facility is right / shown. */
export type Facility = { versionId: string; shown: number; right: number }

/** Enough to tell hard from easy, little enough for a page of the console while a round runs. */
const SAMPLED_ATTEMPTS = 2_000
const FACILITY_TTL_MS = 10 * 60_000

const facilities = createShortCache<Facility[]>({ ttlMs: FACILITY_TTL_MS, maxEntries: 20 })

/**
 * Facility of the versions of a bank, from its newest counted attempts (at most 2,000), up to ten minutes old. The
 * database alone is busy, once in ten minutes; the answer path never reads this.
 */
export function listFacilities(bankId: string): Promise<Facility[]> {
  return facilities.get(bankId, () => computeFacilities(bankId))
}

/** By the rule of core/attempts/scoring.ts: right when exactly the options of the key are chosen. Only the counts leave it. */
function computeFacilities(bankId: string): Promise<Facility[]> {
  return db.$queryRaw<Facility[]>`
    WITH sampled AS (
      SELECT a.answers, p.positions
      FROM attempt a JOIN paper p ON p.attempt_id = a.id
      WHERE a.round_id IN (SELECT id FROM round WHERE bank_id = ${bankId}) AND a.status <> 'running'
      ORDER BY a.ended_at DESC LIMIT ${SAMPLED_ATTEMPTS}
    ), shown AS (
      SELECT position.value->>'versionId' AS version_id,
             ARRAY(SELECT (option->>'index')::int FROM jsonb_array_elements(position.value->'options') AS option
                   WHERE coalesce(sampled.answers->position.ordinality::text, '[]'::jsonb) ? (option->>'id')
                   ORDER BY 1) AS chosen
      FROM sampled, jsonb_array_elements(sampled.positions) WITH ORDINALITY AS position
    )
    SELECT shown.version_id AS "versionId", count(*)::int AS shown,
           count(*) FILTER (WHERE shown.chosen = v.key)::int AS "right"
    FROM shown JOIN question_version v ON v.id = shown.version_id
    GROUP BY shown.version_id`
}
