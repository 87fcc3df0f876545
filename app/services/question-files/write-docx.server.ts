import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { letterOf, lettersOf } from '../../core/question-import/draft.ts'

/** A question as printed: options in the order of this paper. */
export type PrintedQuestion = {
  stem: string
  options: readonly string[]
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

const FONT = 'Times New Roman'
const SIZE = 26

/** A paper to print: header, fields for name and unit, questions without their keys. */
export async function writePaper(
  header: PaperHeader,
  questions: readonly PrintedQuestion[],
): Promise<Buffer> {
  const people = ['Họ và tên: ……………………………………………………', 'Đơn vị: …………………………………………………………']

  return pack([
    ...headerOf(header, header.title),
    ...people.map((words) => line([text(words)])),
    ...questions.flatMap((question, index) => [
      line([text(`Câu ${index + 1}. `, true), text(question.stem)], { keepNext: true, before: 160 }),
      ...question.options.map((option, place) =>
        line([text(`${letterOf(place)}. ${option}`)], {
          keepNext: place < question.options.length - 1,
          indent: 360,
        }),
      ),
    ]),
    line([text('— HẾT —')], { isCentred: true, before: 240 }),
  ])
}

const KEYS_A_ROW = 10

/** The key of a paper, apart from it: a table, then the reasons. */
export async function writeKey(header: PaperHeader, questions: readonly PrintedQuestion[]): Promise<Buffer> {
  const reasons = questions.flatMap((question, index) => {
    const words = [question.explanation, question.source].filter(Boolean).join(' — ')

    return words === ''
      ? []
      : [line([text(`Câu ${index + 1}: ${lettersOf(question.key)}. `, true), text(words)])]
  })

  return pack([...headerOf(header, `ĐÁP ÁN: ${header.title}`), keyTable(questions), line([]), ...reasons])
}

function keyTable(questions: readonly PrintedQuestion[]): Table {
  const rows: TableRow[] = []
  for (let from = 0; from < questions.length; from += KEYS_A_ROW) {
    const part = questions.slice(from, from + KEYS_A_ROW)
    rows.push(
      new TableRow({
        children: [cell('Câu', true), ...part.map((_, index) => cell(String(from + index + 1), true))],
      }),
      new TableRow({
        children: [cell('Đáp án', true), ...part.map((question) => cell(lettersOf(question.key)))],
      }),
    )
  }

  return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } })
}

function headerOf({ organizerName, remark }: PaperHeader, title: string): (Paragraph | Table)[] {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  }
  const motto = [
    line([text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', true)], { isCentred: true }),
    line([text('Độc lập - Tự do - Hạnh phúc', true)], { isCentred: true }),
  ]
  const left = new TableCell({
    children: [line([text(organizerName.toLocaleUpperCase('vi'), true)], { isCentred: true })],
  })

  return [
    new Table({
      borders,
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [new TableRow({ children: [left, new TableCell({ children: motto })] })],
    }),
    line([text(title.toLocaleUpperCase('vi'), true)], { isCentred: true, before: 240 }),
    ...(remark === '' ? [] : [line([text(remark)], { isCentred: true })]),
  ]
}

function cell(words: string, isBold = false): TableCell {
  return new TableCell({ children: [line([text(words, isBold)], { isCentred: true })] })
}

function text(words: string, isBold = false): TextRun {
  return new TextRun({ text: words, bold: isBold, font: FONT, size: SIZE })
}

type LineLayout = { isCentred?: boolean; keepNext?: boolean; indent?: number; before?: number }

function line(
  children: TextRun[],
  { isCentred, keepNext, indent = 0, before = 0 }: LineLayout = {},
): Paragraph {
  return new Paragraph({
    children,
    alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
    keepNext: keepNext ?? false,
    indent: { left: indent },
    spacing: { before, after: 60 },
  })
}

/** Lines as a template shows them: right options are bold. */
export async function writeSample(lines: readonly { words: string; isBold: boolean }[]): Promise<Buffer> {
  return pack(lines.map(({ words, isBold }) => line([text(words, isBold)])))
}

async function pack(children: (Paragraph | Table)[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
