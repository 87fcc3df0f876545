/**
 * A real PostgreSQL that comes with the application, for when no DATABASE_URL is given. The server is a process of its own
 * that outlives a killed application; the next start adopts it.
 */
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { OperatorError } from '#app/config/operator-error.ts'
import { USE_A_SERVER } from './postgres-binaries.ts'
import { preparePostgresHome } from './postgres-home.ts'
import type { PostgresHome } from './postgres-home.ts'
import { EMBEDDED_ROLE, ensureCluster } from './postgres-cluster.ts'
import { findPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import type { Durability } from './postmaster.ts'

const DATABASE_NAME = 'hoithi'
/** How a process that uses the cluster shows itself to the others: the last one to leave stops the server. */
const WATCHER_NAME = 'hoi-thi watcher'
/** Below the range from which the system gives ports to outgoing connections, so a restart finds its port free. */
const FIRST_PORT = 15_432
const PORT_COUNT = 1_000
/** SQLSTATE while the server recovers after one of its processes was killed. */
const CANNOT_CONNECT_NOW = '57P03'
const RETRY_MS = 100
const GIVE_UP_MS = 60_000

export interface EmbeddedPostgresOptions {
  /** Everything the cluster writes stays below this folder, unless its account can't reach it (see postgres-home.ts). */
  dataFolder: string
  /** Default: a free port derived from the folder. */
  port?: number
  /** Default: `full`. */
  durability?: Durability
  /** Told what the operator should know, one line each, in Vietnamese. */
  log?: (line: string) => void
}

export interface EmbeddedPostgres {
  databaseUrl: string
  /** False when the server was running already, e.g. because an earlier application process was killed. */
  startedHere: boolean
  /** Stops the server, unless another process is still using it. */
  stop(): Promise<void>
  /** Lets the server run and only stops looking after it. */
  release(): Promise<void>
}

/**
 * Starts the cluster of a data folder, made on first use, or adopts it when it runs already; restarts it when it dies.
 * @throws OperatorError when it can't run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { durability = 'full', log = () => {} } = options
  const home = await preparePostgresHome(options.dataFolder, log)
  const { password } = await ensureCluster(home)
  const wantedPort = options.port ?? (await chooseFreePort(home.folder))

  const { port, startedHere } = await ensureRunning(home, wantedPort, durability, options.port === undefined)
  const databaseUrl = `postgresql://${EMBEDDED_ROLE}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`
  await ensureDatabase(databaseUrl)
  const watcher = await watch(databaseUrl, () => revive(home, port, durability, log), log)

  return {
    databaseUrl,
    startedHere,
    release: () => watcher.end(),
    stop: async () => {
      await watcher.end()
      const others = await countWatchers(databaseUrl)
      if (others === 0) return stopPostmaster(home)
      log(`Cơ sở dữ liệu vẫn chạy vì còn ${others} tiến trình khác đang dùng`)
    },
  }
}

/** Removes the cluster of a data folder, wherever it lives. The server must be stopped. */
export async function removeEmbeddedPostgres(dataFolder: string): Promise<void> {
  const home = await preparePostgresHome(dataFolder, () => {})
  if (await findPostmaster(home)) throw new Error(`PostgreSQL is still running from ${home.folder}`)
  await rm(home.folder, { recursive: true, force: true })
  await rm(dataFolder, { recursive: true, force: true })
}

async function ensureRunning(
  home: PostgresHome,
  wantedPort: number,
  durability: Durability,
  mayUseOtherPort: boolean,
) {
  let port = wantedPort
  for (const deadline = Date.now() + GIVE_UP_MS; Date.now() < deadline; await wait(RETRY_MS)) {
    const running = await findPostmaster(home)
    if (running?.isReady) return { port: running.port, startedHere: false }
    if (running) continue // starting or stopping: the next look decides
    const outcome = await startPostmaster(home, port, durability)
    if (outcome === 'started') return { port, startedHere: true }
    if (outcome === 'busy') continue
    if (!mayUseOtherPort) throw portTaken(port)
    port = await chooseFreePort(home.folder)
  }
  throw new OperatorError(
    `PostgreSQL ở ${home.folder} chưa sẵn sàng sau ${GIVE_UP_MS / 1000} giây.`,
    `Xem nhật ký trong ${home.folder}/log rồi chạy lại, hoặc ${USE_A_SERVER}.`,
  )
}

/** The application's connections keep their address, so the port must stay the same. */
async function revive(home: PostgresHome, port: number, durability: Durability, log: (line: string) => void) {
  if ((await findPostmaster(home)) === null)
    log('PostgreSQL dừng đột ngột: đang khởi động lại và phục hồi dữ liệu')
  await ensureRunning(home, port, durability, false)
}

/** The types of pg leave these two out. */
type Unreferable = pg.Client & { ref(): void; unref(): void }

interface Watcher {
  end(): Promise<void>
}

/**
 * Holds one idle connection. It breaks the moment the server dies; then `revive` runs until a connection holds again.
 * It also tells other processes on the same cluster that somebody needs it.
 */
async function watch(
  databaseUrl: string,
  revive: () => Promise<void>,
  log: (line: string) => void,
): Promise<Watcher> {
  let isEnding = false
  let reviving: Promise<void> = Promise.resolve()
  let client = await connect()

  async function connect(): Promise<Unreferable> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: WATCHER_NAME,
    }) as Unreferable
    next.on('error', () => {}) // 'end' follows
    await next.connect()
    next.on('end', () => {
      if (!isEnding) reviving = reconnect()
    })
    next.unref() // watching is no reason for a process to stay alive
    return next
  }

  async function reconnect(): Promise<void> {
    for (let waitMs = RETRY_MS; !isEnding; waitMs = Math.min(waitMs * 2, 10_000)) {
      try {
        await revive()
        client = await connect()
        return
      } catch (error) {
        const isRecovering = (error as { code?: string }).code === CANNOT_CONNECT_NOW
        if (!isRecovering) log(`PostgreSQL chưa trở lại: ${(error as Error).message}`)
        await wait(waitMs)
      }
    }
  }

  return {
    async end() {
      isEnding = true
      await reviving
      client.ref()
      await client.end().catch(() => {})
    },
  }
}

/** 0 as well when the server does not answer: then there is nobody to disturb. */
async function countWatchers(databaseUrl: string): Promise<number> {
  const sql = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = '${WATCHER_NAME}'`
  const rows = await runOnce<{ count: number }>(databaseUrl, sql).catch(() => [])
  return rows[0]?.count ?? 0
}

async function ensureDatabase(databaseUrl: string): Promise<void> {
  try {
    await runOnce(databaseUrl, 'SELECT 1')
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error
    const maintenanceUrl = databaseUrl.replace(/\/[^/]*$/, '/postgres')
    await runOnce(maintenanceUrl, `CREATE DATABASE ${DATABASE_NAME}`).catch((failure: { code?: string }) => {
      if (failure.code !== '42P04') throw failure // another process was faster
    })
  }
}

async function runOnce<Row extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const result = await client.query<Row>(sql).finally(() => client.end())
  return result.rows
}

/** The same folder gets the same port as long as it is free, so bookmarks of database tools keep working. */
async function chooseFreePort(folder: string): Promise<number> {
  const start = createHash('sha256').update(folder).digest().readUInt16BE(0) % PORT_COUNT
  for (let step = 0; step < PORT_COUNT; step += 1) {
    const port = FIRST_PORT + ((start + step) % PORT_COUNT)
    if (await isPortFree(port)) return port
  }
  throw new OperatorError(
    `Không còn cổng trống từ ${FIRST_PORT} đến ${FIRST_PORT + PORT_COUNT - 1} cho PostgreSQL.`,
    `Tắt bớt tiến trình đang giữ các cổng đó, hoặc ${USE_A_SERVER}.`,
  )
}

function isPortFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })
}

function portTaken(port: number): OperatorError {
  return new OperatorError(
    `Cổng ${port} của PostgreSQL kèm theo đang bị chương trình khác giữ.`,
    `Tắt chương trình đó, hoặc ${USE_A_SERVER}.`,
  )
}
