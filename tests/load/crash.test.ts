import { mkdtempSync } from 'node:fs'
import { chmod, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '#app/db/embedded-postgres.ts'
import type { EmbeddedPostgres } from '#app/db/embedded-postgres.ts'
import { startApp } from '../setup/app-process.ts'
import type { AppProcess } from '../setup/app-process.ts'
import { createDatabase, ensureTemplate } from '../setup/test-databases.ts'

const PEOPLE = 8
/** Saves that must be acknowledged before, between and after the two kills. */
const SAVES_PER_STAGE = 200
const RETRY_MS = 50
const GIVE_UP_MS = 60_000

const dataFolder = mkdtempSync(join(tmpdir(), 'hoi-thi-crash-'))
let postgres: EmbeddedPostgres
let databaseUrl: string
let app: AppProcess

beforeAll(async () => {
  await chmod(dataFolder, 0o755)
  postgres = await startEmbeddedPostgres({ dataFolder, durability: 'full' })
  const template = await ensureTemplate(postgres.databaseUrl)
  databaseUrl = await createDatabase(postgres.databaseUrl, template, 'crash')
  process.env.DATABASE_URL = databaseUrl
  app = await startApp({ databaseUrl })
}, GIVE_UP_MS)

afterAll(async () => {
  const { disconnectDatabase } = await import('#app/db/client.server.ts')
  await app.stop()
  await disconnectDatabase()
  await postgres.stop()
  await removeEmbeddedPostgres(dataFolder)
}, GIVE_UP_MS)

type Sitting = {
  cookie: string
  attemptId: string
  revision: number
  paper: { options: { id: string }[] }[]
  acknowledged: Map<string, string[]>
}

test(
  'invariant 3: kill -9 of the application and then of PostgreSQL loses nothing that was acknowledged',
  async () => {
    const sittings = await startSittings()
    const progress = { acknowledged: 0, goal: SAVES_PER_STAGE * 3 }
    const working = Promise.all(sittings.map((sitting) => workOn(sitting, progress)))

    await waitFor(() => progress.acknowledged >= SAVES_PER_STAGE)
    await app.kill('SIGKILL')
    app = await startApp({ databaseUrl, port: app.port })
    await waitFor(() => progress.acknowledged >= SAVES_PER_STAGE * 2)
    process.kill(await postmasterPid(), 'SIGKILL')
    await working

    const { db } = await import('#app/db/client.server.ts')
    for (const { attemptId, acknowledged } of sittings) {
      const stored = await eventually(() => db.attempt.findUniqueOrThrow({ where: { id: attemptId } }))
      expect(stored.answers).toEqual(Object.fromEntries(acknowledged))
    }
    expect(progress.acknowledged).toBeGreaterThanOrEqual(progress.goal)
  },
  GIVE_UP_MS,
)

async function startSittings(): Promise<Sitting[]> {
  const { seedRound } = await import('../factories/contests.ts')
  const { seedParticipant, seedSession } = await import('../factories/people.ts')
  const round = await seedRound()

  return Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      const { id } = await seedParticipant()
      const cookie = await seedSession(id)
      const response = await fetch(`${app.origin}/api/v1/rounds/${round.slug}/attempts`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: '{}',
      })
      const attempt = (await response.json()) as Omit<Sitting, 'cookie' | 'acknowledged'>

      return { ...attempt, cookie, acknowledged: new Map<string, string[]>() }
    }),
  )
}

/** Saves one answer after the other; what was not acknowledged is sent again until it is, as the page does. */
async function workOn(sitting: Sitting, progress: { acknowledged: number; goal: number }): Promise<void> {
  for (let save = 0; progress.acknowledged < progress.goal; save++) {
    const position = (save % sitting.paper.length) + 1
    const options = sitting.paper[position - 1]?.options ?? []
    const optionId = options[save % options.length]?.id ?? ''
    await eventually(() => saveOnce(sitting, position, optionId))
    progress.acknowledged++
  }
}

async function saveOnce(sitting: Sitting, position: number, optionId: string): Promise<void> {
  const response = await fetch(`${app.origin}/api/v1/attempts/${sitting.attemptId}/answers`, {
    method: 'PUT',
    headers: { cookie: sitting.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ revision: sitting.revision, answers: { [position]: [optionId] } }),
    signal: AbortSignal.timeout(5_000),
  })
  const body = (await response.json()) as { revision: number }
  // 409: an earlier try was stored but its reply was lost; the newer revision is the one to go on from.
  if (response.status === 409) sitting.revision = body.revision
  if (response.status !== 200) throw new Error(`not saved: ${response.status}`)

  sitting.revision = body.revision
  sitting.acknowledged.set(String(position), [optionId])
}

async function postmasterPid(): Promise<number> {
  const text = await readFile(join(dataFolder, 'cluster', 'postmaster.pid'), 'utf8')

  return Number(text.split('\n')[0])
}

async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + GIVE_UP_MS; ; await pause(RETRY_MS)) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
  }
}

async function waitFor(condition: () => boolean): Promise<void> {
  await eventually(() => (condition() ? Promise.resolve() : Promise.reject(new Error('not yet'))))
}
