import { afterAll, expect, test } from 'vitest'
import { changePassword, registerParticipant, verifyCredentials } from '#app/auth/accounts.server.ts'
import { createSignInLink, peekSignInLink } from '#app/auth/sign-in-links.server.ts'
import { createSignInCode, redeemSignInCode } from '#app/auth/sign-in-codes.server.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { lockAccount, unlockAccount } from '#app/services/people/account-locks.server.ts'
import { setNamePublication } from '#app/services/people/consents.server.ts'
import { makeRegistration, seedParticipant, seedUnit } from '../factories/people.ts'

const NOW = new Date('2026-08-01T08:00:00+07:00')
const NEW_PASSWORD = 'mật mã hoàn toàn khác'

afterAll(disconnectDatabase)

test('a registration makes a participant and records both consents, the refused one too', async () => {
  const unit = await seedUnit()
  const user = await registerParticipant(
    makeRegistration({ unitId: unit.id, fullName: 'H’Hen Niê', noticeVersion: '2', now: NOW }),
  )

  expect(user).toMatchObject({ role: 'participant', fullName: 'H’Hen Niê', unitId: unit.id })
  expect(await listConsents(user.id)).toEqual([
    { kind: 'name_publication', isGiven: false, noticeVersion: '2', recordedAt: NOW },
    { kind: 'processing', isGiven: true, noticeVersion: '2', recordedAt: NOW },
  ])
})

test('two registrations of the same number at once make one account', async () => {
  const unit = await seedUnit()
  const registration = makeRegistration({ unitId: unit.id })
  const outcomes = await Promise.allSettled([
    registerParticipant(registration),
    registerParticipant(registration),
  ])
  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected')

  expect(refusals).toMatchObject([{ reason: { code: 'login_name_taken' } }])
  expect(await db.user.count({ where: { loginName: registration.loginName } })).toBe(1)
  expect(await db.consent.count({ where: { user: { loginName: registration.loginName } } })).toBe(2)
})

test('nobody registers in a unit that does not exist', async () => {
  await expect(registerParticipant(makeRegistration({ unitId: 'không có' }))).rejects.toMatchObject({
    code: 'invalid_input',
    details: { unitId: 'unit_unknown' },
  })
})

test('a password is stored as Argon2id only', async () => {
  const person = await seedParticipant()
  const row = await db.user.findUniqueOrThrow({ where: { id: person.id } })

  expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(JSON.stringify(row)).not.toContain(person.password)
})

test('a code read out by the help desk is worthless once its owner has chosen a new password', async () => {
  const { id: userId, loginName, password } = await seedParticipant()
  const code = await makeCode(userId)
  await changePassword({ userId, currentPassword: password, newPassword: NEW_PASSWORD })

  await expect(redeem(loginName, code)).rejects.toMatchObject({ code: 'code_wrong_or_expired' })
  await expect(verify(loginName, NEW_PASSWORD)).resolves.toMatchObject({ id: userId })
})

test('a code read out before an account was locked is worthless after it is unlocked', async () => {
  const { id: userId, loginName } = await seedParticipant()
  const code = await makeCode(userId)
  await db.$transaction((tx) => lockAccount(tx, userId, NOW))
  await db.$transaction((tx) => unlockAccount(tx, userId))

  await expect(redeem(loginName, code)).rejects.toMatchObject({ code: 'code_wrong_or_expired' })
})

test('after a password change only the new password signs in', async () => {
  const { id: userId, loginName, password } = await seedParticipant()
  await changePassword({ userId, currentPassword: password, newPassword: NEW_PASSWORD })

  await expect(verify(loginName, password)).rejects.toMatchObject({ code: 'wrong_credentials' })
  await expect(verify(loginName, NEW_PASSWORD)).resolves.toMatchObject({ id: userId })
})

test('nobody changes a password without knowing it', async () => {
  const { id: userId, loginName, password } = await seedParticipant()
  for (const currentPassword of [null, 'không phải']) {
    await expect(
      changePassword({ userId, currentPassword, newPassword: NEW_PASSWORD }),
    ).rejects.toMatchObject({
      code: 'wrong_credentials',
    })
  }

  await expect(verify(loginName, password)).resolves.toMatchObject({ id: userId })
})

test('guessing the current password on the account page is slowed like guessing at the sign-in page', async () => {
  const { id: userId, password } = await seedParticipant()
  for (let i = 0; i < 5; i++) {
    const guess = changePassword({ userId, currentPassword: `đoán lần ${i}`, newPassword: NEW_PASSWORD })
    await expect(guess).rejects.toMatchObject({ code: 'wrong_credentials' })
  }

  await expect(
    changePassword({ userId, currentPassword: password, newPassword: NEW_PASSWORD }),
  ).rejects.toMatchObject({ code: 'too_many_tries' })
})

test('of two password changes at once one is refused', async () => {
  const { id: userId, loginName, password } = await seedParticipant()
  const wanted = ['mật mã thứ nhất', 'mật mã thứ hai']
  const changes = wanted.map((newPassword) =>
    changePassword({ userId, currentPassword: password, newPassword }),
  )
  const outcomes = await Promise.allSettled(changes)
  const winner = wanted[outcomes.findIndex((outcome) => outcome.status === 'fulfilled')] ?? ''

  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(verify(loginName, winner)).resolves.toMatchObject({ id: userId })
})

test('a password change makes an unused one-time link worthless', async () => {
  const { id: userId, password } = await seedParticipant()
  const token = await createSignInLink({ userId, validForMs: 60_000, now: NOW })
  await changePassword({ userId, currentPassword: password, newPassword: NEW_PASSWORD })

  expect(await peekSignInLink(token, NOW)).toBeNull()
})

test('giving and withdrawing the consent to publish the name is kept in the ledger', async () => {
  const person = await seedParticipant({ now: NOW })
  await setNamePublication({ userId: person.id, isGiven: true, noticeVersion: '2', now: minutesLater(1) })
  expect(await publishesName(person.id)).toBe(true)
  await setNamePublication({ userId: person.id, isGiven: false, noticeVersion: '2', now: minutesLater(2) })
  expect(await publishesName(person.id)).toBe(false)

  const answers = (await listConsents(person.id)).filter(({ kind }) => kind === 'name_publication')
  expect(answers.map(({ isGiven, recordedAt }) => [isGiven, recordedAt])).toEqual([
    [false, NOW],
    [true, minutesLater(1)],
    [false, minutesLater(2)],
  ])
})

test('every board shows the full name with consent and the initials after its withdrawal', async () => {
  const { id: userId, unitId } = await seedParticipant({ fullName: 'Nguyễn Thị Đào' })
  for (const boardId of ['board-1', 'board-2']) {
    await db.standing.create({ data: { ...standing, boardId, participantId: userId, unitId } })
  }
  await setNamePublication({ userId, isGiven: true, noticeVersion: '2', now: minutesLater(1) })
  expect(await listShownNames(userId)).toEqual(['Nguyễn Thị Đào', 'Nguyễn Thị Đào'])

  await setNamePublication({ userId, isGiven: false, noticeVersion: '2', now: minutesLater(2) })
  expect(await listShownNames(userId)).toEqual(['N. T. Đ.', 'N. T. Đ.'])
})

test('there is no consent of somebody who does not exist', async () => {
  const consent = { userId: 'không có', isGiven: true, noticeVersion: '1', now: NOW }

  await expect(setNamePublication(consent)).rejects.toMatchObject({ code: 'not_found' })
})

const standing = {
  sortKey: '0',
  displayName: 'N. T. Đ.',
  searchName: 'n. t. d.',
  score: 20,
  durationMs: 60_000,
  endedAt: NOW,
  attemptsUsed: 1,
}

async function listShownNames(participantId: string): Promise<string[]> {
  const rows = await db.standing.findMany({ where: { participantId } })

  return rows.map(({ displayName }) => displayName)
}

function verify(loginName: string, password: string) {
  return verifyCredentials({ loginName, password, address: '10.0.0.1' })
}

function listConsents(userId: string) {
  return db.consent.findMany({
    where: { userId },
    orderBy: [{ recordedAt: 'asc' }, { kind: 'desc' }],
    select: { kind: true, isGiven: true, noticeVersion: true, recordedAt: true },
  })
}

async function publishesName(id: string): Promise<boolean> {
  return (await db.user.findUniqueOrThrow({ where: { id } })).publishesName
}

function minutesLater(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000)
}

function makeCode(userId: string): Promise<string> {
  return db.$transaction((tx) => createSignInCode(tx, { userId, validForMs: 60 * 60_000, now: NOW }))
}

function redeem(loginName: string, code: string) {
  return redeemSignInCode({ loginName, code, newPassword: 'mật mã kẻ khác', address: '192.0.2.8', now: NOW })
}
