#!/usr/bin/env node
/**
 * Offline stand-in for Prisma's native schema engine.
 *
 * Prisma's CLI downloads its schema engine from the internet; without it even `prisma generate` fails, and a government
 * server (or a build machine) may not reach that address. The same engine exists as WebAssembly in the npm package
 * @prisma/schema-engine-wasm. This script speaks the native engine's protocol (one JSON-RPC message a line on
 * stdin/stdout, JSON log lines on stderr) and forwards every call to the WebAssembly engine. The CLI finds it through
 * PRISMA_SCHEMA_ENGINE_BINARY (see prisma-cli.mjs).
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const OID_CHAR = 18
const OID_TEXT = 25
/** The code the native engine gives to every failed call; the CLI reads the details from `data`. */
const RPC_CALL_FAILED = 4466
/** Exit codes of the native engine's `cli` commands, as the CLI expects them. */
const EXIT_OK = 0
const EXIT_FAILED = 1

/** Calls whose name in the WebAssembly engine differs from the protocol's. */
const RENAMED_CALLS = { getDatabaseVersion: 'version' }

/**
 * These can't make a shadow database in the WebAssembly engine. They take the schema of the migrations from its cache,
 * which `devDiagnostic` fills for the migrations that are applied: after pending ones were applied it must run again.
 */
const CALLS_ON_CACHED_HISTORY = ['evaluateDataLoss', 'createMigration']

/** One connection, because the engine relies on session state: its advisory lock and `SET` statements. */
function createPool(url, database) {
  const config = { ...parseDatabaseUrl(url), max: 1, idleTimeoutMillis: 0 }
  const pool = new pg.Pool(database ? { ...config, database } : config)
  pool.on('error', (error) => logError(error))
  return pool
}

/** Parts instead of the connection string itself: pg lets the string win over an explicit `database`. */
function parseDatabaseUrl(url) {
  const parsed = new URL(url)
  const options = new URLSearchParams(parsed.search)
  const isSslWanted = !['disable', null].includes(options.get('sslmode'))
  return {
    host: options.get('host') ?? decodeURIComponent(parsed.hostname.replace(/^\[|\]$/g, '')),
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username) || undefined,
    password: decodeURIComponent(parsed.password) || undefined,
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'postgres',
    // As libpq: encryption without a look at the certificate unless a verifying mode is asked for.
    ssl: isSslWanted ? { rejectUnauthorized: options.get('sslmode').startsWith('verify') } : undefined,
    connectionTimeoutMillis: 10_000,
  }
}

/** Prisma's adapter with the parts replaced that do not fit migrations. */
class MigrationAdapterFactory extends PrismaPg {
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

async function runOnce(url, sql, database) {
  const pool = createPool(url, database)
  try {
    return await pool.query(sql)
  } finally {
    await pool.end()
  }
}

async function loadWasmEngine() {
  const path = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = await WebAssembly.instantiate(readFileSync(path.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(wasm.instance.exports)
  wasm.instance.exports.__wbindgen_start()
  return bindings.SchemaEngine
}

/** What the native engine does outside a connection to the wanted database. */
async function createDatabase(url) {
  const { database } = parseDatabaseUrl(url)
  await runOnce(url, `CREATE DATABASE "${database.replaceAll('"', '""')}"`, 'postgres')
  return { databaseName: database }
}

async function serve({ datamodels = [], datasource }) {
  const url = datasource?.url ?? 'postgresql://localhost:5432/none'
  const factory = bindMigrationAwareSqlAdapterFactory(new MigrationAdapterFactory(url))
  const crashed = watchForCrash()
  const SchemaEngine = await loadWasmEngine()
  const files = datamodels.map((path) => [path, readFileSync(path, 'utf8')])
  const engine = await SchemaEngine.new(
    { datamodels: files.length ? files : undefined },
    logEngineEvent,
    factory,
  )

  const call = async (method, params) => {
    if (method === 'createDatabase') return createDatabase(url)
    if (CALLS_ON_CACHED_HISTORY.includes(method)) {
      const { migrationsList, filters } = params
      await engine.devDiagnostic({ migrationsList, filters })
    }
    const result = await engine[RENAMED_CALLS[method] ?? method](params)
    if (typeof result?.stdout === 'string')
      send({ id: 0, method: 'print', params: { content: result.stdout } })
    return result ?? null
  }

  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line)
    if (!method) continue // the CLI's acknowledgement of a `print`
    try {
      send({ id, result: await Promise.race([call(method, params), crashed]) })
    } catch (error) {
      const data = { is_panic: false, ...describeError(error, factory.errorRegistry) }
      send({ id, error: { code: RPC_CALL_FAILED, message: 'The call failed; see data.', data } })
    }
  }
}

/**
 * The WebAssembly engine crashes outside any call: it leaves its message in a global registry and throws where nobody
 * catches. Without an answer the CLI would end with success and say nothing.
 */
function watchForCrash() {
  let message = 'The schema engine crashed.'
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (text) => (message = text) }
  const crashed = new Promise((_, fail) =>
    process.on('uncaughtException', (error) => fail(new Error(message, { cause: error }))),
  )
  crashed.catch(() => {}) // only the calls under way care
  return crashed
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

/** Errors thrown by the driver travel through the engine as a number; the registry gives the original back. */
function describeError(error, registry) {
  const id = /external error.*?(\d+)/is.exec(error.message)?.[1]
  const original = id === undefined ? undefined : registry?.consumeError(Number(id))?.error
  return { error_code: error.code, message: original ? String(original.message ?? original) : error.message }
}

/** `schema-engine --datasource JSON cli <command>`: a yes or no by exit code, the reason as a log line. */
async function runCommand(command, url) {
  logLine('INFO', 'schema_engine', { message: `Starting ${command}` }) // the CLI skips the first line of stderr
  try {
    if (command === 'can-connect-to-database') await runOnce(url, 'SELECT 1')
    else if (command === 'create-database') await createDatabase(url)
    else throw new Error(`This stand-in does not know the command ${command}.`)
    return EXIT_OK
  } catch (error) {
    logLine('ERROR', 'schema_engine::logger', describeConnectionError(error, url))
    return EXIT_FAILED
  }
}

/** Prisma's own error codes, which its CLI and its documentation know. */
function describeConnectionError(error, url) {
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

function reportFailure(error) {
  logError(error)
  return EXIT_FAILED
}

function logError(error) {
  logLine('ERROR', 'schema_engine::logger', { message: String(error?.message ?? error) })
}

/** The engine reports events as JSON text or as objects; the CLI only looks at errors. */
function logEngineEvent(event) {
  const line = typeof event === 'string' ? event : JSON.stringify(event)
  process.stderr.write(`${line.trimEnd()}\n`)
}

function logLine(level, target, fields) {
  process.stderr.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, fields, target })}\n`)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
})
const datasource = values.datasource ? JSON.parse(values.datasource) : undefined

if (values.version) console.log('schema-engine-cli wasm-stand-in')
else if (positionals[0] === 'cli') process.exitCode = await runCommand(positionals[1], datasource?.url)
else
  process.exit(await serve({ datamodels: values.datamodels, datasource }).then(() => EXIT_OK, reportFailure))
