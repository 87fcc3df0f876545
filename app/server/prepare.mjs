/**
 * Brings a checkout to the point where the application (or its tests) can run: packages installed, Prisma client
 * generated, application built. Runs on the machine's own Node before anything is installed, so it imports nothing but
 * Node. What is up to date is left alone, which makes a second start fast.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages, isInstalled } from './install.mjs'
import { PrepareError, step } from './operator-console.mjs'
import { withLock } from './prepare-lock.mjs'
import { errorLines, runQuietly } from './run-quietly.mjs'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

const OLDEST_NODE = 18
/** node_modules takes about 0.9 GB; the build and a young database fit in the rest. */
const INSTALL_NEEDS_BYTES = 1.5e9
const RUN_NEEDS_BYTES = 0.2e9

/** What the build is made of. Tests and the generated client (made from the schema) don't count. */
const BUILD_SOURCES = [
  'app',
  'public',
  'prisma/schema.prisma',
  'vite',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const NOT_BUILT = /\.test\.tsx?$|^app\/db\/generated\//

/**
 * @param {{ packages: 'needed to run' | 'all', isBuilt: boolean }} wanted `isBuilt` false: all but the build
 * @returns {Promise<string>} path of the Node that runs the application
 * @throws {PrepareError}
 */
export async function prepare(wanted) {
  checkNodeVersion()
  const plan = await makePlan(wanted)
  await checkDiskSpace(plan.install ? INSTALL_NEEDS_BYTES : RUN_NEEDS_BYTES)
  if (plan.install || plan.generate || plan.build) {
    // Another start may have done the work while this one waited, so the plan is made again inside.
    await withLock(join(projectFolder, '.data', 'prepare.lock'), async () => carryOut(await makePlan(wanted)))
  }
  return applicationNode()
}

/** The Node of the npm package `node`; the machine's own is only good enough to install it. */
function applicationNode() {
  return realpathSync(join(projectFolder, 'node_modules', '.bin', 'node'))
}

function checkNodeVersion() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= OLDEST_NODE) return
  throw new PrepareError(
    `Node.js ${process.versions.node} quá cũ: cần từ ${OLDEST_NODE} trở lên để cài đặt.`,
    'Cài Node.js mới hơn (https://nodejs.org); ứng dụng sẽ tự dùng Node.js 24 của riêng nó.',
  )
}

async function checkDiskSpace(neededBytes) {
  if (!fs.statfs) return // before Node 18.15
  const { bavail, bsize } = await fs.statfs(projectFolder)
  if (bavail * bsize >= neededBytes) return
  const [free, needed] = [bavail * bsize, neededBytes].map((bytes) => `${Math.round(bytes / 1e6)} MB`)
  throw new PrepareError(
    `Ổ đĩa chứa ${projectFolder} chỉ còn ${free}, cần ít nhất ${needed}.`,
    'Giải phóng dung lượng rồi chạy lại.',
  )
}

async function makePlan({ packages, isBuilt }) {
  const includeDev = packages === 'all'
  const install = !isInstalled(projectFolder, includeDev)
  const [schemaHash, buildHash] = await Promise.all([
    hashOf(['prisma/schema.prisma', 'package-lock.json']),
    hashOf(BUILD_SOURCES),
  ])
  return {
    install,
    includeDev,
    schemaHash,
    buildHash,
    generate: install || readNote(SCHEMA_NOTE) !== schemaHash,
    build: isBuilt && readNote(BUILD_NOTE) !== buildHash,
  }
}

const SCHEMA_NOTE = 'app/db/generated/.source-hash'
const BUILD_NOTE = 'build/.source-hash'

async function carryOut(plan) {
  if (plan.install) await step('Cài thư viện (npm ci)', () => installPackages(projectFolder, plan.includeDev))
  if (plan.generate)
    await step('Tạo mã truy cập cơ sở dữ liệu (prisma generate)', () => generateClient(plan.schemaHash))
  if (plan.build) await step('Biên dịch ứng dụng (npm run build)', () => build(plan.buildHash))
}

async function generateClient(hash) {
  const result = await runQuietly(applicationNode(), ['app/db/prisma-cli.mjs', 'generate'], {
    cwd: projectFolder,
  })
  if (result.code !== 0) throw failure('prisma generate', result.output)
  await writeNote(SCHEMA_NOTE, hash)
}

async function build(hash) {
  await rm(join(projectFolder, BUILD_NOTE), { force: true }) // a build cut short must not pass for a finished one
  const env = { ...process.env, NODE_ENV: 'production' }
  const result = await runQuietly('npm', ['run', '--silent', 'build'], { cwd: projectFolder, env })
  if (result.code !== 0 || !existsSync(join(projectFolder, 'build/server/index.js')))
    throw failure('npm run build', result.output)
  await writeNote(BUILD_NOTE, hash)
}

function failure(command, output) {
  if (/ENOSPC|no space left/i.test(output))
    return new PrepareError('Ổ đĩa đã đầy.', 'Giải phóng dung lượng rồi chạy lại.')
  return new PrepareError(
    `Lệnh ${command} không thành công:\n${errorLines(output, 20)}`,
    'Nếu mã nguồn vừa được sửa, xem lại chỗ sửa; nếu không, xóa các thư mục node_modules và build rồi chạy lại.',
  )
}

function readNote(path) {
  try {
    return readFileSync(join(projectFolder, path), 'utf8')
  } catch {
    return null
  }
}

async function writeNote(path, hash) {
  await writeFile(join(projectFolder, path), hash)
}

/** One hash over the names and contents of files and of everything below folders. */
async function hashOf(paths) {
  const files = (await Promise.all(paths.map(listFiles))).flat()
  const contents = await Promise.all(files.map((file) => readFile(join(projectFolder, file))))
  const hash = createHash('sha256')
  for (const [index, file] of files.entries())
    hash.update(`${file}\0${contents[index].length}\0`).update(contents[index])
  return hash.digest('hex')
}

async function listFiles(path) {
  const entries = await readdir(join(projectFolder, path), { withFileTypes: true }).catch(
    (error) => error.code,
  )
  if (entries === 'ENOTDIR') return [path]
  if (entries === 'ENOENT') return []
  if (!Array.isArray(entries)) throw new Error(`cannot read ${path}: ${entries}`)
  const lists = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)],
    ),
  )
  return lists
    .flat()
    .sort()
    .filter((file) => !NOT_BUILT.test(file))
}
