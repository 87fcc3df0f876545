import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { applyQuestionImport } from '#app/services/questions/apply-question-import.server.ts'
import {
  DRAFT_KEPT_DAYS,
  claimDraft,
  listWaitingDrafts,
  releaseCutOffDrafts,
  removeOldDrafts,
} from '#app/services/import-drafts.server.ts'
import { decideDuplicate } from '#app/services/questions/mend-waiting.server.ts'
import {
  chooseForUpload,
  getQuestionUpload,
  uploadQuestions,
} from '#app/services/questions/question-uploads.server.ts'
import { seedBank, seedStaff } from '../factories/bank.ts'
import { refusalOf } from '../factories/refusals.ts'

afterAll(disconnectDatabase)

const IMPORT_CHILD = fileURLToPath(new URL('../setup/import-child.ts', import.meta.url))
const DAY_MS = 24 * 60 * 60_000
const MINUTE_MS = 60_000

function fileOf(count: number): Uint8Array {
  const questions = Array.from(
    { length: count },
    (_, index) => `Câu ${index + 1}. Câu mẫu số ${index + 1} hỏi về điều gì?\nA. Một\nB. Hai\nĐáp án: A\n`,
  )

  return Buffer.from(questions.join(''))
}

async function seedUpload(count: number, now = new Date()) {
  const { slug, id: bankId } = await seedBank()
  const { id: actorId } = await seedStaff('question_author')
  const order = { bankSlug: slug, actorId, now }
  const importId = await uploadQuestions({ name: 'nhieu-cau.txt', bytes: fileOf(count) }, order)
  const target = { ...order, importId }
  await chooseForUpload(target, { topic: 'chung', difficulty: 1, mode: 'all_good' })

  return { slug, bankId, actorId, importId, target }
}

function laterBy(durationMs: number): Date {
  return new Date(Date.now() + durationMs)
}

test('an import whose process is killed half way stores nothing, is given back saying so, and is made once', async () => {
  const { slug, bankId, actorId, importId, target } = await seedUpload(1_500)
  const child = spawn(process.execPath, [IMPORT_CHILD, slug, importId, actorId], {
    env: { ...process.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const doneCount = async () =>
    (await db.importDraft.findUniqueOrThrow({ where: { id: importId } })).doneCount
  await vi.waitUntil(async () => (await doneCount()) > 0, { timeout: 30_000, interval: 20 })
  expect(await releaseCutOffDrafts(laterBy(MINUTE_MS)), 'it is still running').toBe(0)
  expect((await getQuestionUpload(slug, importId, new Date())).state.kind).toBe('running')

  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended

  const isGivenBack = async () => (await getQuestionUpload(slug, importId, laterBy(MINUTE_MS))).state.kind
  // PostgreSQL notices the lost connection and lets go of what it held.
  await vi.waitUntil(async () => (await isGivenBack()) === 'waiting', { timeout: 15_000, interval: 50 })
  expect((await getQuestionUpload(slug, importId, new Date())).cutOffAt).not.toBeNull()
  expect(await db.question.count({ where: { bankId } })).toBe(2)

  await applyQuestionImport({ ...target, now: new Date() })
  expect(await db.question.count({ where: { bankId } })).toBe(1_502)
  expect((await getQuestionUpload(slug, importId, new Date())).state).toMatchObject({
    outcome: { added: 1_500, skipped: 0, failed: 0 },
  })
})

test('an import that has only just begun is not taken for one that was cut off', async () => {
  const { importId } = await seedUpload(1)
  await claimDraft(importId, new Date())

  expect(await releaseCutOffDrafts(new Date())).toBe(0)
  expect(await releaseCutOffDrafts(laterBy(MINUTE_MS))).toBeGreaterThan(0)
  expect((await db.importDraft.findUniqueOrThrow({ where: { id: importId } })).appliedAt).toBeNull()
})

test('an upload nobody comes back to is removed on the day its page tells, one that is worked on is kept', async () => {
  const uploadedAt = new Date(Date.now() - DRAFT_KEPT_DAYS * DAY_MS + MINUTE_MS)
  const left = await seedUpload(1, uploadedAt)
  const used = await seedUpload(1, uploadedAt)
  const running = await seedUpload(1, uploadedAt)
  await decideDuplicate({ ...used.target, position: 0, now: new Date() }, 'add')
  await claimDraft(running.importId, new Date())
  const [shown] = await listWaitingDrafts('questions', left.bankId)
  expect(shown?.removedAt).toEqual(new Date(uploadedAt.getTime() + DRAFT_KEPT_DAYS * DAY_MS))

  await removeOldDrafts(new Date())
  expect((await getQuestionUpload(left.slug, left.importId, new Date())).state.kind).toBe('waiting')
  await removeOldDrafts(laterBy(2 * MINUTE_MS))

  expect(await refusalOf(getQuestionUpload(left.slug, left.importId, new Date()))).toBe('import_gone')
  expect((await getQuestionUpload(used.slug, used.importId, new Date())).state.kind).toBe('waiting')
  expect((await getQuestionUpload(running.slug, running.importId, new Date())).state.kind).toBe('running')
  expect(await db.waitingQuestion.count({ where: { importId: left.importId } })).toBe(0)
})
