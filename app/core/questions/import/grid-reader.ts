/** Reads one sheet or table: by its headings, by what its columns hold, or from top to bottom like a document. */
import { problem } from './draft.ts'
import type { ParsedFile } from './draft.ts'
import { cellText, isBlank, isBlankRow, placeOfRow } from './grid.ts'
import type { Grid, GridRow } from './grid.ts'
import { readQuestionRows } from './grid-questions.ts'
import { findColumns } from './headings.ts'
import type { Columns } from './headings.ts'
import { optionLabelOf } from './labels.ts'
import { joinLines, plainLine } from './line.ts'
import type { Line } from './line.ts'
import { readOutline } from './outline.ts'
import { latinLetters } from './tidy.ts'

/** @returns null when the grid holds no questions */
export function readGrid(grid: Grid): ParsedFile | null {
  const columns = findColumns(grid)
  if (columns) {
    const byHeadings = readQuestionRows(grid, columns)
    // A heading by chance above a sheet that is written like a document.
    if (byHeadings.questions.some((question) => question.options.length >= 2)) return byHeadings
  }
  const guessed = guessColumns(grid)
  if (guessed) {
    const file = readQuestionRows(grid, guessed)
    const first = grid.rows[guessed.firstRow]
    file.problems.push(problem('headings_assumed', 'warning', first ? placeOfRow(grid, first) : {}))

    return file
  }
  const asDocument = readAsDocument(grid)
  if (asDocument) return asDocument

  return columns ? readQuestionRows(grid, columns) : null
}

/** Without headings: a column of keys at the right, a long text at the left, options between. */
export function guessColumns(grid: Grid): Columns | null {
  const rows = grid.rows.filter((row) => row.cells.filter((cell) => !isBlank(cell)).length >= 4)
  if (rows.length < 1 || rows.length < grid.rows.filter((row) => !isBlankRow(row)).length * 0.6) return null
  const width = Math.max(...rows.map((row) => row.cells.length))
  const share = (column: number, matches: (text: string) => boolean) =>
    rows.filter((row) => matches(cellText(row.cells[column]).trim())).length / rows.length
  const columns = Array.from({ length: width }, (_, column) => column)
  const key = columns.findLast((column) => share(column, isKeyWord) >= 0.8 && column >= 3)
  if (key === undefined) return null
  const hasNumber = share(0, (text) => /^\d+\.?$/u.test(text)) >= 0.8
  const stem = hasNumber ? 1 : 0
  const options = columns.filter(
    (column) => column > stem && column < key && share(column, (text) => text !== '') >= 0.3,
  )
  const isNotStem = share(stem, (text) => isKeyWord(text) || optionLabelOf(text) !== null) > 0.2
  if (options.length < 2 || isNotStem) return null
  const firstRow = grid.rows.findIndex((row) => row === rows[0])

  return {
    roles: new Map([
      ...(hasNumber ? [['number', 0] as const] : []),
      ['stem', stem] as const,
      ['key', key] as const,
      ...(key + 1 < width ? [['explanation', key + 1] as const] : []),
    ]),
    options,
    trueFalse: null,
    firstRow,
  }
}

function isKeyWord(text: string): boolean {
  return /^(?:[A-Ha-h](?:\s*[,;]?\s*[A-Ha-h])*|[1-8])$/u.test(latinLetters(text))
}

/** A sheet in which each row is a line, as if it had been typed into Word. */
function readAsDocument(grid: Grid): ParsedFile | null {
  const lines: Line[] = []
  let isAfterBlank = false
  for (const row of grid.rows) {
    if (isBlankRow(row)) isAfterBlank = true
    else {
      const [first, ...others] = rowLines(grid, row, isAfterBlank)
      if (first) lines.push(row.hasPicture ? { ...first, notes: ['picture'] } : first, ...others)
      isAfterBlank = false
    }
  }
  const file = readOutline(lines)
  const whole = file.questions.filter((question) => question.options.length >= 2)
  // A page of instructions is paragraphs too, but nothing in it is right.
  const isInstructions =
    !lines.some((line) => optionLabelOf(line.text)) &&
    file.questions.every((question) => question.key.length === 0)

  return whole.length > 0 && !isInstructions ? file : null
}

/** Cells of a row side by side; a letter or number in a cell of its own is a label, a cross behind it marks. */
function rowLines(grid: Grid, row: GridRow, afterBlank: boolean): Line[] {
  const cells = row.cells.filter((cell) => cell !== undefined && !isBlank(cell)) as NonNullable<
    GridRow['cells'][number]
  >[]
  const place = placeOfRow(grid, row)
  if (cells.length === 1)
    return (cells[0]?.lines ?? []).map((line, index) => ({
      ...line,
      place,
      isSoft: index > 0,
      afterBlank: afterBlank && index === 0,
    }))
  const parts = cells.map((cell, index) => {
    const line = joinLines(cell.lines) ?? plainLine('', place)
    const text = line.text.trim()
    if (index === 0 && /^(?:[A-H]|\d{1,4}|câu\s*\d+)$/iu.test(latinLetters(text)))
      return { ...line, text: `${text}.`, spans: line.spans.map((span) => ({ ...span, end: span.end })) }
    if (index > 0 && index === cells.length - 1 && /^[xX✓✔√*]$/u.test(text)) return { ...line, text: '*' }

    return { ...line, text: `${line.text}\t` }
  })

  return [{ ...(joinLines(parts) as Line), place, afterBlank, isSoft: false }]
}
