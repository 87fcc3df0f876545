import { gunzipSync } from 'node:zlib'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ResultsFileSchema } from '#app/core/results/results-file.ts'
import type { ResultsFile } from '#app/core/results/results-file.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { PAPER_FILES } from '#app/http/paths.ts'
import * as paperFile from '#app/routes/organizer/closing/closing-paper-file.ts'
import { loader as boardPage } from '#app/routes/public/round-board.tsx'
import { readFullFile, storeOfficialResults } from '#app/services/results/published-results.server.ts'
import { makeResultsWorkbook } from '#app/services/results/results-workbook.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { inSlowThread } from '#app/services/slow-work.server.ts'
import { seedStaffSession } from '../factories/bank.ts'
import { seedGoldenResults } from '../factories/golden-results.ts'
import { readDocx, winnersIn } from '../factories/read-docx.ts'
import { later } from '../factories/refusals.ts'
import { argsOf } from '../factories/visits.ts'

const NOW = new Date()
const LATER = later(NOW, 10_000)
const LISTS = ['winners', 'minutes', 'proposal', 'decision', 'report'] as const
let rounds: Round[]
let auditor: string

beforeAll(async () => {
  const { first, second } = await seedGoldenResults(NOW)
  rounds = [first, second]
  auditor = await seedStaffSession('auditor')
  // As of a round of many attempts: in the thread for slow work.
  for (const { id: roundId, slug: roundSlug } of rounds)
    expect(await inSlowThread('store_result', { roundId, roundSlug, now: LATER })).toBe(true)
  expect(await storeOfficialResults(LATER)).toEqual([])
})

afterAll(disconnectDatabase)

async function fileOf({ slug }: Round): Promise<ResultsFile['rounds'][number]> {
  const { fullFile } = await readFullFile(slug, LATER)
  const file = ResultsFileSchema.parse(JSON.parse(gunzipSync(fullFile).toString()))
  const round = file.rounds.find((each) => each.slug === slug)
  if (!round) throw new Error('the file is without its round')

  return round
}

async function paperOf({ slug }: Round, kind: (typeof LISTS)[number]): Promise<string> {
  const params = { slug, file: `${PAPER_FILES[kind]}.docx` }
  const response = await paperFile.loader(argsOf('/to-chuc', { cookie: auditor, params }))

  return readDocx(new Uint8Array(await response.arrayBuffer())).text
}

async function sheetsOf({ slug }: Round): Promise<(name: string) => (string | number | null)[][]> {
  const sheets = await readExcelFile(Buffer.from(await makeResultsWorkbook(slug, LATER)))

  return (name) =>
    (sheets.find(({ sheet }) => sheet === name)?.data ?? []).slice(1) as (string | number | null)[][]
}

async function boardOf({ slug }: Round) {
  const { page } = await boardPage(argsOf(`/dot-thi/${slug}/bang-xep-hang`, { params: { slug }, now: LATER }))

  return page
}

test('every row of the public board is in the workbook and in the file with the same figures', async () => {
  for (const round of rounds) {
    const [file, sheets, board] = await Promise.all([fileOf(round), sheetsOf(round), boardOf(round)])
    const inFile = file.standings.map((row) => [row.rank, row.scoreHundredths / 100, row.durationMs])
    const inSheet = sheets('Cá nhân').map((row) => [row[0], row[4], Math.round(Number(row[5]) * 1_000)])
    const onBoard = board.rows.map((row) => [row.rank, row.score, row.durationMs])

    expect(inFile.length).toBeGreaterThan(5)
    expect(inSheet).toEqual(inFile)
    expect(onBoard).toEqual(inFile)
  }
})

test('every paper that lists the winners has the names, ranks, points, times and prizes of the workbook and the file', async () => {
  for (const round of rounds) {
    const [file, sheets] = await Promise.all([fileOf(round), sheetsOf(round)])
    const prizes = new Map((file.awards ?? []).map((award) => [award.participant, award]))
    const inSheet = sheets('Cá nhân')
      .filter((row) => row[11] !== null)
      .map((row) => [row[1], row[0], row[4], Math.round(Number(row[5]) * 1_000), row[11], row[12]])
    expect(inSheet.map((row) => [row[5], row[1], row[4]])).toEqual(
      file.standings.flatMap(({ participant, rank }) => {
        const award = prizes.get(participant)

        return award ? [[participant, rank, file.prizes[award.prizeIndex]?.title]] : []
      }),
    )
    expect(inSheet).toHaveLength(prizes.size)

    for (const kind of LISTS) {
      const cells = round.predictionKind === null ? 6 : 7
      const inPaper = winnersIn(await paperOf(round, kind), prizes.size, cells).map(
        ([name, , rank, points, time, ...rest]) => [
          name,
          Number(rank),
          Number(points?.replace(',', '.')),
          msOf(time ?? ''),
          `Giải ${rest.at(-1)}`,
        ],
      )
      expect(inPaper.toSorted(byName), kind).toEqual(inSheet.map((row) => row.slice(0, 5)).toSorted(byName))
    }
  }
})

test('people, attempts, people with every answer right and the truth are the same wherever they are told', async () => {
  for (const round of rounds) {
    const [file, sheets, board] = await Promise.all([fileOf(round), sheetsOf(round), boardOf(round)])
    const { people, attempts, peopleAllRight, excluded } = file.facts
    const row = sheets('Đợt thi').find((cells) => cells[9] === file.hashes.results)

    expect(row?.slice(4, 8)).toEqual([people, attempts, peopleAllRight, excluded])
    expect(row?.[8] ?? null).toBe(file.predictionTruth === null ? null : file.predictionTruth / 100_000)
    expect([board.people, board.attempts]).toEqual([people, attempts])
    expect([sheets('Cá nhân').length, sheets('Lượt thi').length]).toEqual([people, attempts])
    expect(await db.standing.count({ where: { boardId: round.id } })).toBe(people)
    expect(await paperOf(round, 'report')).toContain(
      `có ${people} người dự thi với ${attempts} lượt thi được tính.`,
    )
  }
})

function byName([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1
}

/** "1:40,004" as the papers write a time. */
function msOf(text: string): number {
  const [minutes, seconds] = text.split(':')

  return Number(minutes) * 60_000 + Math.round(Number(seconds?.replace(',', '.')) * 1_000)
}
