import { mkdtempSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '#app/db/embedded-postgres.ts'
import type { EmbeddedPostgres } from '#app/db/embedded-postgres.ts'
import { startApp } from '../setup/app-process.ts'
import type { AppProcess } from '../setup/app-process.ts'
import { createDatabase, ensureTemplate } from '../setup/test-databases.ts'

const GIVE_UP_MS = 60_000
const POLL_MS = 50

const dataFolder = mkdtempSync(join(tmpdir(), 'hoi-thi-failures-'))
let postgres: EmbeddedPostgres
let databaseUrl: string
let app: AppProcess

beforeAll(async () => {
  await chmod(dataFolder, 0o755)
  postgres = await startEmbeddedPostgres({ dataFolder })
  databaseUrl = await createDatabase(
    postgres.databaseUrl,
    await ensureTemplate(postgres.databaseUrl),
    'failures',
  )
  process.env.DATABASE_URL = databaseUrl
  app = await startApp({ databaseUrl, env: { PUBLIC_ORIGIN: 'https://hoithi.example.gov.vn' } })
}, GIVE_UP_MS)

afterAll(async () => {
  const { disconnectDatabase } = await import('#app/db/client.server.ts')
  await app.stop()
  await disconnectDatabase()
  await postgres.stop()
  await removeEmbeddedPostgres(dataFolder)
}, GIVE_UP_MS)

async function eventually(isTrue: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = Date.now() + GIVE_UP_MS / 2; Date.now() < deadline; await pause(POLL_MS))
    if (await isTrue()) return
  throw new Error('it did not come true in time')
}

/** Lines of the log that tell of a failed request or page. */
function failuresInLog(): { requestId?: string; msg: string }[] {
  return app
    .logs()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { requestId?: string; msg: string })
    .filter(({ requestId }) => requestId !== undefined)
}

test('behind https browsers are told to come by https only', async () => {
  const { headers } = await fetch(`${app.origin}/healthz`)

  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
})

test('a request through a proxy nobody told of is warned about once', async () => {
  for (let i = 0; i < 3; i++)
    await fetch(`${app.origin}/healthz`, { headers: { 'X-Forwarded-For': '203.0.113.1' } })

  expect(app.logs().match(/TRUST_PROXY/g)).toHaveLength(2) // cause and remedy, in one line
})

test('addresses that do not exist are nothing to be logged', async () => {
  for (const path of ['/wp-login.php', '/%E0%A4%A', '/dot-thi/khong-co', '/tai-lieu/khong-co'])
    expect((await fetch(`${app.origin}${path}`)).status, path).toBe(404)

  expect(failuresInLog()).toEqual([])
})

test('somebody who disappears in the middle of a save is no failure of the server', async () => {
  const { port } = new URL(app.origin)
  const { seedParticipant, seedSession } = await import('../factories/people.ts')
  const cookie = await seedSession((await seedParticipant()).id)
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(
    `PUT /api/v1/attempts/x/answers HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nContent-Length: 90\r\n\r\n{"revision"`,
  )
  await pause(500)
  socket.destroy()
  await pause(500)

  expect(failuresInLog()).toEqual([])
})

test('a page that fails by the database tells its reader the id under which it stands in the log, once', async () => {
  const { pool } = await import('#app/db/client.server.ts')
  await pool.query('ALTER TABLE contest RENAME TO contest_away')
  try {
    for (const path of ['/', '/the-le', '/dang-ky', '/bang-xep-hang', '/the-le.data']) {
      const before = failuresInLog().length
      const response = await fetch(`${app.origin}${path}`)
      const body = await response.text()
      await eventually(() => failuresInLog().length > before)
      const logged = failuresInLog().slice(before)

      expect(response.status, path).toBe(500)
      expect(logged, path).toHaveLength(1)
      expect(body, path).toContain(logged[0]?.requestId)
      expect(body, path).not.toMatch(/contest_away|prisma|relation/i)
    }
  } finally {
    await pool.query('ALTER TABLE contest_away RENAME TO contest')
  }
})

test('a restart of the database in the middle of work fails what was under way and nothing after it', async () => {
  const { pool } = await import('#app/db/client.server.ts')
  const asked = Array.from({ length: 200 }, (_, i) => fetch(`${app.origin}/bang-xep-hang?trang=${i}`))
  for (let i = 0; i < 5; i++) {
    await pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    await pause(POLL_MS)
  }
  await Promise.all(asked.map(async (answer) => (await answer).arrayBuffer()))

  await eventually(async () => (await fetch(`${app.origin}/readyz`)).ok)
  expect((await fetch(`${app.origin}/`)).status).toBeLessThan(500)
})

test('SIGTERM lets a request that is under way finish, and waits for nobody who only keeps a connection', async () => {
  const leaving = await startApp({ databaseUrl })
  const socket = connect(leaving.port, '127.0.0.1').setEncoding('utf8')
  let answer = ''
  socket.on('data', (text: string) => (answer += text)).on('error', () => undefined)
  const head = 'Host: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 27'
  socket.write(`POST /dang-nhap HTTP/1.1\r\n${head}\r\n\r\nloginName=abc`)
  await pause(500)
  const askedAt = performance.now()
  const stopped = leaving.stop()
  await pause(500)
  socket.write('d&password=xyz')
  await stopped

  expect(answer).toMatch(/^HTTP\/1\.1 401 /)
  expect(performance.now() - askedAt).toBeLessThan(10_000)
})
