// npm run questions:coverage — brings questions/README.md and questions/schema/ in line with the files.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { jsonSchemas, withCoverage } from './coverage.ts'
import { BANK_SLUG, QUESTIONS_FOLDER, readBank } from './question-bank.ts'

const readmePath = `${QUESTIONS_FOLDER}README.md`
await writeFile(readmePath, withCoverage(await readFile(readmePath, 'utf8'), await readBank(BANK_SLUG)))

await mkdir(`${QUESTIONS_FOLDER}schema`, { recursive: true })
for (const [name, text] of Object.entries(jsonSchemas()))
  await writeFile(`${QUESTIONS_FOLDER}schema/${name}`, text)
