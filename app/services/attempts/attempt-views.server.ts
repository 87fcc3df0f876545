import type { Answers } from '../../core/attempts/answers.ts'
import { isInTime, remainingMsAt } from '../../core/attempts/attempt-window.ts'
import { DomainError } from '../../core/domain-error.ts'
import type { PaperPosition } from '../../core/attempts/paper.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import { pool } from '../../db/client.server.ts'
import { findOwnAttempt } from './attempt-rows.server.ts'
import type { AttemptWithPaper } from './attempt-rows.server.ts'
import { countAttempt } from './end-attempt.server.ts'
import { getServedVersions } from './question-cache.server.ts'
import { getRecentRoundById } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

/** A question as the browser gets it: no key, no index, ids that say nothing (invariant 2). */
export type PaperQuestion = {
  position: number
  stem: string
  /** Whether several options may be chosen. */
  isMultiple: boolean
  options: { id: string; text: string }[]
}

export type RunningAttempt = {
  attemptId: string
  roundSlug: string
  roundTitle: string
  number: number
  startedAt: Date
  deadlineAt: Date
  remainingMs: number
  revision: number
  savedAt: Date | null
  answers: Answers
  paper: PaperQuestion[]
  prediction: { kind: PredictionKind; prompt: string } | null
}

/** What an open page needs to know again and again: the time (after an extension too) and the newest revision. */
export type AttemptPulse = Pick<RunningAttempt, 'deadlineAt' | 'remainingMs' | 'revision' | 'savedAt'>

/**
 * The running attempt with its paper, for its owner.
 * @throws DomainError attempt_not_found | attempt_ended (it is counted by then)
 */
export async function requireRunningAttempt(
  attemptId: string,
  participantId: string,
  now: Date,
): Promise<RunningAttempt> {
  const attempt = await findOwnAttempt(attemptId, participantId)
  if (!attempt) throw new DomainError('attempt_not_found')
  await requireRunning(attempt, now)

  return viewRunningAttempt(attempt, await getRecentRoundById(attempt.roundId), now)
}

/** A running attempt as its owner's browser gets it. */
export async function viewRunningAttempt(
  attempt: AttemptWithPaper,
  round: Round,
  now: Date,
): Promise<RunningAttempt> {
  return {
    attemptId: attempt.id,
    roundSlug: round.slug,
    roundTitle: round.title,
    number: attempt.number,
    startedAt: attempt.startedAt,
    deadlineAt: attempt.deadlineAt,
    remainingMs: remainingMsAt(attempt.deadlineAt, now),
    revision: attempt.revision,
    savedAt: attempt.savedAt,
    answers: attempt.answers,
    paper: await servePaper(attempt.positions),
    prediction: round.predictionKind && { kind: round.predictionKind, prompt: round.predictionPrompt ?? '' },
  }
}

/**
 * Time and revision of a running attempt, for its owner.
 * @throws DomainError attempt_not_found | attempt_ended (it is counted by then)
 */
export async function requireAttemptPulse(
  attemptId: string,
  participantId: string,
  now: Date,
): Promise<AttemptPulse> {
  const { rows } = await pool.query<PulseRow>({
    name: 'attempt-pulse',
    text: `
      SELECT id, status, deadline_at AS "deadlineAt", revision, saved_at AS "savedAt"
      FROM attempt WHERE id = $1 AND participant_id = $2`,
    values: [attemptId, participantId],
  })
  const attempt = rows[0]
  if (!attempt) throw new DomainError('attempt_not_found')
  await requireRunning(attempt, now)

  return {
    deadlineAt: attempt.deadlineAt,
    remainingMs: remainingMsAt(attempt.deadlineAt, now),
    revision: attempt.revision,
    savedAt: attempt.savedAt,
  }
}

type PulseRow = { id: string; status: string; deadlineAt: Date; revision: number; savedAt: Date | null }

/** Ends here when the attempt is over; one whose time has passed unnoticed is counted first (invariant 4). */
async function requireRunning(
  attempt: { id: string; status: string; deadlineAt: Date },
  now: Date,
): Promise<void> {
  if (attempt.status !== 'running') throw new DomainError('attempt_ended')
  if (isInTime(attempt.deadlineAt, now)) return

  await countAttempt(attempt.id, now)
  throw new DomainError('attempt_ended')
}

async function servePaper(positions: readonly PaperPosition[]): Promise<PaperQuestion[]> {
  const versions = await getServedVersions(positions.map((position) => position.versionId))

  return positions.map((position, index) => {
    const version = versions.get(position.versionId)
    if (!version) throw new Error('a paper names a question version that does not exist')

    return {
      position: index + 1,
      stem: version.stem,
      isMultiple: version.isMultiple,
      options: position.options.map((option) => ({
        id: option.id,
        text: version.options[option.index] ?? '',
      })),
    }
  })
}
