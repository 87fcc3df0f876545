import { randomBytes } from 'node:crypto'
import { NETWORK_GRACE_MS, endOf, isInTime } from '../../core/attempts/attempt-window.ts'
import { DomainError } from '../../core/domain-error.ts'
import { parsePrediction } from '../../core/ranking/prediction.ts'
import { RECEIPT_RANDOM_BYTES, receiptCodeFrom } from '../../core/attempts/receipt.ts'
import { scorePaper } from '../../core/attempts/scoring.ts'
import { STILL_OPEN, overallStandingOf, roundStandingOf } from '../../core/ranking/standing.ts'
import { pool } from '../../db/client.server.ts'
import { isRetryable } from '../../db/errors.server.ts'
import { eachOnItsOwn } from '../each-on-its-own.ts'
import { loadForEnding, writeEnding } from './ending-statements.server.ts'
import type { AttemptToEnd, BoardValues, Ending } from './ending-statements.server.ts'
import { getKeys } from './question-cache.server.ts'

export type SubmitAttempt = {
  attemptId: string
  participantId: string
  /** The guess as typed; null when the round asks for none or nothing was typed. */
  prediction: string | null
  now: Date
}

/** Losing this many races in a row means something else is wrong. */
const MAX_TRIES = 10

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
  await endOnce(attemptId, (attempt) => {
    if (attempt?.participantId !== participantId) throw new DomainError('attempt_not_found')
    if (attempt.status !== 'running') return null
    if (!isInTime(attempt.deadlineAt, now)) return expiry(attempt)

    return { status: 'submitted', receivedAt: now, prediction: parseGuess(attempt, prediction) }
  })
}

/** Counts an attempt whose time is over with what it holds; does nothing when it has ended or still has time. */
export async function countAttempt(attemptId: string, now: Date): Promise<void> {
  await endOnce(attemptId, (attempt) =>
    attempt?.status === 'running' && !isInTime(attempt.deadlineAt, now) ? expiry(attempt) : null,
  )
}

/** Attempts counted by one call at most; the caller asks again while it returns this many. */
export const OVERDUE_BATCH = 200

/**
 * Counts attempts whose deadline and grace have passed. Any number of processes may run it at once.
 * @returns how many were found
 * @throws when some could not be counted; all others of the batch are counted all the same
 */
export async function countOverdueAttempts(now: Date): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM attempt WHERE status = 'running' AND deadline_at < $1 ORDER BY deadline_at LIMIT $2`,
    [new Date(now.getTime() - NETWORK_GRACE_MS), OVERDUE_BATCH],
  )
  await eachOnItsOwn(rows, ({ id }) => countAttempt(id, now))

  return rows.length
}

type HowItEnds = { status: 'submitted' | 'expired'; receivedAt: Date; prediction: bigint | null }

/**
 * Reads all that the end of an attempt depends on, computes it, and writes it in one statement that takes effect only
 * if the attempt still runs on the same revision up to the same deadline. A save, more time or another end that came
 * between is seen by the next try.
 * @param decide how it ends, from what was read; null to leave it
 */
async function endOnce(
  attemptId: string,
  decide: (attempt: AttemptToEnd | undefined) => HowItEnds | null,
): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const attempt = await loadForEnding(attemptId)
    const end = decide(attempt)
    if (!attempt || !end) return
    if (await tryToWrite(attempt, await computeEnding(attempt, end))) return
  }

  throw new Error('an attempt could not be ended: the race was lost too often')
}

async function tryToWrite(attempt: AttemptToEnd, ending: Ending): Promise<boolean> {
  try {
    return await writeEnding(attempt, ending)
  } catch (error) {
    if (isRetryable(error)) return false
    throw error
  }
}

async function computeEnding(attempt: AttemptToEnd, end: HowItEnds): Promise<Ending> {
  // The versions' own: corrections of a round come into force after its last attempt has ended (ADR 15).
  const keys = await getKeys(attempt.positions.map((position) => position.versionId))
  const score = scorePaper(attempt.positions, attempt.answers, keys, attempt.pointsPerQuestion)
  const time = endOf(attempt.startedAt, attempt.deadlineAt, end.receivedAt)

  return {
    ...score,
    ...time,
    status: end.status,
    prediction: end.prediction,
    receiptCode: receiptCodeFrom(randomBytes(RECEIPT_RANDOM_BYTES)),
    boards:
      attempt.roundKind === 'practice'
        ? []
        : boardsWith(attempt, {
            id: attempt.id,
            score: score.score,
            isFullScore: score.correctCount === attempt.positions.length,
            startedAt: attempt.startedAt,
            ...time,
            prediction: end.prediction,
          }),
  }
}

/** This person's rows on the round's board and on the contest's board, with the attempt that ends now. */
function boardsWith(attempt: AttemptToEnd, ended: AttemptToEnd['earlierAttempts'][number]): BoardValues[] {
  const attempts = [...attempt.earlierAttempts, ended]
  const round = roundStandingOf(attempt.rankingPolicy, attempts, {
    ...STILL_OPEN,
    truth: attempt.predictionTruth,
  })
  const overall = round && overallStandingOf(attempt.contestPolicy, [...attempt.otherStandings, round])
  if (!round || !overall) return []

  return [
    { ...round, boardId: attempt.roundId },
    { ...overall, boardId: attempt.contestId, attemptId: null },
  ]
}

function expiry(attempt: AttemptToEnd): HowItEnds {
  return { status: 'expired', receivedAt: attempt.deadlineAt, prediction: null }
}

function parseGuess({ predictionKind }: AttemptToEnd, text: string | null): bigint | null {
  if (predictionKind === null || text === null || text.trim() === '') return null
  const guess = parsePrediction(predictionKind, text)
  if (guess === null) throw new DomainError('prediction_invalid', { prediction: text })

  return guess
}
