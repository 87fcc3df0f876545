/**
 * `npm run questions -- load`: brings the stored bank in line with the files of questions/, on the database of
 * DATABASE_URL or else the embedded one of this checkout.
 */
import { fileURLToPath } from 'node:url'
import { startDatabaseOfCheckout } from '../db/checkout-database.mjs'

const BANK_FOLDER = fileURLToPath(new URL('../../questions/law-06-2022', import.meta.url))

const [command] = process.argv.slice(2)
if (command !== 'load') {
  console.error('Cách dùng: npm run questions -- load')
  process.exit(2)
}
const embedded = process.env.DATABASE_URL ? null : await startDatabaseOfCheckout()
if (embedded) process.env.DATABASE_URL = embedded.databaseUrl
try {
  await load()
} finally {
  await (embedded?.startedHere ? embedded.stop() : embedded?.release())
}

async function load(): Promise<void> {
  // Imported late: the services read DATABASE_URL when they are loaded.
  const { disconnectDatabase } = await import('../db/client.server.ts')
  const { loadBank, readBankFolder } = await import('../services/question-bank.server.ts')
  const summary = await loadBank(await readBankFolder(BANK_FOLDER), new Date())
  console.log(
    `Không đổi ${summary.unchanged} · thêm mới ${summary.added} · phiên bản mới ${summary.changed} · ngừng dùng ${summary.retired} · dùng lại ${summary.restored}`,
  )
  await disconnectDatabase()
}
