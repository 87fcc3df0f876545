import type { BrowserContext } from '@playwright/test'
import { seedSignedInParticipant } from './e2e-people.ts'

/** Results for browser tests, straight from the database of the running application (see e2e-people.ts). */
async function loadFactories() {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const [{ playAttempt }, { getRound }, { seedSession }, { db }] = await Promise.all([
    import('../factories/play.ts'),
    import('#app/services/rounds/rounds.server.ts'),
    import('../factories/people.ts'),
    import('#app/db/client.server.ts'),
  ])

  return { playAttempt, getRound, seedSession, db }
}

/** A new participant who has just ended an attempt in the open round; the context's pages are theirs. */
export async function seedOpenResult(
  origin: string,
  context: BrowserContext,
): Promise<{ attemptId: string }> {
  const { playAttempt, getRound } = await loadFactories()
  const participant = await seedSignedInParticipant(origin, context)
  const round = await getRound('dot-2')
  if (!round) throw new Error('the sample contest has no open round')
  // Begun a minute ago: one from long ago would be counted by the server before it is handed in.
  const startedAt = new Date(Date.now() - 60_000)

  return {
    attemptId: await playAttempt(round, {
      participantId: participant.id,
      right: 6,
      prediction: '50',
      startedAt,
    }),
  }
}

/** An attempt of a sample person in the closed round; the context's pages are that person's. */
export async function openSampleResult(
  origin: string,
  context: BrowserContext,
): Promise<{ attemptId: string }> {
  const { seedSession } = await loadFactories()
  const { id, participantId } = await findSampleAttempt()
  const [name = '', value = ''] = (await seedSession(participantId)).split('=')
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }])

  return { attemptId: id }
}

/** The receipt code of a submission in the closed round. */
export async function readReceiptCode(): Promise<string> {
  const { receiptCode } = await findSampleAttempt()

  return receiptCode ?? ''
}

async function findSampleAttempt() {
  const { db } = await loadFactories()

  return db.attempt.findFirstOrThrow({
    where: { round: { slug: 'dot-1' }, number: 1, participant: { loginName: 'mau-0001' } },
    select: { id: true, participantId: true, receiptCode: true },
  })
}
