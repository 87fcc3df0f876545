import { dateOfDay, vietnamDayOf } from '../core/calendar-day.ts'
import { DomainError } from '../core/domain-error.ts'
import { parseLoginName } from '../core/people/login-name.ts'
import type { Registration } from '../core/people/registration.ts'
import { db } from '../db/client.server.ts'
import type { Tx } from '../db/client.server.ts'
import { isUniqueViolation } from '../db/errors.server.ts'
import type { Role } from '../db/generated/client.ts'
import { hashPassword, verifyPassword } from './password.server.ts'
import { endAllOtherSessions } from './sessions.server.ts'
import type { SessionCookie } from './sessions.server.ts'
import { countTry, forgiveTries, recordFailedTry, requireFewFailures } from './try-limits.server.ts'

export type Account = { id: string; role: Role; loginName: string; fullName: string; unitId: string | null }

const accountSelect = { id: true, role: true, loginName: true, fullName: true, unitId: true }

/** A parsed registration with the version of the notice that was shown. */
export type RegisterParticipant = Registration & { noticeVersion: string; now: Date }

/**
 * Makes a participant's account and records both consents, the given and the refused one, in one transaction.
 * @throws DomainError login_name_taken (also when two requests come at once: the unique index decides)
 * @throws DomainError invalid_input {unitId} when there is no such unit, or nobody can belong to it today
 */
export async function registerParticipant(registration: RegisterParticipant): Promise<Account> {
  const { fullName, loginName, unitId, password, consents, noticeVersion, now } = registration
  const passwordHash = await hashPassword(password)
  const recorded = { noticeVersion, recordedAt: now }

  try {
    return await db.$transaction(async (tx) => {
      await requireValidUnit(tx, unitId, now)

      return tx.user.create({
        data: {
          role: 'participant',
          loginName,
          passwordHash,
          fullName,
          unitId,
          publishesName: consents.namePublication,
          createdAt: now,
          consents: {
            create: [
              { kind: 'processing', isGiven: consents.processing, ...recorded },
              { kind: 'name_publication', isGiven: consents.namePublication, ...recorded },
            ],
          },
        },
        select: accountSelect,
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('login_name_taken')
    throw error
  }
}

export type VerifyCredentials = {
  /** As typed. */
  loginName: string
  password: string
  /** Network address the request came from. */
  address: string
}

/**
 * The account whose login name and password these are. An unknown account, an account without a password and a
 * wrong password are answered alike, in the same time; that an account is locked learns only who knows its password.
 * @throws DomainError wrong_credentials | account_locked | too_many_tries {retryAfterMs}
 */
export async function verifyCredentials({
  loginName,
  password,
  address,
}: VerifyCredentials): Promise<Account> {
  const name = parseLoginName(loginName)
  await requireFewFailures(address)
  await countTry(name ?? loginName)

  const found = name === null ? null : await findAccount(name)
  const isRight = await verifyPassword(found?.passwordHash ?? null, password)
  if (!found || !isRight) {
    await recordFailedTry(address)
    throw new DomainError('wrong_credentials')
  }
  // Again: guesses sent all at once passed the first look together, before any of them had failed.
  await requireFewFailures(address)
  await forgiveTries(found.loginName)
  const { passwordHash: _secret, lockedAt, ...account } = found
  if (lockedAt) throw new DomainError('account_locked')

  return account
}

type StoredAccount = Account & { passwordHash: string | null; lockedAt: Date | null }

function findAccount(loginName: string): Promise<StoredAccount | null> {
  return db.user.findUnique({
    where: { loginName },
    select: { ...accountSelect, passwordHash: true, lockedAt: true },
  })
}

export type ChangePassword = {
  userId: string
  /** Null only for the owner of a one-time link who has no password yet. */
  currentPassword: string | null
  /** Parsed with core/people/password-rules.ts. */
  newPassword: string
}

/**
 * Sets a password, makes unused one-time links and codes of the account worthless and ends all its sessions.
 * @returns the cookie of a new session for the calling browser
 * @throws DomainError wrong_credentials | too_many_tries {retryAfterMs}
 */
export async function changePassword({
  userId,
  currentPassword,
  newPassword,
}: ChangePassword): Promise<SessionCookie> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { loginName: true, passwordHash: true },
  })
  if (user.passwordHash !== null) {
    await requireCurrentPassword(user.loginName, user.passwordHash, currentPassword)
  }

  const newHash = await hashPassword(newPassword)
  await db.$transaction(async (tx) => {
    // Only over the password that was checked above: of two changes at once the second is refused.
    const changed = await tx.user.updateMany({
      where: { id: userId, passwordHash: user.passwordHash },
      data: { passwordHash: newHash },
    })
    if (changed.count !== 1) throw new DomainError('wrong_credentials')
    await tx.signInLink.deleteMany({ where: { userId, usedAt: null } })
    // Whoever had the help desk read out a code in this person's name is shut out too.
    await tx.signInCode.deleteMany({ where: { userId } })
  })

  return endAllOtherSessions(userId)
}

/** Guesses at an unlocked screen are slowed like guesses at the sign-in page. */
async function requireCurrentPassword(
  loginName: string,
  passwordHash: string,
  currentPassword: string | null,
): Promise<void> {
  await countTry(loginName)
  const isRight = await verifyPassword(passwordHash, currentPassword ?? '')
  if (!isRight) throw new DomainError('wrong_credentials')
  await forgiveTries(loginName)
}

/** The unit is locked against a merger, which would leave this person behind. */
async function requireValidUnit(tx: Tx, unitId: string, now: Date): Promise<void> {
  const today = dateOfDay(vietnamDayOf(now))
  const valid = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM unit
    WHERE id = ${unitId} AND merged_into_id IS NULL
      AND coalesce(valid_from <= ${today}::date, true) AND coalesce(${today}::date <= valid_to, true)
    FOR KEY SHARE`
  if (valid.length === 0) throw new DomainError('invalid_input', { unitId: 'unit_unknown' })
}
