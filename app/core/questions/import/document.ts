/** Documents of paragraphs and tables: Word files. */
import { problem } from './draft.ts'
import type { ParsedFile } from './draft.ts'
import { cellText, isBlank } from './grid.ts'
import type { Grid, GridCell } from './grid.ts'
import { findColumns } from './headings.ts'
import { readQuestionRows } from './grid-questions.ts'
import { guessColumns } from './grid-reader.ts'
import { isKeyHeading, keyTableOf } from './key-table.ts'
import { extractKeyLines } from './key-lines.ts'
import type { PlacedKeyTable } from './key-lines.ts'
import { addTableKeys } from './keys-of-question.ts'
import { optionLabelOf, questionLabelOf } from './labels.ts'
import { joinLines, sliceLine } from './line.ts'
import type { Line } from './line.ts'
import { readOutline, tellOutside } from './outline.ts'
import { latinLetters } from './tidy.ts'

export type DocumentItem = { kind: 'line'; line: Line } | { kind: 'table'; grid: Grid }

export function readDocument(items: readonly DocumentItem[]): ParsedFile {
  const lines: Line[] = []
  const keys: PlacedKeyTable[] = []
  const tables: ParsedFile[] = []
  for (const item of items) {
    if (item.kind === 'line') {
      lines.push(item.line)
      continue
    }
    const table = readTable(item.grid)
    if (table.kind === 'keys') {
      if (isKeyHeading(lines.at(-1)?.text ?? '')) lines.pop()
      keys.push({ ...table.keys, linesBefore: lines.length })
    } else if (table.kind === 'questions') tables.push(table.file)
    else lines.push(...table.lines)
  }
  if (tables.length === 0) return readOutline(lines, keys)

  return combine(tables, keys, lines)
}

type TableReading =
  | { kind: 'keys'; keys: Omit<PlacedKeyTable, 'linesBefore'> }
  | { kind: 'questions'; file: ParsedFile }
  | { kind: 'lines'; lines: Line[] }

function readTable(grid: Grid): TableReading {
  const cells = grid.rows.map((row) =>
    row.cells.map((cell) => ({ text: cellText(cell), place: cell?.place ?? {} })),
  )
  const keys = keyTableOf(cells)
  if (keys) return { kind: 'keys', keys }
  const file = readByColumns(grid)
  if (file?.questions.some((question) => question.options.length >= 2)) return { kind: 'questions', file }

  return { kind: 'lines', lines: withLabelRows(grid.rows).flatMap(cellLines) }
}

const ONLY_LABEL = /^\s*(?:[(\[]?[A-HĐa-h][.):/\]]?|\d{1,4}[.):/]?|câu\s*(?:hỏi\s*)?\d{1,4}[.:)]?)\s*$/iu

function readByColumns(grid: Grid): ParsedFile | null {
  const columns = findColumns(grid)
  if (columns) return readQuestionRows(grid, columns)
  const guessed = guessColumns(grid)
  if (!guessed) return null
  const file = readQuestionRows(grid, guessed)
  const place = file.questions[0]?.place ?? {}

  return { ...file, problems: [...file.problems, problem('headings_assumed', 'warning', place)] }
}

type Cells = readonly (GridCell | undefined)[]

/** A row "A B C D" above a row of options: each letter goes before the option below it. */
function withLabelRows(rows: Grid['rows']): Cells[] {
  const labelled: Cells[] = []
  for (let index = 0; index < rows.length; index++) {
    const [cells = [], below = []] = [rows[index]?.cells, rows[index + 1]?.cells]
    const labels = cells.filter((cell) => !isBlank(cell))
    const pairs = labels.length > 1 && labels.every(isOnlyLabel) && below.every(isOption)
    if (pairs) index++
    labelled.push(pairs ? cells.flatMap((cell, column) => [cell, below[column]]) : cells)
  }

  return labelled

  function isOption(cell: GridCell | undefined): boolean {
    return cell !== undefined && !isBlank(cell) && !isOnlyLabel(cell)
  }
}

function isOnlyLabel(cell: GridCell | undefined): boolean {
  return ONLY_LABEL.test(latinLetters(cellText(cell)))
}

/** The cells of a row one after another; a cell that is only a label belongs to the next one. */
function cellLines(cells: Cells): Line[] {
  const lines: Line[] = []
  let label: Line | null = null
  for (const cell of cells) {
    const own = (cell?.lines ?? [])
      .filter((line) => line.text.trim() !== '')
      .map((line) => ({ ...line, inTable: true }))
    const [first, ...others] = own
    if (!first) continue
    if (others.length === 0 && !label && ONLY_LABEL.test(latinLetters(first.text))) {
      label = withPoint(first)
      continue
    }
    const isLabelled = optionLabelOf(first.text) !== null || questionLabelOf(first.text) !== null
    lines.push(label && !isLabelled ? (joinLines([label, first]) as Line) : first, ...others)
    label = null
  }
  if (label) lines.push(label)

  return lines
}

function withPoint(label: Line): Line {
  const text = label.text.trim()
  const bare = sliceLine(label, label.text.indexOf(text), label.text.indexOf(text) + text.length)

  return /[.):/\]]$/u.test(text) ? bare : { ...bare, text: `${text}.` }
}

/** Tables of questions, their keys if these stand apart, and questions in the text around them. */
function combine(
  tables: readonly ParsedFile[],
  keys: readonly PlacedKeyTable[],
  lines: readonly Line[],
): ParsedFile {
  const written = extractKeyLines(lines)
  const around = readOutline(written.lines)
  const extra = around.questions.filter((question) => question.options.length >= 2)
  const questions = [...tables.flatMap((file) => file.questions), ...extra].sort(
    (a, b) => (a.place.paragraph ?? 0) - (b.place.paragraph ?? 0),
  )

  return {
    questions,
    problems: [
      ...tables.flatMap((file) => file.problems),
      ...(extra.length > 0 ? around.problems : []),
      ...addTableKeys(questions, [...written.tables, ...keys]),
    ],
    skipped: [
      ...tables.flatMap((file) => file.skipped),
      ...(extra.length > 0 ? around.skipped : tellOutside(written.lines)),
    ],
  }
}
