import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { OperatorError } from '#app/config/operator-error.ts'
import { step } from './operator-console.mjs'
import { runQuietly } from './run-quietly.mjs'

/** Any number: processes that start together on one database migrate and seed it one after the other. */
const START_LOCK = 7_205_220
const CONNECT_TIMEOUT_MS = 10_000

interface Target {
  /** Also in the environment, for the programs started here. */
  databaseUrl: string
  projectFolder: string
  /** Whether an empty database gets the sample contest. */
  isSeeded: boolean
}

/** @throws OperatorError saying why the database of DATABASE_URL can't be used */
export async function checkReachable(databaseUrl: string): Promise<void> {
  try {
    await withClient(databaseUrl, (client) => client.query('SELECT 1'))
  } catch (error) {
    throw describeConnectionError(error as NodeJS.ErrnoException, databaseUrl)
  }
}

/** Applies pending migrations and puts the sample contest into an empty database. Two quick queries when there is nothing to do. */
export async function bringUpToDate(target: Target): Promise<void> {
  if (!(await isWorkWaiting(target))) return
  await withClient(target.databaseUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [START_LOCK])
    const pending = await listPendingMigrations(client, target.projectFolder)
    if (pending.length > 0) {
      await step(`Cập nhật cấu trúc cơ sở dữ liệu (${pending.length} bước)`, () => migrate(target))
    }
    if (target.isSeeded && (await isEmpty(client)))
      await step('Nạp cuộc thi mẫu và ngân hàng câu hỏi', () => seed(target))
  })
}

async function isWorkWaiting({ databaseUrl, projectFolder, isSeeded }: Target): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const pending = await listPendingMigrations(client, projectFolder)
    return pending.length > 0 || (isSeeded && (await isEmpty(client)))
  })
}

/** By name, because asking Prisma takes a second. Prisma itself then checks the rest (edited or failed migrations). */
async function listPendingMigrations(client: pg.Client, projectFolder: string): Promise<string[]> {
  const entries = await readdir(join(projectFolder, 'prisma', 'migrations'), { withFileTypes: true })
  const known = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  if (!(await hasTable(client, '_prisma_migrations'))) return known
  const sql =
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL'
  const { rows } = await client.query<{ migration_name: string }>(sql)
  const applied = new Set(rows.map((row) => row.migration_name))
  return known.filter((name) => !applied.has(name))
}

async function isEmpty(client: pg.Client): Promise<boolean> {
  if (!(await hasTable(client, 'contest'))) return true
  return (await client.query('SELECT 1 FROM contest LIMIT 1')).rowCount === 0
}

async function hasTable(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [
    name,
  ])
  return rows[0]?.found === true
}

async function migrate(target: Target): Promise<void> {
  const result = await runNode(['app/db/prisma-cli.mjs', 'migrate', 'deploy'], target)
  if (result.code === 0) return
  throw new OperatorError(
    `Không cập nhật được cấu trúc cơ sở dữ liệu:\n${result.output.trim()}`,
    'Sao lưu cơ sở dữ liệu, sửa nguyên nhân nêu trên rồi chạy lại. Nếu một bước đã hỏng giữa chừng: ' +
      'npm run prisma -- migrate resolve --rolled-back <tên bước>',
  )
}

async function seed(target: Target): Promise<void> {
  const result = await runNode(['prisma/seed.ts'], target)
  if (result.code === 0) return
  throw new OperatorError(
    `Không nạp được dữ liệu mẫu:\n${result.output.trim()}`,
    'Chạy với --no-seed (npm start -- --no-seed) hoặc SEED=none để bắt đầu với cơ sở dữ liệu trống.',
  )
}

/** Outlives this process, so that no signal cuts a migration off half-way. Inherits DATABASE_URL. */
function runNode(args: string[], { projectFolder }: Target) {
  return runQuietly(process.execPath, args, { cwd: projectFolder, outlivesUs: true })
}

async function withClient<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  await client.connect()
  return work(client).finally(() => client.end())
}

function describeConnectionError(error: NodeJS.ErrnoException, databaseUrl: string): OperatorError {
  const { host, port, user, database } = new pg.Client({ connectionString: databaseUrl })
  const place = `${host}:${port}`
  switch (error.code ?? '') {
    case 'ECONNREFUSED':
      return unreachable(
        `Không có PostgreSQL nào trả lời ở ${place}.`,
        'Bật máy chủ PostgreSQL và kiểm tra máy, cổng trong DATABASE_URL.',
      )
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return unreachable(
        `Không tìm thấy máy chủ cơ sở dữ liệu "${host}".`,
        'Kiểm tra tên máy trong DATABASE_URL và DNS.',
      )
    case '28P01':
    case '28000':
      return unreachable(
        `PostgreSQL ở ${place} không nhận tài khoản "${user}".`,
        'Kiểm tra tài khoản, mật khẩu trong DATABASE_URL và pg_hba.conf.',
      )
    case '3D000':
      return unreachable(
        `Chưa có cơ sở dữ liệu "${database}" ở ${place}.`,
        `Tạo nó: createdb -O ${user} ${database}`,
      )
    default:
      return unreachable(
        `Không kết nối được PostgreSQL ở ${place}: ${error.message}`,
        'Kiểm tra DATABASE_URL, tường lửa và chứng thư SSL.',
      )
  }

  function unreachable(problem: string, remedy: string): OperatorError {
    return new OperatorError(problem, `${remedy} Hoặc bỏ DATABASE_URL để dùng PostgreSQL kèm theo.`, {
      cause: error,
    })
  }
}
