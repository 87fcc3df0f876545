import { isReleased } from '../../core/rounds/release.ts'
import { db } from '../../db/client.server.ts'
import { parseRound, releaseOf } from '../rounds/rounds.server.ts'
import { createShortCache } from '../short-cache.server.ts'

export type OwnAttempt = {
  id: string
  roundId: string
  roundKind: 'ranked' | 'practice'
  roundSlug: string
  roundTitle: string
  number: number
  status: 'running' | 'submitted' | 'expired'
  startedAt: Date
  endedAt: Date | null
  durationMs: number | null
  score: { points: number; maxPoints: number } | null
}

/** The attempts of one participant, newest first; of one round when it is named. */
export async function listOwnAttempts(
  participantId: string,
  roundId: string | null,
  now: Date,
): Promise<OwnAttempt[]> {
  const rows = await db.attempt.findMany({
    where: { participantId, ...(roundId === null ? {} : { roundId }) },
    include: { round: true },
    orderBy: { startedAt: 'desc' },
    take: 200,
  })

  return rows.map((row) => ({
    id: row.id,
    roundId: row.roundId,
    roundKind: row.round.kind,
    roundSlug: row.round.slug,
    roundTitle: row.round.title,
    number: row.number,
    status: row.status,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    durationMs: row.durationMs,
    score:
      row.score !== null && isReleased(releaseOf(parseRound(row.round), now), 'score')
        ? { points: row.score, maxPoints: row.questionCount * row.round.pointsPerQuestion }
        : null,
  }))
}

export type RoundCounts = { roundId: string; running: number; ended: number; people: number }

const liveCounts = createShortCache<RoundCounts[]>({ ttlMs: 1_000, maxEntries: 10 })

/** Running and ended attempts of a contest's rounds, at most a second old: watching must not slow the answer path. */
export function listRoundCounts(contestId: string): Promise<RoundCounts[]> {
  return liveCounts.get(contestId, () => loadRoundCounts(contestId))
}

async function loadRoundCounts(contestId: string): Promise<RoundCounts[]> {
  const rows = await db.$queryRaw<{ round_id: string; running: bigint; ended: bigint; people: bigint }[]>`
    SELECT r.id AS round_id,
           count(a.id) FILTER (WHERE a.status = 'running') AS running,
           count(a.id) FILTER (WHERE a.status <> 'running') AS ended,
           count(DISTINCT a.participant_id) AS people
    FROM round r LEFT JOIN attempt a ON a.round_id = r.id
    WHERE r.contest_id = ${contestId}
    GROUP BY r.id`

  return rows.map((row) => ({
    roundId: row.round_id,
    running: Number(row.running),
    ended: Number(row.ended),
    people: Number(row.people),
  }))
}
