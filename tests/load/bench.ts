/**
 * `npm run bench [-- --people=600 --in-progress=2000 --burst=300 --standings=100000 --seconds=8 --attempts=100000]`
 *
 * Starts the production build on an embedded database of its own and drives it over HTTP from this process.
 * Ratios are taken in one run against what the same database does without us. Then a round of so many attempts is closed,
 * ranked, exported, verified and regraded. `--only=serving` or `--only=closing` runs one of the two. docs/performance.md
 */
import { mkdtemp, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '#app/db/embedded-postgres.ts'
import { startApp } from '../setup/app-process.ts'
import { createDatabase, ensureTemplate } from '../setup/test-databases.ts'
import { measureClosing } from './closing-process.ts'
import { createContestClient } from './contest-client.ts'
import { STEPS, createLedger } from './lifecycle.ts'
import { round } from './measure.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '400' },
    'in-progress': { type: 'string', default: '2000' },
    burst: { type: 'string', default: '300' },
    standings: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '8' },
    concurrency: { type: 'string', default: '64' },
    attempts: { type: 'string', default: '100000' },
    only: { type: 'string' },
  },
})
const size = {
  people: Number(values.people),
  inProgress: Number(values['in-progress']),
  burst: Number(values.burst),
  standings: Number(values.standings),
  phaseMs: Number(values.seconds) * 1_000,
  concurrency: Number(values.concurrency),
}

/** The same number of connections as the save lanes of the application use. */
const LIMIT_CONNECTIONS = 4
const SAVE_INTERVAL_MS = 30_000
const QUESTIONS_PER_PAPER = 10

const folder = await mkdtemp(join(tmpdir(), 'hoi-thi-bench-'))
await chmod(folder, 0o755)
const dataFolder = join(folder, 'postgres')
const postgres = await startEmbeddedPostgres({ dataFolder })
try {
  const template = await ensureTemplate(postgres.databaseUrl)
  const serving = values.only === 'closing' ? {} : await benchServing(await createDatabaseFor('serving'))
  const closing =
    values.only === 'serving'
      ? {}
      : { closing: await measureClosing(await createDatabaseFor('closing'), Number(values.attempts)) }
  const result = { ...serving, ...closing }
  printTable(result)
  console.log(JSON.stringify(result))
  if (!isGood(result)) process.exitCode = 1

  async function createDatabaseFor(part: string): Promise<string> {
    return createDatabase(postgres.databaseUrl, template, part)
  }
} finally {
  await postgres.stop()
  await removeEmbeddedPostgres(dataFolder)
}

/** Nothing failed, nothing was lost, and what was computed is the same when it is computed anew. */
function isGood({ errors = 0, lost = 0, closing }: Judged): boolean {
  return errors === 0 && lost === 0 && (!closing || (closing.errors === 0 && closing.differences === 0))
}
type Judged = { errors?: number; lost?: number; closing?: { errors: number; differences: number } }

async function benchServing(databaseUrl: string) {
  // Read by the services of this process when they are imported below.
  process.env.DATABASE_URL = databaseUrl
  const { createBenchContest, createTakers, fillBoard, registerPeople } = await import('./bench-contest.ts')
  const { readBoard, runBurst, runInProgress, runLifecycles, runSaves, signInAll } =
    await import('./phases.ts')
  const { measureWriteLimit } = await import('./write-limit.ts')
  const { countLost } = await import('./verify.ts')
  const { disconnectDatabase } = await import('#app/db/client.server.ts')

  const now = new Date()
  say('preparing people, papers and a full board')
  const { unitId, fullBoardId } = await createBenchContest(now)
  const people = await registerPeople(size.people, unitId, now)
  const takers = await createTakers(size.inProgress + size.burst + 2 * size.concurrency, unitId, now)
  await fillBoard(fullBoardId, unitId, size.standings)

  const app = await startApp({ databaseUrl, env: { LOG_LEVEL: 'warn' } })
  const ledger = createLedger()
  const client = createContestClient(app.origin, size.concurrency)
  const burstClient = createContestClient(app.origin, size.burst)
  const context = { client, ledger, concurrency: size.concurrency }
  const take = (count: number) => takers.splice(0, count)

  say(`signing ${size.people} people in`)
  const signIn = await signInAll(context, people)
  say('complete lifecycles')
  const cpuBefore = await readCpuS(app.origin)
  const lifecycles = await runLifecycles(context, signIn.takers)
  const cpuS = (await readCpuS(app.origin)) - cpuBefore
  say('saves alone, then the same UPDATE straight to the database')
  const saves = await runSaves(context, take(size.concurrency), size.phaseMs)
  const limitPerS = await measureLimit(databaseUrl, saves.attemptIds)
  say(`${size.burst} starts at once`)
  const burst = await runBurst({ ...context, client: burstClient }, take(size.burst), QUESTIONS_PER_PAPER)
  say(`${size.inProgress} attempts in progress, one save each per ${SAVE_INTERVAL_MS / 1000} s`)
  const inProgress = await runInProgress(context, take(size.inProgress), SAVE_INTERVAL_MS)
  say(`public board with ${size.standings} rows while submissions go on`)
  const board = await readBoard(context, signIn.takers, size.phaseMs)
  say('comparing everything acknowledged with the database')
  const lost = await countLost(ledger.attempts)

  const count = signIn.takers.length
  const result = {
    lifecyclesPerS: round(count / lifecycles.elapsedS),
    lifecyclesWithSignInPerS: round(count / (lifecycles.elapsedS + signIn.elapsedS)),
    savesPerS: saves.savesPerS,
    limitPerS,
    ratio: round(saves.savesPerS / limitPerS, 2),
    errors: ledger.errors + (burst.starts - burst.complete),
    lost,
    steps: {
      signIn: signIn.latency,
      ...Object.fromEntries(STEPS.map((step) => [step, lifecycles.steps[step].summary()])),
      saveAlone: saves.latency,
    },
    cpuSPerAttempt: round(cpuS / count, 4),
    burst,
    inProgress,
    board,
  }
  await Promise.all([client.close(), burstClient.close()])
  await app.stop()
  await disconnectDatabase()

  return result

  async function measureLimit(url: string, attemptIds: readonly string[]): Promise<number> {
    return measureWriteLimit(url, attemptIds, LIMIT_CONNECTIONS, size.phaseMs / 2)
  }
}

/** CPU seconds the application has used so far, by its own metrics. */
async function readCpuS(origin: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()

  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1] ?? 0)
}

function say(line: string): void {
  console.log(`· ${line}`)
}

function printTable(result: Record<string, unknown>): void {
  console.log('')
  for (const [name, value] of Object.entries(result)) {
    if (typeof value !== 'object' || value === null) console.log(`${name.padEnd(36)}${String(value)}`)
    else printGroup(name, value)
  }
  console.log('')
}

function printGroup(name: string, group: object): void {
  const isRow = Object.values(group).every((value) => typeof value !== 'object')
  if (isRow) {
    console.log(
      `${name.padEnd(36)}${Object.entries(group)
        .map(([key, value]) => `${key} ${String(value)}`)
        .join('  ')}`,
    )

    return
  }
  for (const [key, value] of Object.entries(group)) {
    if (typeof value === 'object') printGroup(`${name}.${key}`, value as object)
    else console.log(`${`${name}.${key}`.padEnd(36)}${String(value)}`)
  }
}
