import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import * as page from '#app/routes/organizer/regrades/regrade.tsx'
import { reviewAnomalies } from '#app/services/closing/anomaly-sheet.server.ts'
import { acknowledgeComplaint, answerComplaint } from '#app/services/complaints/complaint-review.server.ts'
import { exclude } from '#app/services/closing/exclusions.server.ts'
import { applyRegrades } from '#app/services/regrades/regrade-apply.server.ts'
import { loadRegradeDesk } from '#app/services/regrades/regrade-desk.server.ts'
import { previewRegrades } from '#app/services/regrades/regrade-preview.server.ts'
import { getQuestionToCorrect } from '#app/services/regrades/question-to-correct.server.ts'
import { findRoundQuestions } from '#app/services/regrades/regrade-questions.server.ts'
import { confirmRegrade, renewPreview, writeCorrection } from '#app/services/regrades/regrade-sets.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { file, seedReleased } from '../factories/complaints.ts'
import {
  playAll,
  seedClosedRound,
  seedCrowd,
  seedStaff,
  settleAndAnalyse,
} from '../factories/closed-rounds.ts'
import { makeQuestion, makeTopic, seedRound } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant, seedSession } from '../factories/people.ts'
import { refusalOf } from '../factories/refusals.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

afterAll(disconnectDatabase)

const doing = (round: Round, actorId: string) => ({ roundSlug: round.slug, actorId, now: new Date() })
const deskOf = async (round: Round) => loadRegradeDesk(await requireRound(round.slug), new Date())

/** A settled round with one prize whose papers all have the same five questions; so many right answers each. */
async function seedPlayed(rights: readonly number[] = [5, 4, 3]) {
  const round = await seedClosedRound({ topics: [makeTopic('chung', 5)] })
  await db.round.update({
    where: { id: round.id },
    data: { prizes: [{ title: 'Giải Nhất', count: 1 }] },
  })
  const people = await seedCrowd(rights.length)
  await playAll(round, people, (place) => rights[place] ?? 0)
  await settleAndAnalyse(round)
  const { id: versionId } = await db.questionVersion.findFirstOrThrow({
    where: { question: { bankId: round.bankId, code: 'chung-1' } },
  })
  const { id: actorId, fullName } = await seedOrganizer()

  return { round: await requireRound(round.slug), people, versionId, actorId, fullName }
}

const annulling = (versionId: string) => ({
  versionId,
  kind: 'annul' as const,
  options: [],
  reason: 'Câu hỏi mơ hồ',
})

test('questions of a round are found by code and by words without accents, and those of its set only', async () => {
  const questions = [
    makeQuestion({ id: 'cau-a', stem: 'Hội đồng Thi đua – Khen thưởng Trung ương do ai thành lập?' }),
    makeQuestion({ id: 'cau-b', stem: 'Danh hiệu “Lao động tiên tiến” được xét mấy lần một năm?' }),
    makeQuestion({ id: 'cau-c', stem: 'Câu khó của chuyên đề', difficulty: 3 }),
  ]
  const round = await seedRound({
    topics: [{ topic: 'chung', title: 'Chung', questions }],
    blueprint: [{ topic: 'chung', difficulty: 1, count: 2 }],
  })
  const codesOf = async (search: string) =>
    (await findRoundQuestions(round, search, 1)).rows.map(({ code }) => code)

  expect(await codesOf('')).toEqual(['cau-a', 'cau-b'])
  expect(await codesOf('hoi dong KHEN')).toEqual(['cau-a'])
  expect(await codesOf('cau-b')).toEqual(['cau-b'])
  expect(await codesOf('50%')).toEqual([])
  expect(await findRoundQuestions(round, '', 99)).toMatchObject({ page: 1, pageCount: 1, matchCount: 2 })
})

test('the desk follows a set from the correction to the history, with names in the place of ids', async () => {
  const { round, versionId, actorId, fullName } = await seedPlayed()
  await writeCorrection({ ...doing(round, actorId), ...annulling(versionId) })
  expect((await deskOf(round)).open).toMatchObject({
    stage: 'computing',
    preview: null,
    corrections: [{ code: 'chung-1', kind: 'annul', reason: 'Câu hỏi mơ hồ', effect: null }],
  })

  await previewRegrades(new Date())
  const { open } = await deskOf(round)
  expect(open).toMatchObject({
    stage: 'previewed',
    progress: { done: 3, total: 3 },
    preview: { attempts: 3, changedAttempts: 3, places: 1, arePrizes: true },
  })
  const effect = open?.corrections[0]?.effect
  expect(effect?.gained).toBe(0)
  expect(effect?.lost).toBeGreaterThan(0)

  await confirmRegrade({
    ...doing(round, actorId),
    previewKey: open?.previewKey ?? '',
    publicNote: 'Câu hỏi bị hủy',
  })
  expect((await deskOf(round)).open?.stage).toBe('applying')
  await applyRegrades(new Date())
  const desk = await deskOf(round)
  expect(desk.open).toBeNull()
  expect(desk.past).toMatchObject([
    { state: 'applied', by: fullName, publicNote: 'Câu hỏi bị hủy', corrections: [{ code: 'chung-1' }] },
  ])
})

test('who enters and who leaves the places with a prize is told with rank and points before and after', async () => {
  const { round, people, actorId } = await seedPlayed([5, 4])
  const [first = '', second = ''] = people
  const attempt = await db.attempt.findFirstOrThrow({
    where: { roundId: round.id, participantId: second },
    include: { paper: true },
  })
  const positions = attempt.paper?.positions as {
    versionId: string
    options: { id: string; index: number }[]
  }[]
  const wrong = positions[4]
  const [chosen] = (attempt.answers as Record<string, string[]>)['5'] ?? []
  await writeCorrection({
    ...doing(round, actorId),
    versionId: wrong?.versionId ?? '',
    kind: 'new_key',
    options: [wrong?.options.find(({ id }) => id === chosen)?.index ?? -1],
    reason: 'Đáp án nhập nhầm',
  })
  await previewRegrades(new Date())
  const preview = (await deskOf(round)).open?.preview

  expect(preview).toMatchObject({
    gaining: 1,
    losing: 1,
    entering: [
      {
        participantId: second,
        fullName: 'Nguyễn Mẫu An',
        rankBefore: 2,
        rankAfter: 1,
        scoreBeforeHundredths: 400,
        scoreAfterHundredths: 500,
      },
    ],
    leaving: [{ participantId: first, rankBefore: 1, rankAfter: 2 }],
  })
})

test('a preview from before an exclusion is called outdated, and is computed anew when somebody asks', async () => {
  const { round, people, versionId, actorId } = await seedPlayed()
  await writeCorrection({ ...doing(round, actorId), ...annulling(versionId) })
  await previewRegrades(new Date())
  const deciding = { roundSlug: round.slug, decidedById: actorId, now: new Date() }
  const { loginName } = await db.user.findUniqueOrThrow({ where: { id: people[2] ?? '' } })
  await reviewAnomalies(deciding)
  await exclude({ ...deciding, loginName, kind: 'relative', reason: 'Người thân' })
  expect((await deskOf(round)).open?.stage).toBe('outdated')

  await renewPreview(doing(round, actorId))
  expect((await deskOf(round)).open).toMatchObject({ stage: 'computing', preview: null })
  expect(
    await db.auditEvent.count({
      where: { action: 'regrade.renew', subject: `round:${round.slug}`, actorId },
    }),
  ).toBe(1)
  await previewRegrades(new Date())
  expect((await deskOf(round)).open).toMatchObject({ stage: 'previewed', preview: { people: 2 } })
})

test('of an open round nothing tells how its questions are answered; a set waits there', async () => {
  const round = await seedRound()
  const { id: actorId } = await seedOrganizer()
  const { id: versionId } = await db.questionVersion.findFirstOrThrow({
    where: { question: { bankId: round.bankId } },
  })
  await writeCorrection({ ...doing(round, actorId), ...annulling(versionId) })

  expect((await deskOf(round)).open?.stage).toBe('waiting')
  expect(await getQuestionToCorrect(round, versionId)).toMatchObject({
    counts: null,
    prepared: { kind: 'annul', reason: 'Câu hỏi mơ hồ' },
  })
})

test('a question comes with how often each option was chosen, unless too few people had it', async () => {
  const many = await seedPlayed([5, 5, 5, 5, 5, 0])
  const few = await seedPlayed()
  const { counts } = await getQuestionToCorrect(many.round, many.versionId)

  expect(counts?.shown).toBe(6)
  expect(counts?.chosen[0]).toBe(5)
  expect((await getQuestionToCorrect(few.round, few.versionId)).counts).toBeNull()
  expect(await refusalOf(getQuestionToCorrect(few.round, many.versionId))).toBe('question_not_found')
})

test('a question names the complaints about it, and what an earlier regrade made of its key', async () => {
  const player = await seedReleased()
  const number = await file(player)
  const complaint = await db.complaint.findUniqueOrThrow({
    where: { number },
    include: { round: { select: { slug: true } } },
  })
  const staff = await seedStaff('organizer')
  await acknowledgeComplaint(number, staff.id, new Date())
  await answerComplaint({
    number,
    verdict: 'accepted',
    answer: 'Sẽ chấm lại.',
    actorId: staff.id,
    now: new Date(),
  })
  const versionId = complaint.questionVersionId ?? ''
  await settleRounds(new Date())
  const round = await requireRound(complaint.round.slug)
  await writeCorrection({ ...doing(round, staff.id), ...annulling(versionId) })
  await previewRegrades(new Date())
  await confirmRegrade({
    ...doing(round, staff.id),
    previewKey: (await deskOf(round)).open?.previewKey ?? '',
    publicNote: 'Hủy câu',
  })
  await applyRegrades(new Date())

  expect(await getQuestionToCorrect(round, versionId)).toMatchObject({
    complaints: [number],
    inForce: { kind: 'annul', options: [] },
    prepared: null,
  })
})

type Form = readonly (readonly [string, string])[]

/** Sends a form of the page as this person. */
async function post(round: Round, cookie: string, form: Form) {
  const args = argsOf(`/to-chuc/dot-thi/${round.slug}/cham-lai`, { params: { slug: round.slug }, cookie })
  const body = new URLSearchParams(form.map(([name, value]) => [name, value]))
  const request = new Request(args.request.url, { method: 'POST', headers: { Cookie: cookie }, body })

  return answerOf(page.action({ ...args, request }))
}

test('the page opens for those who read results, and only those who manage them change anything', async () => {
  const { round, versionId } = await seedPlayed()
  const visit = (cookie?: string) =>
    answerOf(page.loader(argsOf('/to-chuc/dot-thi/x/cham-lai', { params: { slug: round.slug }, cookie })))
  const auditor = await seedSession((await seedStaff('auditor')).id)
  const correction: Form = [
    ['intent', 'correct'],
    ['versionId', versionId],
    ['kind', 'annul'],
    ['reason', 'Mơ hồ'],
  ]

  expect((await visit(auditor)).status).toBe(200)
  expect((await visit(await seedSession((await seedStaff('reviewer')).id))).status).toBe(403)
  expect((await visit(await seedSession((await seedParticipant()).id))).status).toBe(403)
  expect((await visit()).location).toMatch(/^\/dang-nhap\?tiep=/)
  for (const form of [
    correction,
    ...['remove', 'renew', 'cancel', 'confirm'].map((v): Form => [['intent', v]]),
  ])
    expect((await post(round, auditor, form)).status).toBe(403)
  expect(await db.regrade.count({ where: { roundId: round.id } })).toBe(0)
})

test('mistakes are told at their place, with what was typed and chosen', async () => {
  const { round, versionId } = await seedPlayed()
  const cookie = await seedSession((await seedStaff('organizer')).id)
  const correct = (...more: Form) =>
    post(round, cookie, [['intent', 'correct'], ['versionId', versionId], ...more])

  expect(await correct(['reason', ' '])).toMatchObject({
    status: 422,
    body: { intent: 'correct', errors: { kind: 'kind_missing', reason: 'reason_missing' } },
  })
  expect(await correct(['kind', 'accept_also'], ['renewed', '2'], ['reason', 'Sai'])).toMatchObject({
    status: 422,
    body: { errors: { also: 'options_missing' }, values: { reason: 'Sai', renewed: '2' } },
  })
  expect(
    await correct(['kind', 'new_key'], ['renewed', '1'], ['renewed', '2'], ['reason', 'Sai']),
  ).toMatchObject({ status: 422, body: { errors: { renewed: 'one_option_only' } } })
  expect(
    await correct(['kind', 'accept_also'], ['also', '1'], ['also', '3'], ['reason', 'Sai']),
  ).toMatchObject({ status: 302, location: `/to-chuc/dot-thi/${round.slug}/cham-lai?xong=corrected` })
  expect((await deskOf(round)).open?.corrections[0]?.options.map(({ place }) => place)).toEqual([1, 3])
})

test('a wrong word, an old preview or a set that is gone confirms nothing', async () => {
  const { round, versionId, actorId } = await seedPlayed()
  const cookie = await seedSession((await seedStaff('organizer')).id)
  await writeCorrection({ ...doing(round, actorId), ...annulling(versionId) })
  await previewRegrades(new Date())
  const previewKey = (await deskOf(round)).open?.previewKey ?? ''
  const confirm = (word: string, key = previewKey) =>
    post(round, cookie, [
      ['intent', 'confirm'],
      ['previewKey', key],
      ['publicNote', 'Hủy câu'],
      ['confirmation', word],
    ])

  expect(await confirm('chấm')).toMatchObject({
    status: 422,
    body: { errors: { confirmation: 'confirmation_wrong' }, values: { publicNote: 'Hủy câu' } },
  })
  expect(await confirm('CHẤM LẠI', 'cũ')).toMatchObject({
    status: 409,
    body: { errors: { form: 'regrade_not_ready' } },
  })
  expect((await deskOf(round)).open?.stage).toBe('previewed')
  expect((await post(round, cookie, [['intent', 'cancel']])).location).toContain('xong=cancelled')
  expect(await confirm('CHẤM LẠI')).toMatchObject({
    status: 409,
    body: { errors: { form: 'regrade_state_changed' } },
  })
  expect(await db.attempt.count({ where: { roundId: round.id, questionCount: 5 } })).toBe(3)
})
