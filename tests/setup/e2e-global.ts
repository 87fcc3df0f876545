import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { startApp } from './app-process.ts'
import { createDatabase, dropDatabase, ensureTemplate, startTestServer } from './test-databases.ts'

const run = promisify(execFile)

/** Once before all browser tests: a seeded database and the production build on a free port (E2E_ORIGIN). */
export default async function setup() {
  const server = await startTestServer()
  const name = `hoithi_e2e_${randomBytes(4).toString('hex')}`
  try {
    const template = await ensureTemplate(server.maintenanceUrl)
    const databaseUrl = await createDatabase(server.maintenanceUrl, template, name)
    await run(process.execPath, ['prisma/seed.ts'], { env: { ...process.env, DATABASE_URL: databaseUrl } })
    // Pictures for the README show the address an official site would have.
    const env: Record<string, string> = process.env.SCREENSHOTS
      ? { PUBLIC_ORIGIN: 'https://hoithi.example.gov.vn' }
      : {}
    const app = await startApp({ databaseUrl, env })
    // Playwright hands the environment of the global set-up on to its workers.
    process.env.E2E_ORIGIN = app.origin
    process.env.E2E_DATABASE_URL = databaseUrl

    return async () => {
      await app.stop()
      await dropDatabase(server.maintenanceUrl, name)
      await server.stop()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}
