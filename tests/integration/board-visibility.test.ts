import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import {
  getBoardPage,
  getLiveBoardPage,
  getOwnRow,
  listUnitRows,
} from '#app/services/boards/boards.server.ts'
import { checkReceipt } from '#app/services/attempts/receipts.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { listUnitStandings } from '#app/services/boards/unit-standings.server.ts'
import { seedRound } from '../factories/contests.ts'
import { seedParticipant, seedUnit } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
import { later } from '../factories/refusals.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const boardOf = (boardId: string, now: Date, search = '') =>
  getBoardPage({ boardId, page: 1, search, unitId: null, now })

test('while a count can still be guessed, the public sees leading rows and old numbers, organizers everything', async () => {
  const now = new Date()
  const round = await seedRound({
    opensAt: later(now, -3 * DAY_MS),
    predictionKind: 'people_all_right',
    predictionPrompt: 'Bao nhiêu người?',
  })
  const { id: unitId } = await seedUnit()
  const people = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      seedParticipant({
        unitId,
        fullName: `Nguyễn Mẫu ${String.fromCharCode(65 + index)}`,
        consents: { processing: true, namePublication: true },
      }),
    ),
  )
  for (const [index, { id }] of people.entries()) {
    // The first four took part two days ago, the others within the last day.
    const startedAt = later(now, index < 4 ? -2 * DAY_MS : -2 * HOUR_MS)
    await playAttempt(round, { participantId: id, right: 5, durationMs: (index + 1) * 1_000, startedAt })
  }
  const last = people.at(-1)?.id ?? ''
  const page = await boardOf(round.id, now)

  expect(page).toMatchObject({ people: 4, attempts: 4, pageCount: 1, visibility: { kind: 'leaders' } })
  expect(page.rows).toHaveLength(10)
  expect((await boardOf(round.id, now, 'mau l')).rows).toEqual([])
  expect(await getOwnRow(round.id, last, now)).toMatchObject({ rank: null, page: null, score: 5 })
  expect(await getOwnRow(round.id, people[0]?.id ?? '', now)).toMatchObject({ rank: 1 })
  expect((await listUnitRows(round.id, now)).find((unit) => unit.unitId === unitId)?.people).toBe(4)
  expect(await boardOf(round.contestId, now)).toMatchObject({ people: 4, visibility: { kind: 'leaders' } })
  expect(await getLiveBoardPage(round.id, 1)).toMatchObject({ people: 12, attempts: 12 })

  await db.round.update({ where: { id: round.id }, data: { countersDelayMs: 0 } })
  const after = later(now, MINUTE_MS)
  await expect
    .poll(async () => (await boardOf(round.id, after)).visibility.kind, { timeout: 3_000 })
    .toBe('whole')
  expect(await boardOf(round.id, after)).toMatchObject({ people: 12 })
})

test('a frozen board hides every place, the reader’s own too, from the freeze until the result', async () => {
  const now = new Date()
  const round = await seedRound({
    opensAt: later(now, -2 * DAY_MS),
    closesAt: later(now, -HOUR_MS),
    freezeBeforeMs: DAY_MS,
  })
  const frozenAt = later(now, -HOUR_MS - DAY_MS)
  const { id } = await seedParticipant()
  const attemptId = await playAttempt(round, { participantId: id, right: 4 })
  const { receiptCode } = await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })
  const during = later(now, -2 * HOUR_MS)

  expect(await boardOf(round.id, later(frozenAt, -1))).toMatchObject({ visibility: { kind: 'whole' } })
  for (const boardId of [round.id, round.contestId]) {
    const page = await boardOf(boardId, during)

    expect(page).toMatchObject({ rows: [], people: 1, visibility: { kind: 'frozen', since: frozenAt } })
    expect(await getOwnRow(boardId, id, during)).toMatchObject({ rank: null, page: null, score: 4 })
  }
  expect(await checkReceipt(receiptCode ?? '', during)).toMatchObject({ rank: null, score: { points: 4 } })
  expect((await boardOf(round.id, now)).visibility.kind).toBe('frozen')

  await settleRounds(now)
  await expect
    .poll(async () => (await boardOf(round.id, now)).visibility.kind, { timeout: 3_000 })
    .toBe('whole')
  expect(await getOwnRow(round.id, id, now)).toMatchObject({ rank: 1 })
})

test('places of units that come from results are hidden with the board, those from participation are not', async () => {
  const now = new Date()
  const round = await seedRound({ opensAt: later(now, -2 * DAY_MS), freezeBeforeMs: 3 * DAY_MS })
  const { id: unitId } = await seedUnit({ headCount: 4 })
  const { id } = await seedParticipant({ unitId })
  await playAttempt(round, { participantId: id, right: 5 })
  const standingOf = async () => {
    const { rows, isHidden } = await listUnitStandings(round.id, round.contestId, now)

    return { isHidden, rank: rows.find((row) => row.unitId === unitId)?.rank ?? null }
  }
  const setFormula = (formula: object) =>
    db.contest.update({
      where: { id: round.contestId },
      data: { unitRanking: { version: 1, formula, sizeClassLimits: [] } },
    })

  await setFormula({ by: 'mean_of_best', count: 2 })
  expect(await standingOf()).toEqual({ isHidden: true, rank: null })
  // Another board of the same contest: the first one is remembered for some seconds.
  const { rows, isHidden } = await listUnitStandings(round.contestId, (await seedRound()).contestId, now)
  expect({ isHidden, rank: rows.find((row) => row.unitId === unitId)?.rank }).toEqual({
    isHidden: false,
    rank: 1,
  })
})
