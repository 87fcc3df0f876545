import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PrepareError } from './operator-console.mjs'

const HEARTBEAT_MS = 2_000
/** A holder that has not shown itself for this long is gone, whatever process has its number now. */
const STALE_AFTER_MS = 20_000
const POLL_MS = 250

/** Does the work while no other process on this checkout does; waits for its turn. */
export async function withLock(path, work) {
  await take(path)
  const heartbeat = setInterval(() => utimes(path, new Date(), new Date()).catch(() => {}), HEARTBEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    await rm(path, { force: true })
  }
}

async function take(path) {
  for (let hasSaidSo = false; ; await wait(POLL_MS)) {
    try {
      await mkdir(dirname(path), { recursive: true })
      return await writeFile(path, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw notWritable(dirname(path), error)
    }
    if (await isStale(path)) await rm(path, { force: true })
    else if (!hasSaidSo) {
      console.log('… Một tiến trình khác đang cài đặt hoặc biên dịch; chờ đến lượt')
      hasSaidSo = true
    }
  }
}

async function isStale(path) {
  try {
    const [holder, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)])
    return Date.now() - mtimeMs > STALE_AFTER_MS || (holder !== '' && !isAlive(Number(holder)))
  } catch {
    return false // released just now
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function notWritable(folder, cause) {
  if (cause.code === 'ENOSPC')
    return new PrepareError('Ổ đĩa đã đầy.', 'Giải phóng dung lượng rồi chạy lại.', { cause })
  return new PrepareError(
    `Không ghi được vào ${folder}: ${cause.message}`,
    'Chạy bằng tài khoản sở hữu thư mục mã nguồn, hoặc giao thư mục đó cho tài khoản này (chown -R).',
    { cause },
  )
}
