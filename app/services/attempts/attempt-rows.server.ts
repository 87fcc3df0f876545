import { AnswersSchema } from '../../core/attempts/answers.ts'
import type { Answers } from '../../core/attempts/answers.ts'
import { PaperPositionsSchema } from '../../core/attempts/paper.ts'
import type { PaperPosition } from '../../core/attempts/paper.ts'
import { pool } from '../../db/client.server.ts'

/** An attempt with its paper as stored, for the hot paths: read by one hand-written statement. */
export type AttemptWithPaper = {
  id: string
  roundId: string
  number: number
  status: 'running' | 'submitted' | 'expired'
  startedAt: Date
  deadlineAt: Date
  questionCount: number
  answers: Answers
  revision: number
  savedAt: Date | null
  endedAt: Date | null
  durationMs: number | null
  prediction: bigint | null
  score: number | null
  correctCount: number | null
  answeredCount: number | null
  receiptCode: string | null
  positions: PaperPosition[]
}

type Row = Omit<AttemptWithPaper, 'answers' | 'positions' | 'prediction'> & {
  answers: unknown
  positions: unknown
  prediction: string | null
}

/** The attempt, if it belongs to this participant (invariant 9). */
export async function findOwnAttempt(
  attemptId: string,
  participantId: string,
): Promise<AttemptWithPaper | null> {
  const { rows } = await pool.query<Row>({
    name: 'own-attempt',
    text: `
      SELECT a.id, a.round_id AS "roundId", a.number, a.status, a.started_at AS "startedAt", a.deadline_at AS "deadlineAt",
             a.question_count AS "questionCount", a.answers, a.revision, a.saved_at AS "savedAt", a.ended_at AS "endedAt",
             a.duration_ms AS "durationMs", a.prediction, a.score, a.correct_count AS "correctCount",
             a.answered_count AS "answeredCount", a.receipt_code AS "receiptCode", p.positions
      FROM attempt a JOIN paper p ON p.attempt_id = a.id
      WHERE a.id = $1 AND a.participant_id = $2`,
    values: [attemptId, participantId],
  })
  const row = rows[0]

  return row
    ? {
        ...row,
        answers: AnswersSchema.parse(row.answers),
        positions: PaperPositionsSchema.parse(row.positions),
        prediction: row.prediction === null ? null : BigInt(row.prediction),
      }
    : null
}
