import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { verifyCredentials } from '#app/auth/accounts.server.ts'
import { getUser } from '#app/auth/guards.server.ts'
import { signIn } from '#app/auth/sessions.server.ts'
import { countRegistration, recordFailedTry } from '#app/auth/try-limits.server.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { cookieHeaderOf, seedParticipant, seedUnit } from '../factories/people.ts'
import type { PersonWithPassword } from '../factories/people.ts'

const MINUTE_MS = 60_000
const USER_AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/149.0.0.0'

afterEach(() => {
  vi.useRealTimers()
})
afterAll(disconnectDatabase)

test('30 people sign in at the same moment from one address with the same browser and all get in', async () => {
  const unit = await seedUnit()
  const people = await Promise.all(Array.from({ length: 30 }, () => seedParticipant({ unitId: unit.id })))

  const signedIn = await Promise.all(people.map((person) => signInAndAskWhoIAm(person, '10.0.0.30')))

  expect(signedIn).toEqual(people.map((person) => person.id))
})

test('somebody may sign in again and again: only failures count', async () => {
  const person = await seedParticipant()
  for (let i = 0; i < 25; i++) await enter(person, '10.0.0.25')
})

test('a phone number signs in however it is written', async () => {
  const person = await seedParticipant({ loginName: '0912345678' })

  await expect(enter({ ...person, loginName: '+84 912 345 678' })).resolves.toMatchObject({ id: person.id })
})

test.each([
  ['NFC', 'NFD'],
  ['NFD', 'NFC'],
])('a password set with %s accents signs in with %s accents', async (atFirst, later) => {
  const person = await seedParticipant({ password: 'Đường phố Huế'.normalize(atFirst) })

  await expect(enter({ ...person, password: 'Đường phố Huế'.normalize(later) })).resolves.toMatchObject({
    id: person.id,
  })
})

test('guessing at one account is slowed while other accounts from that address still get in', async () => {
  const victim = await seedParticipant()
  const colleague = await seedParticipant()
  const outcomes = []
  for (let i = 0; i < 7; i++) outcomes.push(await outcomeOf(enter({ ...victim, password: `đoán lần ${i}` })))

  expect(outcomes).toEqual([...repeat('wrong_credentials', 5), ...repeat('too_many_tries', 2)])
  await expect(enter(colleague)).resolves.toMatchObject({ id: colleague.id })
})

test('guesses sent all at once are slowed as well', async () => {
  const victim = await seedParticipant()
  const guesses = Array.from({ length: 30 }, (_, i) => enter({ ...victim, password: `đoán lần ${i}` }))
  const outcomes = await Promise.all(guesses.map(outcomeOf))

  expect(outcomes.sort()).toEqual([...repeat('too_many_tries', 25), ...repeat('wrong_credentials', 5)])
})

test('the right password is refused while the account is blocked and gets in a minute later', async () => {
  const person = await seedParticipant()
  const start = freezeClock()
  for (let i = 0; i < 6; i++) await outcomeOf(enter({ ...person, password: 'không phải' }))

  await expect(enter(person)).rejects.toMatchObject({
    code: 'too_many_tries',
    details: { retryAfterMs: MINUTE_MS },
  })
  vi.setSystemTime(start + MINUTE_MS)
  await expect(enter(person)).resolves.toMatchObject({ id: person.id })
})

test('an account that is guessed at again and again is blocked for a quarter of an hour', async () => {
  const person = await seedParticipant()
  const start = freezeClock()
  let passedMs = 0
  for (let block = 0; block < 4; block++) {
    for (let i = 0; i < 6; i++) await outcomeOf(enter({ ...person, password: 'không phải' }))
    passedMs += MINUTE_MS
    vi.setSystemTime(start + passedMs)
  }

  await expect(enter(person)).rejects.toMatchObject({ details: { retryAfterMs: 15 * MINUTE_MS } })
  vi.setSystemTime(start + passedMs + 15 * MINUTE_MS)
  await expect(enter(person)).resolves.toMatchObject({ id: person.id })
})

test('typing errors are forgotten after the right password', async () => {
  const person = await seedParticipant()
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) {
      expect(await outcomeOf(enter({ ...person, password: 'gõ nhầm' }))).toBe('wrong_credentials')
    }
    await enter(person)
  }
})

test('an address that failed 300 times in ten minutes is refused until they have passed', async () => {
  const person = await seedParticipant()
  const address = '203.0.113.9'
  const start = freezeClock()
  for (let i = 0; i < 299; i++) await recordFailedTry(address)
  await enter(person, address)
  await outcomeOf(enter({ ...person, password: 'không phải' }, address))

  await expect(enter(person, address)).rejects.toMatchObject({ code: 'too_many_tries' })
  await expect(enter(person, '203.0.113.10')).resolves.toMatchObject({ id: person.id })
  vi.setSystemTime(start + 10 * MINUTE_MS)
  await expect(enter(person, address)).resolves.toMatchObject({ id: person.id })
})

test('one password tried on hundreds of accounts at the same moment is stopped like one after the other', async () => {
  const unknown = Array.from({ length: 320 }, (_, i) => ({
    loginName: `nguoi.thu.${i}`,
    password: 'một mật khẩu',
  }))
  const outcomes = await Promise.all(unknown.map((person) => outcomeOf(enter(person, '203.0.113.66'))))

  expect(outcomes.sort()).toEqual([...repeat('too_many_tries', 20), ...repeat('wrong_credentials', 300)])
})

test('addresses of one IPv6 network count as one', async () => {
  for (let i = 0; i < 200; i++) await countRegistration(`2001:db8:7:1::${i.toString(16)}`)

  await expect(countRegistration('2001:DB8:7:1:aaaa:bbbb:cccc:dddd')).rejects.toMatchObject({
    code: 'too_many_tries',
  })
  await expect(countRegistration('2001:db8:7:2::1')).resolves.toBeUndefined()
  await expect(countRegistration('::ffff:203.0.113.22')).resolves.toBeUndefined()
})

test('the 201st registration from one address in ten minutes is refused', async () => {
  for (let i = 0; i < 200; i++) await countRegistration('203.0.113.20')

  await expect(countRegistration('203.0.113.20')).rejects.toMatchObject({ code: 'too_many_tries' })
  await expect(countRegistration('203.0.113.21')).resolves.toBeUndefined()
})

test('an unknown account and a wrong password answer the same', async () => {
  const person = await seedParticipant()
  const unknown = { loginName: '0900000000', password: person.password }
  const answers = [
    enter(unknown),
    enter({ ...person, password: 'không phải' }),
    enter({ ...unknown, loginName: '\u0000' }),
  ]

  for (const answer of await Promise.all(answers.map((answer) => answer.catch((error: unknown) => error)))) {
    expect(answer).toMatchObject({ code: 'wrong_credentials', details: {} })
  }
})

test('an unknown account takes as long as a wrong password', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => seedParticipant()))
  const known = await shortestMs(people.map((person) => ({ ...person, password: 'không phải' })))
  const unknown = await shortestMs(
    people.map((person, i) => ({ ...person, loginName: `khong.ton.tai.${i}` })),
  )

  expect(unknown).toBeGreaterThan(known / 2)
})

test('counters of tries name neither account nor address', async () => {
  const person = await seedParticipant()
  await outcomeOf(enter({ ...person, password: 'không phải' }, '198.51.100.77'))
  const keys = (await db.rateLimit.findMany()).map(({ key }) => key).join('\n')

  expect(keys).toContain('sign-in-address:')
  expect(keys).not.toContain('198.51.100.77')
  expect(keys).not.toContain(person.loginName)
})

type Credentials = { loginName: string; password: string }

function enter({ loginName, password }: Credentials, address = '10.0.0.1') {
  return verifyCredentials({ loginName, password, address })
}

async function signInAndAskWhoIAm(person: PersonWithPassword, address: string): Promise<string | undefined> {
  const account = await enter(person, address)
  const cookie = cookieHeaderOf(await signIn(account.id))
  const headers = { Cookie: cookie, 'User-Agent': USER_AGENT, 'X-Forwarded-For': address }

  return (await getUser(new Request('http://localhost/', { headers })))?.id
}

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'in',
    (error: { code: string }) => error.code,
  )
}

async function shortestMs(tries: Credentials[]): Promise<number> {
  const durations = []
  for (const credentials of tries) {
    const startedAt = performance.now()
    await outcomeOf(enter(credentials))
    durations.push(performance.now() - startedAt)
  }

  return Math.min(...durations)
}

// why: the limiter reads the system clock itself.
function freezeClock(): number {
  vi.useFakeTimers({ toFake: ['Date'] })

  return Date.now()
}

function repeat(outcome: string, times: number): string[] {
  return Array.from({ length: times }, () => outcome)
}
