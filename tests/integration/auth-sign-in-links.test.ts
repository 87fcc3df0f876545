import { afterAll, expect, test } from 'vitest'
import { changePassword, verifyCredentials } from '#app/auth/accounts.server.ts'
import { ensureFirstOrganizer } from '#app/auth/first-organizer.server.ts'
import { createSignInLink, peekSignInLink, redeemSignInLink } from '#app/auth/sign-in-links.server.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { seedParticipant } from '../factories/people.ts'

const NOW = new Date('2026-08-01T08:00:00+07:00')
const HOUR_MS = 60 * 60_000

afterAll(disconnectDatabase)

test('a one-time link works once even when many requests use it at once', async () => {
  const person = await seedParticipant()
  const token = await createSignInLink({ userId: person.id, validForMs: HOUR_MS, now: NOW })
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => redeemSignInLink(token, NOW)))
  const [used, refused] = [
    outcomes.filter((outcome) => outcome.status === 'fulfilled'),
    outcomes.filter((outcome) => outcome.status === 'rejected'),
  ]

  expect(used.map(({ value }) => value)).toEqual([person.id])
  expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(
    refused.map(() => 'link_used_or_expired'),
  )
})

test('looking at a one-time link tells whose it is and does not use it up', async () => {
  const person = await seedParticipant()
  const token = await createSignInLink({ userId: person.id, validForMs: HOUR_MS, now: NOW })

  expect(await peekSignInLink(token, NOW)).toEqual({ loginName: person.loginName, fullName: person.fullName })
  expect(await redeemSignInLink(token, NOW)).toBe(person.id)
  expect(await peekSignInLink(token, NOW)).toBeNull()
})

test('a one-time link works until the moment it expires', async () => {
  const person = await seedParticipant()
  const token = await createSignInLink({ userId: person.id, validForMs: HOUR_MS, now: NOW })
  const expiry = new Date(NOW.getTime() + HOUR_MS)

  expect(await peekSignInLink(token, new Date(expiry.getTime() - 1))).not.toBeNull()
  expect(await peekSignInLink(token, expiry)).toBeNull()
  await expect(redeemSignInLink(token, expiry)).rejects.toMatchObject({ code: 'link_used_or_expired' })
})

test('a new one-time link replaces the one before', async () => {
  const person = await seedParticipant()
  const older = await createSignInLink({ userId: person.id, validForMs: HOUR_MS, now: NOW })
  const newer = await createSignInLink({ userId: person.id, validForMs: HOUR_MS, now: NOW })

  await expect(redeemSignInLink(older, NOW)).rejects.toMatchObject({ code: 'link_used_or_expired' })
  expect(await redeemSignInLink(newer, NOW)).toBe(person.id)
})

test('a one-time link is stored only as a hash', async () => {
  const person = await seedParticipant()
  const token = await createSignInLink({ userId: person.id, validForMs: HOUR_MS, now: NOW })
  const stored = JSON.stringify(await db.signInLink.findMany({ where: { userId: person.id } }))

  expect(stored).toContain(person.id)
  expect(stored).not.toContain(token)
})

test('each start prints a fresh link for the organizer until one of them has a password', async () => {
  const first = await ensureFirstOrganizer({ now: NOW })
  const second = await ensureFirstOrganizer({ now: NOW })
  expect([first?.loginName, second?.loginName]).toEqual(['bantochuc', 'bantochuc'])
  await expect(redeemSignInLink(first?.token ?? '', NOW)).rejects.toMatchObject({
    code: 'link_used_or_expired',
  })

  // The link was opened, but the browser was closed before a password was chosen.
  const userId = await redeemSignInLink(second?.token ?? '', NOW)
  const third = await ensureFirstOrganizer({ now: NOW })
  expect(await redeemSignInLink(third?.token ?? '', NOW)).toBe(userId)

  await changePassword({ userId, currentPassword: null, newPassword: 'mật mã ban tổ chức' })
  expect(await ensureFirstOrganizer({ now: NOW })).toBeNull()
  await expect(
    verifyCredentials({ loginName: 'bantochuc', password: 'mật mã ban tổ chức', address: '10.0.0.1' }),
  ).resolves.toMatchObject({ id: userId, role: 'administrator' })
})

test('the owner of an account without a password can not sign in with an empty one', async () => {
  const user = await db.user.create({
    data: { role: 'organizer', loginName: 'chua.co.mat.khau', fullName: 'Trần Văn Bình', createdAt: NOW },
  })

  await expect(
    verifyCredentials({ loginName: user.loginName, password: '', address: '10.0.0.1' }),
  ).rejects.toMatchObject({ code: 'wrong_credentials' })
})
