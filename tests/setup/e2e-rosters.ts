import { randomInt } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { TestInfo } from '@playwright/test'

/** Imported late: the services read DATABASE_URL when they are loaded. */
async function loadParts() {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const [workbooks, people, requests] = await Promise.all([
    import('../factories/workbooks.ts'),
    import('../factories/people.ts'),
    import('#app/services/people/profile-requests.server.ts'),
  ])

  return { ...workbooks, ...people, ...requests }
}

/** A name nothing else in the run bears, without digits. */
export function uniqueWords(start: string): string {
  const letters = Array.from({ length: 8 }, () => String.fromCharCode(97 + randomInt(26))).join('')

  return `${start} ${letters[0]?.toUpperCase()}${letters.slice(1)}`
}

export function newPhone(): string {
  return `09${randomInt(10_000_000, 100_000_000)}`
}

/** A workbook on the disk, to be picked in the browser. @returns its path */
export async function writeRows(
  info: TestInfo,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<string> {
  const { makeWorkbook } = await loadParts()
  const path = info.outputPath(`tep-${randomInt(2 ** 30)}.xlsx`)
  await writeFile(path, (await makeWorkbook(rows)).bytes)

  return path
}

/** A unit of its own. */
export async function seedOwnUnit(name: string): Promise<{ id: string; name: string }> {
  return (await loadParts()).seedUnit({ name })
}

/** A participant in a unit, who sent a request when there is a message. */
export async function seedOwnParticipant(
  overrides: { fullName: string; unitId: string },
  message: string | null = null,
): Promise<{ id: string; loginName: string; password: string }> {
  const { seedParticipant, sendProfileRequest } = await loadParts()
  const person = await seedParticipant(overrides)
  if (message !== null) await sendProfileRequest(person.id, message, new Date())

  return person
}
