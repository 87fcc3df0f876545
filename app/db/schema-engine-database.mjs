/** The database side of schema-engine.mjs: Prisma's adapter for `pg`, made fit for migrations. */
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const OID_CHAR = 18
const OID_TEXT = 25

/** One connection, because the engine relies on session state: its advisory lock and `SET` statements. */
function createPool(url, database) {
  const config = { ...parseDatabaseUrl(url), max: 1, idleTimeoutMillis: 0 }
  const pool = new pg.Pool(database ? { ...config, database } : config)
  pool.on('error', () => {}) // a connection that breaks shows in the next query
  return pool
}

/** Parts, read as pg reads them, because pg lets a connection string win over an explicit `database`. */
function parseDatabaseUrl(url) {
  const client = new pg.Client({ connectionString: url })
  const { host, port, user, password, database, ssl } = client
  return { host, port, user, password, database, ssl, connectionTimeoutMillis: 10_000 }
}

/** Prisma's adapter with the parts replaced that do not fit migrations. */
export class MigrationAdapterFactory extends PrismaPg {
  #url

  constructor(url) {
    super(createPool(url), schemaOption(url))
    this.#url = url
  }

  async connect() {
    return fitForMigrations(await super.connect())
  }

  /** The original would connect to the main database again whenever it was given a connection string. */
  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_${crypto.randomUUID()}`
    await runOnce(this.#url, `CREATE DATABASE "${database}"`)
    const pool = createPool(this.#url, database)
    const adapter = fitForMigrations(await new PrismaPg(pool, schemaOption(this.#url)).connect())
    adapter.dispose = async () => {
      await pool.end()
      await runOnce(this.#url, `DROP DATABASE IF EXISTS "${database}"`)
    }
    return adapter
  }
}

function fitForMigrations(adapter) {
  const queryRaw = adapter.queryRaw
  // The original does not know the catalogue type "char" and fails; the engine wants it as a character.
  adapter.queryRaw = async (query) => {
    const charColumns = new Set()
    const performIO = async (sameQuery) => {
      const result = await adapter.performIO(sameQuery)
      for (const [index, field] of result.fields.entries()) {
        if (field.dataTypeID !== OID_CHAR) continue
        charColumns.add(index)
        field.dataTypeID = OID_TEXT
      }
      return result
    }
    const result = await queryRaw.call(Object.create(adapter, { performIO: { value: performIO } }), query)
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  // The original splits scripts at every semicolon, which tears function bodies and string literals apart.
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}

function schemaOption(url) {
  return { schema: new URL(url).searchParams.get('schema') ?? 'public' }
}

export async function runOnce(url, sql, database) {
  const pool = createPool(url, database)
  try {
    return await pool.query(sql)
  } finally {
    await pool.end()
  }
}

/** What the native engine does outside a connection to the wanted database. */
export async function createDatabase(url) {
  const { database } = parseDatabaseUrl(url)
  await runOnce(url, `CREATE DATABASE "${database.replaceAll('"', '""')}"`, 'postgres')
  return { databaseName: database }
}

/** Prisma's own error codes, which its CLI and its documentation know. */
export function describeConnectionError(error, url) {
  const { host, port, user, database } = parseDatabaseUrl(url)
  switch (error.code) {
    case '28P01':
      return { error_code: 'P1000', message: `Authentication failed for user "${user}" at ${host}:${port}.` }
    case '3D000':
      return { error_code: 'P1003', message: `Database "${database}" does not exist at ${host}:${port}.` }
    case '42501':
      return { error_code: 'P1010', message: `User "${user}" was denied access: ${error.message}` }
    default:
      return {
        error_code: 'P1001',
        message: `Can't reach database server at ${host}:${port}: ${error.message}`,
      }
  }
}
