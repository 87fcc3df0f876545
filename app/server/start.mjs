/**
 * `npm start`: installs and builds what is missing, then runs the application on its own Node. Works from a bare clone on
 * the machine's own Node (18 or newer).
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { constants } from 'node:os'
import { join } from 'node:path'
import { PrepareError, printFailure } from './operator-console.mjs'
import { prepare, projectFolder } from './prepare.mjs'

const DEFAULT_PORT = 3000
const PARENT_CHECK_MS = 1_000
/** Settings of this installation, if the operator keeps them in a file; variables that are set already win. */
const settingsFile = join(projectFolder, '.env')

/** @type {import('node:child_process').ChildProcess | null} */
let launcher = null
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => (launcher ? launcher.kill(signal) : process.exit(exitCodeOf(signal))))
}

try {
  readSettingsFile()
  await checkPortIsFree(
    process.env.PORT?.trim() || String(DEFAULT_PORT),
    process.env.HOST?.trim() || '0.0.0.0',
  )
  const node = await prepare({ packages: 'needed to run', isBuilt: true })
  process.exitCode = await launch(node)
} catch (error) {
  printFailure(error)
  process.exitCode = 1
}

function readSettingsFile() {
  try {
    process.loadEnvFile?.(settingsFile) // not in Node 18: then the launcher's Node reads it
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/** Before the long work, so that nobody waits a minute to learn it. */
async function checkPortIsFree(port, host) {
  if (!/^\d+$/.test(port) || Number(port) > 65_535) {
    throw new PrepareError(
      `Biến PORT không hợp lệ: "${port}".`,
      'Đặt một số từ 0 đến 65535, ví dụ PORT=3000.',
    )
  }
  if (port === '0') return
  const failure = await new Promise((done) => {
    const probe = createServer()
    probe.once('error', done)
    probe.listen(Number(port), host, () => probe.close(() => done(null)))
  })
  if (failure) throw portFailure(failure, port, host)
}

function portFailure(error, port, host) {
  switch (error.code) {
    case 'EADDRINUSE':
      return new PrepareError(
        `Cổng ${port} đang được một chương trình khác dùng (có thể ứng dụng đã chạy: http://localhost:${port}).`,
        `Tắt chương trình đó (tìm bằng: ss -ltnp | grep :${port}), hoặc chọn cổng khác: PORT=${Number(port) + 1} npm start`,
      )
    case 'EACCES':
      return new PrepareError(
        `Tài khoản này không được phép mở cổng ${port}.`,
        'Chọn cổng từ 1024 trở lên (PORT=3000) và đặt reverse proxy phía trước.',
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new PrepareError(
        `Máy này không có địa chỉ ${host} (biến HOST).`,
        'Bỏ biến HOST hoặc đặt HOST=0.0.0.0.',
      )
    default:
      return error
  }
}

/** Runs the launcher until it ends. Signals to this process are passed on; the exit code is the launcher's. */
function launch(node) {
  const isReadAlready = Boolean(process.loadEnvFile) || !existsSync(settingsFile)
  const flags = isReadAlready ? [] : [`--env-file=${settingsFile}`]
  const args = [...flags, 'app/server/launch.ts', ...process.argv.slice(2)]
  // The IPC channel tells the application when this process is gone, so that it never stays behind alone.
  const child = spawn(node, args, { cwd: projectFolder, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  launcher = child
  stopWithNpm(child)
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code, signal) => done(code ?? exitCodeOf(signal)))
  })
}

/** npm passes SIGTERM on, but when npm itself is killed the application must not stay behind and hold the port. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), PARENT_CHECK_MS)
  child.on('exit', () => clearInterval(watch))
}

/** As a shell reports a program that a signal ended. */
function exitCodeOf(signal) {
  return 128 + constants.signals[signal]
}
