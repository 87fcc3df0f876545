import {
  AlignmentType,
  Document,
  Footer,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TableCell,
  Table,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip as mm,
} from 'docx'
import { letterOf, lettersOf } from '../../core/questions/import/draft.ts'
import { FONT, line, rule, text } from '../closing/paper-docx/line.ts'
import { sideBySide } from '../closing/paper-docx/table.ts'

/** A question as printed: options in the order of this paper. */
export type PrintedQuestion = {
  stem: string
  options: readonly string[]
  /** Whether more than one option may be right, which whoever answers is told. */
  isMultiple: boolean
  key: readonly number[]
  explanation: string
  /** In words: "khoản 1 Điều 5". */
  source: string
}

/** What stands above an administrative document. */
export type PaperHeader = {
  organizerName: string
  title: string
  /** "Thời gian làm bài: 15 phút"; left out when empty. */
  remark: string
}

/** A4; as Decree 30/2020/NĐ-CP has it, but with less room for binding. */
const MARGIN = { top: 20, bottom: 20, left: 25, right: 15 }
const WIDTH = Math.floor(mm(210) - mm(MARGIN.left) - mm(MARGIN.right))
/** In half points: 13 pt, and 12 pt for what stands in the head and in tables. */
const SIZE = 26
const SMALL = 24

/** A paper to print: head, fields for name and unit, questions without their keys. */
export async function writePaper(
  header: PaperHeader,
  questions: readonly PrintedQuestion[],
): Promise<Buffer> {
  return pack(header, [
    ...headOf(header, header.title),
    fillIn('Họ và tên:'),
    fillIn('Đơn vị:'),
    ...questions.flatMap(questionOf),
    line([text('— HẾT —', { isBold: true, size: SIZE })], { align: 'centre', before: 280 }),
  ])
}

/** The key of a paper, apart from it: a table, then the reasons. */
export async function writeKey(header: PaperHeader, questions: readonly PrintedQuestion[]): Promise<Buffer> {
  const reasons = questions.flatMap((question, index) => {
    const words = [question.explanation, question.source].filter(Boolean).join(' — ')

    return words === ''
      ? []
      : [
          line(
            [
              text(`Câu ${index + 1}: ${lettersOf(question.key)}. `, { isBold: true, size: SIZE }),
              text(words, { size: SIZE }),
            ],
            { align: 'justified', after: 80 },
          ),
        ]
  })

  return pack(header, [
    ...headOf(header, `Đáp án: ${header.title}`),
    keyTable(questions),
    line([], { after: 120 }),
    ...reasons,
  ])
}

function headOf({ organizerName, remark }: PaperHeader, title: string): (Paragraph | Table)[] {
  const right = Math.round(WIDTH * 0.6)
  const left = WIDTH - right
  const centred = { align: 'centre' } as const
  const bold = { isBold: true, size: SMALL }

  return [
    sideBySide([
      {
        width: left,
        children: [line([text(organizerName.toLocaleUpperCase('vi'), bold)], centred), rule(1_300, left)],
      },
      {
        width: right,
        children: [
          line([text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold)], centred),
          line([text('Độc lập - Tự do - Hạnh phúc', { isBold: true, size: SIZE })], centred),
          rule(3_170, right),
        ],
      },
    ]),
    line([text(title.toLocaleUpperCase('vi'), { isBold: true, size: 28 })], {
      align: 'centre',
      before: 320,
      after: 60,
    }),
    line(remark === '' ? [] : [text(remark, { isItalic: true, size: SIZE })], {
      align: 'centre',
      after: 200,
    }),
  ]
}

/** Dots up to the right margin, to write on. */
function fillIn(label: string): Paragraph {
  return new Paragraph({
    children: [
      text(`${label} `, { size: SIZE }),
      new TextRun({ children: [new Tab()], font: FONT, size: SIZE }),
    ],
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH, leader: LeaderType.DOT }],
    spacing: { after: 120 },
  })
}

function questionOf({ stem, options, isMultiple }: PrintedQuestion, index: number): Paragraph[] {
  const rows = optionRows(options)

  return [
    new Paragraph({
      children: [
        text(`Câu ${index + 1}. `, { isBold: true, size: SIZE }),
        text(stem, { size: SIZE }),
        ...(isMultiple ? [text(' (Chọn mọi phương án đúng)', { isItalic: true, size: SIZE })] : []),
      ],
      alignment: AlignmentType.BOTH,
      keepNext: true,
      keepLines: true,
      spacing: { before: 180, after: 60 },
    }),
    ...rows.map((row, place) => optionLine(row, place < rows.length - 1)),
  ]
}

/** Options this short stand two on a line. */
const SHORT = 34

type OptionRow = { letter: string; words: string }[]

function optionRows(options: readonly string[]): OptionRow[] {
  const all = options.map((words, index) => ({ letter: letterOf(index), words }))
  const perRow = options.every((option) => option.length <= SHORT) ? 2 : 1

  return Array.from({ length: Math.ceil(all.length / perRow) }, (_, row) =>
    all.slice(row * perRow, (row + 1) * perRow),
  )
}

const OPTION_INDENT = mm(6)
const LETTER_WIDTH = mm(6)

function optionLine(row: OptionRow, isFollowed: boolean): Paragraph {
  const middle = Math.round((WIDTH + OPTION_INDENT) / 2)

  return new Paragraph({
    children: row.flatMap(({ letter, words }, index) => [
      ...(index > 0 ? [new TextRun({ children: [new Tab()], size: SIZE })] : []),
      text(`${letter}. ${words}`, { size: SIZE }),
    ]),
    tabStops: [{ type: TabStopType.LEFT, position: middle }],
    // What goes on in a second line stands under the words, not under the letter.
    indent: { left: OPTION_INDENT + LETTER_WIDTH, hanging: LETTER_WIDTH },
    keepNext: isFollowed,
    keepLines: true,
    spacing: { after: 40 },
  })
}

const KEYS_A_ROW = 10
const LABEL_WIDTH = mm(20)
const KEY_WIDTH = Math.floor((WIDTH - LABEL_WIDTH) / KEYS_A_ROW)

/** Numbers above letters, ten to a row; a number is never parted from its letter by the end of a page. */
function keyTable(questions: readonly PrintedQuestion[]): Table {
  const rows: TableRow[] = []
  for (let from = 0; from < questions.length; from += KEYS_A_ROW) {
    const part = questions.slice(from, from + KEYS_A_ROW)
    rows.push(
      keyRow(['Câu', ...part.map((_, index) => String(from + index + 1))], 'numbers'),
      keyRow(['Đáp án', ...part.map((question) => lettersOf(question.key))], 'letters'),
    )
  }

  return new Table({
    rows,
    width: { size: LABEL_WIDTH + KEY_WIDTH * KEYS_A_ROW, type: WidthType.DXA },
    columnWidths: [LABEL_WIDTH, ...Array.from({ length: KEYS_A_ROW }, () => KEY_WIDTH)],
    alignment: AlignmentType.CENTER,
  })
}

function keyRow(words: readonly string[], kind: 'numbers' | 'letters'): TableRow {
  return new TableRow({
    cantSplit: true,
    children: words.map(
      (each, index) =>
        new TableCell({
          width: { size: index === 0 ? LABEL_WIDTH : KEY_WIDTH, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          ...(kind === 'numbers' ? { shading: { fill: 'EDEDED' } } : {}),
          children: [
            line([text(each, { isBold: kind === 'letters' || index === 0, size: SMALL })], {
              align: 'centre',
              before: 40,
              after: 40,
              keepNext: kind === 'numbers',
            }),
          ],
        }),
    ),
  })
}

async function pack({ title, organizerName }: PaperHeader, children: (Paragraph | Table)[]): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title,
      creator: organizerName,
      styles: { default: { document: { run: { font: FONT, size: SIZE, language: { value: 'vi-VN' } } } } },
      sections: [
        {
          properties: {
            page: {
              size: { width: mm(210), height: mm(297) },
              margin: {
                top: mm(MARGIN.top),
                bottom: mm(MARGIN.bottom),
                left: mm(MARGIN.left),
                right: mm(MARGIN.right),
                footer: mm(9),
              },
            },
          },
          footers: { default: new Footer({ children: [pageOf()] }) },
          children,
        },
      ],
    }),
  )
}

function pageOf(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        children: ['Trang ', PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES],
        font: FONT,
        size: 22,
      }),
    ],
  })
}
