import { randomUUID } from 'node:crypto'
import { DomainError } from '../core/domain-error.ts'
import { db } from '../db/client.server.ts'
import { inTransaction } from '../db/transaction.server.ts'
import { refreshDisplayName } from './standings.server.ts'

export type SetNamePublication = { userId: string; isGiven: boolean; noticeVersion: string; now: Date }

/**
 * Gives or withdraws the consent to publish the name: a new row in the ledger, and every board shows the full name or
 * the initials from this moment (invariant 11).
 * @throws DomainError not_found when there is no such user
 */
export async function setNamePublication({
  userId,
  isGiven,
  noticeVersion,
  now,
}: SetNamePublication): Promise<void> {
  await inTransaction(async (client) => {
    // First, so that the row's lock puts two changes of one person in order.
    const updated = await client.query('UPDATE user_account SET publishes_name = $2 WHERE id = $1', [
      userId,
      isGiven,
    ])
    if (updated.rowCount !== 1) throw new DomainError('not_found')
    await client.query(
      `INSERT INTO consent (id, user_id, kind, is_given, notice_version, recorded_at)
       VALUES ($1, $2, 'name_publication', $3, $4, $5)`,
      [randomUUID(), userId, isGiven, noticeVersion, now],
    )
    await refreshDisplayName(client, userId)
  })
}

export type NamePublication = {
  isGiven: boolean
  /** When the person last gave, refused or withdrew it; null when there is no record of having been asked. */
  recordedAt: Date | null
}

/**
 * Whether the person's name is shown in full on boards now, and since when this is on record.
 * @throws DomainError not_found when there is no such user
 */
export async function requireNamePublication(userId: string): Promise<NamePublication> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: {
      publishesName: true,
      consents: {
        where: { kind: 'name_publication' },
        orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { recordedAt: true },
      },
    },
  })
  if (!user) throw new DomainError('not_found')

  return { isGiven: user.publishesName, recordedAt: user.consents[0]?.recordedAt ?? null }
}
