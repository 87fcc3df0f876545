import { randomInt } from 'node:crypto'
import { DomainError } from '../core/domain-error.ts'
import { parseLoginName } from '../core/people/login-name.ts'
import { HELP_DESK_CODE_LENGTH, drawCode, parseCode } from '../core/people/sign-in-code.ts'
import { db } from '../db/client.server.ts'
import type { Tx } from '../db/client.server.ts'
import { hashPassword, verifyPassword } from './password.server.ts'
import { endAllOtherSessions } from './sessions.server.ts'
import type { SessionCookie } from './sessions.server.ts'
import { countTry, forgiveTries, recordFailedTry, requireFewFailures } from './try-limits.server.ts'

export type CreateSignInCode = { userId: string; validForMs: number; now: Date }

/**
 * Makes the code that the help desk reads out to somebody who forgot the password. A new one replaces the one before;
 * the old password stays good until the code is used.
 * @returns the code, which can't be read again
 * @throws DomainError not_found also for staff: who runs the contest is not let in over the phone
 */
export async function createSignInCode(
  tx: Tx,
  { userId, validForMs, now }: CreateSignInCode,
): Promise<string> {
  const owner = await tx.user.findUnique({ where: { id: userId, role: 'participant' }, select: { id: true } })
  if (!owner) throw new DomainError('not_found')
  const code = drawCode(HELP_DESK_CODE_LENGTH, randomInt)
  const data = { codeHash: await hashPassword(code), expiresAt: new Date(now.getTime() + validForMs) }
  await tx.signInCode.upsert({ where: { userId }, create: { userId, ...data }, update: data })

  return code
}

export type RedeemSignInCode = {
  /** Both as typed. */
  loginName: string
  code: string
  /** Parsed with core/people/password-rules.ts. */
  newPassword: string
  /** Network address the request came from. */
  address: string
  now: Date
}

/**
 * Sets a new password with a code, once; all sessions of the account end. Guesses are counted with those of passwords.
 * An unknown account, a wrong code and an expired one are answered alike, in the same time.
 * @returns the cookie of a new session
 * @throws DomainError code_wrong_or_expired | too_many_tries {retryAfterMs}
 */
export async function redeemSignInCode(attempt: RedeemSignInCode): Promise<SessionCookie> {
  const { newPassword, address, now } = attempt
  const loginName = parseLoginName(attempt.loginName)
  await requireFewFailures(address)
  await countTry(loginName ?? attempt.loginName)

  const found = loginName === null ? null : await findCode(loginName, now)
  const code = parseCode(attempt.code, HELP_DESK_CODE_LENGTH)
  const isRight = await verifyPassword(found?.codeHash ?? null, code ?? '')
  if (!found || !isRight) {
    await recordFailedTry(address)
    throw new DomainError('code_wrong_or_expired')
  }
  // Again, as in verifyCredentials.
  await requireFewFailures(address)
  const passwordHash = await hashPassword(newPassword)
  await db.$transaction(async (tx) => {
    // Of two requests at once the second finds it used.
    const used = await tx.signInCode.deleteMany({ where: { userId: found.userId, codeHash: found.codeHash } })
    if (used.count !== 1) throw new DomainError('code_wrong_or_expired')
    await tx.user.update({ where: { id: found.userId }, data: { passwordHash } })
    await tx.signInLink.deleteMany({ where: { userId: found.userId, usedAt: null } })
  })
  if (loginName !== null) await forgiveTries(loginName)

  return endAllOtherSessions(found.userId)
}

function findCode(loginName: string, now: Date) {
  return db.signInCode.findFirst({
    where: { expiresAt: { gt: now }, user: { loginName, lockedAt: null } },
    select: { userId: true, codeHash: true },
  })
}
