import { setImmediate } from 'node:timers/promises'
import { placeShiftOf } from '../../core/ranking/place-shift.ts'
import type { MovedPlace, Placing } from '../../core/ranking/place-shift.ts'
import { MOST_PEOPLE_LISTED } from '../../core/regrades/regrade-preview.ts'
import type { MovedPerson, RegradePreview } from '../../core/regrades/regrade-preview.ts'
import { roundStandingOf } from '../../core/ranking/standing.ts'
import type { CountedAttempt } from '../../core/ranking/standing.ts'
import { pool } from '../../db/client.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

/** People per read: between two reads everybody else gets their turn. */
const CHUNK = 500

type Compared = Pick<
  RegradePreview,
  | 'people'
  | 'gaining'
  | 'losing'
  | 'movedCount'
  | 'entering'
  | 'leaving'
  | 'enteringCount'
  | 'leavingCount'
  | 'movedByTruth'
>

type ComparedPerson = Placing & { afterOldTruth: string; pointsBefore: number; pointsAfter: number }

/**
 * The board as it stands and as it would be with the figures stored for a set. Of each person only the sort keys and
 * the points are kept, a few hundred bytes.
 */
export async function compareBoards(
  round: Round,
  regradeId: string,
  truthAfter: bigint | null,
  places: number,
): Promise<Compared> {
  const people: ComparedPerson[] = []
  for (let after = ''; ;) {
    const chunk = await loadPeople(round.id, regradeId, after)
    for (const person of chunk) {
      const compared = compare(round, person, truthAfter)
      if (compared) people.push(compared)
    }
    const last = chunk.at(-1)
    if (!last) break
    after = last.participantId
    await setImmediate()
  }
  const shift = placeShiftOf(people, places)
  const byTruth = placeShiftOf(
    people.map(({ participantId, afterOldTruth, after }) => ({
      participantId,
      before: afterOldTruth,
      after,
    })),
    places,
  )
  const pointsOf = new Map(people.map((person) => [person.participantId, person]))
  const withPoints = (moved: MovedPlace): MovedPerson => ({
    ...moved,
    scoreBeforeHundredths: pointsOf.get(moved.participantId)?.pointsBefore ?? 0,
    scoreAfterHundredths: pointsOf.get(moved.participantId)?.pointsAfter ?? 0,
  })

  return {
    people: people.length,
    gaining: people.filter(({ pointsBefore, pointsAfter }) => pointsAfter > pointsBefore).length,
    losing: people.filter(({ pointsBefore, pointsAfter }) => pointsAfter < pointsBefore).length,
    movedCount: shift.movedCount,
    enteringCount: shift.entering.length,
    leavingCount: shift.leaving.length,
    entering: shift.entering.slice(0, MOST_PEOPLE_LISTED).map(withPoints),
    leaving: shift.leaving.slice(0, MOST_PEOPLE_LISTED).map(withPoints),
    movedByTruth: byTruth.movedCount,
  }
}

function compare(
  { rankingPolicy, predictionTruth }: Round,
  { participantId, lotNumber, before, after }: PersonAttempts,
  truthAfter: bigint | null,
): ComparedPerson | null {
  const was = roundStandingOf(rankingPolicy, before, { truth: predictionTruth, lotNumber })
  const is = roundStandingOf(rankingPolicy, after, { truth: truthAfter, lotNumber })
  const byScore = roundStandingOf(rankingPolicy, after, { truth: predictionTruth, lotNumber })

  return (
    was &&
    is &&
    byScore && {
      participantId,
      before: was.sortKey,
      after: is.sortKey,
      afterOldTruth: byScore.sortKey,
      pointsBefore: was.scoreHundredths,
      pointsAfter: is.scoreHundredths,
    }
  )
}

type AttemptRow = {
  id: string
  participant_id: string
  lot_number: number | null
  score: number
  is_full_score: boolean
  score_after: number
  is_full_after: boolean
  started_at: Date
  duration_ms: number
  ended_at: Date
  prediction: string | null
}
type PersonAttempts = {
  participantId: string
  lotNumber: number | null
  before: CountedAttempt[]
  after: CountedAttempt[]
}

/** The next people on the board with their counted attempts, as they are and as they would be. */
async function loadPeople(roundId: string, regradeId: string, after: string): Promise<PersonAttempts[]> {
  const { rows } = await pool.query<AttemptRow>({
    name: 'people-to-regrade',
    text: `
      WITH people AS (
        SELECT DISTINCT participant_id FROM attempt
        WHERE round_id = $1 AND status <> 'running' AND participant_id > $3
          AND participant_id NOT IN (
            SELECT participant_id FROM exclusion WHERE round_id = $1 AND lifted_at IS NULL)
        ORDER BY participant_id LIMIT $4
      )
      SELECT a.id, a.participant_id, l.number AS lot_number, a.score, a.correct_count = a.question_count AS is_full_score,
             coalesce(s.score_after, a.score) AS score_after,
             coalesce(s.correct_after, a.correct_count) = coalesce(s.counted_after, a.question_count) AS is_full_after,
             a.started_at, a.duration_ms, a.ended_at, a.prediction
      FROM people JOIN attempt a ON a.participant_id = people.participant_id
      LEFT JOIN regrade_score s ON s.regrade_id = $2 AND s.attempt_id = a.id
      LEFT JOIN lot l ON l.round_id = $1 AND l.participant_id = a.participant_id
      WHERE a.round_id = $1 AND a.status <> 'running'
      ORDER BY a.participant_id, a.number`,
    values: [roundId, regradeId, after, CHUNK],
  })

  return [...Map.groupBy(rows, (row) => row.participant_id)].map(([participantId, own]) => ({
    participantId,
    lotNumber: own[0]?.lot_number ?? null,
    before: own.map((row) => toCounted(row, row.score, row.is_full_score)),
    after: own.map((row) => toCounted(row, row.score_after, row.is_full_after)),
  }))
}

function toCounted(row: AttemptRow, score: number, isFullScore: boolean): CountedAttempt {
  return {
    id: row.id,
    score,
    isFullScore,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    durationMs: row.duration_ms,
    prediction: row.prediction === null ? null : BigInt(row.prediction),
  }
}
