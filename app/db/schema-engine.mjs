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
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import {
  createDatabase,
  describeConnectionError,
  MigrationAdapterFactory,
  runOnce,
} from './schema-engine-database.mjs'

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
  const id = /External error id#(\d+)/.exec(error.message)?.[1]
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
