import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { requireAttemptPulse } from '#app/services/attempts/attempt-views.server.ts'
import { closeRound, extendRound, listDecisions } from '#app/services/rounds/decisions.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { seedRound } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant } from '../factories/people.ts'

const MINUTE_MS = 60_000

test('invariant 8: an extension is recorded with who, when and why, is public, and gives cut attempts their time back', async () => {
  const now = new Date()
  const organizer = await seedOrganizer()
  const { id } = await seedParticipant()
  const round = await seedRound({
    endRule: 'must_finish_before',
    closesAt: new Date(now.getTime() + 4 * MINUTE_MS),
  })
  const { attemptId } = await startAttempt({ roundSlug: round.slug, participantId: id, now })
  const closesAt = new Date(now.getTime() + 7 * MINUTE_MS)
  await extendRound({
    roundSlug: round.slug,
    closesAt,
    reason: ' Đường truyền  bị gián đoạn ',
    decidedById: organizer.id,
    now,
  })

  expect((await requireAttemptPulse(attemptId, id, now)).remainingMs).toBe(7 * MINUTE_MS)
  expect((await getRound(round.slug))?.closesAt).toEqual(closesAt)
  expect(await listDecisions(round.contestId)).toMatchObject([
    {
      kind: 'extension',
      reason: 'Đường truyền bị gián đoạn',
      closesAtBefore: round.closesAt,
      closesAtAfter: closesAt,
    },
  ])
  expect(await db.auditEvent.findFirst({ where: { subject: `round:${round.slug}` } })).toMatchObject({
    actorId: organizer.id,
    action: 'round.extend',
    recordedAt: now,
  })
})

test('a change of a round without a reason, or to an earlier end, is refused and leaves no trace', async () => {
  const now = new Date()
  const organizer = await seedOrganizer()
  const round = await seedRound()
  const decide = (closesAt: Date, reason: string) =>
    extendRound({ roundSlug: round.slug, closesAt, reason, decidedById: organizer.id, now })

  await expect(decide(new Date(round.closesAt.getTime() + 1), '  ')).rejects.toMatchObject({
    code: 'reason_missing',
  })
  await expect(decide(round.closesAt, 'Lý do')).rejects.toMatchObject({ code: 'extension_not_later' })
  expect(await db.decision.count({ where: { roundId: round.id } })).toBe(0)
  expect(await db.auditEvent.count({ where: { subject: `round:${round.slug}` } })).toBe(0)
})

test('closing a round stops new starts at once', async () => {
  const now = new Date()
  const organizer = await seedOrganizer()
  const { id } = await seedParticipant()
  const round = await seedRound()
  await closeRound({ roundSlug: round.slug, reason: 'Kết thúc sớm', decidedById: organizer.id, now })

  await expect(startAttempt({ roundSlug: round.slug, participantId: id, now })).rejects.toMatchObject({
    code: 'round_not_open',
  })
  await expect(
    closeRound({ roundSlug: round.slug, reason: 'Lần nữa', decidedById: organizer.id, now }),
  ).rejects.toMatchObject({
    code: 'round_not_open',
  })
})

test('invariant 10: the audit log can only be added to', async () => {
  await db.auditEvent.create({
    data: { action: 'bank.load', subject: 'bank:thu', details: {}, recordedAt: new Date() },
  })

  await expect(db.auditEvent.updateMany({ data: { subject: 'khác' } })).rejects.toThrow(/audit log/)
  await expect(db.auditEvent.deleteMany()).rejects.toThrow(/audit log/)
})
