/**
 * Runs Prisma's command line without internet: `npm run prisma -- migrate dev --name add-units`.
 * Commands that need a database use DATABASE_URL, or else the embedded PostgreSQL of this checkout.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startDatabaseOfCheckout } from './checkout-database.mjs'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const NEEDS_DATABASE = ['migrate', 'db', 'studio']

const args = process.argv.slice(2)
const needsDatabase = NEEDS_DATABASE.includes(args[0]) && !args.includes('--help')
const database = needsDatabase && !process.env.DATABASE_URL ? await startDatabaseOfCheckout() : null
try {
  process.exitCode = await runPrisma(args, database ? { DATABASE_URL: database.databaseUrl } : {})
} finally {
  await (database?.startedHere ? database.stop() : database?.release())
}

function runPrisma(args, extraEnv) {
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(new URL('schema-engine.mjs', import.meta.url)),
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    ...extraEnv,
  }
  const cli = `${projectFolder}/node_modules/prisma/build/index.js`
  const child = spawn(process.execPath, [cli, ...args], { cwd: projectFolder, env, stdio: 'inherit' })
  // The terminal sends Ctrl+C to the whole group: Prisma decides, and the database is stopped after it.
  process.on('SIGINT', () => {})
  return new Promise((done) => child.on('close', (code) => done(code ?? 1)))
}
