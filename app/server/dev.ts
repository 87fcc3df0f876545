/**
 * `npm run dev`: the same request pipeline on Vite's development server, with the embedded database of the checkout.
 * Pages and services are reloaded as files change.
 */
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer as createVite } from 'vite'
import { parseEnv } from '#app/config/env.server.ts'
import { startEmbeddedPostgres } from '#app/db/embedded-postgres.ts'
import type * as DevelopmentListener from './dev-listener.ts'
import { bringUpToDate } from './launch-database.ts'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const env = parseEnv({ ...process.env, NODE_ENV: 'development' })
const embedded = env.DATABASE_URL
  ? null
  : await startEmbeddedPostgres({
      dataFolder: resolve(projectFolder, env.DATA_DIR, 'postgres'),
      log: console.log,
    })
const databaseUrl = env.DATABASE_URL ?? embedded?.databaseUrl ?? ''
Object.assign(process.env, { NODE_ENV: 'development', DATABASE_URL: databaseUrl })
await bringUpToDate({ databaseUrl, projectFolder, isSeeded: true })

const vite = await createVite({ server: { middlewareMode: true } })
const { firstOrganizerPath } = (await vite.ssrLoadModule(
  '/app/server/dev-listener.ts',
)) as typeof DevelopmentListener
const server = createServer((request, response) => {
  vite.middlewares(request, response, () => {
    void vite
      .ssrLoadModule('/app/server/dev-listener.ts')
      .then((module) => (module as typeof DevelopmentListener).listen(request, response))
  })
})
server.listen(env.PORT, env.HOST, () => {
  console.log(`http://localhost:${env.PORT}`)
  void firstOrganizerPath().then((path) => path && console.log(`http://localhost:${env.PORT}${path}`))
})

process.once('SIGINT', () => {
  server.close()
  server.closeAllConnections()
  void vite
    .close()
    .then(() => embedded?.stop())
    .then(() => process.exit(0))
})
