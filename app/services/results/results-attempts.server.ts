import { AnswersSchema } from '../../core/attempts/answers.ts'
import type { Answers } from '../../core/attempts/answers.ts'
import { PaperPositionsSchema } from '../../core/attempts/paper.ts'
import type { PaperPosition } from '../../core/attempts/paper.ts'
import type { ResultsAttempt } from '../../core/results/results-file.ts'
import type { Tx } from '../../db/client.server.ts'

type StoredAttempt = {
  participantId: string
  number: number
  status: string
  startedAt: Date
  deadlineAt: Date
  endedAt: Date | null
  durationMs: number | null
  score: number | null
  correctCount: number | null
  questionCount: number
  answeredCount: number | null
  prediction: bigint | null
  answers: unknown
  positions: unknown
}

/** Counted attempts of these people, by a statement of its own: the many papers cost several times as much when they come as objects of the schema. */
export function loadAttempts(
  tx: Tx,
  roundId: string,
  participantIds: readonly string[],
): Promise<StoredAttempt[]> {
  return tx.$queryRaw<StoredAttempt[]>`
    SELECT a.participant_id AS "participantId", a.number, a.status::text, a.started_at AS "startedAt",
           a.deadline_at AS "deadlineAt", a.ended_at AS "endedAt", a.duration_ms AS "durationMs", a.score,
           a.correct_count AS "correctCount", a.question_count AS "questionCount", a.answered_count AS "answeredCount",
           a.prediction, a.answers, p.positions
    FROM attempt a LEFT JOIN paper p ON p.attempt_id = a.id
    WHERE a.participant_id = ANY(${participantIds}) AND a.round_id = ${roundId}
      AND a.status <> 'running'
    ORDER BY a.number`
}

/** As the file has it. @param placeOf place of a version in the file's questions */
export function attemptOf(
  attempt: StoredAttempt,
  participant: string,
  placeOf: (versionId: string) => number,
): ResultsAttempt {
  const positions = attempt.positions === null ? null : PaperPositionsSchema.parse(attempt.positions)
  const answers = AnswersSchema.parse(attempt.answers)

  return {
    participant,
    number: attempt.number,
    status: attempt.status === 'expired' ? 'expired' : 'submitted',
    startedAt: attempt.startedAt.toISOString(),
    endedAt: (attempt.endedAt ?? attempt.deadlineAt).toISOString(),
    durationMs: attempt.durationMs ?? 0,
    score: attempt.score ?? 0,
    correctCount: attempt.correctCount ?? 0,
    countedQuestions: attempt.questionCount,
    answeredCount: attempt.answeredCount ?? 0,
    prediction: attempt.prediction === null ? null : Number(attempt.prediction),
    paper: positions && positions.map(({ versionId }) => placeOf(versionId)),
    answers: (positions ?? []).map((position, index) => chosenPlaces(position, answers, index + 1)),
  }
}

function chosenPlaces({ options }: PaperPosition, answers: Answers, position: number): number[] {
  const chosenIds = answers[String(position)] ?? []

  return options
    .filter(({ id }) => chosenIds.includes(id))
    .map(({ index }) => index)
    .sort((a, b) => a - b)
}
