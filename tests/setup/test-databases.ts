import { execFile, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)
const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Any number; the same in every test run, so that two runs on one server build the template one after the other. */
const TEMPLATE_LOCK = 7_205_219

export type TestServer = {
  /** The maintenance database of a running server. */
  maintenanceUrl: string
  stop: () => Promise<void>
}

/** The server of TEST_DATABASE_URL, or else an embedded one in a temporary folder. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { maintenanceUrl: given, stop: () => Promise.resolve() }

  const folder = await mkdtemp(join(tmpdir(), 'hoi-thi-test-'))
  // PostgreSQL runs under another account when the tests run as root.
  await chmod(folder, 0o755)
  const child = spawn(process.execPath, ['tests/setup/postgres-child.mjs', folder], {
    cwd: projectFolder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')

  return {
    maintenanceUrl: urlOf(await firstLineOf(child.stdout), 'postgres'),
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}

async function firstLineOf(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line
  throw new Error('the embedded PostgreSQL did not start')
}

/**
 * The migrated, empty database that every test database is copied from; made once per set of migrations.
 * Built under another name and renamed, so a half-migrated template is never used.
 */
export async function ensureTemplate(maintenanceUrl: string): Promise<string> {
  const name = `hoithi_template_${await hashOfMigrations()}`
  await withClient(maintenanceUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount) return
    const draft = `hoithi_draft_${randomBytes(4).toString('hex')}`
    await client.query(`CREATE DATABASE ${draft}`)
    try {
      await migrate(urlOf(maintenanceUrl, draft))
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`)
    } catch (error) {
      await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
      throw error
    }
  })

  return name
}

/** A fresh copy of the template; answers its URL. */
export async function createDatabase(
  maintenanceUrl: string,
  template: string,
  name: string,
): Promise<string> {
  await withClient(maintenanceUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))

  return urlOf(maintenanceUrl, name)
}

/** Drops a test database, with the connections that are still open to it. */
export async function dropDatabase(maintenanceUrl: string, name: string): Promise<void> {
  await withClient(maintenanceUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
}

/** Applies the real migrations with the project's own Prisma command. */
async function migrate(databaseUrl: string): Promise<void> {
  await run(process.execPath, ['app/db/prisma-cli.mjs', 'migrate', 'deploy'], {
    cwd: projectFolder,
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
}

async function hashOfMigrations(): Promise<string> {
  const folder = join(projectFolder, 'prisma/migrations')
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.sql')).sort()
  if (files.length === 0) throw new Error('prisma/migrations holds no migration')
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(await readFile(join(folder, file)))

  return hash.digest('hex').slice(0, 12)
}

async function withClient(
  connectionString: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`

  return url.href
}
