import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import {
  acknowledgeComplaint,
  answerComplaint,
  getComplaintFile,
} from '#app/services/complaints/complaint-review.server.ts'
import {
  getComplaintDesk,
  listOwnComplaints,
  withdrawComplaint,
} from '#app/services/complaints/complaints.server.ts'
import { extendRound } from '#app/services/rounds/decisions.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { loadRulesView } from '#app/services/contests/rules-views.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { seedClosedRound, seedCrowd, seedStaff } from '../factories/closed-rounds.ts'
import { RANKING, RESULT, THIRD, file, seedPlayer, seedReleased } from '../factories/complaints.ts'
import { readPaper, seedRound } from '../factories/contests.ts'
import { later, refusalOf } from '../factories/refusals.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

afterAll(disconnectDatabase)

test('a complaint about a question comes with its version and citations, its terms and an entry in the log', async () => {
  const { round, attemptId, participantId } = await seedReleased()
  const monday = new Date('2026-11-23T03:00:00Z')
  // The window is counted from the round's end: so that a fixed day lies in it, the round ends on that day.
  await db.round.update({
    where: { id: round.id },
    data: { opensAt: later(monday, -DAY_MS), closesAt: later(monday, -HOUR_MS), settledAt: monday },
  })
  await db.attempt.update({ where: { id: attemptId }, data: { endedAt: later(monday, -2 * HOUR_MS) } })
  const number = await file({ attemptId, participantId }, THIRD, monday)
  const positions = await readPaper(attemptId)

  expect(await db.complaint.findUniqueOrThrow({ where: { number } })).toMatchObject({
    roundId: round.id,
    subject: 'question',
    position: 3,
    questionVersionId: positions[2]?.versionId,
    citations: ['D5.1.a'],
    state: 'received',
    // Monday 10:00 in Vietnam: two working days end with Wednesday, five with the next Monday.
    acknowledgeBy: new Date('2026-11-25T17:00:00Z'),
    answerBy: new Date('2026-11-30T17:00:00Z'),
  })
  expect(await db.auditEvent.findFirst({ where: { subject: `complaint:${number}` } })).toMatchObject({
    actorId: participantId,
    action: 'complaint.file',
    details: { about: 'question', round: round.slug },
  })
})

test('nobody complains about another person’s attempt or a running one (ownership is in the query)', async () => {
  const { attemptId } = await seedReleased()
  const [stranger = ''] = await seedCrowd(1)
  const open = await seedRound()
  const running = await startAttempt({ roundSlug: open.slug, participantId: stranger, now: new Date() })

  expect(await refusalOf(file({ attemptId, participantId: stranger }))).toBe('attempt_not_found')
  expect(await refusalOf(file({ attemptId: running.attemptId, participantId: stranger }, RESULT))).toBe(
    'attempt_not_found',
  )
})

test('while the round is open its questions are hidden, the result and the ranking can be complained of', async () => {
  const player = await seedPlayer(await seedRound({ releaseAfterSubmission: 'key' }))

  expect(await refusalOf(file(player, THIRD))).toBe('complaint_subject_hidden')
  expect(await file(player, RESULT)).toBeGreaterThan(0)
  expect(await file(player, RANKING)).toBeGreaterThan(0)
})

test('a round that releases no questions, and a position beyond the paper, have none to complain of', async () => {
  const round = await seedClosedRound({ releaseAfterClose: 'score' })
  const player = await seedPlayer(round)
  const released = await seedReleased()
  await settleRounds(new Date())

  expect(await refusalOf(file(player, THIRD))).toBe('complaint_subject_hidden')
  expect(await refusalOf(file(released, { subject: 'question', position: 6 }))).toBe(
    'complaint_subject_hidden',
  )
})

test('complaints are accepted for as long after the round as the contest says, and never in practice', async () => {
  const { round, ...player } = await seedReleased()
  await db.contest.update({ where: { id: round.contestId }, data: { complaintWindowHours: 24 } })
  const end = later(round.closesAt, DAY_MS)
  const practice = await seedRound({ kind: 'practice', attemptsAllowed: null, releaseAfterSubmission: 'key' })
  const learner = await seedPlayer(practice)

  expect(await refusalOf(file(player, THIRD, end))).toBe('complaint_window_closed')
  expect(await file(player, THIRD, later(end, -1))).toBeGreaterThan(0)
  expect(await refusalOf(file(learner, THIRD))).toBe('complaint_window_closed')
  expect((await getComplaintDesk(learner.attemptId, learner.participantId, new Date())).window).toBeNull()
})

test('one complaint per subject is open at a time, however many are sent at once; after the answer another may come', async () => {
  const player = await seedReleased()
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => refusalOf(file(player, RANKING))))

  expect(outcomes.filter((outcome) => outcome === 'complaint_already_open')).toHaveLength(5)
  const [own] = await listOwnComplaints(player.participantId, null)
  const staff = await seedStaff('organizer')
  await acknowledgeComplaint(own?.number ?? 0, staff.id, new Date())
  const answer = { number: own?.number ?? 0, verdict: 'rejected', answer: 'Không có căn cứ.' } as const
  await answerComplaint({ ...answer, actorId: staff.id, now: new Date() })

  expect(await file(player, RANKING)).toBeGreaterThan(own?.number ?? 0)
})

test('a new complaint is withdrawn by its owner only, and not once it is in review', async () => {
  const player = await seedReleased()
  const [stranger = ''] = await seedCrowd(1)
  const first = await file(player, RESULT)
  const second = await file(player, RANKING)
  await acknowledgeComplaint(second, (await seedStaff('organizer')).id, new Date())

  expect(await refusalOf(withdrawComplaint(first, stranger, new Date()))).toBe('complaint_not_found')
  await withdrawComplaint(first, player.participantId, new Date())
  // Twice, as from two tabs: withdrawn once, logged once.
  await withdrawComplaint(first, player.participantId, new Date())
  expect(await refusalOf(withdrawComplaint(second, player.participantId, new Date()))).toBe(
    'complaint_state_changed',
  )
  const actions = await db.auditEvent.findMany({
    where: { subject: { in: [`complaint:${first}`, `complaint:${second}`] } },
    orderBy: { recordedAt: 'asc' },
    select: { action: true, subject: true },
  })
  expect(
    actions.filter(({ subject }) => subject === `complaint:${first}`).map(({ action }) => action),
  ).toEqual(['complaint.file', 'complaint.withdraw'])
  expect(await file(player, RESULT)).toBeGreaterThan(second)
})

test('a complaint is answered once, in review, by one of two who try at the same time', async () => {
  const player = await seedReleased()
  const number = await file(player)
  const [one, two] = await Promise.all([seedStaff('organizer'), seedStaff('organizer')])
  const answerBy = (actorId: string, verdict: 'accepted' | 'rejected') =>
    refusalOf(answerComplaint({ number, verdict, answer: `Trả lời ${verdict}`, actorId, now: new Date() }))

  expect(await answerBy(one.id, 'accepted')).toBe('complaint_state_changed')
  await acknowledgeComplaint(number, one.id, new Date())
  const outcomes = await Promise.all([answerBy(one.id, 'accepted'), answerBy(two.id, 'rejected')])

  expect(outcomes.filter((outcome) => outcome === 'complaint_state_changed')).toHaveLength(1)
  const [own] = await listOwnComplaints(player.participantId, player.attemptId)
  expect(own?.answer).toBe(`Trả lời ${own?.state}`)
  expect(
    await db.auditEvent.count({ where: { subject: `complaint:${number}`, action: 'complaint.answer' } }),
  ).toBe(1)
})

test('who made a decision on the round does not answer complaints about its result, but may about a question', async () => {
  const round = await seedClosedRound()
  const player = await seedPlayer(round)
  const maker = await seedStaff('organizer')
  const during = later(round.closesAt, -10 * MINUTE_MS)
  await extendRound({
    roundSlug: round.slug,
    closesAt: later(round.closesAt, 5 * MINUTE_MS),
    reason: 'Mất điện',
    decidedById: maker.id,
    now: during,
  })
  await settleRounds(new Date())
  const about = { ranking: await file(player, RANKING), question: await file(player, THIRD) }
  const answer = (number: number, actorId: string) =>
    answerComplaint({ number, verdict: 'rejected', answer: 'Đã xem xét.', actorId, now: new Date() })
  for (const number of Object.values(about)) await acknowledgeComplaint(number, maker.id, new Date())

  expect((await getComplaintFile(about.ranking, maker.id)).isReaderFree).toBe(false)
  expect(await refusalOf(answer(about.ranking, maker.id))).toBe('decider_is_involved')
  await answer(about.question, maker.id)
  await answer(about.ranking, (await seedStaff('organizer')).id)
})

test('who wrote the question does not answer a complaint about it, and the database would not take it', async () => {
  const player = await seedReleased()
  const number = await file(player)
  const author = await seedStaff('organizer')
  await db.complaint.update({ where: { number }, data: { questionAuthorId: author.id } })
  await acknowledgeComplaint(number, author.id, new Date())
  const answer = { number, verdict: 'accepted', answer: 'Chấp nhận.', now: new Date() } as const

  expect(await refusalOf(answerComplaint({ ...answer, actorId: author.id }))).toBe('decider_is_involved')
  await expect(
    db.complaint.update({
      where: { number },
      data: {
        state: 'accepted',
        answer: 'Chấp nhận.',
        openKey: null,
        decidedById: author.id,
        decidedAt: new Date(),
      },
    }),
  ).rejects.toThrow(/complaint_decider_not_author/)
})

test('the rules say until when a complaint is taken, from the settings and of an official result from its own term', async () => {
  const round = await seedClosedRound()
  const contest = await db.contest.update({
    where: { id: round.contestId },
    data: { complaintWindowHours: 30, complaintAnswerDays: 4 },
  })
  const player = await seedPlayer(round)
  const desk = await getComplaintDesk(player.attemptId, player.participantId, new Date())
  const termsOf = async (rounds: Round[]) => (await loadRulesView(contest, rounds, new Date())).complaints

  expect(await termsOf([round])).toEqual({
    windowHours: 30,
    answerDays: 4,
    rounds: [{ slug: round.slug, title: round.title, until: later(round.closesAt, 30 * HOUR_MS) }],
  })
  expect((await termsOf([round])).rounds[0]?.until).toEqual(desk.window?.closesAt)
  const complaintsUntil = later(new Date(), DAY_MS)
  expect((await termsOf([{ ...round, complaintsUntil }])).rounds[0]?.until).toEqual(complaintsUntil)
  expect((await termsOf([{ ...round, kind: 'practice' }])).rounds).toEqual([])
})
