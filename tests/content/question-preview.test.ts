import { expect, test } from 'vitest'
import { DomainError } from '#app/core/domain-error.ts'
import { QUESTIONS, WHOLE_FILES, thousandRows } from '../fixtures/questions/make-files.ts'
import { REFUSED_FILES } from '../fixtures/questions/refused-files.ts'
import { docxOf, paragraph, table } from '../fixtures/questions/make-docx.ts'
import { xlsxOf } from '../fixtures/questions/make-xlsx.ts'
import { previewQuestionFile } from '#app/services/questions/files/preview.server.ts'

const preview = (bytes: Uint8Array, name = 'tep') => previewQuestionFile(Buffer.from(bytes), name)
const lines = (...texts: string[]) => docxOf(texts.map((text) => paragraph(text === '' ? [] : [{ text }])))
const read = async (bytes: Uint8Array) => {
  const { questions, problems } = await preview(bytes)

  return { questions, problems: [...problems, ...questions.flatMap((question) => question.problems)] }
}

test.each(Object.keys(WHOLE_FILES))('%s: stem, options and key are read as they were meant', async (name) => {
  const { questions } = await preview(WHOLE_FILES[name]?.() ?? new Uint8Array(), name)

  expect(questions.map(({ stem, options, key }) => ({ stem, options, key }))).toEqual(
    QUESTIONS.map(({ stem, options, key }) => ({ stem, options, key })),
  )
  const explanations = questions.map(({ explanation }) => explanation)
  if (explanations.some(Boolean))
    expect(explanations).toEqual(QUESTIONS.map(({ explanation }) => explanation))
})

test.each(Object.entries(REFUSED_FILES))('%s is refused with a reason', async (name, { reason, make }) => {
  const refusal = await preview(make(), name).catch((error: unknown) => error)

  expect(refusal).toBeInstanceOf(DomainError)
  expect((refusal as DomainError).details['reason']).toBe(reason)
})

test('what a file is, its content decides, not its name', async () => {
  const { format } = await preview(WHOLE_FILES['word-chu-dam.docx']?.() ?? new Uint8Array(), 'danh-sach.csv')

  expect(format).toBe('docx')
})

test('a workbook of a thousand rows is read within seconds and tells of the one row that has no key', async () => {
  const { questions, counts } = await preview(thousandRows())

  expect(counts).toMatchObject({ questions: 1_000, good: 999, withErrors: 1 })
  expect(questions[999]?.problems).toMatchObject([
    { code: 'key_missing', place: { sheet: 'Câu hỏi', row: 1_001, question: 1_000 } },
  ])
})

test.each(['word-tcvn3.docx', 'word-vni.docx'])(
  '%s is shown in Unicode, and imported only with consent',
  async (name) => {
    const bytes = Buffer.from(WHOLE_FILES[name]?.() ?? [])
    const asked = await previewQuestionFile(bytes, name)
    const agreed = await previewQuestionFile(bytes, name, { convertLegacy: true })

    expect(asked.counts.withErrors).toBe(QUESTIONS.length)
    expect(asked.questions[0]?.problems).toMatchObject([
      { code: 'legacy_font', severity: 'error', proposal: QUESTIONS[0].stem },
    ])
    expect(agreed.counts).toMatchObject({ good: QUESTIONS.length, withErrors: 0 })
  },
)

test('Moodle’s other types of questions are listed as skipped, with the reason', async () => {
  const { skipped } = await preview(WHOLE_FILES['moodle.xml']?.() ?? new Uint8Array())

  expect(skipped.map(({ code, params }) => [code, params['type']])).toEqual([
    ['type_not_supported', 'essay'],
    ['type_not_supported', 'matching'],
  ])
})

test('bold says one option and the table of keys another: an error that names both', async () => {
  const { questions, problems } = await read(
    docxOf([
      paragraph([{ text: 'Câu 1. Hai cộng hai?' }]),
      paragraph([{ text: 'A. Ba' }]),
      paragraph([{ text: 'B. Bốn', bold: true }]),
      paragraph([{ text: 'Câu 2. Ba cộng ba?' }]),
      paragraph([{ text: 'A. Sáu', bold: true }]),
      paragraph([{ text: 'B. Bảy' }]),
      table([
        ['Câu', 'Đáp án'],
        ['1', 'A'],
        ['2', 'A'],
      ]),
    ]),
  )

  expect(questions.map(({ key }) => key)).toEqual([[], [0]])
  expect(problems).toMatchObject([
    {
      code: 'key_conflict',
      params: { firstSource: 'key_table', firstKey: 'A', secondSource: 'bold', secondKey: 'B' },
    },
  ])
})

const BROKEN: [why: string, texts: string[], code: string][] = [
  ['no stem', ['Câu 1.', 'A. x', 'B. y', 'Đáp án: A'], 'stem_missing'],
  ['one option', ['Câu 1. Gì?', 'A. x', 'Đáp án: A'], 'too_few_options'],
  ['an option twice', ['Câu 1. Gì?', 'A. x', 'B. X', 'Đáp án: A'], 'option_repeated'],
  ['no key', ['Câu 1. Gì?', 'A. x', 'B. y'], 'key_missing'],
  ['a key that is no option', ['Câu 1. Gì?', 'A. x', 'B. y', 'Đáp án: D'], 'key_out_of_range'],
  ['a letter left out', ['Câu 1. Gì?', 'A. x', 'B. y', 'D. z', 'Đáp án: A'], 'letters_broken'],
  ['everything marked', ['Câu 1. Gì?', '*A. x', '*B. y'], 'key_all_options'],
  ['a stem without end', [`Câu 1. ${'rất dài '.repeat(300)}?`, 'A. x', 'B. y', 'Đáp án: A'], 'text_too_long'],
  [
    'the same question again',
    ['Câu 1. Gì?', 'A. x', 'B. y', 'Đáp án: A', 'Câu 2. Gì?', 'A. y', 'B. x', 'Đáp án: B'],
    'question_repeated',
  ],
  [
    'the same question with another key',
    ['Câu 1. Gì?', 'A. x', 'B. y', 'Đáp án: A', 'Câu 2. Gì?', 'A. x', 'B. y', 'Đáp án: B'],
    'question_repeated_other_key',
  ],
]

test.each(BROKEN)('%s is told with its paragraph', async (_why, texts, code) => {
  const { problems } = await read(lines(...texts))
  const found = problems.find((each) => each.code === code)

  expect(found).toMatchObject({ severity: 'error' })
  expect(found?.place.paragraph).toBeGreaterThan(0)
})

test('a fraction that Excel made a date, a formula without a value and a hidden row are told at their cells', async () => {
  const { problems } = await read(
    xlsxOf(
      [
        ['Câu hỏi', 'A', 'B', 'C', 'Đáp án'],
        ['Một nửa là?', { serial: 46_054, format: 'd-mmm' }, '1/3', '1/4', 'A'],
        ['Hai là?', { formula: '1+1' }, '3', '4', 'B'],
        ['Ba là?', 'x', 'y', 'z', 'B'],
      ],
      { hiddenRows: [4] },
    ),
  )

  expect(problems).toMatchObject([
    { code: 'cell_date_short', place: { row: 2, column: 'B' }, proposal: '1/2' },
    { code: 'cell_formula_without_value', place: { row: 3, column: 'B' } },
    { code: 'option_empty' },
    { code: 'row_hidden', place: { row: 4 } },
  ])
})

test('duplicates of the bank: the same, the same with another key, nearly the same', async () => {
  const bank = [
    { code: 'a-1', stem: 'Một tuần có bao nhiêu ngày?', options: ['Bảy', 'Tám'], key: [0] },
    {
      code: 'a-2',
      stem: 'Trong một năm thường có tất cả bao nhiêu ngày làm việc của cơ quan nhà nước?',
      options: ['x', 'y'],
      key: [1],
    },
  ]
  const text = [
    'Câu 1. Một tuần có bao nhiêu ngày?',
    'A. Tám',
    'B. Bảy',
    'Đáp án: B',
    'Câu 2. Một tuần có bao nhiêu ngày',
    'A. Bảy',
    'B. Tám',
    'Đáp án: B',
    'Câu 3. Trong một năm thường có tất cả bao nhiêu ngày làm việc của cơ quan nhà nước ta?',
    'A. z',
    'B. t',
    'Đáp án: A',
  ].join('\n')
  const { duplicates } = await previewQuestionFile(Buffer.from(text), 'x.txt', { bank })

  expect(duplicates.map(({ kind, code }) => [kind, code])).toEqual([
    ['exact', 'a-1'],
    ['other_key', 'a-1'],
    ['near', 'a-2'],
  ])
})

test('GIFT without blank lines between questions is still one question after the other', async () => {
  const { questions } = await read(
    Buffer.from(
      [
        'Ai có thẩm quyền? { =Chủ tịch nước ~Thủ tướng ~Bộ trưởng }',
        'Đúng hay sai? {F}',
        'Luật có hiệu lực từ',
        '{ =năm 2024 ~năm 2025 }',
        'theo Điều 95.',
      ].join('\n'),
    ),
  )

  expect(questions.map(({ stem, options, key }) => ({ stem, options, key }))).toEqual([
    { stem: 'Ai có thẩm quyền?', options: ['Chủ tịch nước', 'Thủ tướng', 'Bộ trưởng'], key: [0] },
    { stem: 'Đúng hay sai?', options: ['Đúng', 'Sai'], key: [1] },
    { stem: 'Luật có hiệu lực từ _____ theo Điều 95.', options: ['năm 2024', 'năm 2025'], key: [0] },
  ])
})
