import { randomInt } from 'node:crypto'
import { changePassword, registerParticipant } from '#app/auth/accounts.server.ts'
import type { Account, RegisterParticipant } from '#app/auth/accounts.server.ts'
import { ensureFirstOrganizer } from '#app/auth/first-organizer.server.ts'
import { signIn } from '#app/auth/sessions.server.ts'
import { createSignInLink, redeemSignInLink } from '#app/auth/sign-in-links.server.ts'
import { db } from '#app/db/client.server.ts'
import { saveUnits } from '#app/services/units/units.server.ts'

const LINK_VALID_FOR_MS = 60 * 60_000
const PASSWORD = 'mật-mã-thử-nghiệm'

export type PersonWithPassword = Account & { password: string }

/** A parsed registration with a phone number nobody else has. The unit must be given: there is none by default. */
export function makeRegistration(
  overrides: Partial<RegisterParticipant> & { unitId: string },
): RegisterParticipant {
  return {
    fullName: 'Nguyễn Thị Đào',
    loginName: `09${randomInt(10_000_000, 100_000_000)}`,
    password: PASSWORD,
    consents: { processing: true, namePublication: false },
    noticeVersion: '1',
    now: new Date(),
    ...overrides,
  }
}

/** A participant who can sign in with `loginName` and `password`; in a unit of its own unless one is given. */
export async function seedParticipant(
  overrides: Partial<RegisterParticipant> = {},
): Promise<PersonWithPassword> {
  const unitId = overrides.unitId ?? (await seedUnit()).id
  const registration = makeRegistration({ ...overrides, unitId })

  return { ...(await registerParticipant(registration)), password: registration.password }
}

/** The administrator of a new installation, who may do everything an organizer does, after following the one-time link and choosing a password. */
export async function seedOrganizer(): Promise<PersonWithPassword> {
  const now = new Date()
  const first = await ensureFirstOrganizer({ now })
  if (first) {
    const userId = await redeemSignInLink(first.token, now)
    await changePassword({ userId, currentPassword: null, newPassword: PASSWORD })
  }
  const organizer = await db.user.findFirstOrThrow({
    where: { role: 'administrator' },
    select: { id: true, role: true, loginName: true, fullName: true, unitId: true },
  })

  return { ...organizer, password: PASSWORD }
}

/** Takes a person's password away, as if there had never been one. @returns the token of a one-time link */
export async function forgetPassword(userId: string): Promise<string> {
  await db.user.update({ where: { id: userId }, data: { passwordHash: null } })

  return createSignInLink({ userId, validForMs: LINK_VALID_FOR_MS, now: new Date() })
}

export async function seedUnit(
  overrides: { name?: string; headCount?: number } = {},
): Promise<{ id: string; name: string }> {
  const code = `don-vi-${randomInt(2 ** 40)}`
  await saveUnits([{ code, name: `Đơn vị ${code}`, headCount: null, ...overrides }])

  return db.unit.findUniqueOrThrow({ where: { code }, select: { id: true, name: true } })
}

/** The Cookie header of a browser in which this person has just signed in. */
export async function seedSession(userId: string): Promise<string> {
  return cookieHeaderOf(await signIn(userId))
}

/** What a browser sends back after it was given a session's cookie. */
export function cookieHeaderOf({ cookie }: { cookie: string }): string {
  return cookie.split(';')[0] ?? ''
}
