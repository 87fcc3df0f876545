/** Ways of writing in Word and Excel that were once misread, each with what it means. */
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { previewOf, summaryOf } from '../factories/question-previews.ts'
import { docxOf, numbered, paragraph, table } from '../fixtures/questions/make-docx.ts'
import { xlsxOf } from '../fixtures/questions/make-xlsx.ts'
import { tcvn3 } from '../fixtures/questions/old-encodings.ts'

const word = (...texts: string[]) => docxOf(texts.map((text) => paragraph([{ text }])))
const TWO = ['Một? | x / y = B', 'Hai? | z / t = A']
const labelled = (first: string, second: string) =>
  word(`${first}Một?`, 'A. x', 'B. y', 'Đáp án: B', `${second}Hai?`, 'A. z', 'B. t', 'Đáp án: A')

test.each([
  ['Bài 1: ', 'Bài 2: '],
  ['(1) ', '(2) '],
  ['#1. ', '#2. '],
  ['[Câu 1] ', '[Câu 2] '],
  ['Câu I: ', 'Câu II: '],
  ['Câu 1. (1,0 điểm) ', 'Câu 2. (0,5 điểm) '],
])('questions labelled %j are numbered by that', async (first, second) => {
  expect(await summaryOf(labelled(first, second))).toEqual(TWO)
})

const DOCUMENTS: [what: string, file: () => Uint8Array, expected: string[]][] = [
  [
    'a list a) b) in the stem before options A. B.',
    () => word('Câu 1. Cho các ý:', 'a) Ý một', 'b) Ý hai', 'Ý nào đúng?', 'A. a', 'B. b', 'Đáp án: A'),
    ['Cho các ý: a) Ý một b) Ý hai Ý nào đúng? | a / b = A'],
  ],
  [
    '“Chọn ý đúng.” as part of a stem',
    () => word('1. Cho các ý:', '1) Ý một', '2) Ý hai', 'Chọn ý đúng.', 'A. 1', 'B. 2', 'Đáp án: B'),
    ['Cho các ý: 1) Ý một 2) Ý hai Chọn ý đúng. | 1 / 2 = B'],
  ],
  [
    'a key with the number of its question, and one that is only an arrow',
    () => word('Câu 1. Một?', 'A. x', 'B. y', 'Đáp án: 1-B', 'Câu 2. Hai?', 'A. z', 'B. t', '=> A'),
    TWO,
  ],
  [
    'options announced by “Phương án A:”',
    () => word('Câu 1. Một?', 'Phương án A: x', 'Phương án B: y', 'Phương án đúng: B'),
    ['Một? | x / y = B'],
  ],
  [
    'letters alone on a line above their options',
    () => word('Câu 1. Một?', 'A.', 'x', 'B.', 'y', 'Đáp án: B'),
    ['Một? | x / y = B'],
  ],
  [
    'options numbered below their question, 1.1. and 1.2.',
    () => word('Câu 1. Một?', '1.1. x', '1.2. y', 'Đáp án: 2'),
    ['Một? | x / y = B'],
  ],
  [
    'plain questions without blank lines between',
    () => word('Một?', 'x', '*y', '> Vì thế.', 'Hai?', '*z', 't', '> Vậy.'),
    ['Một? | x / y = B > Vì thế.', 'Hai? | z / t = A > Vậy.'],
  ],
  [
    'letters in one row of a table, options in the next',
    () =>
      docxOf([
        paragraph([{ text: 'Câu 1. Một?' }]),
        table([
          ['A', 'B'],
          ['x', 'y'],
        ]),
        paragraph([{ text: 'Đáp án: B' }]),
      ]),
    ['Một? | x / y = B'],
  ],
  [
    'a table with a cross below Đúng or Sai',
    () =>
      docxOf([
        table([
          ['STT', 'Nội dung', 'Đúng', 'Sai'],
          ['1', 'Một năm có 12 tháng.', 'x', ''],
          ['2', 'Một tuần có tám ngày.', '', 'x'],
        ]),
      ]),
    ['Một năm có 12 tháng. | Đúng / Sai = A', 'Một tuần có tám ngày. | Đúng / Sai = B'],
  ],
  [
    'a table of questions without headings',
    () =>
      docxOf([
        table([
          ['1', 'Một?', 'x', 'y', 'B'],
          ['2', 'Hai?', 'z', 't', 'A'],
        ]),
      ]),
    TWO,
  ],
  [
    'tables of questions with a question between them, and the keys in lines below',
    () =>
      docxOf([
        table([
          ['STT', 'Câu hỏi', 'A', 'B'],
          ['1', 'Một?', 'x', 'y'],
        ]),
        ...['Câu 2. Hai?', 'A. z', 'B. t'].map((each) => paragraph([{ text: each }])),
        table([
          ['STT', 'Câu hỏi', 'A', 'B'],
          ['3', 'Ba?', 'm', 'n'],
        ]),
        ...['ĐÁP ÁN', '1-B 2-A 3-B'].map((each) => paragraph([{ text: each }])),
      ]),
    [...TWO, 'Ba? | m / n = B'],
  ],
  [
    'Greek letters, formulas and raised figures',
    () =>
      docxOf([
        '<w:p><w:r><w:t xml:space="preserve">Câu 1. Góc </w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F061"/></w:r><w:r><w:t xml:space="preserve"> và 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:m:oMath xmlns:m="m"><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>a+b</m:t></m:r></m:den></m:f></w:m:oMath></w:p>'.replaceAll(
          'w:m:oMath',
          'm:oMath',
        ),
        ...['A. x', 'B. y', 'Đáp án: A'].map((each) => paragraph([{ text: each }])),
      ]),
    ['Góc α và 10²1/(a+b) | x / y = A ! formula_flattened'],
  ],
  [
    'an old font in one run of a line',
    () =>
      docxOf([
        paragraph([
          { text: 'Câu 1. ' },
          { text: tcvn3('Một tuần'), font: '.VnTime' },
          { text: ' có mấy ngày?' },
        ]),
        ...['A. x', 'B. y', 'Đáp án: A'].map((each) => paragraph([{ text: each }])),
      ]),
    ['Một tuần có mấy ngày? | x / y = A ! legacy_font'],
  ],
  [
    'wrong options struck out',
    () =>
      docxOf([
        paragraph([{ text: 'Câu 1. Một?' }]),
        ...['A. x', 'B. y', 'C. z'].map((each, index) =>
          paragraph([{ text: each }]).replace('<w:rPr>', `<w:rPr>${index === 1 ? '' : '<w:strike/>'}`),
        ),
      ]),
    ['Một? | x / y / z = B'],
  ],
  [
    'two bold options where one is asked for',
    () =>
      docxOf([
        paragraph([{ text: 'Câu 1. Số nào chẵn?' }]),
        ...['A. Hai', 'B. Ba', 'C. Bốn'].map((each) =>
          paragraph([{ text: each, bold: !each.startsWith('B') }]),
        ),
      ]),
    ['Số nào chẵn? | Hai / Ba / Bốn = A, C ! several_marked'],
  ],
  [
    'automatic letters that go on from the question before',
    () =>
      docxOf(
        ['Một?', 'Hai?'].flatMap((stem) => [
          numbered(1, 0, stem),
          numbered(10, 0, 'x'),
          numbered(10, 0, 'y'),
          paragraph([{ text: 'Đáp án: x' }]),
        ]),
      ),
    ['Một? | x / y = A', 'Hai? | x / y = A'],
  ],
]

test.each(DOCUMENTS)('Word: %s', async (_what, file, expected) => {
  expect(await summaryOf(file())).toEqual(expected)
})

const SHEETS: [what: string, rows: Parameters<typeof xlsxOf>[0], expected: string[]][] = [
  [
    'the stem again on the row of every option',
    [
      ['STT', 'Câu hỏi', 'Phương án', 'Đúng'],
      [1, 'Một?', 'x', ''],
      [1, 'Một?', 'y', 'x'],
      [2, 'Hai?', 'z', 'x'],
      [2, 'Hai?', 't', ''],
    ],
    TWO,
  ],
  [
    'titles of parts in the columns of number and stem',
    [
      ['STT', 'Câu hỏi', 'A', 'B', 'Đáp án'],
      ['I', 'QUY ĐỊNH CHUNG'],
      [1, 'Một?', 'x', 'y', 'B'],
      ['', 'Chương II: Danh hiệu'],
      [2, 'Hai?', 'z', 't', 'A'],
    ],
    TWO,
  ],
  [
    'headings in words: “Đáp án thứ nhất”, “Chọn”',
    [
      ['STT', 'Câu hỏi', 'Đáp án thứ nhất', 'Đáp án thứ hai', 'Chọn'],
      [1, 'Một?', 'x', 'y', 'PA B'],
      [2, 'Hai?', 'z', 't', '1'],
    ],
    TWO,
  ],
  [
    'keys joined by “và”',
    [
      ['Câu hỏi', 'A', 'B', 'C', 'Đáp án'],
      ['Những số chẵn?', 'Hai', 'Ba', 'Bốn', '1 và 3'],
    ],
    ['Những số chẵn? | Hai / Ba / Bốn = A, C'],
  ],
  ['a page of instructions', [['Hướng dẫn nhập'], ['Bước 1: điền'], ['Bước 2: gửi']], []],
]

test.each(SHEETS)('Excel: %s', async (_what, rows, expected) => {
  expect(await summaryOf(xlsxOf(rows))).toEqual(expected)
})

test('a topic in a cell merged over several rows holds for each of them', async () => {
  const rows = [
    ['Chủ đề', 'Câu hỏi', 'A', 'B', 'Đáp án'],
    ['Danh hiệu', 'Một?', 'x', 'y', 'A'],
    ['', 'Hai?', 'x', 'y', 'A'],
  ]
  const { questions } = await previewOf(xlsxOf(rows, { merges: ['A2:A3'] }))

  expect(questions.map(({ topic }) => topic)).toEqual(['Danh hiệu', 'Danh hiệu'])
})

test('headings “Chủ đề: …” hold for the questions below them; below a question the line is its own', async () => {
  const question = (number: number) => [`Câu ${number}. Câu ${number} là gì?`, 'A. x', 'B. y', 'Đáp án: A']
  const headed = await previewOf(
    word('Chủ đề 1: Quy định chung', ...question(1), 'Chủ đề 2: Danh hiệu', ...question(2), ...question(3)),
  )
  const ownLines = await previewOf(
    word(...question(1), 'Chủ đề: Quy định chung', ...question(2), 'Chủ đề: Danh hiệu'),
  )

  expect(headed.questions.map(({ topic }) => topic)).toEqual(['Quy định chung', 'Danh hiệu', 'Danh hiệu'])
  expect(headed.skipped).toEqual([])
  expect(ownLines.questions.map(({ topic }) => topic)).toEqual(['Quy định chung', 'Danh hiệu'])
})

test('a picture in a sheet is told at the row where it begins', async () => {
  const relations = (type: string, target: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/${type}" Target="${target}"/></Relationships>`,
    )
  const cell = (column: string, row: number, value: string) =>
    `<c r="${column}${row}" t="inlineStr"><is><t>${value}</t></is></c>`
  const row = (number: number, values: string[]) =>
    `<row r="${number}">${values.map((value, index) => cell('ABCD'[index] ?? '', number, value)).join('')}</row>`
  const file = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet><sheetData>${row(1, ['Câu hỏi', 'A', 'B', 'Đáp án'])}${row(2, ['Một?', 'x', 'y', 'A'])}${row(3, ['Hai?', 'x', 'y', 'A'])}</sheetData></worksheet>`,
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': relations('drawing', '../drawings/drawing1.xml'),
    'xl/drawings/drawing1.xml': strToU8(
      '<d:wsDr xmlns:d="d"><d:twoCellAnchor><d:from><d:col>0</d:col><d:row>2</d:row></d:from><d:pic/></d:twoCellAnchor></d:wsDr>',
    ),
  })
  const { questions } = await previewOf(file)

  expect(questions.map(({ problems }) => problems.map(({ code, place }) => [code, place.row]))).toEqual([
    [],
    [['picture_not_imported', 3]],
  ])
})

test('days of validity are read as people write them, and told when they can’t be', async () => {
  const rows = [
    ['Câu hỏi', 'A', 'B', 'Đáp án', 'Hiệu lực từ', 'Hiệu lực đến'],
    ['Một?', 'x', 'y', 'A', { serial: 46_296, format: 'dd/mm/yyyy' as const }, '31.12.2027'],
    ['Hai?', 'x', 'y', 'A', 'ngày 1 tháng 10 năm 2026', '1/9/2026'],
    ['Ba?', 'x', 'y', 'A', 'mùa thu', ''],
  ]
  const { questions } = await previewOf(xlsxOf(rows))

  expect(questions.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    ['2026-10-01', '2027-12-31'],
    ['2026-10-01', '2026-09-01'],
    [null, null],
  ])
  expect(questions.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    [],
    ['validity_order'],
    ['validity_unreadable'],
  ])
})
