import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, chown, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { OperatorError } from '#app/config/operator-error.ts'
import { findBinaries, SYSTEM_FOLDER, USE_A_SERVER } from './postgres-binaries.ts'
import type { PostgresAccount } from './postgres-binaries.ts'

const run = promisify(execFile)

const ACCOUNT_NAME = 'postgres'

export interface PostgresHome {
  /** Holds `cluster` (PGDATA) and `log`. */
  folder: string
  /** Folder of initdb, pg_ctl and postgres. */
  binFolder: string
  account: PostgresAccount
}

/** Written in the data folder when the data live elsewhere. */
interface LocationNote {
  folder: string
  /** The data folder the note was written for: tells a moved checkout from a copied one. */
  dataFolder: string
}

type Log = (line: string) => void

/**
 * Finds or makes the place of a data folder's cluster, the account that owns it and binaries this account can run.
 * PostgreSQL refuses to run as root, so root runs it as the cluster's owner or as `postgres`.
 * @throws OperatorError when there is no such account or the folder can't be used.
 */
export async function preparePostgresHome(dataFolder: string, log: Log): Promise<PostgresHome> {
  const wanted = await resolveLinks(resolve(dataFolder))
  const folder = (await readLocation(wanted)) ?? wanted
  if (process.getuid?.() !== 0) return prepareOwnHome(folder)

  const account = await findAccount(folder)
  const binFolder = await findBinaries(account, log)
  await makeFolder(wanted, account)
  if (canUse(folder, account)) return { folder, binFolder, account }
  if (await exists(join(folder, 'cluster'))) throw unreachable(folder)

  const moved = join(SYSTEM_FOLDER, createHash('sha256').update(wanted).digest('hex').slice(0, 12))
  await makeFolder(moved, account)
  if (!canUse(moved, account)) throw unreachable(moved)
  await writeLocation({ folder: moved, dataFolder: wanted })
  log(`Tài khoản ${ACCOUNT_NAME} không vào được ${wanted}: dữ liệu PostgreSQL nằm ở ${moved}`)
  return { folder: moved, binFolder, account }
}

/** Where the cluster of a data folder lives now, or null when it never moved. */
async function readLocation(dataFolder: string): Promise<string | null> {
  const note = await readNote(dataFolder)
  if (!note) return null
  if (note.dataFolder === dataFolder) return note.folder
  // The checkout was copied (the original still claims the data) or moved (nobody else does).
  const original = await readNote(note.dataFolder)
  if (original?.folder === note.folder) return null
  await writeLocation({ ...note, dataFolder })
  return note.folder
}

async function readNote(dataFolder: string): Promise<LocationNote | null> {
  try {
    return JSON.parse(await readFile(join(dataFolder, 'location.json'), 'utf8')) as LocationNote
  } catch {
    return null
  }
}

async function writeLocation(note: LocationNote): Promise<void> {
  const text = `${JSON.stringify(note, null, 2)}\n`
  await writeFile(join(note.dataFolder, 'location.json'), text)
  await writeFile(join(note.folder, 'origin.json'), text)
}

async function prepareOwnHome(folder: string): Promise<PostgresHome> {
  const owner = (await ownerOf(join(folder, 'cluster'))) ?? (await ownerOf(folder))
  if (owner && owner.uid !== process.getuid?.()) {
    throw new OperatorError(
      `Dữ liệu PostgreSQL ở ${folder} thuộc một tài khoản khác (uid ${owner.uid}), thường vì lần trước chạy bằng root.`,
      `Chạy lại bằng tài khoản đó hoặc bằng root; hoặc giao dữ liệu: chown -R ${process.getuid?.()} ${folder}`,
    )
  }
  await makeFolder(folder, null)
  return { folder, binFolder: await findBinaries(null, () => {}), account: null }
}

async function makeFolder(folder: string, account: PostgresAccount): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    if (account) await chown(folder, account.uid, account.gid)
    await chmod(folder, 0o700)
  } catch (error) {
    throw new OperatorError(
      `Không tạo hoặc không ghi được thư mục dữ liệu ${folder}: ${(error as Error).message}`,
      'Cấp quyền ghi cho tài khoản chạy ứng dụng, hoặc đặt DATA_DIR tới một thư mục ghi được.',
      { cause: error },
    )
  }
}

function unreachable(folder: string): OperatorError {
  return new OperatorError(
    `Tài khoản ${ACCOUNT_NAME} không vào được thư mục dữ liệu ${folder}.`,
    'Mở quyền "x" cho các thư mục cha (chmod o+x), hoặc chạy ứng dụng bằng tài khoản thường, ' +
      `hoặc ${USE_A_SERVER}.`,
  )
}

/** Tried by doing it: permissions of parents, mounts and security modules all count. */
function canUse(folder: string, account: PostgresAccount): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$0" && test -w .', folder], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  })
  return probe.status === 0
}

async function findAccount(folder: string): Promise<PostgresAccount> {
  const owner = await ownerOf(join(folder, 'cluster'))
  if (owner && owner.uid !== 0) return owner
  return (await lookUpAccount()) ?? (await createAccount())
}

async function lookUpAccount(): Promise<PostgresAccount> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', ACCOUNT_NAME]), run('id', ['-g', ACCOUNT_NAME])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

async function createAccount(): Promise<PostgresAccount> {
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/bin/false',
      ACCOUNT_NAME,
    ])
  } catch (error) {
    throw new OperatorError(
      `PostgreSQL không chạy bằng quyền root, và không tạo được tài khoản ${ACCOUNT_NAME}: ${(error as Error).message.trim()}`,
      `Tạo tài khoản hệ thống ${ACCOUNT_NAME} (useradd --system ${ACCOUNT_NAME}), hoặc chạy ứng dụng bằng tài khoản ` +
        `thường, hoặc ${USE_A_SERVER}.`,
      { cause: error },
    )
  }
  return lookUpAccount()
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | null> {
  const found = await stat(path).catch(() => null)
  return found && { uid: found.uid, gid: found.gid }
}

/** One name for one folder, however it was reached: running servers are recognised by it. */
async function resolveLinks(path: string): Promise<string> {
  return realpath(path).catch(async () => {
    const parent = dirname(path)
    return parent === path ? path : join(await resolveLinks(parent), basename(path))
  })
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}
