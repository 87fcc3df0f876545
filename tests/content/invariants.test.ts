import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FOLDERS = ['app', 'tests']
const TEST_FILE = /\.(?:test|spec)\.tsx?$/
/** Of the design: each has a test that would fail if it broke, and says so in its name. */
const INVARIANTS = Array.from({ length: 12 }, (_, index) => index + 1)

async function readTestNames(): Promise<string> {
  const files = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await readdir(folder, { recursive: true }))
        .filter((name) => TEST_FILE.test(name))
        .map((name) => join(folder, name)),
    ),
  )
  const texts = await Promise.all(files.flat().map((path) => readFile(path, 'utf8')))

  return texts.join('\n')
}

test('every invariant of the design has a test that names it', async () => {
  const names = await readTestNames()

  expect(INVARIANTS.filter((invariant) => !names.includes(`invariant ${invariant}: `))).toEqual([])
})
