import { DomainError } from '../../core/domain-error.ts'
import { normalizeText } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'

export const PROFILE_REQUEST_MAX_LENGTH = 1_000

/** Sends the organizers a request to correct name or unit. @throws DomainError invalid_input when it is empty or too long */
export async function sendProfileRequest(userId: string, message: string, now: Date): Promise<void> {
  const text = normalizeText(message)
  if (text === '' || text.length > PROFILE_REQUEST_MAX_LENGTH) throw new DomainError('invalid_input')

  await db.profileRequest.create({ data: { userId, message: text, createdAt: now } })
}

/** The requests of one participant, newest first. */
export async function listOwnProfileRequests(userId: string) {
  return db.profileRequest.findMany({ where: { userId }, orderBy: { createdAt: 'desc' }, take: 20 })
}

/** Requests the organizers have not handled yet, oldest first. */
export async function listOpenProfileRequests() {
  return db.profileRequest.findMany({
    where: { handledAt: null },
    orderBy: { createdAt: 'asc' },
    take: 200,
    include: {
      user: { select: { id: true, fullName: true, loginName: true, unit: { select: { name: true } } } },
    },
  })
}

/** Marks a request as handled; does nothing when somebody else already did. */
export async function handleProfileRequest(requestId: string, organizerId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.profileRequest.updateMany({
      where: { id: requestId, handledAt: null },
      data: { handledAt: now, handledById: organizerId },
    })
    if (count === 0) return

    await recordAudit(tx, {
      actorId: organizerId,
      action: 'profile_request.handle',
      subject: `profile_request:${requestId}`,
      details: {},
      now,
    })
  })
}
