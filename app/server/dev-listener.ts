import type { IncomingMessage, ServerResponse } from 'node:http'
import * as build from 'virtual:remix/server-build'
import { ensureFirstOrganizer } from '../auth/first-organizer.server.ts'
import { getEnv } from '../config/env.server.ts'
import { paths } from '../http/paths.ts'
import { startBackgroundJobs } from '../jobs/background-jobs.server.ts'
import { createPageLane } from './page-lane.ts'
import { createRequestListener } from './request-handler.ts'

/** Loaded through Vite, so that it and everything below it is the newest version of its file. */
export const listen: (request: IncomingMessage, response: ServerResponse) => void = createRequestListener({
  env: getEnv(),
  servePage: createPageLane(build, 'development'),
  // Vite has served the files already.
  serveStatic: (_request, _response, next) => next(),
  isDraining: () => false,
})

startBackgroundJobs((error) => console.error(error))

export async function firstOrganizerPath(): Promise<string | null> {
  const first = await ensureFirstOrganizer({ now: new Date() })

  return first && paths.oneTimeSignIn(first.token)
}
