// The child process of app-process.ts: the production build as the launcher starts it, without the launcher's waiting,
// so that a test may kill it at any moment.
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'

const { startServer } = await import(pathToFileURL(resolve('build/server/index.js')).href)
await startServer({ env: process.env, databaseUrl: process.env.DATABASE_URL })
