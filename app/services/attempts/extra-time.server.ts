import { NETWORK_GRACE_MS } from '../../core/attempts/attempt-window.ts'
import { DomainError } from '../../core/domain-error.ts'
import { normalizeText } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'

export type GiveExtraTime = {
  roundSlug: string
  attemptId: string
  /** The deadline the organizer saw. */
  seenDeadlineAt: Date
  extraMs: number
  reason: string
  decidedById: string
  now: Date
}

type ExtendedAttempt = { id: string; roundId: string; roundTitle: string; deadlineAt: Date }

/**
 * Gives one person's running attempt more time (invariant 8: recorded with its reason and shown to the public, without
 * the person). The write takes effect only while the attempt runs up to the deadline that was seen: an attempt that
 * has just ended stays ended, and a second click gives nothing on top.
 * @returns the id of the record
 * @throws DomainError reason_missing | round_not_found | attempt_not_found | attempt_ended | extra_time_overtaken
 */
export async function giveExtraTime(grant: GiveExtraTime): Promise<string> {
  const reason = normalizeText(grant.reason)
  if (reason === '') throw new DomainError('reason_missing')

  return db.$transaction(async (tx) => {
    const attempt = await moveDeadline(tx, grant)
    const { extraMs, seenDeadlineAt: deadlineBefore, decidedById, now } = grant
    const { id } = await tx.timeGrant.create({
      data: {
        roundId: attempt.roundId,
        attemptId: attempt.id,
        extraMs,
        reason,
        deadlineBefore,
        deadlineAfter: attempt.deadlineAt,
        decidedById,
        decidedAt: now,
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'attempt.extend',
      subject: `attempt:${attempt.id}`,
      details: {
        reason,
        roundTitle: attempt.roundTitle,
        extraMs,
        from: deadlineBefore.toISOString(),
        to: attempt.deadlineAt.toISOString(),
      },
      now,
    })

    return id
  })
}

async function moveDeadline(tx: Tx, grant: GiveExtraTime): Promise<ExtendedAttempt> {
  const { roundSlug, attemptId, seenDeadlineAt, extraMs, now } = grant
  // The round first, as decisions on it do, so that the two never wait for each other.
  const rounds = await tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT id, title FROM round WHERE slug = ${roundSlug} FOR SHARE`
  const round = rounds[0]
  if (!round) throw new DomainError('round_not_found', { slug: roundSlug })

  const moved = await tx.$queryRaw<{ deadline_at: Date }[]>`
    UPDATE attempt
    SET deadline_at = deadline_at + make_interval(secs => ${extraMs}::int / 1000), extra_ms = extra_ms + ${extraMs}::int
    WHERE id = ${attemptId} AND round_id = ${round.id} AND status = 'running' AND deadline_at = ${seenDeadlineAt}
      AND deadline_at >= ${new Date(now.getTime() - NETWORK_GRACE_MS)}
    RETURNING deadline_at`
  const deadlineAt = moved[0]?.deadline_at
  if (!deadlineAt) throw await whyNotMoved(tx, round.id, grant)

  return { id: attemptId, roundId: round.id, roundTitle: round.title, deadlineAt }
}

async function whyNotMoved(tx: Tx, roundId: string, grant: GiveExtraTime): Promise<DomainError> {
  const attempt = await tx.attempt.findFirst({
    where: { id: grant.attemptId, roundId },
    select: { status: true, deadlineAt: true },
  })
  if (!attempt) return new DomainError('attempt_not_found')
  const hasMoved = attempt.deadlineAt.getTime() !== grant.seenDeadlineAt.getTime()

  return new DomainError(attempt.status === 'running' && hasMoved ? 'extra_time_overtaken' : 'attempt_ended')
}

export type ExtraTime = { personName: string; extraMs: number; deadlineAfter: Date }

/** A record of extra time with its person, for the organizer who has just given it; null when there is none. */
export async function findExtraTime(id: string): Promise<ExtraTime | null> {
  const grant = await db.timeGrant.findUnique({
    where: { id },
    include: { attempt: { select: { participant: { select: { fullName: true } } } } },
  })

  return (
    grant && {
      personName: grant.attempt.participant.fullName,
      extraMs: grant.extraMs,
      deadlineAfter: grant.deadlineAfter,
    }
  )
}
