import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { seedSignedInParticipant } from './e2e-people.ts'
import type { SignedIn } from './e2e-people.ts'

/** The open round of the sample contest: ten questions, ten minutes, with a prediction. */
const OPEN_ROUND = 'dot-2'

export type SeededAttempt = { attemptId: string; participant: SignedIn }

/** A participant with a running attempt; the context's pages are theirs. */
export async function seedRunningAttempt(origin: string, context: BrowserContext): Promise<SeededAttempt> {
  const participant = await seedSignedInParticipant(origin, context)
  const response = await context.request.post(`${origin}/api/v1/rounds/${OPEN_ROUND}/attempts`, { data: {} })
  const { attemptId } = (await response.json()) as { attemptId: string }

  return { attemptId, participant }
}

/** Opens the paper and waits until it can be worked on. */
export async function openPaper(page: Page, attemptId: string): Promise<void> {
  await page.goto(`/lam-bai/${attemptId}`)
  await page.locator('fieldset:enabled').waitFor()
}

/** A second device of the same person: another browser profile, signed in. */
export async function openOtherDevice(
  browser: Browser,
  origin: string,
  participant: SignedIn,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, locale: 'vi-VN' })
  const [name = '', value = ''] = participant.cookie.split('=')
  await context.addCookies([{ name, value, url: origin }])

  return context
}

/** What the server holds, as the owner's script would ask for it. */
export async function readSavedAnswers(
  origin: string,
  context: BrowserContext,
  attemptId: string,
): Promise<Record<string, string[]>> {
  const response = await context.request.get(`${origin}/api/v1/attempts/${attemptId}`)
  const { answers } = (await response.json()) as { answers: Record<string, string[]> }

  return answers
}

/** Moves the deadline of an attempt to so many milliseconds from now, as if it had started earlier or been extended. */
export async function setRemainingTime(attemptId: string, remainingMs: number): Promise<void> {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const { db } = await import('#app/db/client.server.ts')
  await db.attempt.update({
    where: { id: attemptId },
    data: { deadlineAt: new Date(Date.now() + remainingMs) },
  })
}

/** How the attempt ended, straight from the database; the guess in hundred-thousandths. */
export async function readEnding(attemptId: string) {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const { db } = await import('#app/db/client.server.ts')

  return db.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { status: true, answeredCount: true, prediction: true },
  })
}

/** The options of the question in view, radio buttons or check boxes. */
export function optionsOf(page: Page): Locator {
  return page.locator('fieldset').locator('input')
}
