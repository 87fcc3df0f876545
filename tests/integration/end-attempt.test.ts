import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { requireRunningAttempt } from '#app/services/attempts/attempt-views.server.ts'
import {
  countAttempt,
  countOverdueAttempts,
  submitAttempt,
} from '#app/services/attempts/end-attempt.server.ts'
import { loadForEnding, writeEnding } from '#app/services/attempts/ending-statements.server.ts'
import { requireReceipt } from '#app/services/attempts/results.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { saveAnswers } from '#app/services/attempts/save-answers.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { rebuildBoard } from '#app/services/boards/standings.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { answersWith, seedRound } from '../factories/contests.ts'
import { seedParticipant } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
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

test('invariant 4: every attempt ends: one that nobody comes back to is counted at its deadline with what it holds', async () => {
  const { id } = await seedParticipant()
  const now = later(new Date(), -20 * MINUTE_MS)
  const attemptId = await start(id, now)
  const answers = await answersWith(attemptId, 3)
  await saveAnswers({ attemptId, participantId: id, revision: 0, answers, now })
  const overdueAt = later(now, 10 * MINUTE_MS + 6 * SECOND_MS)
  await Promise.all([
    countOverdueAttempts(overdueAt),
    countOverdueAttempts(overdueAt),
    countAttempt(attemptId, overdueAt),
  ])

  expect(await db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
    status: 'expired',
    score: 3,
    correctCount: 3,
    answeredCount: 5,
    endedAt: later(now, 10 * MINUTE_MS),
    runningKey: null,
  })
})

test('a late submission gets the counted result, not an error', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const attemptId = await start(id, now)
  await submitAttempt({ attemptId, participantId: id, prediction: '12', now: later(now, 11 * MINUTE_MS) })

  expect(await requireReceipt(attemptId, id, later(now, 11 * MINUTE_MS))).toMatchObject({
    status: 'expired',
    prediction: null,
    score: { points: 0, maxPoints: 5, correctCount: 0 },
  })
})

test('a submission is counted once and its retry gets the same receipt', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const attemptId = await start(id, now)
  const answers = await answersWith(attemptId, 5)
  await saveAnswers({ attemptId, participantId: id, revision: 0, answers, now })
  const submit = (ms: number) =>
    submitAttempt({ attemptId, participantId: id, prediction: null, now: later(now, ms) }).then(() =>
      requireReceipt(attemptId, id, later(now, ms)),
    )
  const receipts = await Promise.all([submit(1_000), submit(1_001), submit(1_002)])
  const [first] = receipts

  expect(receipts).toEqual([first, first, first])
  expect(first).toMatchObject({ status: 'submitted', score: { points: 5, correctCount: 5 } })
})

test('after a submission nothing can be saved any more', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const attemptId = await start(id, now)
  await submitAttempt({ attemptId, participantId: id, prediction: null, now })

  expect(
    await refusalOf(saveAnswers({ attemptId, participantId: id, revision: 0, answers: { '1': [] }, now })),
  ).toBe('attempt_ended')
})

test('a prediction that is no number is refused and the attempt goes on', async () => {
  const guessing = await seedRound({ predictionKind: 'people', predictionPrompt: 'Bao nhiêu người dự thi?' })
  const { id } = await seedParticipant()
  const now = new Date()
  const attemptId = await start(id, now, guessing.slug)

  expect(await refusalOf(submitAttempt({ attemptId, participantId: id, prediction: 'nhiều', now }))).toBe(
    'prediction_invalid',
  )
  expect((await requireRunningAttempt(attemptId, id, now)).attemptId).toBe(attemptId)
})

test('an end that was read before another board of the contest was rebuilt is not written, but computed anew', async () => {
  const closed = await seedRound({
    contestId: round.contestId,
    opensAt: later(new Date(), -90 * MINUTE_MS),
    closesAt: later(new Date(), -30 * MINUTE_MS),
  })
  const { id } = await seedParticipant()
  const earlier = await playAttempt(closed, { participantId: id, right: 2 })
  await settleRounds(new Date())
  const attemptId = await start(id)
  const read = await loadForEnding(attemptId)
  if (!read) throw new Error('the attempt is not there')

  await db.attempt.update({ where: { id: earlier }, data: { score: 4 } })
  await rebuildBoard(await requireRound(closed.slug))

  const figures = { score: 0, correctCount: 0, answeredCount: 0, durationMs: 1, prediction: null }
  const ending = {
    ...figures,
    status: 'submitted' as const,
    endedAt: new Date(),
    receiptCode: 'X',
    boards: [],
  }
  expect(await writeEnding(read, ending)).toBe(false)
  const answers = await answersWith(attemptId, 1)
  const now = new Date()
  await saveAnswers({ attemptId, participantId: id, revision: 0, answers, now })
  await submitAttempt({ attemptId, participantId: id, prediction: null, now })
  expect(
    await db.standing.findUnique({
      where: { boardId_participantId: { boardId: round.contestId, participantId: id } },
    }),
  ).toMatchObject({ score: 5 })
})
