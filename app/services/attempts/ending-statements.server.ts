import { AnswersSchema } from '../../core/attempts/answers.ts'
import type { Answers } from '../../core/attempts/answers.ts'
import { PaperPositionsSchema } from '../../core/attempts/paper.ts'
import type { PaperPosition } from '../../core/attempts/paper.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import { RankingPolicySchema } from '../../core/ranking/ranking.ts'
import type { Rankable } from '../../core/ranking/ranking.ts'
import type { ContestPolicy, RankingPolicy } from '../../core/ranking/ranking-policy.ts'
import type { Score } from '../../core/attempts/scoring.ts'
import type { CountedAttempt, StandingValues } from '../../core/ranking/standing.ts'
import { pool } from '../../db/client.server.ts'
import { parseContestPolicy } from '../contests/contest-policy.server.ts'
import { ON_STANDING_CONFLICT, STORED_FIGURES, shownNamesOf } from '../boards/standings.server.ts'

/**
 * The two statements that end an attempt, one to read and one to write: on the last evening this is the busiest path
 * after the saves, and each round trip to the database costs more than the arithmetic.
 */
export type AttemptToEnd = {
  id: string
  participantId: string
  fullName: string
  status: 'running' | 'submitted' | 'expired'
  startedAt: Date
  deadlineAt: Date
  revision: number
  answers: Answers
  positions: PaperPosition[]
  roundId: string
  roundKind: 'ranked' | 'practice'
  contestId: string
  pointsPerQuestion: number
  predictionKind: PredictionKind | null
  predictionTruth: bigint | null
  rankingPolicy: RankingPolicy
  contestPolicy: ContestPolicy
  /** Raised when a board of the contest is rebuilt. */
  boardsRevision: number
  /** Counted attempts of the same person in this round, in their order. */
  earlierAttempts: CountedAttempt[]
  /** The same person's standings in the other rounds of the contest. */
  otherStandings: Rankable[]
}

export type BoardValues = StandingValues & { boardId: string; attemptId: string | null }

export type Ending = Score & {
  status: 'submitted' | 'expired'
  endedAt: Date
  durationMs: number
  prediction: bigint | null
  receiptCode: string
  boards: BoardValues[]
}

type Row = Omit<
  AttemptToEnd,
  | 'answers'
  | 'positions'
  | 'predictionTruth'
  | 'rankingPolicy'
  | 'contestPolicy'
  | 'earlierAttempts'
  | 'otherStandings'
> & {
  answers: unknown
  positions: unknown
  predictionTruth: string | null
  rankingPolicy: unknown
  contestPolicy: unknown
  earlierAttempts: {
    id: string
    score: number
    isFullScore: boolean
    startedAt: string
    durationMs: number
    endedAt: string
    prediction: string | null
  }[]
  otherStandings: {
    scoreHundredths: number
    durationMs: number
    startedAt: string
    endedAt: string
    attemptsUsed: number
    fullScoreAttempts: number
  }[]
}

/** Everything the end of an attempt depends on; undefined when there is no such attempt. */
export async function loadForEnding(attemptId: string): Promise<AttemptToEnd | undefined> {
  const { rows } = await pool.query<Row>({
    name: 'load-for-ending',
    text: LOAD_FOR_ENDING,
    values: [attemptId],
  })
  const row = rows[0]

  return (
    row && {
      ...row,
      answers: AnswersSchema.parse(row.answers),
      positions: PaperPositionsSchema.parse(row.positions),
      predictionTruth: row.predictionTruth === null ? null : BigInt(row.predictionTruth),
      rankingPolicy: RankingPolicySchema.parse(row.rankingPolicy),
      contestPolicy: parseContestPolicy(row.contestPolicy),
      earlierAttempts: row.earlierAttempts.map((attempt) => ({
        ...attempt,
        startedAt: new Date(attempt.startedAt),
        endedAt: new Date(attempt.endedAt),
        prediction: attempt.prediction === null ? null : BigInt(attempt.prediction),
      })),
      otherStandings: row.otherStandings.map((standing) => ({
        ...standing,
        startedAt: new Date(standing.startedAt),
        endedAt: new Date(standing.endedAt),
        predictionOffset: null,
        lotNumber: null,
      })),
    }
  )
}

const LOAD_FOR_ENDING = `
  SELECT a.id, a.participant_id AS "participantId", u.full_name AS "fullName", a.status, a.started_at AS "startedAt",
         a.deadline_at AS "deadlineAt", a.revision, a.answers, p.positions, a.round_id AS "roundId", r.kind AS "roundKind",
         r.contest_id AS "contestId", r.points_per_question AS "pointsPerQuestion", r.prediction_kind AS "predictionKind",
         r.prediction_truth AS "predictionTruth", r.ranking_policy AS "rankingPolicy",
         c.board_policy AS "contestPolicy", c.boards_revision AS "boardsRevision",
         (SELECT coalesce(json_agg(json_build_object('id', e.id, 'score', e.score, 'durationMs', e.duration_ms,
                                                     'isFullScore', e.correct_count = e.question_count,
                                                     'startedAt', e.started_at, 'endedAt', e.ended_at, 'prediction', e.prediction::text) ORDER BY e.number), '[]')
          FROM attempt e
          WHERE e.participant_id = a.participant_id AND e.round_id = a.round_id AND e.status <> 'running') AS "earlierAttempts",
         (SELECT coalesce(json_agg(json_build_object('scoreHundredths', s.score * 100 + s.score_fraction,
                                                     'durationMs', s.duration_ms, 'endedAt', s.ended_at,
                                                     'startedAt', coalesce(s.started_at, s.ended_at - s.duration_ms * interval '1 ms'),
                                                     'attemptsUsed', s.attempts_used,
                                                     'fullScoreAttempts', s.full_score_attempts)), '[]')
          FROM round o JOIN standing s ON s.board_id = o.id AND s.participant_id = a.participant_id
          WHERE o.contest_id = r.contest_id AND o.id <> r.id) AS "otherStandings"
  FROM attempt a
  JOIN paper p ON p.attempt_id = a.id
  JOIN round r ON r.id = a.round_id
  JOIN contest c ON c.id = r.contest_id
  JOIN user_account u ON u.id = a.participant_id
  WHERE a.id = $1`

/**
 * Ends the attempt and brings its boards up to date, all or nothing.
 * @returns false when the attempt has ended, was saved to or was given more time since it was read, or another board of the
 * contest was rebuilt: nothing was written
 */
export async function writeEnding(attempt: AttemptToEnd, ending: Ending): Promise<boolean> {
  const names = shownNamesOf(attempt.fullName)
  const { rows } = await pool.query<{ ended: string }>({
    name: 'write-ending',
    text: WRITE_ENDING,
    values: [
      attempt.id,
      attempt.revision,
      ending.status,
      ending.endedAt,
      ending.durationMs,
      ending.prediction?.toString() ?? null,
      ending.score,
      ending.correctCount,
      ending.answeredCount,
      ending.receiptCode,
      names.withConsent.displayName,
      names.withConsent.searchName,
      names.withoutConsent.displayName,
      names.withoutConsent.searchName,
      ending.boards.map((board) => board.boardId),
      ending.boards.map((board) => board.attemptId),
      ending.boards.map((board) => board.sortKey),
      ...STORED_FIGURES.map((figureOf) => ending.boards.map(figureOf)),
      attempt.deadlineAt,
      attempt.contestId,
      attempt.boardsRevision,
    ],
  })

  return rows[0]?.ended === '1'
}

// The person is read with a shared lock: a consent withdrawn at this moment waits, so that the name is not written
// back after it.
const WRITE_ENDING = `
  WITH ended AS (
    UPDATE attempt
    SET status = $3::attempt_status, running_key = NULL, ended_at = $4, duration_ms = $5, prediction = $6, score = $7,
        correct_count = $8, answered_count = $9, receipt_code = $10
    WHERE id = $1 AND revision = $2 AND status = 'running' AND deadline_at = $26
      AND (SELECT boards_revision FROM contest WHERE id = $27) = $28
    RETURNING participant_id
  ), person AS (
    SELECT u.id, u.unit_id,
           CASE WHEN u.publishes_name THEN $11 ELSE $13 END AS display_name,
           CASE WHEN u.publishes_name THEN $12 ELSE $14 END AS search_name
    FROM user_account u WHERE u.id = (SELECT participant_id FROM ended) FOR SHARE
  ), written AS (
    INSERT INTO standing (board_id, participant_id, attempt_id, unit_id, sort_key, display_name, search_name,
                          score, duration_ms, ended_at, attempts_used, prediction_distance, score_fraction, started_at,
                          full_score_attempts)
    SELECT b.board_id, person.id, b.attempt_id, person.unit_id, b.sort_key, person.display_name, person.search_name,
           b.score, b.duration_ms, b.ended_at, b.attempts_used, b.prediction_distance, b.score_fraction,
           b.started_at, b.full_score_attempts
    FROM person, unnest($15::text[], $16::text[], $17::text[], $18::int[], $19::bigint[], $20::timestamptz[], $21::int[], $22::bigint[],
                         $23::int[], $24::timestamptz[], $25::int[])
      AS b(board_id, attempt_id, sort_key, score, duration_ms, ended_at, attempts_used, prediction_distance, score_fraction,
           started_at, full_score_attempts)
    ${ON_STANDING_CONFLICT}
  )
  SELECT count(*) AS ended FROM ended`
