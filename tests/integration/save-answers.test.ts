import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { requireRunningAttempt } from '#app/services/attempts/attempt-views.server.ts'
import { submitAttempt } from '#app/services/attempts/end-attempt.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { saveAnswers } from '#app/services/attempts/save-answers.server.ts'
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

async function start(participantId: string, now = new Date(), roundSlug = round.slug): Promise<string> {
  const { attemptId } = await startAttempt({ roundSlug, participantId, now })

  return attemptId
}

test('a save is merged by position and raises the revision', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const attemptId = await start(id, now)
  const [first, second] = await readPaper(attemptId)
  await saveAnswers({
    attemptId,
    participantId: id,
    revision: 0,
    answers: { '1': [first?.options[0]?.id ?? ''] },
    now,
  })
  const saved = await saveAnswers({
    attemptId,
    participantId: id,
    revision: 1,
    answers: { '2': [second?.options[1]?.id ?? ''] },
    now: later(now, SECOND_MS),
  })
  const attempt = await requireRunningAttempt(attemptId, id, later(now, SECOND_MS))

  expect(saved).toEqual({
    revision: 2,
    savedAt: later(now, SECOND_MS),
    remainingMs: 10 * MINUTE_MS - SECOND_MS,
  })
  expect(attempt.answers).toEqual({ '1': [first?.options[0]?.id], '2': [second?.options[1]?.id] })
})

test('a save on an older copy is refused with the newer copy', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const attemptId = await start(id, now)
  const [first] = await readPaper(attemptId)
  const chosen = [first?.options[0]?.id ?? '']
  await saveAnswers({ attemptId, participantId: id, revision: 0, answers: { '1': chosen }, now })

  await expect(
    saveAnswers({ attemptId, participantId: id, revision: 0, answers: { '1': [] }, now }),
  ).rejects.toMatchObject({ code: 'revision_conflict', details: { revision: 1, answers: { '1': chosen } } })
})

test('invariant 9: a save of another participant never reaches the attempt', async () => {
  const [owner, stranger] = await Promise.all([seedParticipant(), seedParticipant()])
  const now = new Date()
  const attemptId = await start(owner.id, now)

  expect(
    await refusalOf(
      saveAnswers({ attemptId, participantId: stranger.id, revision: 0, answers: { '1': [] }, now }),
    ),
  ).toBe('attempt_not_found')
  expect(await refusalOf(requireRunningAttempt(attemptId, stranger.id, now))).toBe('attempt_not_found')
  expect(
    await refusalOf(submitAttempt({ attemptId, participantId: stranger.id, prediction: null, now })),
  ).toBe('attempt_not_found')
})

test('an option or position that is not on the paper is refused', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const attemptId = await start(id, now)
  const save = (answers: Record<string, string[]>) =>
    refusalOf(saveAnswers({ attemptId, participantId: id, revision: 0, answers, now }))

  expect(await save({ '6': [] })).toBe('unknown_position')
  expect(await save({ '1': ['zzzz'] })).toBe('unknown_option')
})

test('invariant 3: many saves of few attempts in flight together: everything acknowledged is in the database', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => seedParticipant()))
  const now = new Date()
  const attempts = await Promise.all(people.map(async ({ id }) => ({ id, attemptId: await start(id, now) })))
  const rounds = 40
  const outcomes = await Promise.all(
    attempts.flatMap(({ id, attemptId }) =>
      Array.from({ length: rounds }, async (_, index) => {
        const paper = await readPaper(attemptId)
        const position = (index % 5) + 1
        const optionId = paper[position - 1]?.options[index % 4]?.id ?? ''
        // Every save names the revision it would have in this order; the lane must keep the order.
        const saved = await saveAnswers({
          attemptId,
          participantId: id,
          revision: index + 1_000,
          answers: { [String(position)]: [optionId] },
          now,
        })

        return { attemptId, position, optionId, revision: saved.revision }
      }),
    ),
  )

  for (const { id, attemptId } of attempts) {
    const own = outcomes.filter((outcome) => outcome.attemptId === attemptId)
    const lastByPosition = new Map(
      [...own]
        .sort((a, b) => a.revision - b.revision)
        .map((outcome) => [String(outcome.position), [outcome.optionId]]),
    )
    const stored = await requireRunningAttempt(attemptId, id, now)

    expect(new Set(own.map((outcome) => outcome.revision)).size).toBe(rounds)
    expect(stored.revision).toBe(rounds)
    expect(stored.answers).toEqual(Object.fromEntries(lastByPosition))
  }
})

test('a save counts up to the deadline plus the network grace and not a millisecond longer', async () => {
  const { id } = await seedParticipant()
  const now = new Date()
  const attemptId = await start(id, now)
  const deadlineAt = later(now, 10 * MINUTE_MS)
  const save = (at: Date, revision: number) =>
    refusalOf(saveAnswers({ attemptId, participantId: id, revision, answers: { '1': [] }, now: at }))

  expect(await save(later(deadlineAt, 5 * SECOND_MS), 0)).toMatch(/^no refusal/)
  expect(await save(later(deadlineAt, 5 * SECOND_MS + 1), 1)).toBe('attempt_ended')
  expect(await db.attempt.findUnique({ where: { id: attemptId } })).toMatchObject({
    status: 'expired',
    endedAt: deadlineAt,
    durationMs: 10 * MINUTE_MS,
  })
})
