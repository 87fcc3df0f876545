import { rowsOfBank } from '../../../core/questions/export/sheet-rows.ts'
import type { QuestionEntry } from '../../../core/questions/question-file.ts'
import { letterOf } from '../../../core/questions/import/draft.ts'
import { writeSample } from './write-docx.server.ts'
import { writeXlsx } from './write-xlsx.server.ts'

/** Visibly examples: they ask about arithmetic and the days of the week, not about the law. */
const EXAMPLES: readonly Omit<QuestionEntry, 'id'>[] = [
  {
    difficulty: 1,
    stem: 'CÂU MẪU, hãy thay bằng câu của bạn: Một tuần có bao nhiêu ngày?',
    options: ['Năm ngày', 'Sáu ngày', 'Bảy ngày', 'Tám ngày'],
    answer: [2],
    explanation: 'Câu có một đáp án: ghi một chữ cái ở cột “Đáp án đúng”.',
    citation: ['D5.1'],
    evidence: [],
  },
  {
    difficulty: 2,
    stem: 'CÂU MẪU: Những số nào dưới đây là số chẵn?',
    options: ['Hai', 'Ba', 'Bốn', 'Năm'],
    answer: [0, 2],
    explanation: 'Câu có nhiều đáp án: ghi các chữ cái cách nhau bằng dấu phẩy, ví dụ A, C.',
    citation: ['D21.1.a'],
    evidence: [],
  },
  {
    difficulty: 1,
    stem: 'CÂU MẪU: Một giờ có sáu mươi phút.',
    options: ['Đúng', 'Sai'],
    answer: [0],
    explanation: 'Câu hỏi Đúng/Sai chỉ cần hai phương án.',
    citation: [],
    evidence: [],
  },
]

/** A workbook with the headings and three examples. */
export async function xlsxTemplate(): Promise<Buffer> {
  const { headings, rows } = rowsOfBank([
    {
      topic: 'mau',
      title: '',
      questions: EXAMPLES.map((example, index) => ({ ...example, id: `mau-${index + 1}` })),
    },
  ])
  const code = headings.indexOf('Mã câu hỏi')

  return writeXlsx({
    headings,
    rows: rows.map((row) => row.map((value, column) => (column === code ? '' : value))),
  })
}

/** A Word file with the same examples: right options in bold, reasons in lines of their own. */
export async function docxTemplate(): Promise<Buffer> {
  return writeSample(
    EXAMPLES.flatMap((example, index) => [
      { words: `Câu ${index + 1}. ${example.stem}`, isBold: false },
      ...example.options.map((option, place) => ({
        words: `${letterOf(place)}. ${option}`,
        isBold: example.answer.includes(place),
      })),
      { words: `Giải thích: ${example.explanation}`, isBold: false },
      ...(example.citation.length > 0
        ? [{ words: `Căn cứ: ${example.citation.join('; ')}`, isBold: false }]
        : []),
    ]),
  )
}
