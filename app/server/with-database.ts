import { fileURLToPath } from 'node:url'
import { startDatabaseOfCheckout } from '../db/checkout-database.mjs'
import { bringUpToDate } from './launch-database.ts'

const PROJECT_FOLDER = fileURLToPath(new URL('../..', import.meta.url))

/** Runs with the database of DATABASE_URL or the embedded one; services are imported inside, for they read its address when loaded. */
export async function withDatabase(work: () => Promise<number>): Promise<number> {
  const embedded = process.env.DATABASE_URL ? null : await startDatabaseOfCheckout()
  if (embedded) process.env.DATABASE_URL = embedded.databaseUrl
  const databaseUrl = process.env.DATABASE_URL ?? ''
  await bringUpToDate({ databaseUrl, projectFolder: PROJECT_FOLDER, isSeeded: false })
  const { disconnectDatabase } = await import('../db/client.server.ts')
  try {
    return await work()
  } finally {
    await disconnectDatabase()
    await (embedded?.startedHere ? embedded.stop() : embedded?.release())
  }
}
