import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { paths } from '#app/http/paths.ts'
import { loader as personPage } from '#app/routes/organizer/people/person.tsx'
import { reviewAnomalies } from '#app/services/closing/anomaly-sheet.server.ts'
import { listDuplicates, markDistinct, unmarkDistinct } from '#app/services/people/duplicate-people.server.ts'
import { exclude } from '#app/services/closing/exclusions.server.ts'
import { setLocked } from '#app/services/people/person-changes.server.ts'
import { listPersonRankings } from '#app/services/people/person-exclusions.server.ts'
import { loadPersonPage } from '#app/services/people/person-page.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { seedClosedRound } from '../factories/closed-rounds.ts'
import { seedRound } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant, seedSession, seedUnit } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

afterAll(disconnectDatabase)

const by = async () => ({ actorId: (await seedOrganizer()).id, now: new Date() })

test('likely duplicates are listed with their evidence until they are found to be two people', async () => {
  const organizer = await by()
  const { id: unitId } = await seedUnit()
  const fullName = 'Giàng Thị Trùng Mẫu'
  const [a, b] = [await seedParticipant({ fullName, unitId }), await seedParticipant({ fullName, unitId })]
  const evidenceOf = async () =>
    (await listDuplicates()).find(({ people }) => people.some(({ id }) => id === a.id))?.evidence

  expect(await evidenceOf()).toEqual(expect.arrayContaining(['same_name', 'same_unit']))
  await markDistinct([b.id, a.id], organizer)
  await markDistinct([a.id, b.id], organizer)
  expect(await evidenceOf()).toBeUndefined()

  await unmarkDistinct([b.id, a.id], organizer)
  await unmarkDistinct([a.id, b.id], organizer)
  expect(await evidenceOf()).toEqual(expect.arrayContaining(['same_name', 'same_unit']))
  const [first = '', second] = [a.id, b.id].toSorted()
  expect(
    await db.auditEvent.findMany({
      where: { subject: `user:${first}` },
      orderBy: { id: 'asc' },
      select: { action: true, actorId: true, details: true },
    }),
  ).toEqual(
    ['person.distinct', 'person.undistinct'].map((action) => ({
      action,
      actorId: organizer.actorId,
      details: { otherId: second },
    })),
  )
})

test('a pair is listed once, however its two accounts are ordered', async () => {
  const { id: unitId } = await seedUnit()
  const fullName = 'Lò Thị Một Lần'
  // By number the first stands before the second, by the end of the number behind it.
  const logins = ['0912000009', '0912000010']
  for (const loginName of logins) await seedParticipant({ fullName, unitId, loginName })
  const pairs = (await listDuplicates()).filter(({ people }) =>
    people.some((person) => person.fullName === fullName),
  )
  expect(pairs).toHaveLength(1)
})

test('locking is recorded for each account with its reason, and touches no staff', async () => {
  const organizer = await by()
  const person = await seedParticipant()
  expect(await setLocked([person.id, organizer.actorId], 'lock', 'Hai tài khoản', organizer)).toEqual([
    person.id,
  ])
  expect(await setLocked([person.id], 'lock', 'Lần nữa', organizer)).toEqual([])
  expect(await setLocked([person.id], 'unlock', 'Đã xác minh', organizer)).toEqual([person.id])

  expect((await loadPersonPage(person.id)).history).toMatchObject([
    { action: 'person.unlock', reason: 'Đã xác minh' },
    { action: 'person.lock', reason: 'Hai tài khoản' },
  ])
})

test('the page of a person says from which rounds they are excluded and why, to those who may read results', async () => {
  const round = await seedClosedRound()
  const practice = await seedRound({ kind: 'practice' })
  const person = await seedParticipant()
  for (const each of [round, practice]) await playAttempt(each, { participantId: person.id, right: 1 })
  await settleRounds(new Date())
  const organizer = await by()
  const deciding = { roundSlug: round.slug, decidedById: organizer.actorId, now: new Date() }
  const rankings = () => listPersonRankings(person.id, new Date())

  expect(await rankings()).toEqual([{ slug: round.slug, title: round.title, isOpen: false, exclusion: null }])
  await reviewAnomalies(deciding)
  expect(await rankings()).toMatchObject([{ isOpen: true }])
  await exclude({
    ...deciding,
    loginName: person.loginName,
    kind: 'relative',
    reason: 'Con của một thành viên ra đề',
  })
  expect(await rankings()).toMatchObject([
    { exclusion: { kind: 'relative', reason: 'Con của một thành viên ra đề', liftedAt: null } },
  ])

  const visit = async (cookie: string) =>
    (await answerOf(personPage(argsOf(paths.person(person.id), { cookie, params: { personId: person.id } }))))
      .body
  expect(await visit(await seedSession(organizer.actorId))).toMatchObject({
    rankings: [{ exclusion: { reason: 'Con của một thành viên ra đề' } }],
  })
})

test('the history of a person is told in words', async () => {
  const organizer = await by()
  const person = await seedParticipant()
  await setLocked([person.id], 'lock', 'Hai tài khoản', organizer)
  const visit = argsOf(paths.person(person.id), {
    cookie: await seedSession(organizer.actorId),
    params: { personId: person.id },
  })
  expect((await answerOf(personPage(visit))).body).toMatchObject({ history: [{ what: 'Khóa tài khoản' }] })
})
