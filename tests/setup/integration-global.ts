import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { ensureTemplate, startTestServer } from './test-databases.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    maintenanceUrl: string
    template: string
    /** Part of the names of this run's databases. */
    runId: string
  }
}

/** Once before all integration tests: a running server and the migrated template. */
export default async function setup(project: TestProject) {
  const server = await startTestServer()
  try {
    project.provide('maintenanceUrl', server.maintenanceUrl)
    project.provide('template', await ensureTemplate(server.maintenanceUrl))
    project.provide('runId', randomBytes(4).toString('hex'))
  } catch (error) {
    await server.stop()
    throw error
  }

  return server.stop
}
