import { randomBytes } from 'node:crypto'
import { chown, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '#app/config/operator-error.ts'
import { describeFailure, isAlive, runProgram } from './postgres-programs.ts'
import type { PostgresHome } from './postgres-home.ts'

/** Role that owns everything in the embedded cluster. */
export const EMBEDDED_ROLE = 'hoithi'

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
  const result = await runProgram(home, 'initdb', ['-D', cluster, ...locale, ...login, ...tuning])
  if (result.code !== 0) throw describeFailure(result.output)
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
