/** CSV, Aiken, GIFT, Moodle XML and YAML that were once misread, each with what it means. */
import { expect, test } from 'vitest'
import { convertLegacy } from '#app/core/questions/import/legacy-fonts.ts'
import { previewOf, summaryOf } from '../factories/question-previews.ts'
import { tcvn3 } from '../fixtures/questions/old-encodings.ts'

const text = (...lines: string[]) => lines.join('\n')

const TEXTS: [what: string, file: Uint8Array | string, expected: string[]][] = [
  [
    'CSV in TCVN3',
    Buffer.from(tcvn3('Câu hỏi;A;B;Đáp án\nThủ đô ở đâu?;Hà Nội;Huế;A\n'), 'latin1'),
    ['Thủ đô ở đâu? | Hà Nội / Huế = A ! legacy_font'],
  ],
  [
    'UTF-8 that was read as Windows-1252',
    Buffer.from(text('Câu 1. Nước nào?', 'A. Việt Nam', 'B. Lào', 'Đáp án: A')).toString('latin1'),
    ['Nước nào? | Việt Nam / Lào = A ! legacy_font'],
  ],
  ['control characters', 'Câu 1. M\u0000ột?\nA. x\u0007\nB. y\nĐáp án: B', ['Một? | x / y = B']],
  [
    'CSV whose quotation mark never closes',
    'Câu hỏi,A,B,Đáp án\nMột?,x,y,B\n"Hai?,z,t,A\nBa?,x,y,A\n',
    ['Một? | x / y = B', 'Hai?,z,t,A Ba?,x,y,A |  =  ! quote_open ! too_few_options ! key_missing'],
  ],
  [
    'Aiken whose first stem begins with a figure',
    text('2 + 2 = ?', 'A. 3', 'B. 4', 'ANSWER: B', '', '1. Hai?', 'A. z', 'B. t', 'Answer: a'),
    ['2 + 2 = ? | 3 / 4 = B', 'Hai? | z / t = A'],
  ],
  ['GIFT with a comment inside', 'Một? {\n// ghi chú\n~x\n=y\n}', ['Một? | x / y = B']],
  [
    'GIFT with braces that never close',
    'Một? {~x =y\n\nHai? {=z ~t}',
    ['Một? |  =  ! syntax_broken ! too_few_options ! key_missing', 'Hai? | z / t = A'],
  ],
  ['GIFT of true or false with both feedbacks', 'Một? {F#sai#Vì thế.}', ['Một? | Đúng / Sai = B > Vì thế.']],
  [
    'GIFT in plain text that looks like HTML',
    '[plain]Thẻ <b> là gì? {=<i>x</i> ~y}',
    ['Thẻ <b> là gì? | <i>x</i> / y = A'],
  ],
  [
    'Moodle XML in one encoding that declares another, with a comment first',
    '<!-- x --><quiz><question type="multichoiceset"><questiontext><text>10&lt;sup&gt;2&lt;/sup&gt;?</text></questiontext><answer fraction="100"><text>100</text></answer><answer fraction="0"><text>102</text></answer></question></quiz>',
    ['10²? | 100 / 102 = A'],
  ],
  [
    'XML that says it is UTF-16 and is not',
    '<?xml version="1.0" encoding="utf-16"?><quiz><question type="multichoice"><questiontext><text>Một?</text></questiontext><answer fraction="0"><text>x</text></answer><answer fraction="100"><text>y</text></answer></question></quiz>',
    ['Một? | x / y = B'],
  ],
  [
    'YAML with a key that is no number and a field that nobody knows',
    text(
      'topic: mau',
      'title: Mẫu',
      'questions:',
      '  - stem: Một?',
      '    options: [x, y]',
      '    answer: B',
      '    points: 2',
    ),
    ['Một? | x / y =  ! yaml_invalid ! yaml_invalid'],
  ],
]

test.each(TEXTS)('%s', async (_what, file, expected) => {
  expect(await summaryOf(file)).toEqual(expected)
})

test('text that was read wrongly once is put right sequence by sequence', () => {
  expect(convertLegacy('Luáº­t “thi Ä‘ua” n\u00C3\u00A0y', 'mojibake')).toBe('Luật “thi đua” này')
})

test('an empty page is an empty file', async () => {
  await expect(previewOf(' \r\n\t\n')).rejects.toMatchObject({ details: { reason: 'empty' } })
})
