import { afterAll, expect, test } from 'vitest'
import { getSession } from '#app/auth/sessions.server.ts'
import { createSignInLink, peekSignInLink } from '#app/auth/sign-in-links.server.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import {
  announceLink,
  changeStaffRole,
  inviteStaff,
  listStaff,
  setStaffLock,
} from '#app/services/people/staff.server.ts'
import { seedStaff } from '../factories/bank.ts'
import { seedParticipant, seedSession } from '../factories/people.ts'
import { refusalOf } from '../factories/refusals.ts'

afterAll(disconnectDatabase)

const roleOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).role

test('an invitation makes an account without a password and is in the log', async () => {
  const admin = await seedStaff('administrator')
  const now = new Date()
  const invite = { fullName: 'Lê Thị Soạn', loginName: 'soan.de', role: 'question_author' as const }
  const id = await inviteStaff({ ...invite, actorId: admin.id, now })
  await createSignInLink({ userId: id, validForMs: 60_000, now })

  expect((await listStaff(now)).find((member) => member.id === id)).toEqual({
    id,
    ...invite,
    lockedAt: null,
    hasPassword: false,
    linkExpiresAt: new Date(now.getTime() + 60_000),
  })
  expect(await refusalOf(inviteStaff({ ...invite, actorId: admin.id, now }))).toBe('login_name_taken')
  expect(await db.auditEvent.findMany({ where: { subject: `user:${id}` } })).toMatchObject([
    { action: 'staff.invite', actorId: admin.id, details: { role: 'question_author' } },
  ])
})

test('two administrators who demote or lock each other at once: one of them remains', async () => {
  await db.user.updateMany({ where: { role: 'administrator' }, data: { role: 'organizer' } })
  const [first, second] = await Promise.all([seedStaff('administrator'), seedStaff('administrator')])
  const now = new Date()
  const outcomes = await Promise.all(
    [
      changeStaffRole({ userId: second.id, role: 'auditor', actorId: first.id, now }),
      setStaffLock({ userId: first.id, lock: 'locked', actorId: second.id, now }),
    ].map(refusalOf),
  )

  expect(outcomes.filter((outcome) => outcome.startsWith('no refusal'))).toHaveLength(1)
  expect(await db.user.count({ where: { role: 'administrator', lockedAt: null } })).toBe(1)
})

test('nobody locks or demotes themself, and only an administrator does it to others', async () => {
  const admin = await seedStaff('administrator')
  const organizer = await seedStaff('organizer')
  const now = new Date()
  const demote = { role: 'auditor' as const, now }

  expect(await refusalOf(changeStaffRole({ userId: admin.id, actorId: admin.id, ...demote }))).toBe(
    'own_account',
  )
  expect(await refusalOf(setStaffLock({ userId: admin.id, lock: 'locked', actorId: admin.id, now }))).toBe(
    'own_account',
  )
  expect(await refusalOf(changeStaffRole({ userId: admin.id, actorId: organizer.id, ...demote }))).toBe(
    'not_allowed',
  )
  expect(await roleOf(admin.id)).toBe('administrator')
})

test('who is locked has no session and no link any more, and can be let in again', async () => {
  const admin = await seedStaff('administrator')
  const reviewer = await seedStaff('reviewer')
  const now = new Date()
  const cookie = await seedSession(reviewer.id)
  const token = await createSignInLink({ userId: reviewer.id, validForMs: 60_000, now })
  const change = { userId: reviewer.id, actorId: admin.id, now }
  await setStaffLock({ ...change, lock: 'locked' })

  expect(await getSession(cookie, now)).toBeNull()
  expect(await peekSignInLink(token, now)).toBeNull()
  expect(await refusalOf(announceLink(change))).toBe('account_locked')
  await setStaffLock({ ...change, lock: 'unlocked' })
  await announceLink(change)
  const actions = await db.auditEvent.findMany({ where: { subject: `user:${reviewer.id}` } })
  expect(actions.map(({ action }) => action)).toEqual(['staff.lock', 'staff.unlock', 'staff.link'])
})

test('a participant is no staff: neither role nor lock is given here', async () => {
  const admin = await seedStaff('administrator')
  const { id } = await seedParticipant()
  const change = { userId: id, actorId: admin.id, now: new Date() }

  expect(await refusalOf(changeStaffRole({ ...change, role: 'organizer' }))).toBe('person_not_found')
  expect(await refusalOf(setStaffLock({ ...change, lock: 'locked' }))).toBe('person_not_found')
})
