import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import type { Fix } from '#app/core/questions/import/mending.ts'
import { applyQuestionImport } from '#app/services/questions/apply-question-import.server.ts'
import { exportQuestions } from '#app/services/questions/question-export.server.ts'
import { previewQuestionFile } from '#app/services/questions/files/preview.server.ts'
import { EVERY_QUESTION } from '#app/core/questions/question-filter.ts'
import { writeRowsToMend } from '#app/services/questions/rows-to-mend.server.ts'
import {
  chooseForUpload,
  discardUpload,
  getQuestionUpload,
  uploadQuestions,
} from '#app/services/questions/question-uploads.server.ts'
import {
  agreeToLegacy,
  decideDuplicate,
  fixWaiting,
  setRemoved,
} from '#app/services/questions/mend-waiting.server.ts'
import { countWaiting, listWaiting } from '#app/services/questions/waiting-questions.server.ts'
import { seedBank, seedStaff } from '../factories/bank.ts'
import { refusalOf } from '../factories/refusals.ts'
import { WHOLE_FILES } from '../fixtures/questions/make-files.ts'
import { REFUSED_FILES } from '../fixtures/questions/refused-files.ts'

afterAll(disconnectDatabase)

const FILE = `Câu 1. Một tuần có mấy ngày?
A. Sáu
B. Bảy
Đáp án: B
Câu 2. Câu này thiếu đáp án?
A. x
B. y
Câu 3. Một tuần có mấy ngày?
A. Sáu
B. Bảy
Đáp án: A
`

const EVERYTHING = { filter: 'all', kind: null } as const

async function seedUpload(bytes: Uint8Array = Buffer.from(FILE), name = 'cau-hoi.txt') {
  const { slug } = await seedBank()
  const { id: actorId } = await seedStaff('question_author')
  const importId = await uploadQuestions({ name, bytes }, { bankSlug: slug, actorId, now: new Date() })
  const countsNow = async () =>
    countWaiting(importId, (await getQuestionUpload(slug, importId, new Date())).facts)
  const problemsOf = async (position: number) => {
    const { items } = await listWaiting(importId, EVERYTHING, 1)

    return items.find((item) => item.position === position)?.question.problems.map(({ code }) => code)
  }

  const target = { bankSlug: slug, importId, now: new Date() }

  return {
    slug,
    actorId,
    importId,
    target,
    countsNow,
    problemsOf,
    at: (position: number) => ({ ...target, position }),
  }
}

const fixOf = (overrides: Partial<Fix>): Fix => ({
  topic: 'chung',
  difficulty: 1,
  stem: 'Câu này thiếu đáp án?',
  options: ['x', 'y', ''],
  key: [1],
  explanation: '',
  citations: 'điểm a khoản 1 Điều 21',
  evidence: [],
  ...overrides,
})

test('an upload waits with everything that is wrong with it, and nothing of it is in the bank', async () => {
  const { slug, problemsOf, countsNow } = await seedUpload()

  expect(await problemsOf(0)).toEqual(['question_repeated_other_key'])
  expect(await problemsOf(1)).toEqual(['key_missing'])
  expect(await countsNow()).toMatchObject({ all: 3, errors: 3, importable: 0 })
  expect(await db.question.count({ where: { bank: { slug } } })).toBe(2)
})

test('a correction is checked again, and what it repeats in the file is told anew', async () => {
  const { at, problemsOf, importId } = await seedUpload()

  expect(await fixWaiting(at(1), fixOf({}))).toBe('good')
  const [, fixed] = (await listWaiting(importId, EVERYTHING, 1)).items
  expect(fixed?.question).toMatchObject({ options: ['x', 'y'], key: [1], citations: ['D21.1.a'] })
  expect(fixed?.topicCode).toBe('chung')

  const repeated = fixOf({ stem: 'Một tuần có mấy ngày?', options: ['Sáu', 'Bảy'] })
  expect(await fixWaiting(at(1), repeated)).toBe('with_errors')
  expect(await problemsOf(1)).toEqual(['question_repeated'])
})

test('of two questions that contradict each other one is taken out, and the other is good', async () => {
  const { at, problemsOf } = await seedUpload()

  await setRemoved(at(2), 'removed')
  expect(await problemsOf(0)).toEqual([])

  await setRemoved(at(2), 'kept')
  expect(await problemsOf(0)).toEqual(['question_repeated_other_key'])
})

test('the good questions are imported, as drafts while they lack reasons; the failed ones can be downloaded', async () => {
  const { slug, actorId, importId, target, at, countsNow } = await seedUpload()
  await setRemoved(at(2), 'removed')
  expect(await countsNow()).toMatchObject({ importable: 0, withoutTopic: 1 })
  await chooseForUpload(target, { topic: 'khac', difficulty: 3, mode: 'all_good' })
  expect(await countsNow()).toMatchObject({ importable: 1, errors: 1 })

  await applyQuestionImport({ bankSlug: slug, importId, actorId, now: new Date() })

  const { state } = await getQuestionUpload(slug, importId, new Date())
  expect(state).toMatchObject({ kind: 'applied', outcome: { added: 1, failed: 1 } })
  const stored = await db.questionVersion.findFirstOrThrow({
    where: { stem: 'Một tuần có mấy ngày?', question: { bank: { slug } } },
    include: { question: true },
  })
  expect(stored).toMatchObject({ state: 'draft', authorId: actorId, difficulty: 3 })
  expect(stored.question.currentVersion).toBeNull()
  const file = await writeRowsToMend(target, 'failed', (_, reason) => reason)
  const again = await previewQuestionFile(Buffer.from(file ?? []), 'cau-loi.xlsx')
  expect(again.questions.map(({ stem }) => stem)).toEqual(['Câu này thiếu đáp án?'])
})

test('all or nothing keeps the upload as it was when one question fails', async () => {
  const { slug, actorId, importId, target, countsNow } = await seedUpload()
  await chooseForUpload(target, { topic: 'chung', difficulty: 2, mode: 'all_or_nothing' })

  const now = new Date()
  expect(await refusalOf(applyQuestionImport({ bankSlug: slug, importId, actorId, now }))).toBe(
    'import_not_whole',
  )

  expect(await countsNow()).toMatchObject({ all: 3 })
  expect((await getQuestionUpload(slug, importId, now)).state).toEqual({ kind: 'waiting' })
})

test('of two people who import one upload at a time one does, and a thrown away upload is gone', async () => {
  const { slug, actorId, importId, target, at } = await seedUpload()
  await fixWaiting(at(1), fixOf({}))
  const order = { bankSlug: slug, importId, actorId, now: new Date() }

  const outcomes = await Promise.allSettled([applyQuestionImport(order), applyQuestionImport(order)])

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await refusalOf(discardUpload(target))).toBe('import_gone')
  expect(await db.questionVersion.count({ where: { question: { bank: { slug } }, state: 'draft' } })).toBe(1)
})

test('an upload belongs to its bank', async () => {
  const { importId, at } = await seedUpload()
  const { slug: other } = await seedBank()

  expect(await refusalOf(getQuestionUpload(other, importId, new Date()))).toBe('import_gone')
  expect(await refusalOf(fixWaiting({ ...at(1), bankSlug: other }, fixOf({})))).toBe('import_gone')
})

test('text in an old font is shown converted and is good once its conversion is agreed to', async () => {
  const name = Object.keys(WHOLE_FILES).find((each) => each.includes('tcvn3')) ?? ''
  const { target, countsNow } = await seedUpload(WHOLE_FILES[name]?.(), name)
  expect(await countsNow()).toMatchObject({ legacy: 4, errors: 4 })

  await agreeToLegacy(target)

  expect(await countsNow()).toMatchObject({ legacy: 0, errors: 0 })
})

test('a bank that is exported and uploaded again is known word for word, and the download is on record', async () => {
  const { slug } = await seedBank(3)
  const { id: actorId } = await seedStaff('organizer')
  const order = { bankSlug: slug, filter: { ...EVERY_QUESTION, topic: 'chung' }, actorId, now: new Date() }
  const file = await exportQuestions({ ...order, format: 'xlsx' })
  const importId = await uploadQuestions(
    { name: file.name, bytes: file.bytes },
    { bankSlug: slug, actorId, now: new Date() },
  )

  const { facts } = await getQuestionUpload(slug, importId, new Date())
  expect(await countWaiting(importId, facts)).toMatchObject({ all: 3, errors: 0, skipped: 3, importable: 0 })
  const event = await db.auditEvent.findFirst({ where: { action: 'question.export', actorId } })
  expect(event?.details).toMatchObject({ count: 3 })

  await decideDuplicate({ bankSlug: slug, importId, position: 0, now: new Date() }, 'add')
  expect(await countWaiting(importId, facts)).toMatchObject({ skipped: 2, importable: 1 })
})

test('nothing is kept of a file that is refused', async () => {
  const { slug } = await seedBank()
  const { id: actorId } = await seedStaff('question_author')
  for (const [name, { make }] of Object.entries(REFUSED_FILES)) {
    const refusal = refusalOf(
      uploadQuestions({ name, bytes: make() }, { bankSlug: slug, actorId, now: new Date() }),
    )
    expect(await refusal, name).toBe('question_file_refused')
  }

  expect(await db.importDraft.count({ where: { createdById: actorId } })).toBe(0)
})

test('five thousand questions are read and compared beside the thread that serves answers', async () => {
  const lines = Array.from(
    { length: 5_000 },
    (_, index) => `Câu ${index + 1}. Câu mẫu số ${index + 1} hỏi về điều gì?\nA. Một\nB. Hai\nĐáp án: A\n`,
  )
  let longestWaitMs = 0
  let lastMs = performance.now()
  const watch = setInterval(() => {
    longestWaitMs = Math.max(longestWaitMs, performance.now() - lastMs)
    lastMs = performance.now()
  }, 5)
  const startedMs = lastMs
  const { countsNow, at } = await seedUpload(Buffer.from(lines.join('')), 'nam-nghin-cau.txt')
  const tookMs = performance.now() - startedMs
  clearInterval(watch)

  expect((await countsNow()).all).toBe(5_000)
  expect(longestWaitMs).toBeLessThan(tookMs / 2)
  expect(await fixWaiting(at(4_999), fixOf({}))).toBe('good')
})
