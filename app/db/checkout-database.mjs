import { fileURLToPath } from 'node:url'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** The embedded PostgreSQL of this checkout, for commands that run beside or without the application. */
export async function startDatabaseOfCheckout() {
  const { startEmbeddedPostgres } = await import('./embedded-postgres.ts')
  const dataFolder = `${process.env.DATA_DIR || `${projectFolder}/.data`}/postgres`

  return startEmbeddedPostgres({ dataFolder, log: console.error })
}
