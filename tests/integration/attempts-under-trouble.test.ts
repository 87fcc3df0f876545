import { beforeAll, expect, test, vi } from 'vitest'
import type { Answers } from '#app/core/attempts/answers.ts'
import { db, pool } from '#app/db/client.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { countOverdueAttempts, submitAttempt } from '#app/services/attempts/end-attempt.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { saveAnswers } from '#app/services/attempts/save-answers.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { readPaper, seedRound } from '../factories/contests.ts'
import { seedParticipant } from '../factories/people.ts'
import { later, refusalOf } from '../factories/refusals.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

let round: Round

beforeAll(async () => {
  round = await seedRound()
})

async function start(participantId: string, now: Date, roundSlug = round.slug): Promise<string> {
  return (await startAttempt({ roundSlug, participantId, now })).attemptId
}

test('invariant 4: an attempt that can not be counted keeps nobody else from being counted', async () => {
  const [broken, sound] = [await seedParticipant(), await seedParticipant()]
  const now = later(new Date(), -30 * MINUTE_MS)
  const brokenId = await start(broken.id, now)
  const soundId = await start(sound.id, later(now, SECOND_MS))
  await db.paper.update({ where: { attemptId: brokenId }, data: { positions: 'hỏng' } })

  await expect(countOverdueAttempts(later(now, 20 * MINUTE_MS))).rejects.toThrow()
  const statusOf = async (id: string) => (await db.attempt.findUniqueOrThrow({ where: { id } })).status
  expect([await statusOf(brokenId), await statusOf(soundId)]).toEqual(['running', 'expired'])
  await db.attempt.delete({ where: { id: brokenId } })
})

test('a round that can not be settled keeps no other round from being settled', async () => {
  const closesAt = later(new Date(), -MINUTE_MS)
  const window = { opensAt: later(closesAt, -60 * MINUTE_MS), closesAt }
  const broken = await seedRound(window)
  await db.round.update({ where: { id: broken.id }, data: { blueprint: 'hỏng' } })
  const sound = await seedRound(window)

  await expect(settleRounds(new Date())).rejects.toThrow()
  expect((await db.round.findUniqueOrThrow({ where: { id: sound.id } })).settledAt).not.toBeNull()
  await db.round.delete({ where: { id: broken.id } })
})

test('invariant 1: a server clock that is set back in the middle of an attempt gives nobody a negative time', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const attemptId = await start(id, now)
  await submitAttempt({ attemptId, participantId: id, prediction: null, now: later(now, -3 * SECOND_MS) })

  expect(await db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
    durationMs: 0,
    endedAt: now,
  })
})

test('a start that was held up until its round was settled is refused: its answers may be released by then', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const late = await seedRound({ opensAt: later(now, -60 * MINUTE_MS), closesAt: later(now, SECOND_MS) })
  expect(await settleRounds(later(now, 10 * SECOND_MS))).toContain(late.slug)

  expect(await refusalOf(startAttempt({ roundSlug: late.slug, participantId: id, now }))).toBe(
    'round_not_open',
  )
  expect(await db.attempt.count({ where: { roundId: late.id } })).toBe(0)
})

test('a start that is being written while its round is settled holds the settling up', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const late = await seedRound({ opensAt: later(now, -60 * MINUTE_MS), closesAt: later(now, SECOND_MS) })
  const start = await pool.connect()
  await start.query('BEGIN')
  await start.query('SELECT 1 FROM round WHERE id = $1 FOR SHARE', [late.id])
  const settling = settleRounds(later(now, 10 * SECOND_MS))
  await vi.waitUntil(async () => (await pool.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rowCount)
  await start.query(
    `INSERT INTO attempt (id, round_id, participant_id, number, status, running_key, started_at, deadline_at, question_count)
     VALUES ($1, $2, $1, 1, 'running', $1, $3, $3::timestamptz + interval '10 minutes', 5)`,
    [id, late.id, now],
  )
  await start.query('COMMIT')
  start.release()

  expect(await settling).not.toContain(late.slug)
  expect(await db.round.findUnique({ where: { id: late.id } })).toMatchObject({ settledAt: null })
})

test("invariant 9: saving to somebody else's paper says that there is none, whatever is sent", async () => {
  const [owner, stranger] = [await seedParticipant(), await seedParticipant()]
  const now = new Date()
  const attemptId = await start(owner.id, now)
  const [question] = await readPaper(attemptId)
  const optionId = question?.options[0]?.id ?? ''
  await saveAnswers({ attemptId, participantId: owner.id, revision: 0, answers: { '1': [optionId] }, now })
  const sent: Answers[] = [{}, { '1': [optionId] }, { '1': ['x'] }, { '99': [] }]
  const refusals = await Promise.all(
    sent.map((answers) =>
      refusalOf(saveAnswers({ attemptId, participantId: stranger.id, revision: 1, answers, now })),
    ),
  )

  expect(refusals).toEqual(sent.map(() => 'attempt_not_found'))
  expect(await db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({ revision: 1 })
})

test('a database connection that is lost in the middle of a transaction fails that transaction, not the process', async () => {
  const uncaught: unknown[] = []
  const note = (error: unknown) => uncaught.push(error)
  process.on('uncaughtException', note)
  const lost = inTransaction(async (client) => {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    await vi.waitUntil(
      async () =>
        (await pool.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [rows[0]?.pid])).rowCount === 0,
    )
    await client.query('SELECT 1')
  })

  await expect(lost).rejects.toThrow()
  process.off('uncaughtException', note)
  expect(uncaught).toEqual([])
  expect(await inTransaction(async (client) => (await client.query('SELECT 1')).rowCount)).toBe(1)
})
