import { beforeAll, expect, test } from 'vitest'
import { DomainError } from '#app/core/domain-error.ts'
import { db } from '#app/db/client.server.ts'
import { requireRunningAttempt } from '#app/services/attempt-views.server.ts'
import { countAttempt, countOverdueAttempts, submitAttempt } from '#app/services/end-attempt.server.ts'
import { requireReceipt } from '#app/services/results.server.ts'
import type { Round } from '#app/services/rounds.server.ts'
import { saveAnswers } from '#app/services/save-answers.server.ts'
import { startAttempt } from '#app/services/start-attempt.server.ts'
import { answersWith, makeTopic, readPaper, seedRound } from '../factories/contests.ts'
import { seedParticipant } from '../factories/people.ts'

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

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )

  return error instanceof DomainError ? error.code : `no refusal: ${String(error)}`
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

test('limits hold under races: nobody gets more attempts than the round allows', async () => {
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

test('a paper is complete: as many questions as the blueprint says, none twice', async () => {
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

test('a round whose blueprint the bank can not meet is refused when it is scheduled, with the shortfall named', async () => {
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

test('a save of another participant never reaches the attempt', async () => {
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

test('many saves of few attempts in flight together: everything acknowledged is in the database', async () => {
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

test('every attempt ends: one that nobody comes back to is counted at its deadline with what it holds', async () => {
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
