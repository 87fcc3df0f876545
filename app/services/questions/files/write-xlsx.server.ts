import writeExcelFile from 'write-excel-file/node'
import type { SheetRows } from '../../../core/questions/export/sheet-rows.ts'

const WIDE = /Nội dung|Giải thích|Phương án|Lỗi|Minh chứng/u
const STYLE = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const

/** "_x0041_" would be read as a character's code: Excel writes its first mark as a code too. */
function escapeCell(text: string): string {
  return text.replace(/_(?=x[\dA-F]{4}_)/giu, '_x005F_')
}

/** A workbook of one sheet in which every cell is text, so that Excel turns nothing into a date. */
export async function writeXlsx({ headings, rows }: SheetRows): Promise<Buffer> {
  const head = headings.map(
    (value) => ({ ...STYLE, value, fontWeight: 'bold', backgroundColor: '#F1E7D0' }) as const,
  )
  const body = rows.map((row) =>
    row.map((value) => (value === '' ? null : { ...STYLE, value: escapeCell(value) })),
  )

  return writeExcelFile([head, ...body], {
    sheet: 'Câu hỏi',
    columns: headings.map((heading) => ({ width: WIDE.test(heading) ? 36 : 14 })),
    stickyRowsCount: 1,
  }).toBuffer()
}
