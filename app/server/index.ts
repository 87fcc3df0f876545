import { createServer } from 'node:http'
import type { Server } from 'node:http'
import * as build from 'virtual:remix/server-build'
import { ensureFirstOrganizer } from '../auth/first-organizer.server.ts'
import { deleteExpiredSessions } from '../auth/sessions.server.ts'
import type { Env } from '../config/env.server.ts'
import { logger } from '../config/logger.server.ts'
import { disconnectDatabase } from '../db/client.server.ts'
import { paths } from '../http/paths.ts'
import { startBackgroundJobs } from '../jobs/background-jobs.server.ts'
import { noteProblem } from '../services/rounds/activity-counters.server.ts'
import { createPageLane } from './page-lane.ts'
import { createRequestListener } from './request-handler.ts'
import { createStaticFiles } from './static-files.ts'

/** Requests that are still running after this long at a shutdown are cut off. */
const DRAIN_LIMIT_MS = 15_000

/** At a shutdown, how soon a connection is closed after its last answer. */
const CLOSE_IDLE_EVERY_MS = 100

/** Longer than the idle timeout of common proxies, so that the proxy closes first and no request meets a closing socket. */
const KEEP_ALIVE_MS = 65_000

/** How problems name what no request asked for. */
const BACKGROUND_WORK = 'background'

/** Ended sessions are useless at once; they are only swept up now and then. */
const SESSION_SWEEP_MS = 60 * 60 * 1_000

export type RunningServer = {
  port: number
  /** How the first organizer gets in, once; null when an organizer has a password. */
  firstOrganizer: { loginName: string; path: string } | null
  /** Finishes running requests and jobs, then lets go of the database. */
  close: () => Promise<void>
}

/**
 * Starts the application on the port and host of `env`; the database is the one of DATABASE_URL.
 * Port 0 takes any free port. Rejects with the system's error when the port is taken.
 */
export async function startServer({ env }: { env: Env }): Promise<RunningServer> {
  let isDraining = false
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 30_000 },
    createRequestListener({
      env,
      servePage: createPageLane(build, env.NODE_ENV),
      serveStatic: createStaticFiles(new URL('../client/', import.meta.url)),
      isDraining: () => isDraining,
    }),
  )
  const port = await listen(server, env)
  const logFailure = (error: unknown): void => {
    logger.error({ err: error }, 'background job failed')
    noteProblem({ requestId: null, place: BACKGROUND_WORK, error, now: new Date() })
  }
  const jobs = startBackgroundJobs(logFailure)
  const sweep = setInterval(() => void deleteExpiredSessions().catch(logFailure), SESSION_SWEEP_MS)
  const first = await ensureFirstOrganizer({ now: new Date() })

  return {
    port,
    firstOrganizer: first && { loginName: first.loginName, path: paths.oneTimeSignIn(first.token) },
    close: async () => {
      isDraining = true
      clearInterval(sweep)
      await jobs.stop()
      await closeServer(server)
      await disconnectDatabase()
    },
  }
}

function listen(server: Server, { PORT, HOST }: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : PORT)
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS)
    // A connection whose last request was answered a moment ago is kept alive by clients: they must not hold us up.
    const closeIdle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(closeIdle)
      resolve()
    })
    server.closeIdleConnections()
  })
}
