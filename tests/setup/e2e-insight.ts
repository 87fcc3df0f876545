import { randomInt } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { NETWORK_GRACE_MS } from '#app/core/attempts/attempt-window.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** So long ago that no start can still be on its way: a round is settled only then. */
const JUST_OVER_MS = 2 * NETWORK_GRACE_MS

/** Imported late: the services read DATABASE_URL when they are loaded. */
async function loadParts() {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const [{ db }, contests, closed, people, play] = await Promise.all([
    import('#app/db/client.server.ts'),
    import('../factories/contests.ts'),
    import('../factories/closed-rounds.ts'),
    import('../factories/people.ts'),
    import('../factories/play.ts'),
  ])

  return { db, ...contests, ...closed, ...people, ...play }
}

/**
 * A settled round of its own that forty people took, and the result of one of them with everything released; the
 * context's pages are that person's.
 */
export async function seedReleasedResult(
  origin: string,
  context: BrowserContext,
): Promise<{ slug: string; attemptId: string }> {
  const {
    db,
    seedEarlierContest,
    seedClosedRound,
    seedCrowd,
    playAll,
    playAttempt,
    settleAndAnalyse,
    seedSession,
  } = await loadParts()
  const contestId = await seedEarlierContest()
  // Still open while people take their papers, and those not over: the running application counts both at once.
  const round = await seedClosedRound({
    contestId,
    title: `Đợt thử ${randomInt(2 ** 40)}`,
    closesAt: new Date(Date.now() + HOUR_MS),
  })
  const startedAt = new Date(Date.now() - 2 * MINUTE_MS)
  const [own = '', ...others] = await seedCrowd(41)
  const attemptId = await playAttempt(round, { participantId: own, right: 2, startedAt })
  await playAll(round, others, (place) => place % 6, startedAt)
  await db.round.update({ where: { id: round.id }, data: { closesAt: new Date(Date.now() - JUST_OVER_MS) } })
  await settleAndAnalyse(round)
  await useSession(origin, context, await seedSession(own))

  return { slug: round.slug, attemptId }
}

/** Somebody of the staff; the context's pages are theirs. */
export async function useStaff(
  origin: string,
  context: BrowserContext,
  role: 'organizer' | 'auditor',
): Promise<{ id: string; fullName: string }> {
  const { seedStaff, seedSession } = await loadParts()
  const staff = await seedStaff(role)
  await useSession(origin, context, await seedSession(staff.id))

  return staff
}

/** Somebody extended the round while it was open: that person is involved in its result. */
export async function seedDecision(slug: string, decidedById: string): Promise<void> {
  const { db } = await loadParts()
  const { id, closesAt } = await db.round.findUniqueOrThrow({ where: { slug } })
  await db.decision.create({
    data: {
      roundId: id,
      kind: 'extension',
      reason: 'Mất điện',
      closesAtBefore: new Date(closesAt.getTime() - 60_000),
      closesAtAfter: closesAt,
      decidedById,
      decidedAt: new Date(closesAt.getTime() - 120_000),
    },
  })
}

async function useSession(origin: string, context: BrowserContext, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }])
}
