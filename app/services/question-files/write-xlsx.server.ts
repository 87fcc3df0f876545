import writeExcelFile from 'write-excel-file/node'
import type { SheetRows } from '../../core/question-export/sheet-rows.ts'

const WIDE = /Nội dung|Giải thích|Phương án|Lỗi|Minh chứng/u
const STYLE = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const

/** A workbook of one sheet in which every cell is text, so that Excel turns nothing into a date. */
export async function writeXlsx({ headings, rows }: SheetRows): Promise<Buffer> {
  const head = headings.map(
    (value) => ({ ...STYLE, value, fontWeight: 'bold', backgroundColor: '#F1E7D0' }) as const,
  )
  const body = rows.map((row) => row.map((value) => (value === '' ? null : { ...STYLE, value })))

  return writeExcelFile([head, ...body], {
    sheet: 'Câu hỏi',
    columns: headings.map((heading) => ({ width: WIDE.test(heading) ? 36 : 14 })),
    stickyRowsCount: 1,
  }).toBuffer()
}
