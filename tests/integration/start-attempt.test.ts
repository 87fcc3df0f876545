import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { requireRunningAttempt } from '#app/services/attempts/attempt-views.server.ts'
import { submitAttempt } from '#app/services/attempts/end-attempt.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { makeTopic, readPaper, seedRound } from '../factories/contests.ts'
import { seedParticipant } from '../factories/people.ts'
import { later, refusalOf } from '../factories/refusals.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

let round: Round

beforeAll(async () => {
  round = await seedRound()
})

async function start(participantId: string, now = new Date(), roundSlug = round.slug): Promise<string> {
  const { attemptId } = await startAttempt({ roundSlug, participantId, now })

  return attemptId
}

test('a double click, a retry and two tabs get the same attempt', async () => {
  const { id } = await seedParticipant()
  const starts = await Promise.all(
    Array.from({ length: 12 }, () =>
      startAttempt({ roundSlug: round.slug, participantId: id, now: new Date() }),
    ),
  )

  expect(new Set(starts.map(({ attemptId }) => attemptId)).size).toBe(1)
  expect(starts.filter(({ outcome }) => outcome === 'started')).toHaveLength(1)
  expect(await db.attempt.count({ where: { participantId: id } })).toBe(1)
})

test('invariant 5: limits hold under races: nobody gets more attempts than the round allows', async () => {
  const single = await seedRound({ attemptsAllowed: 1 })
  const { id } = await seedParticipant()
  const now = new Date()
  const attemptId = await start(id, now, single.slug)
  await submitAttempt({ attemptId, participantId: id, prediction: null, now })
  const again = await Promise.all(
    Array.from({ length: 10 }, () =>
      refusalOf(startAttempt({ roundSlug: single.slug, participantId: id, now: new Date() })),
    ),
  )

  expect(again).toEqual(Array.from({ length: 10 }, () => 'attempts_used_up'))
  expect(await db.attempt.count({ where: { participantId: id } })).toBe(1)
})

test('one running attempt per participant: another round waits until it is over', async () => {
  const other = await seedRound()
  const { id } = await seedParticipant()
  await start(id)

  expect(await refusalOf(startAttempt({ roundSlug: other.slug, participantId: id, now: new Date() }))).toBe(
    'another_attempt_running',
  )
})

test('a practice attempt does not stand in the way of the contest', async () => {
  const practice = await seedRound({ kind: 'practice', attemptsAllowed: null })
  const { id } = await seedParticipant()
  await start(id, new Date(), practice.slug)

  await expect(start(id)).resolves.toBeTypeOf('string')
})

test('invariant 6: a paper is complete: as many questions as the blueprint says, none twice', async () => {
  const mixed = await seedRound({
    topics: [makeTopic('chung', 6), makeTopic('rieng', 4, { difficulty: 2 })],
    blueprint: [
      { topic: 'chung', difficulty: 1, count: 4 },
      { topic: 'rieng', difficulty: 2, count: 4 },
    ],
  })
  const { id } = await seedParticipant()
  const paper = await readPaper(await start(id, new Date(), mixed.slug))

  expect(paper).toHaveLength(8)
  expect(new Set(paper.map((position) => position.versionId)).size).toBe(8)
})

test('invariant 6: a round whose blueprint the bank can not meet is refused when it is scheduled, with the shortfall named', async () => {
  const work = seedRound({ topics: [makeTopic('chung', 3)] })

  await expect(work).rejects.toMatchObject({
    code: 'blueprint_not_met',
    details: { shortfalls: [{ topic: 'chung', difficulty: 1, wanted: 5, available: 3 }] },
  })
})

test('questions flagged for review are not drawn unless the round accepts them', async () => {
  const topics = [makeTopic('chung', 5, { review: 'amended-2026' })]

  await expect(seedRound({ topics })).rejects.toMatchObject({ code: 'blueprint_not_met' })
  await expect(seedRound({ topics, acceptsFlaggedQuestions: true })).resolves.toMatchObject({
    acceptsFlaggedQuestions: true,
  })
})

test('a round can not be started before it opens nor from the moment it closes', async () => {
  const { id } = await seedParticipant()
  const before = later(round.opensAt, -1)

  expect(await refusalOf(start(id, before))).toBe('round_not_open')
  expect(await refusalOf(start(id, round.closesAt))).toBe('round_not_open')
})

test('an attempt that must finish before the end of the round is cut there', async () => {
  const now = new Date()
  const short = await seedRound({ endRule: 'must_finish_before', closesAt: later(now, 4 * MINUTE_MS) })
  const { id } = await seedParticipant()
  const attemptId = await start(id, now, short.slug)

  expect((await requireRunningAttempt(attemptId, id, now)).remainingMs).toBe(4 * MINUTE_MS)
})

test('300 starts arriving together are all served complete papers', async () => {
  const people = await db.user.createManyAndReturn({
    data: Array.from({ length: 300 }, (_, index) => ({
      role: 'participant' as const,
      loginName: `cung-luc-${index}`,
      fullName: 'Nguyễn Mẫu An',
      createdAt: new Date(),
    })),
    select: { id: true },
  })
  const now = new Date()
  const attemptIds = await Promise.all(people.map(({ id }) => start(id, now)))
  const papers = await db.paper.findMany({ where: { attemptId: { in: attemptIds } } })

  expect(papers).toHaveLength(300)
  expect(papers.every((paper) => Array.isArray(paper.positions) && paper.positions.length === 5)).toBe(true)
})
