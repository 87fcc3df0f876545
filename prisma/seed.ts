import { fileURLToPath } from 'node:url'
import { disconnectDatabase } from '../app/db/client.server.ts'
import { createSampleContest } from '../app/services/sample/sample-contest.server.ts'

const bankFolder = fileURLToPath(new URL('../questions/law-06-2022', import.meta.url))

await createSampleContest(bankFolder, new Date())
await disconnectDatabase()
