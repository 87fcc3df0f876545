import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { loader as resultPage } from '#app/routes/public/result.tsx'
import { createRound, scheduleRound } from '#app/services/contests/contests.server.ts'
import type { NewRound } from '#app/services/contests/contests.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { makeTopic, seedRound } from '../factories/contests.ts'
import { seedParticipant, seedSession } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
import { later } from '../factories/refusals.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

const MINUTE_MS = 60_000
const SECRETS = /Giải thích bí mật|bằng chứng bí mật/

afterAll(disconnectDatabase)

async function seedResult(round: Round, right = 3) {
  const { id } = await seedParticipant()
  const attemptId = await playAttempt(round, { participantId: id, right })

  return { attemptId, cookie: await seedSession(id) }
}

function look({ attemptId, cookie }: { attemptId: string; cookie: string }) {
  return resultPage(argsOf(`/ket-qua/${attemptId}`, { params: { attemptId }, cookie }))
}

/** A round that closed half an hour ago. */
function seedClosedRound(overrides: Parameters<typeof seedRound>[0] = {}): Promise<Round> {
  const now = new Date()

  return seedRound({
    opensAt: later(now, -60 * MINUTE_MS),
    closesAt: later(now, -30 * MINUTE_MS),
    ...overrides,
  })
}

/** A round of the same bank that draws the topic from now on. */
async function seedSecretRound(bankOf: Round, topic: string): Promise<void> {
  const slug = `${bankOf.slug}-sau`
  const {
    id: _id,
    scheduledAt: _scheduledAt,
    settledAt: _settledAt,
    predictionTruth: _truth,
    ...settings
  } = bankOf
  const round: NewRound = {
    ...settings,
    slug,
    opensAt: later(new Date(), MINUTE_MS),
    closesAt: later(new Date(), 60 * MINUTE_MS),
    blueprint: [{ topic, difficulty: 1, count: 1 }],
  }
  await createRound(round)
  await scheduleRound(slug, new Date())
}

test('while a round is open its results show points at most, whatever its settings say', async () => {
  const round = await seedRound({ releaseAfterSubmission: 'key' })
  const view = await look(await seedResult(round))

  expect(view).toMatchObject({
    release: 'score',
    laterRelease: 'key',
    attemptsLeft: 2,
    score: { points: 3, maxPoints: 5, correctCount: 3 },
    questions: [],
  })
  expect(JSON.stringify(view)).not.toMatch(SECRETS)
})

test('a round that shows nothing at once shows no points either', async () => {
  const round = await seedRound({ releaseAfterSubmission: 'nothing', releaseAfterClose: 'nothing' })

  expect(await look(await seedResult(round))).toMatchObject({
    release: 'nothing',
    laterRelease: 'nothing',
    score: null,
    questions: [],
  })
})

test('after the round is settled every question shows its mark, key, explanation and the version of the law', async () => {
  const round = await seedClosedRound()
  const result = await seedResult(round)
  await settleRounds(new Date())
  const view = await look(result)

  expect(view).toMatchObject({
    release: 'key',
    attemptsLeft: 0,
    law: { name: 'Luật thử', version: 'bản thử' },
  })
  expect(view.questions.map(({ isRight }) => isRight)).toEqual([true, true, true, false, false])
  expect(view.questions.every(({ key }) => key?.citations.includes('D5.1.a'))).toBe(true)
  expect(
    view.questions.every(({ options }) => options.filter(({ isCorrect }) => isCorrect).length === 1),
  ).toBe(true)
})

test('a question that another round may still draw keeps mark and key to itself', async () => {
  const round = await seedClosedRound({
    topics: [makeTopic('chung', 3), makeTopic('giu-kin', 2)],
    blueprint: [
      { topic: 'chung', difficulty: 1, count: 3 },
      { topic: 'giu-kin', difficulty: 1, count: 2 },
    ],
  })
  const result = await seedResult(round, 5)
  await settleRounds(new Date())
  const settled = await getRound(round.slug)
  if (!settled) throw new Error('the round is gone')
  await seedSecretRound(settled, 'giu-kin')
  const { questions } = await look(result)
  const heldBack = questions.filter(({ stem }) => stem.includes('giu-kin'))

  expect(heldBack).toHaveLength(2)
  expect(
    heldBack.every(
      ({ isRight, key, options }) =>
        isRight === null && !key && options.every(({ isCorrect }) => isCorrect === null),
    ),
  ).toBe(true)
  expect(JSON.stringify(heldBack)).not.toMatch(SECRETS)
  expect(questions.filter(({ isRight, key }) => isRight && key)).toHaveLength(3)
})

test('practice that shows the key at once does so while it is open', async () => {
  const round = await seedRound({ kind: 'practice', attemptsAllowed: null, releaseAfterSubmission: 'key' })

  expect(await look(await seedResult(round))).toMatchObject({ release: 'key', attemptsLeft: null })
})

test('invariant 9: nobody sees the result of another person, and a visitor is led to sign in and back', async () => {
  const { attemptId } = await seedResult(await seedRound())
  const stranger = await seedParticipant()
  const asStranger = await answerOf(look({ attemptId, cookie: await seedSession(stranger.id) }))
  const asVisitor = await answerOf(look({ attemptId, cookie: '' }))

  expect(asStranger.status).toBe(404)
  expect(asVisitor.location).toBe(`/dang-nhap?${new URLSearchParams({ tiep: `/ket-qua/${attemptId}` })}`)
})

test('the result of a running attempt leads to the paper; one whose time is over is counted first', async () => {
  const round = await seedRound()
  const { id } = await seedParticipant()
  const { attemptId } = await startAttempt({ roundSlug: round.slug, participantId: id, now: new Date() })
  const owner = { attemptId, cookie: await seedSession(id) }
  const running = await answerOf(look(owner))
  await db.attempt.update({ where: { id: attemptId }, data: { deadlineAt: later(new Date(), -MINUTE_MS) } })

  expect(running.location).toBe(`/lam-bai/${attemptId}`)
  expect(await look(owner)).toMatchObject({ status: 'expired', answeredCount: 0, score: { points: 0 } })
})
