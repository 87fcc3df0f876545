import type { Tx } from '../../db/client.server.ts'

/**
 * Locks an account inside somebody's transaction: no sign-in, and its sessions and unused one-time links and codes are gone. The
 * caller ends sessions that this process still believes in afterwards (app/auth, endSessionsOf) and writes the audit log.
 * @returns whether it was unlocked until now
 */
export async function lockAccount(tx: Tx, userId: string, now: Date): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, lockedAt: null },
    data: { lockedAt: now },
  })
  await tx.session.deleteMany({ where: { userId } })
  await tx.signInLink.deleteMany({ where: { userId, usedAt: null } })
  await tx.signInCode.deleteMany({ where: { userId } })

  return count === 1
}

/** @returns whether it was locked until now */
export async function unlockAccount(tx: Tx, userId: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, lockedAt: { not: null } },
    data: { lockedAt: null },
  })

  return count === 1
}
