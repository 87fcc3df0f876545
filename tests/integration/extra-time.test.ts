import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase, pool } from '#app/db/client.server.ts'
import { requireAttemptPulse } from '#app/services/attempts/attempt-views.server.ts'
import { listAuditLog } from '#app/services/audit-log.server.ts'
import { closeRound, extendRound, listDecisions } from '#app/services/rounds/decisions.server.ts'
import { countOverdueAttempts, submitAttempt } from '#app/services/attempts/end-attempt.server.ts'
import { loadForEnding, writeEnding } from '#app/services/attempts/ending-statements.server.ts'
import { giveExtraTime } from '#app/services/attempts/extra-time.server.ts'
import { saveAnswers } from '#app/services/attempts/save-answers.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { seedRound } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant } from '../factories/people.ts'
import { later, refusalOf } from '../factories/refusals.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

afterAll(disconnectDatabase)

/** Somebody ten minutes from the deadline, and an organizer who gives five more. */
async function seedSitting(overrides: Parameters<typeof seedRound>[0] = {}) {
  const now = new Date()
  const [round, { id: participantId, fullName, loginName }, organizer] = await Promise.all([
    seedRound(overrides),
    seedParticipant(),
    seedOrganizer(),
  ])
  const { attemptId, attempt } = await startAttempt({ roundSlug: round.slug, participantId, now })
  const give = (change: Partial<Parameters<typeof giveExtraTime>[0]> = {}) =>
    giveExtraTime({
      roundSlug: round.slug,
      attemptId,
      seenDeadlineAt: attempt.deadlineAt,
      extraMs: 5 * MINUTE_MS,
      reason: ' Máy  bị treo ',
      decidedById: organizer.id,
      now,
      ...change,
    })

  return {
    now,
    round,
    participantId,
    fullName,
    loginName,
    organizer,
    attemptId,
    deadlineAt: attempt.deadlineAt,
    give,
  }
}

test('five minutes for one person move the deadline of that person alone and are recorded with who, when and why', async () => {
  const sitting = await seedSitting()
  const { now, round, participantId, attemptId, deadlineAt } = sitting
  const other = await seedParticipant()
  const others = await startAttempt({ roundSlug: round.slug, participantId: other.id, now })
  const id = await sitting.give()

  expect(await requireAttemptPulse(attemptId, participantId, now)).toMatchObject({
    deadlineAt: later(deadlineAt, 5 * MINUTE_MS),
    remainingMs: 15 * MINUTE_MS,
    revision: 0,
  })
  expect((await requireAttemptPulse(others.attemptId, other.id, now)).remainingMs).toBe(10 * MINUTE_MS)
  expect(await db.timeGrant.findUniqueOrThrow({ where: { id } })).toMatchObject({
    attemptId,
    extraMs: 5 * MINUTE_MS,
    reason: 'Máy bị treo',
    deadlineBefore: deadlineAt,
    deadlineAfter: later(deadlineAt, 5 * MINUTE_MS),
    decidedById: sitting.organizer.id,
    decidedAt: now,
  })
})

test('the public reads that one participant was given time, and why, but never whom; the audit log names the person', async () => {
  const { round, give, fullName, loginName, participantId, attemptId } = await seedSitting()
  await give()
  const decisions = await listDecisions(round.contestId)
  const [event] = await listAuditLog()

  expect(decisions).toMatchObject([{ kind: 'extra_time', extraMs: 5 * MINUTE_MS, reason: 'Máy bị treo' }])
  for (const secret of [fullName, loginName, participantId, attemptId])
    expect(JSON.stringify(decisions)).not.toContain(secret)
  expect(event?.done).toMatchObject({
    name: 'attempt.extend',
    subjectName: `${fullName} (${loginName})`,
    values: { roundTitle: round.title },
  })
})

test('saves and the sweep go by the new deadline', async () => {
  const { give, attemptId, participantId, deadlineAt } = await seedSitting()
  await give()
  const afterOldEnd = later(deadlineAt, MINUTE_MS)
  await countOverdueAttempts(afterOldEnd)
  await saveAnswers({ attemptId, participantId, revision: 0, answers: { '1': [] }, now: afterOldEnd })
  const newEnd = later(deadlineAt, 5 * MINUTE_MS)
  await countOverdueAttempts(later(newEnd, 6 * SECOND_MS))

  expect(await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
    status: 'expired',
    revision: 1,
    endedAt: newEnd,
    durationMs: 15 * MINUTE_MS,
  })
})

test('a second click gives nothing on top, and says that the deadline has moved', async () => {
  const { give, attemptId } = await seedSitting()
  const outcomes = await Promise.all([refusalOf(give()), refusalOf(give()), refusalOf(give())])

  expect(outcomes.filter((outcome) => outcome === 'extra_time_overtaken')).toHaveLength(2)
  expect(await db.timeGrant.count({ where: { attemptId } })).toBe(1)
  expect(await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
    extraMs: 5 * MINUTE_MS,
  })
})

test('an attempt that has just ended stays ended, handed in or out of time', async () => {
  const handedIn = await seedSitting()
  await submitAttempt({
    attemptId: handedIn.attemptId,
    participantId: handedIn.participantId,
    prediction: null,
    now: handedIn.now,
  })
  const overdue = await seedSitting()

  expect(await refusalOf(handedIn.give())).toBe('attempt_ended')
  expect(await refusalOf(overdue.give({ now: later(overdue.deadlineAt, 5_001) }))).toBe('attempt_ended')
  expect(await refusalOf(overdue.give({ attemptId: 'khong-co' }))).toBe('attempt_not_found')
  expect(await refusalOf(overdue.give({ roundSlug: handedIn.round.slug }))).toBe('attempt_not_found')
  expect(await refusalOf(overdue.give({ reason: ' ' }))).toBe('reason_missing')
  expect(await db.timeGrant.count({ where: { roundId: handedIn.round.id } })).toBe(0)
})

test('time given while the sweep was already counting the attempt wins: the sweep looks again', async () => {
  const { give, attemptId, deadlineAt } = await seedSitting()
  const overtaken = await loadForEnding(attemptId)
  if (!overtaken) throw new Error('the attempt is missing')
  await give({ now: later(deadlineAt, 4 * SECOND_MS) })
  const isWritten = await writeEnding(overtaken, {
    status: 'expired',
    endedAt: deadlineAt,
    durationMs: 10 * MINUTE_MS,
    prediction: null,
    receiptCode: 'OVERTAKEN',
    score: 0,
    correctCount: 0,
    answeredCount: 0,
    boards: [],
  })

  expect(isWritten).toBe(false)
  expect(await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
    status: 'running',
  })
})

test('giving time and counting at the deadline race many times: it is either given or refused, never both', async () => {
  const sittings = await Promise.all(Array.from({ length: 8 }, () => seedSitting()))
  const results = await Promise.all(
    sittings.map(async ({ give, attemptId, participantId, deadlineAt }) => {
      const atTheEnd = later(deadlineAt, 5 * SECOND_MS)
      const [given] = await Promise.all([
        refusalOf(give({ now: atTheEnd })),
        submitAttempt({ attemptId, participantId, prediction: null, now: atTheEnd }),
      ])

      return { given, attempt: await db.attempt.findUniqueOrThrow({ where: { id: attemptId } }) }
    }),
  )

  for (const { given, attempt } of results) {
    expect(attempt.status).toBe('submitted')
    expect(attempt.extraMs).toBe(given === 'attempt_ended' ? 0 : 5 * MINUTE_MS)
  }
})

test('where attempts must finish before the end, the time counts beyond it, and the round is settled after that', async () => {
  const now = new Date()
  const closesAt = later(now, 4 * MINUTE_MS)
  const { round, give, attemptId, participantId } = await seedSitting({
    endRule: 'must_finish_before',
    closesAt,
  })
  await give()
  const beyond = later(closesAt, 3 * MINUTE_MS)
  await saveAnswers({ attemptId, participantId, revision: 0, answers: { '1': [] }, now: beyond })

  expect(await settleRounds(beyond)).not.toContain(round.slug)
  await countOverdueAttempts(later(closesAt, 5 * MINUTE_MS + 6 * SECOND_MS))
  expect(await settleRounds(later(closesAt, 6 * MINUTE_MS))).toContain(round.slug)
})

test('a later extension for all keeps the time of the one person on top, a closing ends it with everybody’s', async () => {
  const now = new Date()
  const closesAt = later(now, 4 * MINUTE_MS)
  const { round, give, attemptId, participantId, organizer } = await seedSitting({
    endRule: 'must_finish_before',
    closesAt,
  })
  await give()
  const decision = { roundSlug: round.slug, reason: 'Mất điện', decidedById: organizer.id, now }
  await extendRound({ ...decision, closesAt: later(closesAt, 2 * MINUTE_MS) })

  expect((await requireAttemptPulse(attemptId, participantId, now)).deadlineAt).toEqual(
    later(closesAt, 7 * MINUTE_MS),
  )
  await closeRound(decision)
  expect((await requireAttemptPulse(attemptId, participantId, now)).remainingMs).toBe(0)
})

test('a save still costs the one statement it always cost', async () => {
  const { attemptId, participantId, now } = await seedSitting()
  const save = (revision: number) =>
    saveAnswers({ attemptId, participantId, revision, answers: { '1': [] }, now })
  // The first save reads the paper's shape, which is kept.
  await save(0)
  const statements: string[] = []
  const query = pool.query.bind(pool)
  pool.query = ((...parts: [{ name?: string; text?: string }]) => {
    statements.push(parts[0].name ?? parts[0].text ?? 'a statement as text')

    return (query as (...all: unknown[]) => unknown)(...parts)
  }) as typeof pool.query
  await save(1).finally(() => (pool.query = query))

  expect(statements).toEqual(['save-answers'])
})
