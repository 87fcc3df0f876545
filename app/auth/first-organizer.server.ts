import { db } from '../db/client.server.ts'
import { createSignInLink } from './sign-in-links.server.ts'

const LOGIN_NAME = 'bantochuc'
/** A name stored in the database, so it is not in the translation files. */
const FULL_NAME = 'Ban Tổ chức'
const LINK_VALID_FOR_MS = 24 * 60 * 60_000

/**
 * The way into a new installation: as long as no administrator has a password, each start makes the administrator's account
 * (or finds it) and a fresh one-time link. There is no default password that somebody could forget to change.
 * @returns null when some administrator can sign in
 */
export async function ensureFirstOrganizer({
  now,
}: {
  now: Date
}): Promise<{ loginName: string; token: string } | null> {
  const administrator = await db.user.findFirst({
    where: { role: 'administrator', passwordHash: { not: null } },
    select: { id: true },
  })
  if (administrator) return null

  const user = await db.user.upsert({
    where: { loginName: LOGIN_NAME },
    create: { role: 'administrator', loginName: LOGIN_NAME, fullName: FULL_NAME, createdAt: now },
    update: {},
    select: { id: true, role: true },
  })
  if (user.role !== 'administrator')
    throw new Error(`the account ${LOGIN_NAME} exists and is not an administrator's`)
  const token = await createSignInLink({ userId: user.id, validForMs: LINK_VALID_FOR_MS, now })

  return { loginName: LOGIN_NAME, token }
}
