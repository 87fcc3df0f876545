import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { createDatabase, dropDatabase } from '../setup/test-databases.ts'

const enginePath = fileURLToPath(new URL('../../app/db/schema-engine.mjs', import.meta.url))
const filters = { externalTables: [], externalEnums: [] }

type Message = {
  id: number
  method?: string
  params?: { content: string }
  result?: Record<string, unknown>
  error?: { data: { message: string } }
}

async function newDatabase(): Promise<string> {
  const name = `hoithi_engine_${randomBytes(4).toString('hex')}`
  const url = await createDatabase(inject('maintenanceUrl'), 'template0', name)
  onTestFinished(() => dropDatabase(inject('maintenanceUrl'), name))

  return url
}

/** A running engine that is asked as Prisma's command line does: one JSON message a line. */
function startEngine(url: string) {
  const child = spawn(enginePath, ['--datasource', JSON.stringify({ url })], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.stdin.end())
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let lastId = 0

  return async (method: string, params: object): Promise<{ answer: Message; printed: string }> => {
    lastId += 1
    child.stdin.write(`${JSON.stringify({ id: lastId, jsonrpc: '2.0', method, params })}\n`)
    let printed = ''
    for (;;) {
      const line = await lines.next()
      if (line.done) throw new Error('the engine ended without an answer')
      const message = JSON.parse(line.value) as Message
      if (message.id === lastId) return { answer: message, printed }
      if (message.method === 'print') printed += message.params?.content ?? ''
    }
  }
}

function schemaOf(model: string) {
  return {
    files: [{ path: 'schema.prisma', content: `datasource db {\n  provider = "postgresql"\n}\n${model}` }],
  }
}

function migrationsOf(...scripts: string[]) {
  return {
    baseDir: '/migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: scripts.map((value, index) => ({
      path: `2026010100000${index}_step`,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } },
    })),
  }
}

async function listNames(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const result = await client.query<{ name: string }>(sql).finally(() => client.end())

  return result.rows.map((row) => row.name)
}

const unitModel = 'model Unit {\n  id Int @id\n}'
const unitTable = 'CREATE TABLE "Unit" ("id" INTEGER NOT NULL, CONSTRAINT "Unit_pkey" PRIMARY KEY ("id"));'

test('the SQL for a schema is printed', async () => {
  const ask = startEngine(await newDatabase())

  const to = { tag: 'schemaDatamodel', ...schemaOf(unitModel) }
  const { answer, printed } = await ask('diff', {
    from: { tag: 'empty' },
    to,
    script: true,
    exitCode: true,
    filters,
  })

  expect(printed).toContain('CREATE TABLE "Unit"')
  expect(answer.result).toMatchObject({ exitCode: 2 })
})

test('a mistake in the schema comes back as an error that names it', async () => {
  const ask = startEngine(await newDatabase())

  const to = { tag: 'schemaDatamodel', ...schemaOf('model Unit {\n  id Int @id\n  parent Nowhere\n}') }
  const { answer } = await ask('diff', { from: { tag: 'empty' }, to, script: true, exitCode: null, filters })

  expect(answer.error?.data.message).toContain('Nowhere')
})

test('a migration with a function body and a check constraint is applied, and the next one is planned from it', async () => {
  const url = await newDatabase()
  const ask = startEngine(url)
  const guard = `
    ALTER TABLE "Unit" ADD CONSTRAINT positive CHECK (id > 0);
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no; never'; END; $$;
    CREATE TRIGGER keep BEFORE DELETE ON "Unit" FOR EACH ROW EXECUTE FUNCTION refuse();`
  const migrationsList = migrationsOf(unitTable, guard)

  await ask('devDiagnostic', { migrationsList, filters })
  const applied = await ask('applyMigrations', { migrationsList, filters })
  const schema = schemaOf('model Unit {\n  id Int @id\n  name String?\n}')
  const loss = await ask('evaluateDataLoss', { migrationsList, schema, filters })
  const next = await ask('createMigration', {
    migrationsList,
    schema,
    filters,
    migrationName: 'name',
    draft: false,
  })

  expect(applied.answer.result?.appliedMigrationNames).toHaveLength(2)
  expect(loss.answer.result).toMatchObject({ migrationSteps: 1, warnings: [] })
  expect(next.answer.result?.migrationScript).toContain('ADD COLUMN     "name" TEXT')
  expect(
    await listNames(url, `SELECT datname AS name FROM pg_database WHERE datname LIKE '%shadow%'`),
  ).toEqual([])
})

test('a migration that fails is reported with its name and is not half applied', async () => {
  const url = await newDatabase()
  const ask = startEngine(url)
  const migrationsList = migrationsOf(`${unitTable} SELECT nothing FROM nowhere;`)

  const { answer } = await ask('applyMigrations', { migrationsList, filters })
  expect(answer.error?.data.message).toContain('20260101000000_step')
  expect(
    await listNames(url, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`),
  ).not.toContain('Unit')
})
