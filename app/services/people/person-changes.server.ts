import { vietnamDayOf } from '../../core/calendar-day.ts'
import { DomainError } from '../../core/domain-error.ts'
import { isValidOn } from '../../core/units/unit-tree.ts'
import { shownNamesOf } from '../boards/standings.server.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import type { ChangedBy } from '../units/unit-changes.server.ts'
import { toTreeUnit } from '../units/units.server.ts'

export type Correction = {
  personId: string
  fullName: string
  unitId: string
  /** The request it answers, with what the participant is told; null when nobody asked through the account page. */
  request: { id: string; answer: string } | null
  reason: string
}

/**
 * Corrects a participant's name or unit. Old and new are in the audit log, every board shows the new at once, and the
 * request that asked for it is answered.
 * @throws DomainError not_found | unit_unusable | invalid_input when the request is somebody else's or was answered
 */
export async function correctPerson(correction: Correction, { actorId, now }: ChangedBy): Promise<void> {
  const { personId, fullName, unitId, request, reason } = correction
  await db.$transaction(async (tx) => {
    // Locked, so that of two corrections each knows what it really replaced.
    await tx.$executeRaw`SELECT id FROM user_account WHERE id = ${personId} FOR UPDATE`
    const before = await tx.user.findUnique({
      where: { id: personId, role: 'participant' },
      select: { fullName: true, publishesName: true, unit: { select: { id: true, name: true } } },
    })
    if (!before) throw new DomainError('not_found')
    const unit = before.unit?.id === unitId ? before.unit : await requireUsableUnit(tx, unitId, now)
    if (request) await closeRequest(tx, personId, request, { actorId, now })
    await tx.user.update({ where: { id: personId }, data: { fullName, unitId } })
    const names = shownNamesOf(fullName)
    await tx.standing.updateMany({
      where: { participantId: personId },
      data: { ...(before.publishesName ? names.withConsent : names.withoutConsent), unitId },
    })
    await recordAudit(tx, {
      actorId,
      action: 'person.correct',
      subject: `user:${personId}`,
      details: {
        before: {
          fullName: before.fullName,
          unitId: before.unit?.id ?? null,
          unitName: before.unit?.name ?? null,
        },
        after: { fullName, unitId, unitName: unit.name },
        reason,
        requestId: request?.id ?? null,
      },
      now,
    })
  })
}

export type AnswerRequest = { personId: string; requestId: string; answer: string }

/** Answers a request without changing anything. @throws DomainError invalid_input when it was answered meanwhile */
export async function answerRequest(
  { personId, requestId, answer }: AnswerRequest,
  { actorId, now }: ChangedBy,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await closeRequest(tx, personId, { id: requestId, answer }, { actorId, now })
    await recordAudit(tx, {
      actorId,
      action: 'profile_request.handle',
      subject: `profile_request:${requestId}`,
      details: { answer },
      now,
    })
  })
}

async function closeRequest(
  tx: Tx,
  userId: string,
  { id, answer }: { id: string; answer: string },
  { actorId, now }: ChangedBy,
): Promise<void> {
  const { count } = await tx.profileRequest.updateMany({
    where: { id, userId, handledAt: null },
    data: { handledAt: now, handledById: actorId, answer },
  })
  if (count === 0) throw new DomainError('invalid_input', { requestId: 'request_answered' })
}

/** A unit people can belong to today, locked against a merger that would leave them behind. */
async function requireUsableUnit(tx: Tx, unitId: string, now: Date): Promise<{ id: string; name: string }> {
  await tx.$executeRaw`SELECT id FROM unit WHERE id = ${unitId} FOR KEY SHARE`
  const unit = await tx.unit.findUnique({ where: { id: unitId } })
  if (!unit || !isValidOn(toTreeUnit(unit), vietnamDayOf(now))) throw new DomainError('unit_unusable')

  return unit
}

/**
 * Locks accounts of participants or opens them again; what is so already stays as it is.
 * @returns the ids that changed: their sessions must be ended by the caller
 */
export async function setLocked(
  personIds: readonly string[],
  lock: 'lock' | 'unlock',
  reason: string,
  { actorId, now }: ChangedBy,
): Promise<string[]> {
  return db.$transaction(async (tx) => {
    const changed = await tx.user.updateManyAndReturn({
      where: {
        id: { in: [...personIds] },
        role: 'participant',
        lockedAt: lock === 'lock' ? null : { not: null },
      },
      data: { lockedAt: lock === 'lock' ? now : null },
      select: { id: true },
    })
    const ids = changed.map(({ id }) => id)
    await tx.auditEvent.createMany({
      data: ids.map((id) => ({
        actorId,
        action: `person.${lock}`,
        subject: `user:${id}`,
        details: { reason },
        recordedAt: now,
      })),
    })

    return ids
  })
}
