import { foldForSearch, normalizeText } from './vietnamese-text.ts'

/** The cells of a worksheet as text; an empty cell is an empty text. */
export type SheetRows = readonly (readonly string[])[]

/** What a column may be headed with: its own heading first, then what people write instead. */
export type ColumnHeadings<C extends string> = Readonly<Record<C, readonly string[]>>

export type SheetRecord<C extends string> = {
  /** Number of the row as the spreadsheet shows it. */
  row: number
  /** Only the columns the sheet has. */
  cells: Partial<Record<C, string>>
}

export type SheetTable<C extends string> = { columns: readonly C[]; records: SheetRecord<C>[] }

/** Titles, the name of the agency and blank lines may stand above the headings. */
const MAX_ROWS_ABOVE = 20

/**
 * Finds the headings in the first rows of a sheet, in any order and in words near to ours, and reads what is below.
 * @param required columns without which a row is no row of headings
 * @returns null when no row of headings is found
 */
export function readSheetTable<C extends string>(
  rows: SheetRows,
  headings: ColumnHeadings<C>,
  required: readonly C[],
): SheetTable<C> | null {
  for (const [index, row] of rows.slice(0, MAX_ROWS_ABOVE).entries()) {
    const columns = columnsOf(row, headings)
    if (!required.every((column) => columns.has(column))) continue
    const records = rows.slice(index + 1).map((cells, below): SheetRecord<C> => ({
      row: index + below + 2,
      cells: recordOf(cells, columns),
    }))

    return { columns: [...columns.keys()], records: records.filter(isFilled) }
  }

  return null
}

function columnsOf<C extends string>(row: readonly string[], headings: ColumnHeadings<C>): Map<C, number> {
  const found = new Map<C, number>()
  for (const [index, heading] of row.entries()) {
    const folded = foldHeading(heading)
    if (folded === '') continue
    for (const [column, wordings] of Object.entries(headings) as [C, readonly string[]][]) {
      if (!found.has(column) && wordings.some((wording) => foldHeading(wording) === folded))
        found.set(column, index)
    }
  }

  return found
}

function recordOf<C extends string>(cells: readonly string[], columns: Map<C, number>) {
  const record: Partial<Record<C, string>> = {}
  for (const [column, index] of columns) record[column] = normalizeText(cells[index] ?? '')

  return record
}

function isFilled<C extends string>({ cells }: SheetRecord<C>): boolean {
  return Object.values(cells).some((cell) => cell !== '')
}

/** "Họ và tên (*)" and "HỌ VÀ TÊN:" are the same heading. */
function foldHeading(heading: string): string {
  return foldForSearch(heading.replace(/\([^)]*\)/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
