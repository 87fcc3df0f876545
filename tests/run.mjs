/**
 * `npm test`: from a bare clone to one last line "N passed, N failed" over all checks and tests. Runs on the machine's own
 * Node; everything it starts runs on the application's. For developers: `npm test -- --only=checks|vitest|e2e [arguments]`;
 * `npm run screenshots` makes the pictures of the README with the same tooling.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { formatSeconds, printFailure, step } from '../app/server/operator-console.mjs'
import { prepare, projectFolder } from '../app/server/prepare.mjs'
import { findChromium } from './setup/find-chromium.mjs'
import { countPlaywright, countVitest } from './setup/suite-results.mjs'

const CHECKS = ['typecheck', 'lint', 'format:check', 'knip', 'rooms']
/** Settings of an installation on this machine must not reach the tests, its database above all. */
const APPLICATION_SETTINGS = [
  'NODE_ENV',
  'PORT',
  'HOST',
  'DATABASE_URL',
  'DATA_DIR',
  'PUBLIC_ORIGIN',
  'LOG_LEVEL',
  'METRICS_TOKEN',
  'TRUST_PROXY',
  'SEED',
]

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
const passedOn = process.argv.slice(2).filter((argument) => !argument.startsWith('--only='))

/** As a shell reports a program that Ctrl+C ended. */
const INTERRUPTED = 130
/** @type {import('node:child_process').ChildProcess | null} */
let running = null
let isInterrupted = false
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isInterrupted = true
    if (running) running.kill('SIGTERM')
    else process.exit(INTERRUPTED)
  })
}

for (const name of APPLICATION_SETTINGS) delete process.env[name]
const folder = await mkdtemp(join(tmpdir(), 'hoi-thi-run-'))
// PostgreSQL runs under another account when the tests run as root.
await chmod(folder, 0o755)
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
try {
  const counts = await runAll(await prepare({ packages: 'all', isBuilt: false }))
  process.exitCode = isInterrupted ? INTERRUPTED : counts.failed > 0 ? 1 : 0
} catch (error) {
  printFailure(error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

async function runAll(node) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const summary = []
  const run = async (name, suite) => {
    if (isInterrupted) return
    console.log(`\n── ${name} ──`)
    const startedAt = Date.now()
    const counts = await suite()
    for (const key of Object.keys(total)) total[key] += counts[key]
    summary.push(`${counts.failed ? '✗' : '✓'} ${name}: ${describe(counts)} (${formatSeconds(startedAt)})`)
  }

  await run('build', runBuild)
  if (isWanted('checks')) for (const check of CHECKS) await run(check, () => runCheck(check))
  if (isWanted('vitest') || isWanted('e2e') || only === 'screenshots') {
    const database = await startDatabase(node)
    const env = { TEST_DATABASE_URL: database.url }
    try {
      if (isWanted('vitest')) await run('vitest', () => runVitest(node, env))
      if (isWanted('e2e')) await run('e2e', () => runPlaywright(node, env))
      if (only === 'screenshots')
        await run('screenshots', () => runPlaywright(node, { ...env, SCREENSHOTS: '1' }))
    } finally {
      await database.stop()
    }
  }
  console.log(`\n${summary.join('\n')}\n${describe(total)}`)
  return total
}

function isWanted(name) {
  return only === undefined || only === name
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/** A check of its own: when it fails, everything that needs no build still runs. */
async function runBuild() {
  try {
    await prepare({ packages: 'all', isBuilt: true })
    return { passed: 1, failed: 0, skipped: 0 }
  } catch (error) {
    printFailure(error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

async function runCheck(name) {
  const code = await runVisibly('npm', ['run', '--silent', name, ...(only ? ['--', ...passedOn] : [])])
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

async function runVitest(node, env) {
  const report = join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runVisibly(
    node,
    ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...passedOn],
    env,
  )
  return countVitest(report, code)
}

async function runPlaywright(node, env) {
  const chromium = await step('Tìm trình duyệt Chromium', () => findChromium(node, projectFolder))
  const report = join(folder, 'playwright.json')
  const program = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...passedOn]
  const extra = { ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  return countPlaywright(report, await runVisibly(node, program, extra))
}

/** One PostgreSQL for all suites, gone with its folder when this process ends, however it ends. */
async function startDatabase(node) {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: () => {} }
  const child = spawn(node, ['tests/setup/postgres-child.mjs', folder], {
    cwd: projectFolder,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true, // Ctrl+C must not take the database away under the tests; it ends when its input does
  })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const url = new URL(line)
    url.pathname = '/postgres'
    return { url: url.href, stop: () => (child.stdin.end(), ended) }
  }
  throw new Error('PostgreSQL cho các bài kiểm tra không khởi động được (xem lỗi ở trên).')
}

function runVisibly(program, args, extraEnv = {}) {
  const PATH = [join(projectFolder, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  return new Promise((done) => {
    running = spawn(program, args, {
      cwd: projectFolder,
      env: { ...process.env, PATH, ...extraEnv },
      stdio: 'inherit',
    })
    running.on('error', (error) => {
      console.error(error.message)
      done(1)
    })
    running.on('exit', (code) => {
      running = null
      done(code ?? 1)
    })
  })
}
