import { isStaff } from '../../core/people/capabilities.ts'
import type { StaffRole } from '../../core/people/capabilities.ts'
import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { isUniqueViolation } from '../../db/errors.server.ts'
import { lockAccount, unlockAccount } from './account-locks.server.ts'
import { recordAudit } from '../audit.server.ts'
import type { AuditEntry } from '../audit.server.ts'

/** Somebody who helps to run the contest. */
export type StaffMember = {
  id: string
  fullName: string
  loginName: string
  role: StaffRole
  lockedAt: Date | null
  /** False until the one-time link was used and a password chosen. */
  hasPassword: boolean
  /** When the unused one-time link stops working; null when there is none. */
  linkExpiresAt: Date | null
}

/** All staff, administrators first, then by role and account name. */
export async function listStaff(now: Date): Promise<StaffMember[]> {
  const rows = await db.user.findMany({
    where: { role: { not: 'participant' } },
    orderBy: [{ role: 'desc' }, { loginName: 'asc' }],
    select: {
      id: true,
      fullName: true,
      loginName: true,
      role: true,
      lockedAt: true,
      passwordHash: true,
      signInLinks: { where: { usedAt: null, expiresAt: { gt: now } }, select: { expiresAt: true }, take: 1 },
    },
  })

  return rows.flatMap(({ passwordHash, signInLinks, role, ...row }) =>
    isStaff(role)
      ? [
          {
            ...row,
            role,
            hasPassword: passwordHash !== null,
            linkExpiresAt: signInLinks[0]?.expiresAt ?? null,
          },
        ]
      : [],
  )
}

export type InviteStaff = {
  fullName: string
  loginName: string
  role: StaffRole
  actorId: string
  now: Date
}

/**
 * Makes an account without a password; its owner comes in by a one-time link (app/auth, createSignInLink).
 * @returns its id
 * @throws DomainError login_name_taken
 */
export async function inviteStaff({ fullName, loginName, role, actorId, now }: InviteStaff): Promise<string> {
  try {
    return await db.$transaction(async (tx) => {
      await lockAdministrators(tx, actorId)
      const { id } = await tx.user.create({
        data: { role, loginName, fullName, createdAt: now },
        select: { id: true },
      })
      await recordAudit(tx, staffEvent('staff.invite', id, { role, loginName }, actorId, now))

      return id
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('login_name_taken')
    throw error
  }
}

export type ChangeStaff = { userId: string; actorId: string; now: Date }

/**
 * Writes down that somebody gets a new one-time link, before it is made.
 * @throws DomainError person_not_found | account_locked
 */
export async function announceLink({ userId, actorId, now }: ChangeStaff): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockAdministrators(tx, actorId)
    const member = await requireMember(tx, userId)
    if (member.lockedAt) throw new DomainError('account_locked')
    await recordAudit(tx, staffEvent('staff.link', userId, {}, actorId, now))
  })
}

/**
 * Gives somebody of the staff another role.
 * @throws DomainError person_not_found | nothing_changed | own_account | last_administrator | not_allowed
 */
export async function changeStaffRole({
  userId,
  role,
  actorId,
  now,
}: ChangeStaff & { role: StaffRole }): Promise<void> {
  await db.$transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, actorId)
    const member = await requireMember(tx, userId)
    if (member.role === role) throw new DomainError('nothing_changed')
    requireReplaceable(userId, actorId, administrators)
    await tx.user.update({ where: { id: userId }, data: { role } })
    const details = { from: member.role, to: role }
    await recordAudit(tx, staffEvent('staff.role', userId, details, actorId, now))
  })
}

/**
 * Locks somebody of the staff out, or lets them in again; does nothing when it is so already.
 * @throws DomainError person_not_found | own_account | last_administrator | not_allowed
 */
export async function setStaffLock({
  userId,
  lock,
  actorId,
  now,
}: ChangeStaff & { lock: 'locked' | 'unlocked' }): Promise<void> {
  await db.$transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, actorId)
    await requireMember(tx, userId)
    requireReplaceable(userId, actorId, administrators)
    const isChanged = lock === 'locked' ? await lockAccount(tx, userId, now) : await unlockAccount(tx, userId)
    if (!isChanged) return
    const action = lock === 'locked' ? 'staff.lock' : 'staff.unlock'
    await recordAudit(tx, staffEvent(action, userId, {}, actorId, now))
  })
}

/**
 * The administrators who can work, locked: of two who demote each other at once the second finds that they are no
 * administrator any more, or that they are the last.
 * @throws DomainError not_allowed when the actor is none of them any more
 */
async function lockAdministrators(tx: Tx, actorId: string): Promise<string[]> {
  await tx.$queryRaw`SELECT id FROM user_account WHERE role = 'administrator' ORDER BY id FOR NO KEY UPDATE`
  const rows = await tx.user.findMany({
    where: { role: 'administrator', lockedAt: null },
    select: { id: true },
  })
  const ids = rows.map(({ id }) => id)
  if (!ids.includes(actorId)) throw new DomainError('not_allowed')

  return ids
}

/** Nobody locks or demotes themself, nor the last administrator. */
function requireReplaceable(userId: string, actorId: string, administrators: readonly string[]): void {
  if (userId === actorId) throw new DomainError('own_account')
  if (administrators.every((id) => id === userId)) throw new DomainError('last_administrator')
}

async function requireMember(tx: Tx, userId: string) {
  const member = await tx.user.findUnique({
    where: { id: userId, role: { not: 'participant' } },
    select: { role: true, lockedAt: true },
  })
  if (!member) throw new DomainError('person_not_found')

  return member
}

function staffEvent(
  action: AuditEntry['action'],
  userId: string,
  details: AuditEntry['details'],
  actorId: string,
  now: Date,
): AuditEntry {
  return { actorId, action, subject: `user:${userId}`, details, now }
}
