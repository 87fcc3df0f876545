import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { BrowserContext } from '@playwright/test'
import { startApp } from './app-process.ts'
import { createDatabase, dropDatabase, ensureTemplate } from './test-databases.ts'

const run = promisify(execFile)

export type LiveInstallation = {
  /** Two application processes on one database. */
  origins: [string, string]
  /** Cookie of an organizer. */
  organizer: string
  /** People at work in the open round of the sample contest. */
  sittings: { fullName: string; attemptId: string; cookie: string }[]
  stop: () => Promise<void>
}

/**
 * An installation of its own with the sample contest, two processes and people at work: for tests that say something to
 * everybody or count everything.
 */
export async function startLiveInstallation(): Promise<LiveInstallation> {
  const maintenance = new URL(process.env.E2E_DATABASE_URL ?? '')
  maintenance.pathname = '/postgres'
  const name = `hoithi_live_${randomBytes(4).toString('hex')}`
  const databaseUrl = await createDatabase(maintenance.href, await ensureTemplate(maintenance.href), name)
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  await run(process.execPath, ['prisma/seed.ts'], { env })
  const people = await run(process.execPath, ['tests/setup/seed-live-people.ts'], { env })
  const [first, second] = await Promise.all([startApp({ databaseUrl }), startApp({ databaseUrl })])

  return {
    origins: [first.origin, second.origin],
    ...(JSON.parse(people.stdout) as Pick<LiveInstallation, 'organizer' | 'sittings'>),
    stop: async () => {
      await Promise.all([first.stop(), second.stop()])
      await dropDatabase(maintenance.href, name)
    },
  }
}

/** Gives the pages of a context somebody's session. */
export async function useCookie(context: BrowserContext, origin: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }])
}
