import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changePassword } from '#app/auth/accounts.server.ts'
import {
  deleteExpiredSessions,
  endAllOtherSessions,
  getSession,
  signIn,
  signOut,
  touchSession,
} from '#app/auth/sessions.server.ts'
import { SESSION_IDLE_MS } from '#app/core/people/session-times.ts'
import { db, disconnectDatabase, pool } from '#app/db/client.server.ts'
import { cookieHeaderOf, seedParticipant, seedSession } from '../factories/people.ts'

const MINUTE_MS = 60_000

// why: Lucia reads the system clock itself.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(disconnectDatabase)

test('a session tells who is signed in', async () => {
  const { password: _password, ...person } = await seedParticipant()
  const session = await look(await seedSession(person.id))

  expect(session?.user).toEqual({ ...person, hasPassword: true, hasConsented: true })
})

test('a session is stored only as a hash', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  const token = cookie.slice(cookie.indexOf('=') + 1)
  const stored = await db.session.findMany({ where: { userId: person.id } })

  expect(stored).toHaveLength(1)
  expect(stored[0]?.tokenHash).toBe(createHash('sha256').update(token).digest('hex'))
  expect(JSON.stringify(stored)).not.toContain(token)
})

test('a page can not read the cookie, a foreign form can not send it, and it goes when the browser closes', async () => {
  const person = await seedParticipant()
  const attributes = (await signIn(person.id)).cookie.split('; ').slice(1)

  expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax'])
})

test('an idle session ends after its idle time', async () => {
  const person = await seedParticipant()
  const first = await seedSession(person.id)
  const second = await seedSession(person.id)

  pass(SESSION_IDLE_MS - 1)
  expect(await look(first)).not.toBeNull()
  pass(1)
  expect(await look(second)).toBeNull()
})

test('work extends a session', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  for (let passedMs = 0; passedMs < 3 * SESSION_IDLE_MS; passedMs += 16 * MINUTE_MS) {
    pass(16 * MINUTE_MS)
    const session = await look(cookie)
    expect(session?.expiresAt.getTime()).toBe(Date.now() + SESSION_IDLE_MS)
  }
})

test('who chooses to stay signed in has the whole idle time again', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  pass(MINUTE_MS)
  const touched = await touchSession(cookie, new Date())

  expect(touched?.expiresAt.getTime()).toBe(Date.now() + SESSION_IDLE_MS)
  expect((await look(cookie))?.expiresAt).toEqual(touched?.expiresAt)
})

test('nobody stays signed in who no longer is', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  pass(SESSION_IDLE_MS)

  expect(await touchSession(cookie, new Date())).toBeNull()
  expect(await touchSession(null, new Date())).toBeNull()
})

test('a sign-out ends the session at once and the browser forgets its cookie', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  await look(cookie)
  const headers = { Cookie: cookie }
  const signedOut = await signOut(new Request('http://localhost/dang-xuat', { method: 'POST', headers }))

  expect(await look(cookie)).toBeNull()
  expect(signedOut.cookie).toMatch(/^hoithi_session=; .*Max-Age=0/)
})

test('a sign-out in another process takes effect within ten seconds', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  await look(cookie)
  await db.session.deleteMany({ where: { userId: person.id } })
  pass(10_000)

  expect(await look(cookie)).toBeNull()
})

test('saves within ten seconds do not ask the database who sends them', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  await look(cookie)
  await db.session.deleteMany({ where: { userId: person.id } })
  pass(9_999)

  expect(await look(cookie)).not.toBeNull()
})

test('a session that ends while it is being read is not believed afterwards', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  const other = await pool.connect()
  await other.query('BEGIN; LOCK TABLE user_account IN ACCESS EXCLUSIVE MODE')
  const reading = look(cookie)
  await vi.waitUntil(async () => (await other.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rowCount)
  await signOut(new Request('http://localhost/dang-xuat', { headers: { Cookie: cookie } }))
  await other.query('COMMIT')
  other.release()
  await reading

  expect(await look(cookie)).toBeNull()
})

test('a password change ends the other sessions and gives this browser a new one', async () => {
  const person = await seedParticipant()
  const [here, elsewhere] = [await seedSession(person.id), await seedSession(person.id)]
  await look(here)
  await look(elsewhere)
  const changed = await changePassword({
    userId: person.id,
    currentPassword: person.password,
    newPassword: 'mật mã hoàn toàn khác',
  })

  expect(await look(elsewhere)).toBeNull()
  expect(await look(here)).toBeNull()
  expect((await look(cookieHeaderOf(changed)))?.user.id).toBe(person.id)
})

test('ending the other sessions leaves other people signed in', async () => {
  const [person, other] = [await seedParticipant(), await seedParticipant()]
  const cookieOfOther = await seedSession(other.id)
  await endAllOtherSessions(person.id)

  expect((await look(cookieOfOther))?.user.id).toBe(other.id)
})

test('an unreadable cookie of another application does not sign anybody out', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)

  expect(await look(`theme=%E0%A4%A; ${cookie}; x`)).not.toBeNull()
  expect(await look('hoithi_session=%E0%A4%A')).toBeNull()
  expect(await look(`other_${cookie}`)).toBeNull()
  expect(await look(null)).toBeNull()
})

test('only ended sessions are cleared away', async () => {
  const person = await seedParticipant()
  await seedSession(person.id)
  pass(SESSION_IDLE_MS)
  const cookie = await seedSession(person.id)
  await deleteExpiredSessions()

  expect(await db.session.count({ where: { userId: person.id } })).toBe(1)
  expect(await look(cookie)).not.toBeNull()
})

function look(cookieHeader: string | null) {
  return getSession(cookieHeader, new Date())
}

function pass(durationMs: number): void {
  vi.setSystemTime(Date.now() + durationMs)
}
