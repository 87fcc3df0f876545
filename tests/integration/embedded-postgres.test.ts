import { chown, readFile, stat, writeFile } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '#app/db/embedded-postgres.ts'

/** A data folder of its own, gone after the test together with its server. */
function newDataFolder(): string {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hoi-thi-postgres-'))
  onTestFinished(() => removeEmbeddedPostgres(dataFolder))
  return dataFolder
}

async function start(dataFolder: string) {
  const log: string[] = []
  const database = await startEmbeddedPostgres({ dataFolder, log: (line) => log.push(line) })
  onTestFinished(() => database.stop())
  return { database, log }
}

async function query<Row extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {}) // a server that is killed breaks the connection
  await client.connect()
  const result = await client.query<Row>(sql).finally(() => client.end())
  return result.rows
}

async function postmasterPid(dataFolder: string): Promise<number> {
  const text = await readFile(join(dataFolder, 'cluster', 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

test('a fresh folder becomes a PostgreSQL that writes durably and sorts Vietnamese names', async () => {
  const dataFolder = newDataFolder()
  const { database } = await start(dataFolder)

  expect(database.startedHere).toBe(true)
  const settings = await query<{ name: string; setting: string }>(
    database.databaseUrl,
    `SELECT name, setting FROM pg_settings
     WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'server_encoding', 'TimeZone')
     ORDER BY name COLLATE "C"`,
  )
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    TimeZone: 'UTC',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
  })
  const names = await query<{ name: string }>(
    database.databaseUrl,
    `SELECT name FROM unnest(ARRAY['Đức', 'Duy', 'Ân', 'An', 'Ánh', 'Dũng']) AS name ORDER BY name COLLATE "vi-x-icu"`,
  )
  expect(names.map(({ name }) => name)).toEqual(['An', 'Ánh', 'Ân', 'Dũng', 'Duy', 'Đức'])
})

test('the password is random for each folder and readable by its owner only', async () => {
  const dataFolder = newDataFolder()
  const { database } = await start(dataFolder)

  const { mode } = await stat(join(dataFolder, 'cluster', 'password'))
  expect(mode & 0o777).toBe(0o600)
  const wrongPassword = database.databaseUrl.replace(/:[^:@]+@/, ':postgres@')
  await expect(query(wrongPassword, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
})

test('a second start uses the server that runs already and leaves it to the first', async () => {
  const dataFolder = newDataFolder()
  const { database: first } = await start(dataFolder)
  const { database: second } = await start(dataFolder)

  expect(second.startedHere).toBe(false)
  expect(second.databaseUrl).toBe(first.databaseUrl)
  await second.stop()
  expect(await query(first.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('committed rows are there after the server was killed, and it is back without help', async () => {
  const dataFolder = newDataFolder()
  const { database, log } = await start(dataFolder)
  await query(database.databaseUrl, 'CREATE TABLE answer AS SELECT generate_series(1, 1000) AS position')
  const killed = await postmasterPid(dataFolder)

  process.kill(killed, 'SIGKILL')

  await vi.waitFor(async () => expect(await postmasterPid(dataFolder)).not.toBe(killed), { timeout: 20_000 })
  await vi.waitFor(
    async () => {
      const rows = await query(database.databaseUrl, 'SELECT count(*)::int AS answers FROM answer')
      expect(rows).toEqual([{ answers: 1000 }])
    },
    { timeout: 20_000 },
  )
  expect(log).toEqual(['PostgreSQL dừng đột ngột: đang khởi động lại và phục hồi dữ liệu'])
})

test('a left-over lock file with the process id of another program does not keep the server from starting', async () => {
  const dataFolder = newDataFolder()
  const { database: first } = await start(dataFolder)
  const lockFile = join(dataFolder, 'cluster', 'postmaster.pid')
  const lock = await readFile(lockFile, 'utf8')
  await first.stop()
  await writeFile(lockFile, lock.replace(/^\d+/, String(process.pid)), { mode: 0o600 })
  const owner = await stat(join(dataFolder, 'cluster'))
  await chown(lockFile, owner.uid, owner.gid)

  const { database: second } = await start(dataFolder)

  expect(second.startedHere).toBe(true)
  expect(await query(second.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})
