import { randomUUID } from 'node:crypto'
import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import { inTransaction } from '../../db/transaction.server.ts'
import { refreshDisplayName } from '../boards/standings.server.ts'

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

export type FirstConsents = { userId: string; namePublication: boolean; noticeVersion: string; now: Date }

/**
 * Records what somebody answers whose account others made from a roster: the consent to take part, and the given or
 * refused one to publish the name. Only the first answer counts here; later changes go through setNamePublication.
 */
export async function recordFirstConsents(consents: FirstConsents): Promise<void> {
  const { userId, namePublication, noticeVersion, now } = consents
  await inTransaction(async (client) => {
    // First the row's lock, then the look: of two answers at once the second sees the first.
    await client.query('SELECT 1 FROM user_account WHERE id = $1 FOR UPDATE', [userId])
    const asked = await client.query(
      "SELECT 1 FROM consent WHERE user_id = $1 AND kind = 'processing' LIMIT 1",
      [userId],
    )
    if (asked.rowCount !== 0) return
    await client.query('UPDATE user_account SET publishes_name = $2 WHERE id = $1', [userId, namePublication])
    await client.query(
      `INSERT INTO consent (id, user_id, kind, is_given, notice_version, recorded_at)
       VALUES ($1, $3, 'processing', true, $4, $5), ($2, $3, 'name_publication', $6, $4, $5)`,
      [randomUUID(), randomUUID(), userId, noticeVersion, now, namePublication],
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
