import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { AnswersSchema } from '../core/answers.ts'
import { NETWORK_GRACE_MS, endOf, isInTime } from '../core/attempt-window.ts'
import { DomainError } from '../core/domain-error.ts'
import { PaperPositionsSchema } from '../core/paper.ts'
import { parsePrediction } from '../core/prediction.ts'
import type { PredictionKind } from '../core/prediction.ts'
import { RECEIPT_RANDOM_BYTES, receiptCodeFrom } from '../core/receipt.ts'
import { scorePaper } from '../core/scoring.ts'
import { pool } from '../db/client.server.ts'
import { inTransaction } from '../db/transaction.server.ts'
import { getKeys } from './question-cache.server.ts'
import { parsePolicy, refreshStandings } from './standings.server.ts'

export type SubmitAttempt = {
  attemptId: string
  participantId: string
  /** The guess as typed; null when the round asks for none or nothing was typed. */
  prediction: string | null
  now: Date
}

/**
 * Ends an attempt on its participant's wish. A retry, and a submission after the deadline, find the attempt
 * already counted and change nothing (invariant 4): the caller answers with the same receipt.
 * @throws DomainError attempt_not_found | prediction_invalid
 */
export async function submitAttempt({
  attemptId,
  participantId,
  prediction,
  now,
}: SubmitAttempt): Promise<void> {
  await inTransaction(async (client) => {
    const attempt = await lockAttempt(client, attemptId)
    if (attempt?.participant_id !== participantId) throw new DomainError('attempt_not_found')
    if (attempt.status !== 'running') return
    if (!isInTime(attempt.deadline_at, now))
      return endAttempt(client, attempt, 'expired', attempt.deadline_at, null)

    await endAttempt(client, attempt, 'submitted', now, parseGuess(attempt.prediction_kind, prediction))
  })
}

/** Counts an attempt whose time is over with what it holds; does nothing when it has ended or still has time. */
export async function countAttempt(attemptId: string, now: Date): Promise<void> {
  await inTransaction(async (client) => {
    const attempt = await lockAttempt(client, attemptId)
    if (attempt?.status !== 'running' || isInTime(attempt.deadline_at, now)) return

    await endAttempt(client, attempt, 'expired', attempt.deadline_at, null)
  })
}

/** Attempts counted by one call at most; the caller asks again while it returns this many. */
export const OVERDUE_BATCH = 200

/**
 * Counts attempts whose deadline and grace have passed. Any number of processes may run it at once.
 * @returns how many were found
 */
export async function countOverdueAttempts(now: Date): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM attempt WHERE status = 'running' AND deadline_at < $1 ORDER BY deadline_at LIMIT $2`,
    [new Date(now.getTime() - NETWORK_GRACE_MS), OVERDUE_BATCH],
  )
  for (const { id } of rows) await countAttempt(id, now)

  return rows.length
}

type LockedAttempt = {
  id: string
  participant_id: string
  status: 'running' | 'submitted' | 'expired'
  started_at: Date
  deadline_at: Date
  answers: unknown
  positions: unknown
  round_id: string
  contest_id: string
  kind: 'ranked' | 'practice'
  points_per_question: number
  prediction_kind: PredictionKind | null
  prediction_truth: string | null
  ranking_policy: unknown
}

/** The attempt with all that ending it needs; locked, so that one of two simultaneous endings waits and sees the other. */
async function lockAttempt(client: pg.ClientBase, attemptId: string): Promise<LockedAttempt | undefined> {
  const { rows } = await client.query<LockedAttempt>({
    name: 'lock-attempt',
    text: `
      SELECT a.id, a.participant_id, a.status, a.started_at, a.deadline_at, a.answers, p.positions,
             a.round_id, r.contest_id, r.kind, r.points_per_question, r.prediction_kind, r.prediction_truth, r.ranking_policy
      FROM attempt a JOIN paper p ON p.attempt_id = a.id JOIN round r ON r.id = a.round_id
      WHERE a.id = $1 FOR UPDATE OF a`,
    values: [attemptId],
  })

  return rows[0]
}

async function endAttempt(
  client: pg.ClientBase,
  attempt: LockedAttempt,
  status: 'submitted' | 'expired',
  receivedAt: Date,
  prediction: bigint | null,
): Promise<void> {
  const positions = PaperPositionsSchema.parse(attempt.positions)
  const keys = await getKeys(positions.map((position) => position.versionId))
  const { score, correctCount, answeredCount } = scorePaper(
    positions,
    AnswersSchema.parse(attempt.answers),
    keys,
    attempt.points_per_question,
  )
  const { endedAt, durationMs } = endOf(attempt.started_at, attempt.deadline_at, receivedAt)
  await client.query({
    name: 'end-attempt',
    text: `
      UPDATE attempt SET status = $2::attempt_status, running_key = NULL, ended_at = $3, duration_ms = $4, prediction = $5,
                         score = $6, correct_count = $7, answered_count = $8, receipt_code = $9
      WHERE id = $1 AND status = 'running'`,
    values: [
      attempt.id,
      status,
      endedAt,
      durationMs,
      prediction?.toString() ?? null,
      score,
      correctCount,
      answeredCount,
      receiptCodeFrom(randomBytes(RECEIPT_RANDOM_BYTES)),
    ],
  })
  if (attempt.kind === 'practice') return

  await refreshStandings(
    client,
    {
      id: attempt.round_id,
      contestId: attempt.contest_id,
      rankingPolicy: parsePolicy(attempt.ranking_policy),
      predictionTruth: attempt.prediction_truth === null ? null : BigInt(attempt.prediction_truth),
    },
    attempt.participant_id,
  )
}

function parseGuess(kind: PredictionKind | null, text: string | null): bigint | null {
  if (kind === null || text === null || text.trim() === '') return null
  const guess = parsePrediction(kind, text)
  if (guess === null) throw new DomainError('prediction_invalid', { prediction: text })

  return guess
}
