import { boardVisibilityOf, countedUntil } from '../../core/ranking/board-visibility.ts'
import type { BoardVisibility, VisibilityRules } from '../../core/ranking/board-visibility.ts'
import { db, pool } from '../../db/client.server.ts'
import { createShortCache } from '../short-cache.server.ts'

type RoundRules = VisibilityRules & { id: string }

/** As old as a round may be when it is read for the public; see rounds.server.ts. */
const rules = createShortCache<RoundRules[]>({ ttlMs: 500, maxEntries: 200 })

/** The ranked rounds that a board is made of: the round itself, or all of the contest. */
function loadRules(boardId: string): Promise<RoundRules[]> {
  return rules.get(boardId, () =>
    db.round.findMany({
      where: { OR: [{ id: boardId }, { contestId: boardId }], kind: 'ranked', scheduledAt: { not: null } },
      select: {
        id: true,
        scheduledAt: true,
        opensAt: true,
        closesAt: true,
        settledAt: true,
        officialAt: true,
        correctedAt: true,
        finalizedAt: true,
        predictionKind: true,
        countersDelayMs: true,
        freezeBeforeMs: true,
        freezeUntil: true,
      },
    }),
  )
}

/** What the public sees of a board now. Every public way to a board asks this, so that none can forget it. */
export async function getBoardVisibility(boardId: string, now: Date): Promise<BoardVisibility> {
  return boardVisibilityOf(await loadRules(boardId), now)
}

export type PublicCounts = {
  people: number
  attempts: number
  byUnit: ReadonlyMap<string, { people: number; attempts: number }>
}

/** Counted anew this often: the counters are old on purpose, and step every ten minutes only. */
const COUNTS_TTL_MS = 10_000
const delayedCounts = createShortCache<PublicCounts>({ ttlMs: COUNTS_TTL_MS, maxEntries: 100 })

/** People and attempts of a board as the public may know them: of each round only what ended before its delay. */
export async function getDelayedCounts(boardId: string, now: Date): Promise<PublicCounts> {
  const rounds = (await loadRules(boardId)).map((round) => ({
    id: round.id,
    until: countedUntil(round, now),
  }))

  return delayedCounts.get(JSON.stringify(rounds), () => countUntil(rounds))
}

async function countUntil(rounds: readonly { id: string; until: Date | null }[]): Promise<PublicCounts> {
  const { rows } = await pool.query<{ unit_id: string | null; people: string; attempts: string }>({
    name: 'delayed-counts',
    text: `
      SELECT u.unit_id, count(DISTINCT a.participant_id) AS people, count(*) AS attempts
      FROM unnest($1::text[], $2::timestamptz[]) AS counted(round_id, until)
      JOIN attempt a ON a.round_id = counted.round_id AND a.status <> 'running'
        AND (counted.until IS NULL OR a.ended_at <= counted.until)
      JOIN user_account u ON u.id = a.participant_id
      WHERE NOT EXISTS (SELECT 1 FROM exclusion e
                        WHERE e.round_id = a.round_id AND e.participant_id = a.participant_id AND e.lifted_at IS NULL)
      GROUP BY u.unit_id`,
    values: [rounds.map(({ id }) => id), rounds.map(({ until }) => until)],
  })
  const counts = rows.map((row) => ({
    unitId: row.unit_id,
    people: Number(row.people),
    attempts: Number(row.attempts),
  }))

  return {
    people: counts.reduce((sum, { people }) => sum + people, 0),
    attempts: counts.reduce((sum, { attempts }) => sum + attempts, 0),
    byUnit: new Map(
      counts.flatMap(({ unitId, people, attempts }) =>
        unitId === null ? [] : [[unitId, { people, attempts }]],
      ),
    ),
  }
}
