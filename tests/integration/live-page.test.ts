import { afterAll, expect, test } from 'vitest'
import { ACTIVITY_SLOT_MS, slotOf, summarizeActivity } from '#app/core/rounds/live-activity.ts'
import { db, disconnectDatabase, pool } from '#app/db/client.server.ts'
import { isQueryCanceled } from '#app/db/errors.server.ts'
import { inWatchTransaction } from '#app/db/transaction.server.ts'
import * as livePage from '#app/routes/organizer/rounds/live.tsx'
import {
  noteProblem,
  noteReply,
  noteSaveFailure,
  takeActivity,
} from '#app/services/rounds/activity-counters.server.ts'
import { listActivity, listProblems, reportActivity } from '#app/services/rounds/activity.server.ts'
import { findRunningPeople } from '#app/services/attempts/running-attempts.server.ts'
import { saveAnswers } from '#app/services/attempts/save-answers.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { seedRound } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant, seedSession, seedUnit } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
import { later } from '../factories/refusals.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

const MINUTE_MS = 60_000

afterAll(disconnectDatabase)

async function openLivePage(slug: string, search = '', now = new Date()) {
  const cookie = await seedSession((await seedOrganizer()).id)

  return livePage.loader(
    argsOf(`/to-chuc/dot-thi/${slug}/truc-tiep${search}`, { cookie, params: { slug }, now }),
  )
}

test('the live page counts who is at work, who is done and who has not come, by unit without any score', async () => {
  const round = await seedRound()
  const unit = await seedUnit({ name: 'Trường Tiểu học Hoa Sen', headCount: 4 })
  const people = await Promise.all([1, 2, 3].map(() => seedParticipant({ unitId: unit.id })))
  const now = new Date()
  const [first, second] = people
  await playAttempt(round, {
    participantId: first?.id ?? '',
    right: 3,
    startedAt: later(now, -3 * MINUTE_MS),
  })
  await startAttempt({ roundSlug: round.slug, participantId: first?.id ?? '', now })
  await startAttempt({ roundSlug: round.slug, participantId: second?.id ?? '', now })
  const page = await openLivePage(round.slug, '?don-vi=hoa sen', now)
  const registered = await db.user.count({ where: { role: 'participant' } })

  expect(page.counts).toMatchObject({
    running: 2,
    finished: 1,
    submitted: 1,
    people: 2,
    registered,
    waiting: registered - 2,
    overdue: 0,
  })
  expect(page.units?.rows).toEqual([
    { unitId: unit.id, name: 'Trường Tiểu học Hoa Sen', headCount: 4, people: 2 },
  ])
  expect(page.charts?.starts.reduce((sum, { count }) => sum + count, 0)).toBe(3)
  expect(page.charts?.endings.reduce((sum, { count }) => sum + count, 0)).toBe(1)
  expect(JSON.stringify(page)).not.toMatch(/"score"/)
})

test('an attempt that nobody has counted long after its deadline is told', async () => {
  const round = await seedRound()
  const { id } = await seedParticipant()
  const now = new Date()
  await startAttempt({ roundSlug: round.slug, participantId: id, now })

  expect((await openLivePage(round.slug, '', later(now, 11 * MINUTE_MS))).counts?.overdue).toBe(1)
})

test('what a process did becomes one row every ten seconds, however many saves there were', async () => {
  takeActivity()
  const round = await seedRound()
  const { id: participantId } = await seedParticipant()
  const now = new Date()
  const { attemptId } = await startAttempt({ roundSlug: round.slug, participantId, now })
  await saveAnswers({ attemptId, participantId, revision: 0, answers: { '1': [], '2': [] }, now })
  await saveAnswers({ attemptId, participantId, revision: 1, answers: { '1': [] }, now })
  await saveAnswers({ attemptId, participantId, revision: 0, answers: { '1': [] }, now }).catch(
    () => undefined,
  )
  noteSaveFailure()
  noteReply(200)
  noteReply(503)
  const endOfSlot = later(slotOf(now), ACTIVITY_SLOT_MS)
  await reportActivity(endOfSlot)
  await reportActivity(endOfSlot)
  const slots = await listActivity(endOfSlot)

  expect(slots).toHaveLength(1)
  expect(slots[0]).toMatchObject({
    slotAt: slotOf(now),
    saves: 2,
    answers: 3,
    saveFailures: 1,
    requests: 2,
    serverErrors: 1,
  })
  expect(summarizeActivity(slots, endOfSlot)).toMatchObject({ processes: 1, answersInLastMinute: 3 })
})

test('reports are kept for hours, not for ever', async () => {
  const old = later(slotOf(new Date()), -4 * 60 * MINUTE_MS)
  await db.processActivity.create({
    data: {
      slotAt: old,
      processId: 'truoc',
      saves: 1,
      answers: 1,
      saveFailures: 0,
      requests: 1,
      serverErrors: 0,
    },
  })
  await reportActivity(new Date())

  expect(await db.processActivity.count({ where: { processId: 'truoc' } })).toBe(0)
})

test('what can’t be reported is reported with the next slot', async () => {
  takeActivity()
  noteReply(200)
  const query = pool.query.bind(pool)
  pool.query = () => Promise.reject(new Error('the database is away'))
  await expect(reportActivity(new Date())).rejects.toThrow('away')
  pool.query = query
  noteReply(200)

  expect(takeActivity().counters.requests).toBe(2)
})

test('a problem carries its request and no personal data: neither message nor ids nor tokens', async () => {
  takeActivity()
  const now = new Date()
  const error = Object.assign(new TypeError('Nguyễn Thị Đào 0912345678'), { code: 'ECONNREFUSED' })
  noteProblem({ requestId: 'abc-1', place: 'PUT /api/v1/attempts/0193-77ab/answers?x=1', error, now })
  noteProblem({ requestId: 'abc-2', place: 'GET /dang-nhap/mot-lan/QWERTYUIOPASDFGHJKL', error: 'text', now })
  noteProblem({ requestId: null, place: 'background', error, now })
  for (let count = 0; count < 100; count++) noteProblem({ requestId: null, place: 'background', error, now })
  await reportActivity(now)
  const problems = await listProblems(later(now, 1))

  expect(problems).toHaveLength(10)
  const stored = await db.serverProblem.findMany({
    where: { requestId: { not: null } },
    orderBy: { requestId: 'asc' },
  })
  expect(stored.map(({ place, cause }) => [place, cause])).toEqual([
    ['PUT /api/v1/attempts/…/answers', 'TypeError ECONNREFUSED'],
    ['GET /dang-nhap/mot-lan/…', 'unknown'],
  ])
  expect(await db.serverProblem.count()).toBe(20)
})

test('people at work are found by words of their name without accents, or by their account', async () => {
  const round = await seedRound()
  const now = new Date()
  const [dao, other] = await Promise.all([
    seedParticipant({ fullName: 'Đặng Thị Ngọc Ánh' }),
    seedParticipant({ fullName: 'Lê Văn Ấm' }),
  ])
  for (const { id } of [dao, other]) await startAttempt({ roundSlug: round.slug, participantId: id, now })
  const namesFor = async (search: string, at = now) =>
    (await findRunningPeople(round.id, search, at)).people.map(({ fullName }) => fullName)

  expect(await namesFor('anh dang')).toEqual(['Đặng Thị Ngọc Ánh'])
  expect(await namesFor('ĐẶNG')).toEqual(['Đặng Thị Ngọc Ánh'])
  expect(await namesFor(other.loginName)).toEqual(['Lê Văn Ấm'])
  expect(await namesFor('am')).toEqual(['Lê Văn Ấm'])
  expect(await namesFor('  ')).toEqual([])
  expect(await namesFor('dang', later(now, 11 * MINUTE_MS))).toEqual([])
})

test('the page opens for the staff only, and time is given only by those who manage the contest', async () => {
  const round = await seedRound()
  const path = `/to-chuc/dot-thi/${round.slug}/truc-tiep`
  const params = { slug: round.slug }
  const participant = await seedSession((await seedParticipant()).id)
  const auditor = await db.user.create({
    data: {
      role: 'auditor',
      loginName: `giam-sat-${round.slug}`,
      fullName: 'Giám sát',
      createdAt: new Date(),
    },
  })
  const cookie = await seedSession(auditor.id)

  expect(await answerOf(livePage.loader(argsOf(path, { params, cookie: participant })))).toMatchObject({
    status: 403,
  })
  expect(await answerOf(livePage.action(argsOf(path, { params, cookie, method: 'POST' })))).toMatchObject({
    status: 403,
  })
  const { id } = await seedParticipant({ fullName: 'Trần Bí Mật' })
  await startAttempt({ roundSlug: round.slug, participantId: id, now: new Date() })
  const page = await livePage.loader(argsOf(`${path}?nguoi=tran`, { params, cookie }))
  expect(page.found.people).toEqual([])
})

test('a statement that only watches is given up before it can be in the way', async () => {
  const error: unknown = await inWatchTransaction((client) => client.query('SELECT pg_sleep(30)')).catch(
    (reason: unknown) => reason,
  )

  expect(isQueryCanceled(error)).toBe(true)
  await expect(inWatchTransaction((client) => client.query('DELETE FROM process_activity'))).rejects.toThrow(
    /read-only/,
  )
})
