import type { PaperSnapshot } from '../../core/closing/papers/snapshot.ts'
import type { Tx } from '../../db/client.server.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Round } from '../rounds/rounds.server.ts'

type CountsPart = Pick<
  PaperSnapshot,
  'totals' | 'exclusions' | 'byRound' | 'contestPeople' | 'byUnit' | 'byDay' | 'byHour' | 'byRight'
>

/**
 * How many people and attempts, in all and by round, unit, day, hour and right answers. The board says who counts:
 * an exclusion that is not in force yet is not on it, so papers and board never disagree.
 */
export async function loadPaperCounts(tx: Tx, round: Round): Promise<CountsPart> {
  const totals = await loadTotals(tx, round.id)
  const exclusions = await loadExclusions(tx, round.id)

  return {
    totals: { ...totals, excluded: exclusions.reduce((sum, { count }) => sum + count, 0) },
    exclusions,
    ...(await loadRounds(tx, round)),
    byUnit: await loadUnits(tx, round.id),
    ...(await loadTimes(tx, round.id)),
    byRight: await loadRightAnswers(tx, round.id),
  }
}

/** The attempts behind a round's board. */
function countedAttempts(roundId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT a.participant_id, a.correct_count, a.question_count,
           a.started_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS started
    FROM attempt a JOIN standing s ON s.board_id = ${roundId} AND s.participant_id = a.participant_id
    WHERE a.round_id = ${roundId} AND a.status <> 'running'`
}

async function loadTotals(tx: Tx, roundId: string) {
  const [row] = await tx.$queryRaw<{ people: number; attempts: number; all_right: number }[]>`
    SELECT count(DISTINCT participant_id)::int AS people, count(*)::int AS attempts,
           (count(DISTINCT participant_id) FILTER (WHERE correct_count = question_count))::int AS all_right
    FROM (${countedAttempts(roundId)}) counted`

  return { people: row?.people ?? 0, attempts: row?.attempts ?? 0, peopleAllRight: row?.all_right ?? 0 }
}

function loadExclusions(tx: Tx, roundId: string): Promise<PaperSnapshot['exclusions']> {
  return tx.$queryRaw`
    SELECT e.kind, count(*)::int AS count
    FROM exclusion e
    WHERE e.round_id = ${roundId} AND e.lifted_at IS NULL AND NOT EXISTS (
      SELECT FROM standing s WHERE s.board_id = ${roundId} AND s.participant_id = e.participant_id)
    GROUP BY e.kind ORDER BY e.kind`
}

async function loadRounds(tx: Tx, { contestId }: Round) {
  const byRound = await tx.$queryRaw<PaperSnapshot['byRound']>`
    SELECT r.title, count(s.participant_id)::int AS people, coalesce(sum(s.attempts_used), 0)::int AS attempts
    FROM round r LEFT JOIN standing s ON s.board_id = r.id
    WHERE r.contest_id = ${contestId} AND r.kind = 'ranked' AND r.settled_at IS NOT NULL
    GROUP BY r.id, r.title, r.opens_at ORDER BY r.opens_at, r.id`
  const [people] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT s.participant_id)::int AS count
    FROM round r JOIN standing s ON s.board_id = r.id
    WHERE r.contest_id = ${contestId} AND r.kind = 'ranked' AND r.settled_at IS NOT NULL`

  return { byRound, contestPeople: people?.count ?? 0 }
}

function loadUnits(tx: Tx, roundId: string): Promise<PaperSnapshot['byUnit']> {
  return tx.$queryRaw`
    SELECT u.name, u.head_count AS "headCount", count(*)::int AS people, sum(s.attempts_used)::int AS attempts
    FROM standing s LEFT JOIN unit u ON u.id = s.unit_id
    WHERE s.board_id = ${roundId}
    GROUP BY u.id, u.name, u.head_count, u.position
    ORDER BY u.id IS NULL, count(*) DESC, u.position`
}

async function loadTimes(tx: Tx, roundId: string): Promise<Pick<PaperSnapshot, 'byDay' | 'byHour'>> {
  const byDay = await tx.$queryRaw<PaperSnapshot['byDay']>`
    SELECT to_char(started, 'YYYY-MM-DD') AS day, count(DISTINCT participant_id)::int AS people,
           count(*)::int AS attempts
    FROM (${countedAttempts(roundId)}) counted GROUP BY 1 ORDER BY 1`
  const byHour = await tx.$queryRaw<PaperSnapshot['byHour']>`
    SELECT extract(hour FROM started)::int AS hour, count(*)::int AS attempts
    FROM (${countedAttempts(roundId)}) counted GROUP BY 1 ORDER BY 1`

  return { byDay, byHour }
}

function loadRightAnswers(tx: Tx, roundId: string): Promise<PaperSnapshot['byRight']> {
  return tx.$queryRaw`
    WITH counted AS (${countedAttempts(roundId)}),
    best AS (SELECT max(correct_count) AS correct_count FROM counted GROUP BY participant_id)
    SELECT c.correct_count AS right, count(*)::int AS attempts,
           (SELECT count(*)::int FROM best WHERE best.correct_count = c.correct_count) AS people
    FROM counted c GROUP BY c.correct_count ORDER BY c.correct_count DESC`
}
