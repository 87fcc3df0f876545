import { AnswersSchema, checkAnswers, shapeOf } from '../../core/attempts/answers.ts'
import type { Answers, PaperShape } from '../../core/attempts/answers.ts'
import { isInTime, remainingMsAt } from '../../core/attempts/attempt-window.ts'
import { DomainError } from '../../core/domain-error.ts'
import { PaperPositionsSchema } from '../../core/attempts/paper.ts'
import { db } from '../../db/client.server.ts'
import { noteSave, noteSaveFailure } from '../rounds/activity-counters.server.ts'
import { countAttempt } from './end-attempt.server.ts'
import { enqueueSave } from './save-lanes.server.ts'

export type SaveAnswers = {
  attemptId: string
  participantId: string
  /** Revision of the copy the change was made on. */
  revision: number
  answers: Answers
  now: Date
}

export type SavedAnswers = { revision: number; savedAt: Date; remainingMs: number }

/**
 * Merges answers into a running attempt; when it returns, they are committed.
 * @throws DomainError unknown_position | unknown_option | attempt_not_found
 * @throws DomainError revision_conflict with the newer copy: {revision, answers, savedAt, remainingMs}
 * @throws DomainError attempt_ended when the attempt is over (it is counted by then)
 */
export async function saveAnswers(save: SaveAnswers): Promise<SavedAnswers> {
  try {
    const saved = await storeAnswers(save)
    noteSave(Object.keys(save.answers).length)

    return saved
  } catch (error) {
    if (!(error instanceof DomainError)) noteSaveFailure()
    throw error
  }
}

async function storeAnswers({
  attemptId,
  participantId,
  revision,
  answers,
  now,
}: SaveAnswers): Promise<SavedAnswers> {
  const check = checkAnswers(answers, await getOwnPaperShape(attemptId, participantId))
  if (!check.valid) throw new DomainError(check.code, { position: check.position })

  const stored = await enqueueSave({ attemptId, participantId, revision, answers, receivedAt: now })
  if (!stored) throw await whyNotStored(attemptId, participantId, now)

  return {
    revision: stored.revision,
    savedAt: stored.savedAt,
    remainingMs: remainingMsAt(stored.deadlineAt, now),
  }
}

async function whyNotStored(attemptId: string, participantId: string, now: Date): Promise<DomainError> {
  const attempt = await db.attempt.findUnique({
    where: { id: attemptId, participantId },
    select: { status: true, deadlineAt: true, revision: true, answers: true, savedAt: true },
  })
  if (!attempt) return new DomainError('attempt_not_found')
  if (attempt.status !== 'running') return new DomainError('attempt_ended')
  if (!isInTime(attempt.deadlineAt, now)) {
    await countAttempt(attemptId, now)

    return new DomainError('attempt_ended')
  }

  return new DomainError('revision_conflict', {
    revision: attempt.revision,
    answers: AnswersSchema.parse(attempt.answers),
    savedAt: attempt.savedAt?.toISOString() ?? null,
    remainingMs: remainingMsAt(attempt.deadlineAt, now),
  })
}

/** Papers never change, nor their owners: those of the attempts that are being worked on are kept, the oldest are dropped. */
const MAX_CACHED_SHAPES = 20_000
type OwnedShape = { participantId: string; shape: PaperShape }
const shapes = new Map<string, OwnedShape>()

/** Nobody learns anything of somebody else's paper, and nobody else's saves ever wait in its lane (invariant 9). */
async function getOwnPaperShape(attemptId: string, participantId: string): Promise<PaperShape> {
  const cached = shapes.get(attemptId)
  if (cached?.participantId === participantId) return cached.shape

  const paper = await db.paper.findUnique({
    where: { attemptId, attempt: { participantId } },
    select: { positions: true },
  })
  if (!paper) throw new DomainError('attempt_not_found')
  const shape = shapeOf(PaperPositionsSchema.parse(paper.positions))
  rememberShape(attemptId, { participantId, shape })

  return shape
}

function rememberShape(attemptId: string, owned: OwnedShape): void {
  if (shapes.size >= MAX_CACHED_SHAPES) {
    // A Map iterates in insertion order: the first key is the oldest.
    const oldest = shapes.keys().next().value
    if (oldest !== undefined) shapes.delete(oldest)
  }
  shapes.set(attemptId, owned)
}
