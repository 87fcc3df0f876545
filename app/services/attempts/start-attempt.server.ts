import { randomBytes, randomUUID } from 'node:crypto'
import { deadlineOf, isInTime } from '../../core/attempts/attempt-window.ts'
import { questionCountOf } from '../../core/rounds/blueprint.ts'
import { DomainError } from '../../core/domain-error.ts'
import { drawPaper } from '../../core/attempts/paper.ts'
import type { Candidate, PaperPosition } from '../../core/attempts/paper.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { pool } from '../../db/client.server.ts'
import { isUniqueViolation } from '../../db/errors.server.ts'
import type { AttemptWithPaper } from './attempt-rows.server.ts'
import { requireRunningAttempt, viewRunningAttempt } from './attempt-views.server.ts'
import type { RunningAttempt } from './attempt-views.server.ts'
import { countAttempt } from './end-attempt.server.ts'
import { listCandidates } from './question-cache.server.ts'
import { getQuestionSet } from '../questions/question-sets.server.ts'
import { getRecentRound, getRound, requirePublic } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

export type StartAttempt = { roundSlug: string; participantId: string; now: Date }

/** Losing this many races in a row means something else is wrong. */
const MAX_TRIES = 5

export type StartedAttempt = {
  attemptId: string
  /** Whether this call created the attempt. */
  outcome: 'started' | 'already_running'
  attempt: RunningAttempt
}

/**
 * Starts an attempt, or returns the one that is already running in this round: a double click, a retry and two
 * tabs get the same paper. The paper is drawn and stored in one statement, complete or not at all (invariant 6);
 * the limits are held by unique indexes, not by the reads before them (invariant 5).
 * @throws DomainError round_not_found | round_not_open | attempts_used_up | another_attempt_running | blueprint_not_met
 */
export async function startAttempt({ roundSlug, participantId, now }: StartAttempt): Promise<StartedAttempt> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    // A lost race may be one against a decision on the round: then its copy in memory is too old.
    const round = requirePublic(await (tries === 0 ? getRecentRound : getRound)(roundSlug), roundSlug, now)
    const standing = await findParticipation(round, participantId, now)
    if (standing.runningId !== null) {
      const attempt = await requireRunningAttempt(standing.runningId, participantId, now)

      return { attemptId: attempt.attemptId, outcome: 'already_running', attempt }
    }
    const started = await tryToStart(round, participantId, standing.used, now)
    if (started) {
      return {
        attemptId: started.id,
        outcome: 'started',
        attempt: await viewRunningAttempt(started, round, now),
      }
    }
  }

  throw new Error('an attempt could not be started: the race was lost too often')
}

/** The new attempt; null when another start of the same participant, or a decision on the round, was faster. */
async function tryToStart(
  round: Round & { phase: Phase },
  participantId: string,
  used: number,
  now: Date,
): Promise<AttemptWithPaper | null> {
  // Settled: this request was held up for longer than the grace that a start on its way is given.
  if (round.phase !== 'open' || round.settledAt !== null)
    throw new DomainError('round_not_open', { phase: round.phase })
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

type ParticipationRow = { used: string; id: string | null; round_id: string | null; deadline_at: Date | null }

/**
 * How many attempts this participant has used in the round, and the running one that blocks a new one. One whose
 * time is over is counted on the way.
 * @throws DomainError another_attempt_running when it belongs to another ranked round.
 */
async function findParticipation(
  round: Round,
  participantId: string,
  now: Date,
): Promise<{ used: number; runningId: string | null }> {
  const { rows } = await pool.query<ParticipationRow>({
    name: 'participation',
    text: `
      SELECT u.used, a.id, a.round_id, a.deadline_at
      FROM (SELECT count(*) AS used FROM attempt WHERE round_id = $1 AND participant_id = $2) u
      LEFT JOIN attempt a ON a.running_key = $3`,
    values: [round.id, participantId, runningKeyOf(round, participantId)],
  })
  const used = Number(rows[0]?.used ?? 0)
  const { id = null, round_id: roundId, deadline_at: deadlineAt } = rows[0] ?? {}
  if (id === null || !deadlineAt) return { used, runningId: null }
  if (!isInTime(deadlineAt, now)) {
    await countAttempt(id, now)

    return { used, runningId: null }
  }
  if (roundId !== round.id) throw new DomainError('another_attempt_running', { attemptId: id })

  return { used, runningId: id }
}

async function draw(round: Round): Promise<{ seed: string; positions: PaperPosition[] }> {
  const candidates = await listDrawable(round)
  const seed = randomBytes(16).toString('hex')
  const drawn = drawPaper(candidates, round, seed)
  if (!drawn.drawn) throw new DomainError('blueprint_not_met', { shortfalls: drawn.shortfalls })

  return { seed, positions: drawn.positions }
}

/** The questions fixed when the round was scheduled; of practice, or a round scheduled by an older version, what the bank offers. */
async function listDrawable(round: Round): Promise<readonly Candidate[]> {
  if (round.questionSetId !== null) return (await getQuestionSet(round.questionSetId)).candidates

  return listCandidates(round.bankId, round.acceptsFlaggedQuestions ? 'with_flagged' : 'without_flagged')
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
 * The round is locked against a change of its end, which the deadline was computed from, and must still be scheduled as
 * it was when the paper was drawn: nobody gets a paper by settings that were taken back a moment before the opening, nor
 * after the round was settled.
 */
async function insertAttempt(attempt: NewAttempt): Promise<AttemptWithPaper | null> {
  const { round, participantId, number, now, seed, positions } = attempt
  const attemptId = randomUUID()
  const deadlineAt = deadlineOf(round, now)
  const questionCount = questionCountOf(round.blueprint)
  const { rowCount } = await pool.query({
    name: 'insert-attempt',
    text: `
      WITH unchanged_round AS (
        SELECT id FROM round
        WHERE id = $2 AND closes_at = $11 AND scheduled_at = $12 AND question_set_id IS NOT DISTINCT FROM $13
          AND settled_at IS NULL
        FOR SHARE
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
      deadlineAt,
      questionCount,
      seed,
      JSON.stringify(positions),
      round.closesAt,
      round.scheduledAt,
      round.questionSetId,
    ],
  })

  if (rowCount !== 1) return null

  return {
    id: attemptId,
    roundId: round.id,
    number,
    status: 'running',
    startedAt: now,
    deadlineAt,
    questionCount,
    positions,
    ...NOTHING_YET,
  }
}

const NOTHING_YET = {
  answers: {},
  revision: 0,
  savedAt: null,
  endedAt: null,
  durationMs: null,
  prediction: null,
  score: null,
  correctCount: null,
  answeredCount: null,
  receiptCode: null,
} as const
