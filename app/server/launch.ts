/** Runs the application: settings, database, migrations, sample data, server; and takes all of it down again. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from '#app/config/env.server.ts'
import type { Env } from '#app/config/env.server.ts'
import { OperatorError } from '#app/config/operator-error.ts'
import { bringUpToDate, checkReachable } from './launch-database.ts'
import { startEmbeddedPostgres } from '#app/db/embedded-postgres.ts'
import { formatSeconds, printFailure, step } from './operator-console.mjs'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
/** Ctrl+C reaches this process from the terminal, from npm and from start.mjs: within this time it is one request. */
const SAME_REQUEST_MS = 1_000

interface RunningServer {
  port: number
  firstOrganizer: { loginName: string; path: string } | null
  close: () => Promise<void>
}

interface Database {
  databaseUrl: string
  stop: () => Promise<void>
}

const startedAt = Date.now()
/** Undone in reverse order, at a shutdown and after a failed start. */
const undo: (() => Promise<void>)[] = []
let stopRequestedAt: number | null = null

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
process.on('disconnect', () => void stop()) // start.mjs was killed

const starting = start()
try {
  await starting
} catch (error) {
  printFailure(describe(error as NodeJS.ErrnoException))
  await tidyUp()
  process.exit(1)
}

async function start(): Promise<void> {
  const settings = parseEnv(process.env)
  const database = await openDatabase(settings)
  undo.push(database.stop)
  if (isStopping()) return
  const { databaseUrl } = database
  // The build reads the environment when it is imported.
  Object.assign(process.env, { NODE_ENV: settings.NODE_ENV, DATABASE_URL: databaseUrl })
  await bringUpToDate({ databaseUrl, projectFolder, isSeeded: isSeedWanted() })
  if (isStopping()) return

  const server = await startServer({ ...settings, DATABASE_URL: databaseUrl })
  undo.push(server.close)
  announce(settings.PUBLIC_ORIGIN ?? `http://localhost:${server.port}`, server)
}

/** The address, and how the organizer gets in: the one-time link is printed here and nowhere else. */
function announce(origin: string, { firstOrganizer }: RunningServer): void {
  console.log(`✓ Sẵn sàng sau ${formatSeconds(startedAt)}: ${origin}`)
  if (firstOrganizer) {
    console.log(
      `  Ban Tổ chức đăng nhập lần đầu (tài khoản ${firstOrganizer.loginName}, liên kết dùng một lần, hết hạn sau 24 giờ):`,
    )
    console.log(`  ${origin}${firstOrganizer.path}`)
  } else {
    console.log(`  Ban Tổ chức đăng nhập tại ${origin}/dang-nhap`)
  }
}

function isStopping(): boolean {
  return stopRequestedAt !== null
}

async function openDatabase(env: Env): Promise<Database> {
  const given = env.DATABASE_URL
  if (given) {
    await step('Kết nối PostgreSQL (DATABASE_URL)', () => checkReachable(given))
    return { databaseUrl: given, stop: () => Promise.resolve() }
  }
  const dataFolder = resolve(projectFolder, env.DATA_DIR, 'postgres')
  return step('Khởi động PostgreSQL kèm theo', () =>
    startEmbeddedPostgres({ dataFolder, log: (line) => console.log(`  ${line}`) }),
  )
}

function isSeedWanted(): boolean {
  return !process.argv.includes('--no-seed') && process.env.SEED?.trim() !== 'none'
}

async function startServer(env: Env): Promise<RunningServer> {
  const build = new URL('../../build/server/index.js', import.meta.url).href
  const { startServer } = (await import(build)) as {
    startServer: (options: { env: Env }) => Promise<RunningServer>
  }
  return startServer({ env })
}

/** The first request ends gracefully; a later one ends at once. */
async function stop(): Promise<void> {
  if (stopRequestedAt !== null) {
    if (Date.now() - stopRequestedAt > SAME_REQUEST_MS) process.exit(1)
    return
  }
  stopRequestedAt = Date.now()
  console.log('… Đang dừng: hoàn tất các yêu cầu dở dang')
  // A migration cut off half-way would need repair by hand, so the step under way is finished first.
  await starting.catch(() => {})
  const isClean = await tidyUp()
  console.log(`✓ Đã dừng (${formatSeconds(stopRequestedAt)})`)
  process.exit(isClean ? 0 : 1)
}

async function tidyUp(): Promise<boolean> {
  let isClean = true
  for (let action = undo.pop(); action; action = undo.pop()) {
    await action().catch((error: Error) => {
      isClean = false
      printFailure(error)
    })
  }
  return isClean
}

/** Gives the system's errors a cause and a way out; the others have theirs or are bugs. */
function describe(error: NodeJS.ErrnoException & { port?: number; address?: string }): Error {
  switch (error.code ?? '') {
    case 'EADDRINUSE':
      return new OperatorError(
        `Cổng ${error.port} đang được một chương trình khác dùng.`,
        `Tắt chương trình đó, hoặc chọn cổng khác: PORT=${(error.port ?? 3000) + 1} npm start`,
      )
    case 'EACCES':
    case 'EROFS':
      return new OperatorError(`Không đủ quyền: ${error.message}`, 'Cấp quyền cho tài khoản chạy ứng dụng.')
    case 'ENOSPC':
      return new OperatorError('Ổ đĩa đã đầy.', 'Giải phóng dung lượng rồi chạy lại.')
    case 'ERR_MODULE_NOT_FOUND':
      return new OperatorError(
        `Bản biên dịch hoặc thư viện không đủ: ${error.message}`,
        'Chạy lại bằng npm start.',
      )
    default:
      return error
  }
}
