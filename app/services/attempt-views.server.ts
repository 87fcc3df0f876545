import { AnswersSchema } from '../core/answers.ts'
import type { Answers } from '../core/answers.ts'
import { isInTime, remainingMsAt } from '../core/attempt-window.ts'
import { DomainError } from '../core/domain-error.ts'
import { PaperPositionsSchema } from '../core/paper.ts'
import type { PaperPosition } from '../core/paper.ts'
import type { PredictionKind } from '../core/prediction.ts'
import { db } from '../db/client.server.ts'
import { countAttempt } from './end-attempt.server.ts'
import { getServedVersions } from './question-cache.server.ts'

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
  const attempt = await db.attempt.findUnique({
    where: { id: attemptId, participantId },
    include: {
      paper: { select: { positions: true } },
      round: { select: { slug: true, title: true, predictionKind: true, predictionPrompt: true } },
    },
  })
  if (!attempt?.paper) throw new DomainError('attempt_not_found')
  await requireRunning(attempt, now)

  return {
    attemptId: attempt.id,
    roundSlug: attempt.round.slug,
    roundTitle: attempt.round.title,
    number: attempt.number,
    startedAt: attempt.startedAt,
    deadlineAt: attempt.deadlineAt,
    remainingMs: remainingMsAt(attempt.deadlineAt, now),
    revision: attempt.revision,
    savedAt: attempt.savedAt,
    answers: AnswersSchema.parse(attempt.answers),
    paper: await servePaper(PaperPositionsSchema.parse(attempt.paper.positions)),
    prediction: attempt.round.predictionKind && {
      kind: attempt.round.predictionKind,
      prompt: attempt.round.predictionPrompt ?? '',
    },
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
  const attempt = await db.attempt.findUnique({
    where: { id: attemptId, participantId },
    select: { id: true, status: true, deadlineAt: true, revision: true, savedAt: true },
  })
  if (!attempt) throw new DomainError('attempt_not_found')
  await requireRunning(attempt, now)

  return {
    deadlineAt: attempt.deadlineAt,
    remainingMs: remainingMsAt(attempt.deadlineAt, now),
    revision: attempt.revision,
    savedAt: attempt.savedAt,
  }
}

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
