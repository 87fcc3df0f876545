import { expect, test } from 'vitest'
import { db, pool } from '#app/db/client.server.ts'
import { getBoardPage, getOwnRow } from '#app/services/boards/boards.server.ts'
import { setNamePublication } from '#app/services/people/consents.server.ts'
import { factsOf, settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { rebuildBoard } from '#app/services/boards/standings.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { seedRound } from '../factories/contests.ts'
import { seedParticipant } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

function readBoard(boardId: string, search = '') {
  return getBoardPage({ boardId, page: 1, search, unitId: null, now: new Date() })
}

async function storedRows(boardId: string) {
  const { rows } = await pool.query('SELECT * FROM standing WHERE board_id = $1 ORDER BY participant_id', [
    boardId,
  ])

  return rows as unknown[]
}

test('the board ranks by score, then time, then the moment; equal on all is an equal rank and the next one skips', async () => {
  const round = await seedRound()
  const people = await Promise.all(
    Array.from({ length: 5 }, () =>
      seedParticipant({ consents: { processing: true, namePublication: true } }),
    ),
  )
  const [first, second, equal, slower, worse] = people.map((person) => person.id) as [
    string,
    string,
    string,
    string,
    string,
  ]
  await playAttempt(round, { participantId: first, right: 5, durationMs: 30 * SECOND_MS })
  await playAttempt(round, { participantId: second, right: 5, durationMs: 40 * SECOND_MS })
  await playAttempt(round, { participantId: equal, right: 5, durationMs: 40 * SECOND_MS })
  await playAttempt(round, { participantId: slower, right: 5, durationMs: 50 * SECOND_MS })
  await playAttempt(round, { participantId: worse, right: 2, durationMs: 1 * SECOND_MS })
  const board = await readBoard(round.id)
  const rankOf = (id: string) => board.rows.find((row) => row.participantId === id)?.rank

  expect([first, second, equal, slower, worse].map(rankOf)).toEqual([1, 2, 2, 4, 5])
  expect(board).toMatchObject({ people: 5, attempts: 5, matchCount: 5, pageCount: 1 })
})

test('only the best attempt of a person stands on the board', async () => {
  const round = await seedRound()
  const { id } = await seedParticipant()
  const at = (minutes: number) => new Date(round.opensAt.getTime() + minutes * MINUTE_MS)
  await playAttempt(round, { participantId: id, right: 3, startedAt: at(1) })
  const best = await playAttempt(round, { participantId: id, right: 4, startedAt: at(15) })
  await playAttempt(round, { participantId: id, right: 1, startedAt: at(30) })
  const rows = await db.standing.findMany({ where: { boardId: round.id } })

  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ attemptId: best, score: 4, attemptsUsed: 3 })
})

test('the overall board adds up the best attempts of the rounds', async () => {
  const first = await seedRound()
  const second = await seedRound({ contestId: first.contestId })
  const { id } = await seedParticipant()
  await playAttempt(first, { participantId: id, right: 3 })
  await playAttempt(second, { participantId: id, right: 5 })

  expect(await getOwnRow(first.contestId, id, new Date())).toMatchObject({
    rank: 1,
    score: 8,
    durationMs: 2 * MINUTE_MS,
    attemptsUsed: 2,
  })
})

test('practice never reaches a board', async () => {
  const practice = await seedRound({ kind: 'practice', attemptsAllowed: null })
  const { id } = await seedParticipant()
  await playAttempt(practice, { participantId: id, right: 5 })

  expect(await db.standing.count({ where: { participantId: id } })).toBe(0)
})

test('invariant 7: standings are derived data: a rebuild from the attempts gives the same rows', async () => {
  const round = await seedRound()
  const people = await Promise.all(Array.from({ length: 8 }, () => seedParticipant()))
  for (const [index, { id }] of people.entries()) {
    await playAttempt(round, { participantId: id, right: index % 6, durationMs: (index + 1) * SECOND_MS })
    if (index % 3 === 0) {
      const startedAt = new Date(round.opensAt.getTime() + 20 * MINUTE_MS)
      await playAttempt(round, { participantId: id, right: (index + 2) % 6, startedAt })
    }
  }
  const [boardBefore, overallBefore] = [await storedRows(round.id), await storedRows(round.contestId)]
  await rebuildBoard(round)

  expect(boardBefore).toHaveLength(8)
  expect(await storedRows(round.id)).toEqual(boardBefore)
  expect(await storedRows(round.contestId)).toEqual(overallBefore)
})

test('the prediction joins when the round is settled: the truth is computed once and breaks the tie', async () => {
  const now = new Date()
  const round = await seedRound({
    predictionKind: 'people_all_right',
    predictionPrompt: 'Bao nhiêu người đúng hết?',
    opensAt: new Date(now.getTime() - 60 * MINUTE_MS),
    closesAt: new Date(now.getTime() - 30 * MINUTE_MS),
  })
  const [far, near, wrong] = await Promise.all([seedParticipant(), seedParticipant(), seedParticipant()])
  await playAttempt(round, { participantId: far.id, right: 5, durationMs: 10 * SECOND_MS, prediction: '9' })
  await playAttempt(round, { participantId: near.id, right: 5, durationMs: 90 * SECOND_MS, prediction: '3' })
  await playAttempt(round, { participantId: wrong.id, right: 4, prediction: '2' })

  expect(await getOwnRow(round.id, far.id, new Date())).toMatchObject({ rank: 1, predictionDistance: null })
  expect(await factsOf(round.id)).toEqual({ people: 3, peopleAllRight: 2, attempts: 3, excluded: 0 })
  expect(await settleRounds(now)).toContain(round.slug)
  expect(await settleRounds(now)).not.toContain(round.slug)
  expect(await db.round.findUnique({ where: { id: round.id } })).toMatchObject({ predictionTruth: 200_000n })
  expect(await getOwnRow(round.id, near.id, new Date())).toMatchObject({
    rank: 1,
    predictionDistance: 100_000n,
  })
  expect(await getOwnRow(round.id, far.id, new Date())).toMatchObject({
    rank: 2,
    predictionDistance: 700_000n,
  })
})

test('a round is not settled while somebody is still taking a paper', async () => {
  const now = new Date()
  const round = await seedRound({ closesAt: new Date(now.getTime() - MINUTE_MS) })
  const { id } = await seedParticipant()
  await startAttempt({
    roundSlug: round.slug,
    participantId: id,
    now: new Date(now.getTime() - 2 * MINUTE_MS),
  })

  expect(await settleRounds(now)).not.toContain(round.slug)
})

test('invariant 11: a name is public only with consent: initials otherwise, in the search too', async () => {
  const round = await seedRound()
  const hidden = await seedParticipant({ fullName: 'Đặng Mẫu Quỳnh' })
  const shown = await seedParticipant({
    fullName: 'Đỗ Mẫu Hương',
    consents: { processing: true, namePublication: true },
  })
  await playAttempt(round, { participantId: hidden.id, right: 5 })
  await playAttempt(round, { participantId: shown.id, right: 4 })

  expect((await readBoard(round.id)).rows.map((row) => row.displayName)).toEqual(['Đ. M. Q.', 'Đỗ Mẫu Hương'])
  expect((await readBoard(round.id, 'quynh')).rows).toEqual([])
  expect((await readBoard(round.id, 'ĐO mau')).rows.map((row) => row.rank)).toEqual([2])
})

test('withdrawing the consent takes the name off the board, giving it puts it there', async () => {
  const round = await seedRound()
  const { id } = await seedParticipant({ fullName: 'Lý Mẫu Yến' })
  await playAttempt(round, { participantId: id, right: 5 })
  await setNamePublication({ userId: id, isGiven: true, noticeVersion: '1', now: new Date() })

  expect((await getOwnRow(round.id, id, new Date()))?.displayName).toBe('Lý Mẫu Yến')
  await setNamePublication({ userId: id, isGiven: false, noticeVersion: '1', now: new Date() })
  expect((await getOwnRow(round.id, id, new Date()))?.displayName).toBe('L. M. Y.')
  expect(await db.consent.count({ where: { userId: id, kind: 'name_publication' } })).toBe(3)
})

test('pages of a board with many equal rows carry on with the right ranks', async () => {
  const round = await seedRound()
  await pool.query(
    `INSERT INTO user_account (id, role, login_name, full_name, created_at)
     SELECT 'trang-' || n, 'participant', 'trang-' || n, 'Nguyễn Mẫu', now() FROM generate_series(1, 120) n`,
  )
  await pool.query(
    `INSERT INTO standing (board_id, participant_id, sort_key, display_name, search_name, score, duration_ms, ended_at, attempts_used)
     SELECT $1, 'trang-' || n, CASE WHEN n <= 30 THEN 'a' WHEN n <= 110 THEN 'b' ELSE 'c' END, 'Mẫu', 'mau', 1, 1, now(), 1
     FROM generate_series(1, 120) n`,
    [round.id],
  )
  const ranksOfPage = async (page: number) => {
    const { rows } = await getBoardPage({
      boardId: round.id,
      page,
      search: '',
      unitId: null,
      now: new Date(),
    })

    return [...new Set(rows.map((row) => row.rank))]
  }

  expect(await ranksOfPage(1)).toEqual([1, 31])
  expect(await ranksOfPage(2)).toEqual([31])
  expect(await ranksOfPage(3)).toEqual([31, 111])
})
