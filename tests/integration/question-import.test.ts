import { expect, test } from 'vitest'
import { previewQuestionFile } from '#app/services/questions/files/preview.server.ts'
import { exportBank } from '#app/services/questions/files/export.server.ts'
import { readBankContent } from '#app/services/questions/question-export.server.ts'
import { importQuestions } from '#app/services/questions/question-import.server.ts'
import type { QuestionImport } from '#app/services/questions/question-import.server.ts'
import { loadBank } from '#app/services/questions/question-bank.server.ts'
import { db } from '#app/db/client.server.ts'
import { makeBank, makeTopic } from '../factories/contests.ts'
import { seedStaff } from '../factories/bank.ts'
import { refusalOf } from '../factories/refusals.ts'

const FILE = `Câu 1. Một tuần có mấy ngày?
A. Sáu
B. Bảy
Đáp án: B
Câu 2. Câu này thiếu đáp án?
A. x
B. y
Câu 3. Một năm có mấy tháng?
A. Mười hai
B. Mười
C. Tám
Đáp án: A
`

async function seedBank() {
  const bank = makeBank([makeTopic('chung', 2)])
  await loadBank(bank, new Date())

  return bank
}

async function importFile(bankSlug: string, text: string, overrides: Partial<QuestionImport> = {}) {
  const { questions } = await previewQuestionFile(Buffer.from(text), 'cau-hoi.txt')

  return importQuestions({
    bankSlug,
    drafts: questions,
    decisions: new Map(),
    defaultTopic: 'chung',
    defaultDifficulty: 2,
    actorId: null,
    fileName: 'cau-hoi.txt',
    mode: 'all_good',
    now: new Date(),
    ...overrides,
  })
}

test('the good questions are added with the next free codes, the others are named, and nothing else is touched', async () => {
  const { slug } = await seedBank()

  const summary = await importFile(slug, FILE)

  expect(summary).toEqual({
    added: 2,
    changed: 0,
    unchanged: 0,
    incomplete: 0,
    skipped: 0,
    failed: [{ index: 1, number: 2, reason: 'has_errors' }],
  })
  const stored = await db.question.findMany({
    where: { bank: { slug } },
    orderBy: { code: 'asc' },
    include: { versions: true },
  })
  expect(stored.map(({ code, retiredAt }) => [code, retiredAt])).toEqual([
    ['chung-001', null],
    ['chung-002', null],
    ['chung-1', null],
    ['chung-2', null],
  ])
  expect(stored[0]?.versions).toMatchObject([
    { version: 1, stem: 'Một tuần có mấy ngày?', options: ['Sáu', 'Bảy'], key: [1], difficulty: 2 },
  ])
})

test('all or nothing adds nothing when one question fails', async () => {
  const { slug } = await seedBank()

  expect(await refusalOf(importFile(slug, FILE, { mode: 'all_or_nothing' }))).toBe('import_not_whole')
  expect(await db.question.count({ where: { bank: { slug } } })).toBe(2)
})

test('the same file twice, even at the same time, adds its questions once', async () => {
  const { slug } = await seedBank()

  const summaries = await Promise.all([importFile(slug, FILE), importFile(slug, FILE)])

  expect(summaries.map(({ added }) => added).sort()).toEqual([0, 2])
  expect(await db.question.count({ where: { bank: { slug } } })).toBe(4)
})

test('a question that the bank has with another key waits for a decision; replacing makes its next version', async () => {
  const { slug } = await seedBank()
  await importFile(slug, FILE)
  const contrary = FILE.replace('Đáp án: B', 'Đáp án: A')

  const undecided = await importFile(slug, contrary)
  const decided = await importFile(slug, contrary, {
    decisions: new Map([[0, { decision: 'replace', about: { kind: 'other_key', code: 'chung-001' } }]]),
  })

  expect(undecided.failed).toContainEqual({ index: 0, number: 1, reason: 'undecided' })
  expect(decided).toMatchObject({ added: 0, changed: 1 })
  const versions = await db.questionVersion.findMany({
    where: { question: { code: 'chung-001', bank: { slug } } },
    orderBy: { version: 'asc' },
  })
  expect(versions.map(({ key }) => key)).toEqual([[1], [0]])
})

test('a choice about one likeness says nothing about another: what the bank contradicts by now waits again', async () => {
  const { slug } = await seedBank()
  await importFile(slug, FILE)
  const contrary = FILE.replace('Đáp án: B', 'Đáp án: A')

  const { failed, changed } = await importFile(slug, contrary, {
    decisions: new Map([[0, { decision: 'replace', about: { kind: 'near', code: 'chung-001' } }]]),
  })

  expect(failed).toContainEqual({ index: 0, number: 1, reason: 'undecided' })
  expect(changed).toBe(0)
})

test('a topic that the bank does not have fails without a default', async () => {
  const { slug } = await seedBank()

  const { failed } = await importFile(slug, FILE, { defaultTopic: null })

  expect(failed.map(({ reason }) => reason)).toEqual(['topic_unknown', 'has_errors', 'topic_unknown'])
})

test('what a person imports waits for approval, but stays a draft without an explanation or a citation', async () => {
  const { slug } = await seedBank()
  const { id: actorId } = await seedStaff('question_author')
  const reasons = 'Giải thích: Theo lịch.\nCăn cứ: khoản 1 Điều 21\n'
  const file = FILE.replace('Đáp án: B\n', `Đáp án: B\n${reasons}`)

  const summary = await importFile(slug, file, { actorId })

  expect(summary).toMatchObject({ added: 2, incomplete: 1 })
  const stored = await db.questionVersion.findMany({
    where: { authorId: actorId },
    orderBy: { searchText: 'asc' },
  })
  expect(stored.map(({ state, citations }) => [state, citations])).toEqual([
    ['submitted', ['D21.1']],
    ['draft', []],
  ])
})

test('a file without reasons does not wipe out those of the bank when it says the same', async () => {
  const { slug } = await seedBank()
  const [own] = (await readBankContent(slug))?.topics[0]?.questions ?? []
  if (!own) throw new Error('no question')
  const lines = [
    `Câu 1. ${own.stem}`,
    ...own.options.map((text, index) => `${'ABCD'[index]}. ${text}`),
    'Đáp án: A',
  ]

  const { changed } = await importFile(slug, `${lines.join('\n')}\n`, {
    decisions: new Map([[0, { decision: 'replace', about: { kind: 'exact', code: own.id } }]]),
  })

  expect(changed).toBe(1)
  const { versions } = await db.question.findFirstOrThrow({
    where: { bank: { slug }, code: own.id },
    include: { versions: { orderBy: { version: 'desc' } } },
  })
  expect(versions[0]).toMatchObject({ version: 2, explanation: own.explanation, citations: own.citation })
})

test('an unknown bank is refused', async () => {
  expect(await refusalOf(importFile('khong-co', FILE))).toBe('not_found')
})

test('an import is in the audit log with its counts', async () => {
  const { slug } = await seedBank()
  await importFile(slug, FILE)

  const event = await db.auditEvent.findFirst({
    where: { action: 'question.import', subject: `bank:${slug}` },
  })

  expect(event?.details).toMatchObject({ added: 2, failed: 1, fileName: 'cau-hoi.txt' })
})

const WITH_DAYS = `Câu 1. Từ bao giờ?
A. Năm nay
B. Năm sau
Đáp án: B
Hiệu lực từ: 01/10/2026
Hiệu lực đến: 31/12/2027
`

test.each(['xlsx', 'gift', 'moodle', 'yaml'] as const)(
  'a bank with days of validity, exported from the database as %s and imported again, changes nothing',
  async (format) => {
    const { slug } = await seedBank()
    await importFile(slug, WITH_DAYS)
    // What was imported waits for somebody else's approval: until then papers, and exports, have the version before.
    await db.question.updateMany({
      where: { bank: { slug }, currentVersion: null },
      data: { currentVersion: 1 },
    })
    const content = await readBankContent(slug)
    if (!content) throw new Error('no bank')
    const { name, bytes } = await exportBank(content, format)
    const { questions } = await previewQuestionFile(bytes, name)
    const replace = (code: string) => ({ decision: 'replace', about: { kind: 'exact', code } }) as const

    expect(questions.map(({ validFrom, validTo }) => [validFrom, validTo])).toContainEqual([
      '2026-10-01',
      '2027-12-31',
    ])
    const summary = await importQuestions({
      bankSlug: slug,
      drafts: questions,
      decisions: new Map(questions.map(({ code }, index) => [index, replace(code ?? '')])),
      defaultTopic: null,
      defaultDifficulty: 2,
      actorId: null,
      fileName: name,
      mode: 'all_or_nothing',
      now: new Date(),
    })

    expect(summary).toMatchObject({ added: 0, changed: 0, unchanged: 3, skipped: 0, failed: [] })
  },
)
