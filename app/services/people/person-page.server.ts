import { z } from 'zod'
import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'

/** Attempts and events beyond this are for a report, not for a page. */
const SHOWN_ROWS = 100

/**
 * Everything the organizers see of a participant: what was entered, agreed, asked and done; points of attempts that
 * have ended, never a paper or an answer.
 * @throws DomainError not_found also for staff
 */
export async function loadPersonPage(personId: string) {
  const person = await db.user.findUnique({
    where: { id: personId, role: 'participant' },
    select: {
      id: true,
      fullName: true,
      loginName: true,
      passwordHash: true,
      lockedAt: true,
      createdAt: true,
      publishesName: true,
      unit: { select: { id: true, name: true } },
      consents: { orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }], take: SHOWN_ROWS },
      profileRequests: {
        orderBy: { createdAt: 'desc' },
        take: SHOWN_ROWS,
        include: { handledBy: { select: { fullName: true } } },
      },
      signInCode: { select: { expiresAt: true } },
      signInLinks: {
        where: { usedAt: null },
        orderBy: { expiresAt: 'desc' },
        take: 1,
        select: { expiresAt: true },
      },
    },
  })
  if (!person) throw new DomainError('not_found')
  const [attempts, history] = await Promise.all([listAttempts(personId), listHistory(personId)])
  const { passwordHash, consents, profileRequests, signInCode, signInLinks, ...identity } = person

  return {
    person: { ...identity, hasPassword: passwordHash !== null },
    /** Until when a code or slip that was given out still works. */
    codeExpiresAt: signInCode?.expiresAt ?? null,
    slipExpiresAt: signInLinks[0]?.expiresAt ?? null,
    consents: consents.map(({ id, kind, isGiven, noticeVersion, recordedAt }) => ({
      id,
      kind,
      isGiven,
      noticeVersion,
      recordedAt,
    })),
    requests: profileRequests.map(({ id, message, createdAt, handledAt, answer, handledBy }) => ({
      id,
      message,
      createdAt,
      handledAt,
      answer,
      handledByName: handledBy?.fullName ?? null,
    })),
    attempts,
    history,
  }
}

async function listAttempts(participantId: string) {
  const attempts = await db.attempt.findMany({
    where: { participantId },
    orderBy: { startedAt: 'desc' },
    take: SHOWN_ROWS,
    select: {
      id: true,
      number: true,
      status: true,
      startedAt: true,
      durationMs: true,
      score: true,
      round: { select: { title: true } },
    },
  })

  return attempts.map(({ round, ...attempt }) => ({ ...attempt, roundTitle: round.title }))
}

const CorrectionDetailsSchema = z.object({
  before: z.object({ fullName: z.string(), unitName: z.string().nullable() }),
  after: z.object({ fullName: z.string(), unitName: z.string().nullable() }),
})
const ReasonDetailsSchema = z.object({ reason: z.string().min(1) })

export type PersonEvent = {
  id: string
  action: string
  recordedAt: Date
  actorName: string | null
  reason: string | null
  /** What a correction changed. */
  correction: z.infer<typeof CorrectionDetailsSchema> | null
}

async function listHistory(personId: string): Promise<PersonEvent[]> {
  const events = await db.auditEvent.findMany({
    where: { subject: `user:${personId}` },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_ROWS,
    include: { actor: { select: { fullName: true } } },
  })

  return events.map(({ id, action, recordedAt, actor, details }) => ({
    id,
    action,
    recordedAt,
    actorName: actor?.fullName ?? null,
    reason: ReasonDetailsSchema.safeParse(details).data?.reason ?? null,
    correction: CorrectionDetailsSchema.safeParse(details).data ?? null,
  }))
}
