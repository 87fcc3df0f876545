import { randomInt } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'

const DAY_MS = 24 * 60 * 60_000

/** Imported late: the services read DATABASE_URL when they are loaded. */
async function loadParts() {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const [{ db }, contests, people] = await Promise.all([
    import('#app/db/client.server.ts'),
    import('../factories/contests.ts'),
    import('../factories/people.ts'),
  ])

  return { db, ...contests, ...people }
}

/** An organizer of its own for a test, signed in in this context. @returns the account name */
export async function seedOwnOrganizer(origin: string, context: BrowserContext): Promise<string> {
  const { db, seedSession } = await loadParts()
  const loginName = `btc-${randomInt(2 ** 40)}`
  const { id } = await db.user.create({
    data: { role: 'organizer', loginName, fullName: 'Ban Tổ chức', createdAt: new Date() },
  })
  const [name = '', value = ''] = (await seedSession(id)).split('=')
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }])

  return loginName
}

/** An open round that other tests neither see nor are counted in; it ends tomorrow. */
export async function seedOwnRound(): Promise<{ slug: string; title: string; closesAt: Date }> {
  const { seedEarlierContest, seedRound } = await loadParts()
  const contestId = await seedEarlierContest()

  return seedRound({
    contestId,
    title: `Đợt thử ${randomInt(2 ** 40)}`,
    endRule: 'must_finish_before',
    // On the full minute, as rounds are.
    closesAt: new Date(Math.ceil(Date.now() / DAY_MS) * DAY_MS + DAY_MS),
  })
}

/** Somebody starts an attempt, on another device far away. */
export async function seedStart(roundSlug: string): Promise<void> {
  const { seedParticipant } = await loadParts()
  const { startAttempt } = await import('#app/services/attempts/start-attempt.server.ts')
  const { id } = await seedParticipant()
  await startAttempt({ roundSlug, participantId: id, now: new Date() })
}

/** Somebody asks the organizers for a correction. @returns the name of the person */
export async function seedRequest(message: string): Promise<string> {
  const { seedParticipant } = await loadParts()
  const { sendProfileRequest } = await import('#app/services/people/profile-requests.server.ts')
  const { id, fullName } = await seedParticipant({ fullName: 'Lê Thị Ngọc Ánh' })
  await sendProfileRequest(id, message, new Date())

  return fullName
}
