import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { dayOfDate } from '#app/core/calendar-day.ts'
import { BankFileSchema, TopicFileSchema } from '#app/core/questions/question-file.ts'
import type { QuestionEntry, TopicFile } from '#app/core/questions/question-file.ts'
import { planImport } from '#app/core/questions/import/import-plan.ts'
import { describeProblem, questionImport } from '#app/i18n/messages/question-import.ts'
import { translate } from '#app/i18n/messages.ts'
import { EXPORT_FORMATS, exportBank, failedRowsFile } from '#app/services/questions/files/export.server.ts'
import type { BankContent } from '#app/services/questions/files/export.server.ts'
import { previewQuestionFile } from '#app/services/questions/files/preview.server.ts'
import { docxTemplate, xlsxTemplate } from '#app/services/questions/files/templates.server.ts'

const FOLDER = fileURLToPath(new URL('../../questions/law-06-2022/', import.meta.url))
const ROUND_TRIP = ['xlsx', 'gift', 'moodle', 'yaml'] as const

async function readRealBank(): Promise<BankContent> {
  const names = (await readdir(FOLDER)).filter((name) => name !== 'bank.yaml').sort()
  const read = async (name: string): Promise<unknown> => parse(await readFile(FOLDER + name, 'utf8'))

  return {
    slug: 'law-06-2022',
    bank: BankFileSchema.parse(await read('bank.yaml')),
    topics: await Promise.all(names.map(async (name) => TopicFileSchema.parse(await read(name)))),
  }
}

/** The questions that importing an export into an empty bank of the same topics would add. */
async function reimported(content: BankContent, format: (typeof ROUND_TRIP)[number]) {
  const { name, bytes } = await exportBank(content, format)
  const { questions } = await previewQuestionFile(bytes, name)
  const topics = content.topics.map(({ topic, title }) => ({ code: topic, title }))
  const plan = planImport(questions, [], topics, [], {
    defaultTopic: null,
    defaultDifficulty: 2,
    decisions: new Map(),
  })

  expect(plan.failed).toEqual([])

  return plan.additions.map(({ topic, entry }) => ({ topic, entry }))
}

function flat(topics: readonly TopicFile[]) {
  return topics.flatMap(({ topic, questions }) =>
    questions.map((entry) => ({
      topic,
      entry: { ...entry, answer: [...entry.answer].sort((a, b) => a - b) },
    })),
  )
}

test.each(ROUND_TRIP)('the whole bank exported as %s and imported again is the same bank', async (format) => {
  const content = await readRealBank()

  expect(await reimported(content, format)).toEqual(flat(content.topics))
})

/** Pieces that mean something to one of the formats, or to Excel. */
const SPECIAL = [
  ...[
    'Luật',
    'đúng',
    '=',
    '~',
    '{x}',
    '#',
    ':',
    '\\',
    '"',
    "'",
    ';',
    ',',
    '&',
    '<b',
    '<i>',
    '&nbsp;',
    '100%',
    '%50%',
  ],
  ...[
    '“ngoặc”',
    '1/2',
    '//',
    '::',
    '[html]',
    '->',
    '-',
    '+1',
    '=1+1',
    '|',
    '@',
    '2²',
    '_x0041_',
    'TRUE',
    '\\n',
    '`',
  ],
]
/** Texts with everything that a format has a meaning for, at their beginning too. */
const words = fc
  .tuple(fc.constantFrom(...SPECIAL), fc.array(fc.constantFrom(...SPECIAL), { maxLength: 5 }))
  .map(([first, rest]) => [first, 'từ', ...rest].join(' '))
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(dayOfDate)
const validity = fc.tuple(fc.option(day), fc.option(day)).map(([a, b]) => {
  const [from, to] = a && b && b < a ? [b, a] : [a, b]

  return { ...(from ? { validFrom: from } : {}), ...(to ? { validTo: to } : {}) }
})
const content = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 8 })
  .chain((numbers) =>
    fc.record({
      stem: words.map((text) => `${text} là gì?`),
      options: fc.tuple(...numbers.map((number) => words.map((text) => `${text} số ${number}`))),
      answer: fc
        .uniqueArray(fc.integer({ min: 0, max: numbers.length - 1 }), {
          minLength: 1,
          maxLength: numbers.length - 1,
        })
        .map((key) => key.sort((a, b) => a - b)),
      explanation: fc.oneof(fc.constant(''), words),
      difficulty: fc.constantFrom(1 as const, 2 as const, 3 as const),
      citation: fc.constantFrom<string[][]>([], ['D5'], ['D5.1', 'D21.1.a', 'D7.2.đ']),
      evidence: fc.constantFrom<string[][]>([], ['lời văn của luật'], ['lời một', 'lời: hai']),
    }),
  )
/** Options that look like labels, keys or numbers of options. */
const CONFUSING = [
  ['B', 'A', 'C'],
  ['2', '1', '3'],
  ['A. một', 'B. hai', 'C. ba'],
  ['Sai', 'Đúng'],
  ['1/2', '1/3', '0,5'],
  ['A, B', 'B, C', 'A'],
  ['Cả A và B', 'Điều 5', 'Không có'],
]
const confusing = fc.constantFrom(...CONFUSING).chain((options) =>
  content.map((own) => ({
    ...own,
    options,
    answer: [own.answer[0] ?? 0].map((index) => index % options.length),
  })),
)
const entry = fc
  .tuple(
    fc.oneof(content, confusing),
    validity,
    fc.constantFrom({}, { review: 'amended-2026' }, { review: 'Xem lại: điều 5' }),
  )
  .map(([own, days, review]) => ({ ...own, ...days, ...review }))

test.each(ROUND_TRIP)(
  'any bank exported as %s and imported again is the same bank',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 4 }), async (entries) => {
        const questions: QuestionEntry[] = entries.map((each, index) => ({
          ...each,
          id: `mau-${index}`,
          stem: `${each.stem.slice(0, -1)} (${index})?`,
        }))
        const topics = [{ topic: 'mau', title: 'Mẫu / thử: “A” & B', questions }]
        const bank = { title: 'Mẫu', law: 'Luật', lawVersion: '1', statusNotice: '-' }

        expect(await reimported({ slug: 'mau', bank, topics }, format)).toEqual(flat(topics))
      }),
      { numRuns: 60 },
    )
  },
  30_000,
)

test.each(EXPORT_FORMATS)('the export as %s says what kind of file it is', async (format) => {
  const { name, contentType, bytes } = await exportBank(await readRealBank(), format)

  expect(name).toMatch(/^law-06-2022[-\w]*\.(xlsx|gift|xml|zip|docx)$/)
  expect(contentType).not.toBe('')
  expect(bytes.length).toBeGreaterThan(1_000)
})

test('a printed paper does not tell the key, and its key is a table that the import reads', async () => {
  const content = await readRealBank()
  const paper = await exportBank(content, 'docx-paper')
  const key = await exportBank(content, 'docx-key')
  const { questions } = await previewQuestionFile(paper.bytes, paper.name)

  expect(questions).toHaveLength(372)
  expect(questions.filter((question) => question.key.length > 0)).toEqual([])
  expect(key.bytes.length).toBeGreaterThan(paper.bytes.length / 20)
})

test.each([
  ['xlsx', xlsxTemplate],
  ['docx', docxTemplate],
])('the %s template imports without a problem', async (kind, template) => {
  const preview = await previewQuestionFile(await template(), `mau.${kind}`)

  expect(preview.questions.map(({ key }) => key)).toEqual([[2], [0, 2], [0]])
  expect(preview.questions.flatMap(({ problems }) => problems)).toEqual([])
  expect(preview.problems).toEqual([])
})

test('the failed rows come back as a workbook that says what to correct, and can be uploaded again', async () => {
  const t = translate('vi', questionImport)
  const csv = 'Câu hỏi;A;B;C;Đáp án\nMột?;x;y;z;A\nHai?;x;y;z;E\nBa?;x;x;z;C\n'
  const preview = await previewQuestionFile(Buffer.from(csv), 'x.csv')
  const file = await failedRowsFile(preview, (draft) =>
    draft.problems.map((each) => describeProblem(t, each)).join(' '),
  )
  const again = await previewQuestionFile(file, 'loi.xlsx')

  expect(again.questions.map(({ stem, options, key }) => ({ stem, options, key }))).toEqual([
    { stem: 'Hai?', options: ['x', 'y', 'z'], key: [] },
    { stem: 'Ba?', options: ['x', 'x', 'z'], key: [2] },
  ])
})
