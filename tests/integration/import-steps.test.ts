import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { applyQuestionImport } from '#app/services/questions/apply-question-import.server.ts'
import { countProposals, decideMany, takeProposals } from '#app/services/questions/bulk-mending.server.ts'
import { listSteps, undoStep } from '#app/services/questions/import-steps.server.ts'
import { decideDuplicate, fixWaiting } from '#app/services/questions/mend-waiting.server.ts'
import { chooseForUpload, uploadQuestions } from '#app/services/questions/question-uploads.server.ts'
import { countDuplicates, listWaiting } from '#app/services/questions/waiting-questions.server.ts'
import { makeContent, seedBank, seedStaff, seedSubmitted } from '../factories/bank.ts'
import { refusalOf } from '../factories/refusals.ts'
import { xlsxOf } from '../fixtures/questions/make-xlsx.ts'

afterAll(disconnectDatabase)

const DAYS = ['Sáu ngày', 'Bảy ngày', 'Tám ngày']

function stemOf(number: number): string {
  return `Một tuần của năm thứ ${number} kể từ ngày thành lập có bao nhiêu ngày làm việc và ngày nghỉ?`
}

function textOf(questions: readonly { stem: string; right: string }[]): Uint8Array {
  const words = questions.map(
    ({ stem, right }, index) =>
      `Câu ${index + 1}. ${stem}\nA. ${DAYS[0]}\nB. ${DAYS[1]}\nC. ${DAYS[2]}\nĐáp án: ${right}\n`,
  )

  return Buffer.from(words.join(''))
}

/** A bank with three questions, and an upload with two of them, two with another key, and one nearly the same. */
async function seedDuplicates() {
  const { slug } = await seedBank()
  const { id: actorId } = await seedStaff('question_author')
  for (const number of [1, 2, 3, 4])
    await seedSubmitted(slug, actorId, makeContent({ stem: stemOf(number), options: DAYS, key: [1] }))
  const file = textOf([
    { stem: stemOf(1), right: 'B' },
    { stem: stemOf(2), right: 'B' },
    { stem: stemOf(3), right: 'A' },
    { stem: stemOf(4), right: 'C' },
    { stem: stemOf(1).replace('làm việc', 'làm'), right: 'B' },
  ])
  const order = { bankSlug: slug, actorId, now: new Date() }
  const importId = await uploadQuestions({ name: 'trung.txt', bytes: file }, order)
  const target = { ...order, importId }
  await chooseForUpload(target, { topic: 'chung', difficulty: 1, mode: 'all_good' })
  const decisions = async () => {
    const { items } = await listWaiting(importId, { filter: 'all', kind: null }, 1)

    return items.map(({ decision }) => decision)
  }

  return { slug, importId, target, decisions }
}

async function newestStepOf(importId: string): Promise<string> {
  return (await listSteps(importId))[0]?.id ?? ''
}

test('all duplicates of one kind are decided with one press, the others are not touched', async () => {
  const { importId, target, decisions } = await seedDuplicates()
  expect(await countDuplicates(importId)).toEqual([
    { kind: 'other_key', count: 2, skip: 0, add: 0, replace: 0, undecided: 2 },
    { kind: 'exact', count: 2, skip: 2, add: 0, replace: 0, undecided: 0 },
    { kind: 'near', count: 1, skip: 0, add: 1, replace: 0, undecided: 0 },
  ])

  expect(await decideMany(target, { kind: 'exact', decision: 'replace' })).toBe(2)

  expect(await decisions()).toEqual(['replace', 'replace', null, null, null])
  expect(await countDuplicates(importId)).toContainEqual({
    kind: 'exact',
    count: 2,
    skip: 0,
    add: 0,
    replace: 2,
    undecided: 0,
  })
})

test('of contradictions only those are decided that were named', async () => {
  const { target, decisions } = await seedDuplicates()

  expect(await decideMany(target, { kind: 'other_key', decision: 'skip', positions: [3, 0] })).toBe(1)

  expect(await decisions()).toEqual([null, null, null, 'skip', null])
})

test('what was decided for many is taken back, newest first, but not what was decided by itself since', async () => {
  const { importId, target, decisions } = await seedDuplicates()
  await decideMany(target, { kind: 'exact', decision: 'replace' })
  const first = await newestStepOf(importId)
  await decideMany(target, { kind: 'exact', decision: 'add' })
  await decideDuplicate({ ...target, position: 1 }, 'skip')

  expect(await refusalOf(undoStep(target, first))).toBe('step_overtaken')
  expect(await undoStep(target, await newestStepOf(importId))).toEqual({ restored: 1, left: 1 })
  expect(await decisions()).toEqual(['replace', 'skip', null, null, null])

  expect(await undoStep(target, first)).toEqual({ restored: 1, left: 1 })
  expect(await decisions()).toEqual([null, 'skip', null, null, null])
  expect(await listSteps(importId)).toEqual([])
})

test('a decision that changes nothing is no step, and with the import nothing can be taken back any more', async () => {
  const { importId, target } = await seedDuplicates()
  await decideMany(target, { kind: 'near', decision: 'skip' })
  expect(await decideMany(target, { kind: 'near', decision: 'skip' })).toBe(0)
  const step = await newestStepOf(importId)
  expect(await listSteps(importId)).toHaveLength(1)

  await applyQuestionImport({ ...target, now: new Date() })

  expect(await refusalOf(undoStep(target, step))).toBe('import_gone')
  expect(await db.importStep.count({ where: { importId } })).toBe(0)
})

test('the proposals of one kind are taken everywhere and taken back, but a question corrected since stays', async () => {
  const { slug } = await seedBank()
  const { id: actorId } = await seedStaff('question_author')
  const order = { bankSlug: slug, actorId, now: new Date() }
  const bytes = xlsxOf([
    ['Câu hỏi', 'A', 'B', 'Đáp án', 'Chủ đề'],
    ...[1, 2, 3].map((half) => [
      `Một phần hai của ${half} là bao nhiêu?`,
      { serial: 46_053 + half, format: 'd-mmm' } as const,
      'không chia được',
      'A',
      'chung',
    ]),
  ])
  const importId = await uploadQuestions({ name: 'ngay.xlsx', bytes }, order)
  const target = { ...order, importId }
  const optionsNow = async () => {
    const { items } = await listWaiting(importId, { filter: 'all', kind: null }, 1)

    return items.map(({ question }) => question.options[0])
  }
  const before = await optionsNow()
  const [found] = await countProposals(importId)
  expect(found?.count).toBe(3)

  expect(await takeProposals(target, found?.code ?? 'cell_date')).toBe(3)
  expect(await optionsNow()).toEqual(['1/2', '2/2', '3/2'])
  expect(await countProposals(importId)).toEqual([])

  await fixWaiting(
    { ...target, position: 1 },
    {
      topic: 'chung',
      difficulty: 1,
      stem: 'Câu đã sửa riêng sau đó?',
      options: ['Ba', 'Bốn'],
      key: [0],
      explanation: '',
      citations: '',
      evidence: [],
    },
  )
  expect(await undoStep(target, await newestStepOf(importId))).toEqual({ restored: 2, left: 1 })
  expect(await optionsNow()).toEqual([before[0], 'Ba', before[2]])
  expect(await countProposals(importId)).toMatchObject([{ count: 2 }])
})
