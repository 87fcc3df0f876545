import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ResultsFileSchema } from '#app/core/results/results-file.ts'
import type { ResultsFile } from '#app/core/results/results-file.ts'
import { db, pool } from '#app/db/client.server.ts'
import { loadRows } from '#app/services/boards/board-rows.server.ts'
import {
  exportResults,
  getPublishedResults,
  readBoardFile,
  readFullFile,
  storeOfficialResults,
} from '#app/services/results/published-results.server.ts'
import { checkReceipt } from '#app/services/attempts/receipts.server.ts'
import { makeResultsWorkbook } from '#app/services/results/results-workbook.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { seedGoldenResults } from '../factories/golden-results.ts'
import { later, refusalOf } from '../factories/refusals.ts'

const NOW = new Date()
let folder: string
let first: Round
let second: Round

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ket-qua-'))
  ;({ first, second } = await seedGoldenResults(NOW))
})

afterAll(() => rm(folder, { recursive: true }))

const LATER = later(NOW, 10_000)
const readJson = (gz: Uint8Array): ResultsFile =>
  ResultsFileSchema.parse(JSON.parse(gunzipSync(gz).toString()))

/** Runs the command as anybody would: in a process of its own, without a database. */
async function verify(file: unknown): Promise<{ code: number; report: VerifyReport; text: string }> {
  const path = join(folder, 'ket-qua.json')
  await writeFile(path, typeof file === 'string' ? file : JSON.stringify(file))

  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: 'postgresql://nowhere.invalid/none' }
    execFile(
      process.execPath,
      ['app/server/verify-results-command.ts', path, '--json'],
      { env, maxBuffer: 50_000_000 },
      (error, text) =>
        resolve({ code: Number(error?.code ?? 0), report: JSON.parse(text) as VerifyReport, text }),
    )
  })
}
type VerifyReport = {
  same: boolean
  unreadable?: string
  checked: Record<string, number>
  differences: {
    round: string | null
    list: string
    who: string
    field: string
    expected: unknown
    found: unknown
  }[]
}

test('an official result is stored once as files, and the list of the same moment is what the board shows', async () => {
  expect(await refusalOf(readFullFile(first.slug, LATER))).toBe('round_not_settled')
  const stored = await storeOfficialResults(LATER)
  expect(stored.sort()).toEqual([first.slug, second.slug].sort())
  expect(await storeOfficialResults(LATER)).toEqual([])

  const file = readJson((await readFullFile(second.slug, LATER)).fullFile)
  for (const [index, round] of [first, second].entries()) {
    const board = await loadRows(round.id, 0, 50)
    const found = file.rounds[index]?.standings.map(
      (row) => `${row.rank} ${row.scoreHundredths / 100} ${row.durationMs}`,
    )
    expect(found).toEqual(board.map((row) => `${row.rank} ${row.score} ${row.durationMs}`))
  }
  const overall = await loadRows(first.contestId, 0, 50)
  expect(file.contestStandings.map((row) => `${row.rank} ${row.scoreHundredths / 100}`)).toEqual(
    overall.map((row) => `${row.rank} ${row.score}`),
  )
  expect(file.rounds[0]).toMatchObject({
    exclusions: [{ kind: 'rule_breach', count: 1 }],
    facts: { people: 29, peopleAllRight: 9, attempts: 31, excluded: 1 },
    predictionTruth: 900_000,
    corrections: [],
  })
  expect(file.rounds[0]?.awards).toHaveLength(6)
})

test('the stored file is found to be the same by a program that has no database', async () => {
  const full = readJson((await readFullFile(second.slug, LATER)).fullFile)
  const { code, report } = await verify(full)

  expect(report).toMatchObject({
    same: true,
    checked: { rounds: 2, attempts: 42, awards: 9 },
    differences: [],
  })
  expect(code).toBe(0)
  const board = readJson(await readBoardFile(await requireRound(second.slug), LATER))
  expect(await verify(board)).toMatchObject({ code: 0, report: { same: true } })
})

test('a changed file is refused with the row that was changed, and what is no file in words', async () => {
  const file = readJson((await readFullFile(first.slug, LATER)).fullFile)
  const row = file.rounds[0]?.standings[4]
  if (!row) throw new Error('no row')
  row.durationMs -= 10
  const { code, report } = await verify(file)

  expect(code).toBe(1)
  expect(report.differences).toContainEqual(
    expect.objectContaining({
      round: first.slug,
      list: 'standings',
      who: row.participant,
      field: 'durationMs',
      expected: row.durationMs + 10,
      found: row.durationMs,
    }),
  )
  const broken = await verify({ ...file, takenAt: 'hôm qua' })
  expect(broken.code).toBe(2)
  expect(broken.report.unreadable).toContain('takenAt')
  expect((await verify('không phải JSON')).code).toBe(2)
})

test('the files tell no name, account, id, reason or excluded person; the public one no answer or key', async () => {
  const { text: full } = await exportResults(second.slug, 'full', LATER)
  const { text: board } = await exportResults(second.slug, 'board', LATER)
  for (const text of [full.toString(), board.toString()]) {
    expect(text).not.toMatch(/Nguyễn|mau-\d|"p\d\d"|bí mật/)
    expect(parseFile(text).rounds[0]?.standings).toHaveLength(29)
  }
  expect(board.toString()).not.toMatch(/"answers"|"paper"|"key"/)
})
const parseFile = (text: string): ResultsFile => ResultsFileSchema.parse(JSON.parse(text))

test('the public hash is that of the published list, and neither files nor rows can be changed afterwards', async () => {
  const published = await getPublishedResults(await requireRound(first.slug), LATER)
  const board = readJson(await readBoardFile(await requireRound(first.slug), LATER))

  expect(published?.sha256).toBe(board.rounds.find(({ slug }) => slug === first.slug)?.hashes.results)
  await expect(pool.query(`UPDATE result_snapshot SET results_sha256 = ''`)).rejects.toThrow('never change')
  await expect(pool.query('DELETE FROM published_row')).rejects.toThrow('never change')
})

test('a receipt says where its row stands in the published list', async () => {
  const codeOf = async (participantId: string, number: number) =>
    (await db.attempt.findFirstOrThrow({ where: { roundId: first.id, participantId, number } }))
      .receiptCode ?? ''
  const board = readJson(await readBoardFile(await requireRound(first.slug), LATER))
  const row = (await checkReceipt(await codeOf('p12', 2), LATER))?.published
  expect(row).toMatchObject({ state: 'listed', rank: 11 })
  const rows = board.rounds.find(({ slug }) => slug === first.slug)?.standings
  expect(
    rows?.find(({ participant }) => row?.state === 'listed' && participant === row.pseudonym),
  ).toMatchObject({
    rank: 11,
    scoreHundredths: 9_000,
    durationMs: 60_000,
  })
  expect((await checkReceipt(await codeOf('p12', 1), LATER))?.published).toEqual({ state: 'other_attempt' })
  expect((await checkReceipt(await codeOf('p10', 1), LATER))?.published).toEqual({ state: 'not_listed' })
})

test('the workbook has the numbers of the file, as numbers, by place and with full names', async () => {
  const file = readJson((await readFullFile(first.slug, LATER)).fullFile)
  const round = file.rounds.find(({ slug }) => slug === first.slug)
  const sheets = await readExcelFile(Buffer.from(await makeResultsWorkbook(first.slug, LATER)))
  const rowsOf = (name: string) => (sheets.find(({ sheet }) => sheet === name)?.data ?? []).slice(1)

  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Cá nhân', 'Lượt thi', 'Đơn vị', 'Đợt thi'])
  expect(rowsOf('Cá nhân').map((row) => [row[0], row[4], row[5], row[7], row[8], row[12]])).toEqual(
    round?.standings.map((row) => [
      row.rank,
      row.scoreHundredths / 100,
      row.durationMs / 1_000,
      row.attemptsUsed,
      row.attempt,
      row.participant,
    ]),
  )
  expect(rowsOf('Cá nhân')[0]?.slice(0, 4)).toEqual([1, 'Nguyễn Mẫu 1', 'mau-01', 'Đơn vị mẫu 1'])
  expect(rowsOf('Cá nhân').flatMap((row) => row[11] ?? [])).toHaveLength(6)
  const scores = Map.groupBy(round?.attempts ?? [], ({ participant }) => participant)
  expect(rowsOf('Lượt thi').map((row) => [row[2], row[6], row[11]])).toEqual(
    round?.standings.flatMap(({ participant }) =>
      (scores.get(participant) ?? []).map(({ number, score }) => [number, score, participant]),
    ),
  )
  expect(rowsOf('Đơn vị').map((row) => [row[0], row[1], row[3]])).toEqual(
    round?.unitStandings.map((row) => [row.rank, row.unit, row.people]),
  )
  expect(rowsOf('Đợt thi')[0]?.[9]).toBe(file.rounds[0]?.hashes.results)
})
