import { afterAll, expect, test } from 'vitest'
import { verifyCredentials } from '#app/auth/accounts.server.ts'
import { endSessionsOf, getSession } from '#app/auth/sessions.server.ts'
import { createSignInLink, peekSignInLink, redeemSignInLink } from '#app/auth/sign-in-links.server.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { seedParticipant, seedSession } from '../factories/people.ts'
import { refusalOf } from '../factories/refusals.ts'

afterAll(disconnectDatabase)

const lock = (id: string) => db.user.update({ where: { id }, data: { lockedAt: new Date() } })

test('a locked account is told so with the right password, and nothing with a wrong one', async () => {
  const { id, loginName, password } = await seedParticipant()
  await lock(id)

  expect(await refusalOf(verifyCredentials({ loginName, password, address: '192.0.2.7' }))).toBe(
    'account_locked',
  )
  expect(await refusalOf(verifyCredentials({ loginName, password: 'gõ nhầm', address: '192.0.2.7' }))).toBe(
    'wrong_credentials',
  )
})

test('a session of a locked account is worth nothing, and is gone when it was ended', async () => {
  const { id } = await seedParticipant()
  const cookie = await seedSession(id)
  const other = await seedSession(id)
  expect((await getSession(cookie, new Date()))?.user.id).toBe(id)
  await lock(id)

  // Never asked before, so not believed for a moment either.
  expect(await getSession(other, new Date())).toBeNull()
  await endSessionsOf(id)
  expect(await getSession(cookie, new Date())).toBeNull()
})

test('a one-time link of a locked account opens nothing, and works again when it is unlocked', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const token = await createSignInLink({ userId: id, validForMs: 60_000, now })
  await lock(id)

  expect(await peekSignInLink(token, now)).toBeNull()
  expect(await refusalOf(redeemSignInLink(token, now))).toBe('link_used_or_expired')
  await db.user.update({ where: { id }, data: { lockedAt: null } })
  expect(await redeemSignInLink(token, now)).toBe(id)
})
