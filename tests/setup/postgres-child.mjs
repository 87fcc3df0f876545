// Runs an embedded PostgreSQL in the folder given as argument until standard input closes, then throws it away.
// A process of its own: it tidies up even when the test runner is killed, and needs Node's own module loader.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../app/db/embedded-postgres.ts'

const folder = process.argv[2]
const dataFolder = join(folder, 'postgres')

// Ctrl+C reaches the whole group: the runner ends and closes our standard input.
process.on('SIGINT', () => undefined)

const embedded = await startEmbeddedPostgres({ dataFolder, durability: 'none' })
console.log(embedded.databaseUrl)

process.stdin.resume()
process.stdin.on('end', async () => {
  await embedded.stop()
  await removeEmbeddedPostgres(dataFolder)
  await rm(folder, { recursive: true, force: true })
})
