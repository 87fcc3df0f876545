import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { listCandidates } from '#app/services/attempts/question-cache.server.ts'
import { createQuestion, editQuestion } from '#app/services/questions/question-writing.server.ts'
import { nextToReview } from '#app/services/questions/review-queue.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { act, makeContent, seedBank, seedStaff, seedSubmitted } from '../factories/bank.ts'
import { makeTopic, readPaper, seedRound } from '../factories/contests.ts'
import { seedParticipant } from '../factories/people.ts'
import { refusalOf } from '../factories/refusals.ts'

afterAll(disconnectDatabase)

const questionOf = (bankId: string, code: string) =>
  db.question.findUniqueOrThrow({
    where: { bankId_code: { bankId, code } },
    include: { versions: { orderBy: { version: 'asc' } } },
  })

test('what an author submits is drawn only after another person has approved it', async () => {
  const bank = await seedBank(1)
  const author = await seedStaff('question_author')
  const reviewer = await seedStaff('reviewer')
  const code = await seedSubmitted(bank.slug, author.id)
  expect(await listCandidates(bank.id, 'with_flagged')).toHaveLength(2)

  expect(await act('approve', bank.slug, code, reviewer.id)).toEqual({ done: [code], refused: [] })
  const question = await questionOf(bank.id, code)
  expect(question).toMatchObject({ currentVersion: 1, versions: [{ decidedById: reviewer.id }] })
  const candidates = await listCandidates(bank.id, 'with_flagged')
  expect(candidates.map(({ versionId }) => versionId)).toContain(question.versions[0]?.id)
})

test('nobody approves or rejects what they wrote themself, an organizer neither', async () => {
  const bank = await seedBank()
  const organizer = await seedStaff('organizer')
  const code = await seedSubmitted(bank.slug, organizer.id)
  const refused = { done: [], refused: [{ code, reason: 'own_question' }] }

  expect(await act('approve', bank.slug, code, organizer.id)).toEqual(refused)
  expect(await act('reject', bank.slug, code, organizer.id, { note: 'Sai' })).toEqual(refused)
  await expect(
    db.questionVersion.updateMany({
      where: { authorId: organizer.id },
      data: { state: 'approved', decidedById: organizer.id, decidedAt: new Date() },
    }),
  ).rejects.toThrow(/version_two_persons/)
})

test('whoever approves is led from one waiting question to the next, but not to their own', async () => {
  const bank = await seedBank()
  const author = await seedStaff('question_author')
  const reviewer = await seedStaff('organizer')
  const first = await seedSubmitted(bank.slug, author.id)
  await seedSubmitted(bank.slug, reviewer.id)
  const third = await seedSubmitted(bank.slug, author.id)

  expect(await nextToReview(bank.id, reviewer.id, 'chung-1')).toEqual({ code: first, count: 2 })
  expect(await nextToReview(bank.id, reviewer.id, first)).toEqual({ code: third, count: 1 })
  expect(await nextToReview(bank.id, reviewer.id, third)).toEqual({ code: first, count: 1 })
  await act('approve', bank.slug, [first, third], reviewer.id)
  expect(await nextToReview(bank.id, reviewer.id, third)).toBeNull()
})

test('what lacks an explanation or a citation is kept as a draft, neither submitted nor approved', async () => {
  const bank = await seedBank()
  const author = await seedStaff('question_author')
  const reviewer = await seedStaff('reviewer')
  const written = { bankSlug: bank.slug, authorId: author.id, now: new Date() }
  const content = makeContent({ explanation: '' })
  expect(await refusalOf(createQuestion({ ...written, content, state: 'submitted' }))).toBe(
    'question_incomplete',
  )

  const { code } = await createQuestion({ ...written, content, state: 'draft' })
  const refused = { done: [], refused: [{ code, reason: 'incomplete' }] }
  expect(await act('submit', bank.slug, code, author.id)).toEqual(refused)
  // As an import of the time before this rule left it.
  await db.questionVersion.updateMany({
    where: { authorId: author.id },
    data: { state: 'submitted', submittedAt: new Date() },
  })
  expect(await act('approve', bank.slug, code, reviewer.id)).toEqual(refused)
  expect(await act('reject', bank.slug, code, reviewer.id, { note: 'Thiếu giải thích' })).toMatchObject({
    done: [code],
  })

  const edit = { ...written, code, basedOn: 1, content: { ...content, explanation: 'Theo Điều 21.' } }
  await editQuestion({ ...edit, state: 'submitted' })
  expect(await act('approve', bank.slug, code, reviewer.id)).toMatchObject({ done: [code] })
})

test('of an approval and an edit at the same time, what is approved is what the reviewer could read', async () => {
  const bank = await seedBank()
  const author = await seedStaff('question_author')
  const reviewer = await seedStaff('reviewer')
  const codes = await Promise.all(Array.from({ length: 8 }, () => seedSubmitted(bank.slug, author.id)))
  await Promise.all(
    codes.flatMap((code) => [
      act('approve', bank.slug, code, reviewer.id),
      editQuestion({
        bankSlug: bank.slug,
        code,
        basedOn: 1,
        content: makeContent(),
        authorId: author.id,
        state: 'submitted',
        now: new Date(),
      }),
    ]),
  )

  for (const code of codes) {
    const { currentVersion, latestVersion, versions } = await questionOf(bank.id, code)
    expect(latestVersion).toBe(2)
    expect(versions.filter(({ state }) => state === 'approved').map(({ version }) => version)).toEqual(
      currentVersion === null ? [] : [currentVersion],
    )
  }
})

test('ten reviewers at once approve a version once', async () => {
  const bank = await seedBank()
  const author = await seedStaff('question_author')
  const reviewers = await Promise.all(Array.from({ length: 10 }, () => seedStaff('reviewer')))
  const code = await seedSubmitted(bank.slug, author.id)
  const results = await Promise.all(reviewers.map(({ id }) => act('approve', bank.slug, code, id)))

  expect(results.filter(({ done }) => done.length === 1)).toHaveLength(1)
  expect(
    await db.auditEvent.count({
      where: { action: 'question.approve', subject: `question:${bank.slug}/${code}` },
    }),
  ).toBe(1)
})

test('an edit makes the next version, drawn by practice only when approved; papers drawn before keep theirs', async () => {
  const round = await seedRound({ kind: 'practice', topics: [makeTopic('chung', 5)] })
  const { slug } = await db.questionBank.findUniqueOrThrow({ where: { id: round.bankId } })
  const author = await seedStaff('question_author')
  const reviewer = await seedStaff('reviewer')
  const participant = await seedParticipant()
  const { attemptId } = await startAttempt({
    roundSlug: round.slug,
    participantId: participant.id,
    now: new Date(),
  })
  const paper = await readPaper(attemptId)
  const edit = { bankSlug: slug, code: 'chung-1', basedOn: 1, authorId: author.id, now: new Date() }
  await editQuestion({ ...edit, content: makeContent({ stem: 'Bản sửa?' }), state: 'submitted' })
  expect((await questionOf(round.bankId, 'chung-1')).currentVersion).toBe(1)

  await act('approve', slug, 'chung-1', reviewer.id)
  expect(await readPaper(attemptId)).toEqual(paper)
  const other = await seedParticipant()
  const later = await startAttempt({ roundSlug: round.slug, participantId: other.id, now: new Date() })
  expect(later.attempt.paper.map(({ stem }) => stem)).toContain('Bản sửa?')
})

test('of two edits of the same version the second is refused', async () => {
  const bank = await seedBank()
  const author = await seedStaff('question_author')
  const edit = () =>
    editQuestion({
      bankSlug: bank.slug,
      code: 'chung-1',
      basedOn: 1,
      content: makeContent(),
      authorId: author.id,
      state: 'draft',
      now: new Date(),
    })
  const outcomes = await Promise.all([edit(), edit()].map((work) => refusalOf(work)))

  expect(outcomes.filter((outcome) => outcome === 'version_outdated')).toHaveLength(1)
  expect((await questionOf(bank.id, 'chung-1')).versions).toHaveLength(2)
})

test('a rejection needs its reason and can be submitted again', async () => {
  const bank = await seedBank()
  const author = await seedStaff('question_author')
  const reviewer = await seedStaff('reviewer')
  const code = await seedSubmitted(bank.slug, author.id)

  expect(await refusalOf(act('reject', bank.slug, code, reviewer.id, { note: ' ' }))).toBe('note_missing')
  await act('reject', bank.slug, code, reviewer.id, { note: 'Căn cứ chưa đúng' })
  expect((await questionOf(bank.id, code)).versions[0]).toMatchObject({
    state: 'rejected',
    decisionNote: 'Căn cứ chưa đúng',
  })
  expect((await act('submit', bank.slug, code, author.id)).done).toEqual([code])
  expect((await questionOf(bank.id, code)).versions[0]).toMatchObject({
    state: 'submitted',
    decisionNote: null,
  })
})

test('new questions written at once get different codes', async () => {
  const bank = await seedBank()
  const author = await seedStaff('question_author')
  const codes = await Promise.all(Array.from({ length: 6 }, () => seedSubmitted(bank.slug, author.id)))

  expect(codes.sort()).toEqual(['chung-002', 'chung-003', 'chung-004', 'chung-005', 'chung-006', 'chung-007'])
})

test('a round that is open or to come is never left without the questions its papers need', async () => {
  const round = await seedRound({ topics: [makeTopic('chung', 6)] })
  const { slug } = await db.questionBank.findUniqueOrThrow({ where: { id: round.bankId } })
  const { id } = await seedStaff('organizer')

  expect((await act('retire', slug, 'chung-1', id)).done).toEqual(['chung-1'])
  expect(await refusalOf(act('retire', slug, ['chung-2', 'chung-3'], id))).toBe('round_left_short')
  expect(await refusalOf(act('flag', slug, 'chung-2', id, { note: 'Xem lại' }))).toBe('round_left_short')
  expect((await questionOf(round.bankId, 'chung-2')).retiredAt).toBeNull()
  expect((await act('restore', slug, 'chung-1', id)).done).toEqual(['chung-1'])
})

test('a version outside its days of validity is drawn only where flagged questions are', async () => {
  const bank = await seedBank(1)
  const author = await seedStaff('question_author')
  const reviewer = await seedStaff('reviewer')
  const code = await seedSubmitted(bank.slug, author.id, { validTo: '2026-09-30' })
  await act('approve', bank.slug, code, reviewer.id)

  expect(await listCandidates(bank.id, 'without_flagged')).toHaveLength(2)
  expect(await listCandidates(bank.id, 'with_flagged')).toHaveLength(3)
})
