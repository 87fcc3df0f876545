import { randomBytes, randomUUID } from 'node:crypto'
import { deadlineOf, isInTime } from '../core/attempt-window.ts'
import { questionCountOf } from '../core/blueprint.ts'
import { DomainError } from '../core/domain-error.ts'
import { drawPaper } from '../core/paper.ts'
import type { PaperPosition } from '../core/paper.ts'
import { db, pool } from '../db/client.server.ts'
import { isUniqueViolation } from '../db/errors.server.ts'
import { countAttempt } from './end-attempt.server.ts'
import { listCandidates } from './question-cache.server.ts'
import { requirePublicRound } from './rounds.server.ts'
import type { Round } from './rounds.server.ts'

export type StartAttempt = { roundSlug: string; participantId: string; now: Date }

/** Losing this many races in a row means something else is wrong. */
const MAX_TRIES = 5

/**
 * Starts an attempt, or returns the one that is already running in this round: a double click, a retry and two
 * tabs get the same paper. The paper is drawn and stored in one statement, complete or not at all (invariant 6);
 * the limits are held by unique indexes, not by the reads before them (invariant 5).
 * @returns the attempt's id and whether this call created it.
 * @throws DomainError round_not_found | round_not_open | attempts_used_up | another_attempt_running | blueprint_not_met
 */
export async function startAttempt({ roundSlug, participantId, now }: StartAttempt): Promise<{
  attemptId: string
  outcome: 'started' | 'already_running'
}> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const round = await requirePublicRound(roundSlug, now)
    const running = await findRunningAttempt(round, participantId, now)
    if (running) return { attemptId: running.id, outcome: 'already_running' }
    if (round.phase !== 'open') throw new DomainError('round_not_open', { phase: round.phase })

    const attemptId = await tryToStart(round, participantId, now)
    if (attemptId) return { attemptId, outcome: 'started' }
  }

  throw new Error('an attempt could not be started: the race was lost too often')
}

/** The id of the new attempt; null when another start of the same participant, or a decision on the round, was faster. */
async function tryToStart(round: Round, participantId: string, now: Date): Promise<string | null> {
  const used = await db.attempt.count({ where: { roundId: round.id, participantId } })
  if (round.attemptsAllowed !== null && used >= round.attemptsAllowed) {
    throw new DomainError('attempts_used_up', { attemptsAllowed: round.attemptsAllowed })
  }
  const { seed, positions } = await draw(round)

  try {
    return await insertAttempt({ round, participantId, number: used + 1, now, seed, positions })
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

/**
 * The running attempt of this participant that blocks a new one. One whose time is over is counted on the way.
 * @throws DomainError another_attempt_running when it belongs to another ranked round.
 */
async function findRunningAttempt(
  round: Round,
  participantId: string,
  now: Date,
): Promise<{ id: string } | null> {
  const running = await db.attempt.findUnique({
    where: { runningKey: runningKeyOf(round, participantId) },
    select: { id: true, roundId: true, deadlineAt: true },
  })
  if (!running) return null
  if (!isInTime(running.deadlineAt, now)) {
    await countAttempt(running.id, now)

    return null
  }
  if (running.roundId !== round.id)
    throw new DomainError('another_attempt_running', { attemptId: running.id })

  return running
}

async function draw(round: Round): Promise<{ seed: string; positions: PaperPosition[] }> {
  const candidates = await listCandidates(
    round.bankId,
    round.acceptsFlaggedQuestions ? 'with_flagged' : 'without_flagged',
  )
  const seed = randomBytes(16).toString('hex')
  const drawn = drawPaper(candidates, round, seed)
  if (!drawn.drawn) throw new DomainError('blueprint_not_met', { shortfalls: drawn.shortfalls })

  return { seed, positions: drawn.positions }
}

/** One ranked and one practice attempt may run at the same time, never two of a kind. */
function runningKeyOf(round: Round, participantId: string): string {
  return `${round.kind}:${participantId}`
}

type NewAttempt = {
  round: Round
  participantId: string
  number: number
  now: Date
  seed: string
  positions: PaperPosition[]
}

/**
 * Attempt and paper in one statement, and so in one transaction and one round trip: this is the opening minute.
 * The round is locked against a change of its end, which the deadline was computed from.
 */
async function insertAttempt(attempt: NewAttempt): Promise<string | null> {
  const { round, participantId, number, now, seed, positions } = attempt
  const attemptId = randomUUID()
  const { rowCount } = await pool.query({
    name: 'insert-attempt',
    text: `
      WITH unchanged_round AS (
        SELECT id FROM round WHERE id = $2 AND closes_at = $11 FOR SHARE
      ), new_attempt AS (
        INSERT INTO attempt (id, round_id, participant_id, number, status, running_key, started_at, deadline_at, question_count)
        SELECT $1, id, $3, $4, 'running', $5, $6, $7, $8 FROM unchanged_round
        RETURNING id
      )
      INSERT INTO paper (attempt_id, seed, positions) SELECT id, $9, $10::jsonb FROM new_attempt`,
    values: [
      attemptId,
      round.id,
      participantId,
      number,
      runningKeyOf(round, participantId),
      now,
      deadlineOf(round, now),
      questionCountOf(round.blueprint),
      seed,
      JSON.stringify(positions),
      round.closesAt,
    ],
  })

  return rowCount === 1 ? attemptId : null
}
