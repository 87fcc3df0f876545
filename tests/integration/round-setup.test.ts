import { createHash, randomInt } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { localTimeOf } from '#app/core/local-time.ts'
import type { RoundFormValues } from '#app/core/rounds/round-form.ts'
import { newRoundValues } from '#app/core/rounds/round-form-values.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { loader as paperPreview } from '#app/routes/organizer/rounds/paper-preview.tsx'
import * as setupPage from '#app/routes/organizer/rounds/round-setup.tsx'
import { loader as roundDocument } from '#app/routes/public/round-document.ts'
import { loader as publicRound } from '#app/routes/public/round.tsx'
import { createContest } from '#app/services/contests/contests.server.ts'
import { extendRound } from '#app/services/rounds/decisions.server.ts'
import { loadBank } from '#app/services/questions/question-bank.server.ts'
import {
  copyRound,
  createRoundDraft,
  deleteRoundDraft,
  getRoundForm,
  saveRoundDraft,
} from '#app/services/rounds/round-drafts.server.ts'
import { getFingerprint } from '#app/services/rounds/round-fingerprints.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import {
  renewQuestionSet,
  scheduleRound,
  unscheduleRound,
} from '#app/services/rounds/schedule-rounds.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { makeBank, makeTopic, readPaper } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant, seedSession } from '../factories/people.ts'
import { later, refusalOf } from '../factories/refusals.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

afterAll(disconnectDatabase)

async function seedContest(questionCount = 8) {
  const bank = makeBank([makeTopic('chung', questionCount)])
  await loadBank(bank, new Date())
  const { id: bankId } = await db.questionBank.findUniqueOrThrow({ where: { slug: bank.slug } })
  const contestId = await createContest({
    slug: `cuoc-thi-${randomInt(2 ** 40)}`,
    title: 'Cuộc thi thử',
    organizerName: 'Ban Tổ chức thử',
    summary: 'Chỉ để kiểm thử.',
    rulesText: '',
    contactText: '',
    noticeVersion: '1',
  })

  return { contestId, bankId, bank, actorId: (await seedOrganizer()).id }
}

/** A form without mistakes: opens tomorrow. */
function filledIn(bankId: string, changes: RoundFormValues = {}): RoundFormValues {
  const opensAt = later(new Date(), DAY_MS)

  return {
    ...newRoundValues(bankId, 'Bao nhiêu người đúng hết?'),
    title: `Đợt ${randomInt(2 ** 40)}`,
    opensAt: localTimeOf(opensAt),
    closesAt: localTimeOf(later(opensAt, 7 * DAY_MS)),
    'cell:chung:1': '5',
    ...changes,
  }
}

async function seedDraft(changes: RoundFormValues = {}, questionCount = 8) {
  const seeded = await seedContest(questionCount)
  const values = filledIn(seeded.bankId, changes)
  const { slug } = await createRoundDraft({ ...seeded, values, now: new Date() })

  return { ...seeded, values, slug }
}

async function seedScheduled(changes: RoundFormValues = {}) {
  const draft = await seedDraft(changes)
  await scheduleRound(draft.slug, new Date(), draft.actorId)

  return { ...draft, round: (await getRound(draft.slug)) as Round }
}

test('a draft with mistakes is kept exactly as typed, and becomes the settings once they are mended', async () => {
  const { slug, actorId, bankId } = await seedDraft({ closesAt: '2026-02-30T10:00', 'cell:chung:1': 'năm' })
  const form = await getRoundForm(slug)

  expect(form.values).toMatchObject({ closesAt: '2026-02-30T10:00', 'cell:chung:1': 'năm' })
  expect(form.reading).toMatchObject({
    isComplete: false,
    problems: { closesAt: 'time_invalid', 'cell:chung:1': 'count_invalid' },
  })
  expect(await refusalOf(scheduleRound(slug, new Date(), actorId))).toBe('round_incomplete')

  const values = filledIn(bankId, { minutes: '12', slug })
  expect(await saveRoundDraft({ slug, revision: 0, values, actorId, now: new Date() })).toEqual({
    slug,
    isComplete: true,
  })
  expect(await getRound(slug)).toMatchObject({
    durationMs: 12 * MINUTE_MS,
    blueprint: [{ topic: 'chung', difficulty: 1, count: 5 }],
  })
})

test('a mistake made later never reaches the settings, and such a draft is not scheduled', async () => {
  const { slug, actorId, values } = await seedDraft()
  await saveRoundDraft({
    slug,
    revision: 0,
    values: { ...values, minutes: '', title: 'Đợt đổi tên' },
    actorId,
    now: new Date(),
  })

  expect(await getRound(slug)).toMatchObject({ durationMs: 15 * MINUTE_MS, title: 'Đợt đổi tên' })
  expect(await refusalOf(scheduleRound(slug, new Date(), actorId))).toBe('round_incomplete')
})

test('of two organizers with the same form open the second is told, and loses nothing', async () => {
  const { slug, actorId, values } = await seedDraft()
  const cookie = await seedSession(actorId)
  const save = (minutes: string) =>
    setupPage.action({
      ...argsOf(`/to-chuc/dot-thi/${slug}/cau-hinh`, { params: { slug }, cookie }),
      request: new Request('http://localhost/x', {
        method: 'POST',
        headers: { Cookie: cookie },
        body: new URLSearchParams({ ...values, slug, minutes, revision: '0', intent: 'save' }),
      }),
    })

  expect((await answerOf(save('20'))).status).toBe(302)
  const second = await answerOf(save('25'))
  expect(second).toMatchObject({
    status: 409,
    body: { refusal: 'settings_changed', values: { minutes: '25' }, revision: 1 },
  })
  expect((await getRound(slug))?.durationMs).toBe(20 * MINUTE_MS)
})

test('an address is given once', async () => {
  const first = await seedDraft()
  const second = await createRoundDraft({
    ...first,
    values: { ...first.values, slug: first.slug },
    now: new Date(),
  })

  expect(second.isComplete).toBe(false)
  expect((await getRoundForm(second.slug)).reading).toMatchObject({ problems: { slug: 'slug_taken' } })
})

test('a blueprint the bank can not meet is refused with the cell named, and the draft stays', async () => {
  const { slug, actorId } = await seedDraft({ 'cell:chung:1': '9' })

  await expect(scheduleRound(slug, new Date(), actorId)).rejects.toMatchObject({
    code: 'blueprint_not_met',
    details: { shortfalls: [{ topic: 'chung', difficulty: 1, wanted: 9, available: 8 }] },
  })
  expect((await getRound(slug))?.scheduledAt).toBeNull()
})

test('a round whose opening has passed is not scheduled by hand', async () => {
  const { slug, actorId } = await seedDraft({ opensAt: localTimeOf(later(new Date(), -DAY_MS)) })

  expect(await refusalOf(scheduleRound(slug, new Date(), actorId))).toBe('opening_passed')
})

test('papers are drawn from the questions of the scheduling, whatever is imported afterwards', async () => {
  const { slug, bank, round } = await seedScheduled()
  const pinned = await db.questionSet.findUniqueOrThrow({ where: { id: round.questionSetId ?? '' } })
  await loadBank(
    { ...bank, topics: [makeTopic('chung', 8, { explanation: 'Bản sửa sau khi lên lịch' })] },
    new Date(),
  )
  const participant = await seedParticipant()
  const { attemptId } = await startAttempt({
    roundSlug: slug,
    participantId: participant.id,
    now: later(round.opensAt, 1),
  })
  const pinnedIds = (pinned.questions as { versionId: string }[]).map(({ versionId }) => versionId)

  for (const { versionId } of await readPaper(attemptId)) expect(pinnedIds).toContain(versionId)
})

test('before the opening the newest questions can be taken, and the fingerprint changes with them', async () => {
  const { slug, bank, round, actorId } = await seedScheduled()
  await loadBank({ ...bank, topics: [makeTopic('chung', 9)] }, new Date())
  await renewQuestionSet(slug, actorId, new Date())
  const renewed = (await getRound(slug)) as Round

  expect(renewed.settingsFingerprint).not.toBe(round.settingsFingerprint)
  expect(await getFingerprint(renewed, new Date())).toMatchObject({ questionCount: 9, isIntact: true })
  expect(await refusalOf(renewQuestionSet(slug, actorId, renewed.opensAt))).toBe('settings_locked')
})

test('the fingerprint is the SHA-256 of what is published, provisional until the opening, and tells nothing of a key', async () => {
  const { slug, round } = await seedScheduled()
  const text = await (await roundDocument(argsOf('/', { params: { slug } }))).text()

  expect(createHash('sha256').update(text).digest('hex')).toBe(round.settingsFingerprint)
  expect(text).not.toMatch(/Phương án|Giải thích|bí mật/)
  const shownAt = async (now: Date) => (await publicRound(argsOf('/', { params: { slug }, now }))).fingerprint
  expect(await shownAt(later(round.opensAt, -1))).toMatchObject({ isFinal: false, isIntact: true })
  expect(await shownAt(round.opensAt)).toMatchObject({ isFinal: true, isIntact: true })
})

test('an extension is a decision and leaves the fingerprint intact; a setting changed behind its back breaks it', async () => {
  const { slug, round, actorId } = await seedScheduled()
  const now = later(round.opensAt, 1)
  await extendRound({
    roundSlug: slug,
    closesAt: later(round.closesAt, DAY_MS),
    reason: 'Mất điện',
    decidedById: actorId,
    now,
  })
  expect(await getFingerprint((await getRound(slug)) as Round, now)).toMatchObject({ isIntact: true })

  await db.round.update({ where: { slug }, data: { pointsPerQuestion: 99 } })
  expect(await getFingerprint((await getRound(slug)) as Round, now)).toMatchObject({ isIntact: false })
})

test('from the opening on no setting changes: saving, taking back, renewing and deleting are refused', async () => {
  const { slug, round, actorId, values } = await seedScheduled()
  const revision = round.settingsRevision
  for (const now of [round.opensAt, later(round.opensAt, DAY_MS), later(round.closesAt, DAY_MS)]) {
    expect(await refusalOf(saveRoundDraft({ slug, revision, values, actorId, now }))).toBe('settings_locked')
    expect(await refusalOf(unscheduleRound(slug, actorId, now))).toBe('settings_locked')
    expect(await refusalOf(renewQuestionSet(slug, actorId, now))).toBe('settings_locked')
    expect(await refusalOf(deleteRoundDraft(slug, actorId, now))).toBe('settings_locked')
  }
  expect(await getRound(slug)).toEqual(round)
})

test('the lock holds by the database’s clock too: a request that was slow to arrive changes nothing', async () => {
  const { slug, round, actorId } = await seedScheduled()
  await db.round.update({ where: { slug }, data: { opensAt: later(new Date(), -1) } })

  expect(await refusalOf(unscheduleRound(slug, actorId, later(new Date(), -MINUTE_MS)))).toBe(
    'settings_locked',
  )
  expect((await getRound(slug))?.scheduledAt).toEqual(round.scheduledAt)
})

test('in a race between taking a round back and the first start, either nobody has a paper or the round stays', async () => {
  for (let round = 0; round < 5; round++) {
    const { slug, actorId, round: scheduled } = await seedScheduled()
    const people = await Promise.all(Array.from({ length: 4 }, () => seedParticipant()))
    const results = await Promise.allSettled([
      ...people.map(({ id }) => startAttempt({ roundSlug: slug, participantId: id, now: scheduled.opensAt })),
      unscheduleRound(slug, actorId, later(scheduled.opensAt, -1)),
    ])
    const attempts = await db.attempt.count({ where: { roundId: scheduled.id } })
    const isTakenBack = (await getRound(slug))?.scheduledAt === null

    expect(results.at(-1)?.status).toBe(isTakenBack ? 'fulfilled' : 'rejected')
    expect({ isTakenBack, attempts }).toEqual(
      isTakenBack ? { isTakenBack, attempts: 0 } : { isTakenBack, attempts: 4 },
    )
  }
})

test('a round taken back is unknown to the public again and can be changed and deleted', async () => {
  const { slug, actorId, round, values } = await seedScheduled()
  await unscheduleRound(slug, actorId, new Date())
  expect((await answerOf(publicRound(argsOf('/', { params: { slug } })))).status).toBe(404)

  const revision = round.settingsRevision + 1
  await saveRoundDraft({ slug, revision, values: { ...values, slug }, actorId, now: new Date() })
  await deleteRoundDraft(slug, actorId, new Date())
  expect(await getRound(slug)).toBeNull()
})

test('a copy is a draft of its own with the same settings, waiting for its time', async () => {
  const { slug, actorId } = await seedScheduled()
  const copy = await copyRound(slug, 'Đợt sao chép', actorId, new Date())
  const { values, reading } = await getRoundForm(copy.slug)

  expect(values).toMatchObject({ title: 'Đợt sao chép', opensAt: '', 'cell:chung:1': '5' })
  expect(reading).toMatchObject({ problems: { opensAt: 'time_missing', closesAt: 'time_missing' } })
})

test('every step is in the audit log, with what was changed from and to', async () => {
  const { slug, actorId, values } = await seedDraft()
  await saveRoundDraft({
    slug,
    revision: 0,
    values: { ...values, slug, minutes: '20' },
    actorId,
    now: new Date(),
  })
  await scheduleRound(slug, new Date(), actorId)
  await unscheduleRound(slug, actorId, new Date())
  await deleteRoundDraft(slug, actorId, new Date())
  const rows = await db.auditEvent.findMany({
    where: { subject: `round:${slug}` },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })

  expect(rows.map(({ action }) => action)).toEqual([
    'round.create',
    'round.update',
    'round.schedule',
    'round.unschedule',
    'round.delete',
  ])
  expect(rows[1]?.details).toMatchObject({
    changes: [{ field: 'durationMs', from: '900000', to: '1200000' }],
  })
})

test('a preview is a paper by the settings and makes no attempt; its key is for readers of questions who ask', async () => {
  const { slug, actorId } = await seedScheduled()
  const cookie = await seedSession(actorId)
  const look = (query: string) =>
    paperPreview(argsOf(`/to-chuc/dot-thi/${slug}/de-thu?${query}`, { params: { slug }, cookie }))
  const plain = await look('hat=0123abcd')

  expect(plain.questions).toHaveLength(5)
  expect(JSON.stringify(plain)).not.toContain('Giải thích bí mật')
  expect((await look('hat=0123abcd')).questions).toEqual(plain.questions)
  expect((await look('hat=ffff0000')).questions).not.toEqual(plain.questions)
  expect(JSON.stringify(await look('hat=0123abcd&dap-an=1'))).toContain('Giải thích bí mật')
  expect(await db.attempt.count({ where: { round: { slug } } })).toBe(0)
})

test('the set-up is closed to participants and to visitors', async () => {
  const { slug } = await seedDraft()
  const participant = await seedSession((await seedParticipant()).id)
  const open = (cookie?: string) =>
    answerOf(
      setupPage.loader(
        argsOf(`/to-chuc/dot-thi/${slug}/cau-hinh`, { params: { slug }, ...(cookie ? { cookie } : {}) }),
      ),
    )

  expect((await open(participant)).status).toBe(403)
  expect((await open()).status).toBe(302)
})
