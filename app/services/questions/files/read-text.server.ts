import Papa from 'papaparse'
import { plainLine } from '../../../core/questions/import/line.ts'
import type { Line, Span } from '../../../core/questions/import/line.ts'
import { columnName } from '../../../core/questions/import/grid.ts'
import { problem } from '../../../core/questions/import/draft.ts'
import type { Place, Problem } from '../../../core/questions/import/draft.ts'
import type { Grid, GridCell } from '../../../core/questions/import/grid.ts'
import { findColumns } from '../../../core/questions/import/headings.ts'
import type { LegacyEncoding } from '../../../core/questions/import/legacy-fonts.ts'
import { convertedText } from '../../../core/questions/import/legacy-lines.ts'
import { tidyLine } from '../../../core/questions/import/tidy.ts'
import { refuseFile } from './refusal.ts'

const TEXT_LIMITS = { lines: 200_000, lineChars: 100_000, csvRows: 50_000 } as const

/** Lines of a plain text; blank ones only leave a mark on the next. */
export function readTextLines(text: string, legacy: LegacyEncoding | null): Line[] {
  const lines: Line[] = []
  let isAfterBlank = true
  for (const [index, raw] of text.split(/\r\n|\n|\r|\u2028|\u2029|\f/u).entries()) {
    if (index >= TEXT_LIMITS.lines || raw.length > TEXT_LIMITS.lineChars)
      throw refuseFile('document_too_large')
    const line = tidiedLine(raw, { line: index + 1 }, legacy)
    if (line.text.trim() === '') isAfterBlank = true
    else {
      lines.push(withBold({ ...line, afterBlank: isAfterBlank }))
      isAfterBlank = false
    }
  }

  return lines
}

/** Converted before it is tidied: what tidying takes for a hard space may be half a letter. */
function tidiedLine(raw: string, place: Place, legacy: LegacyEncoding | null): Line {
  const converted = legacy ? convertedText(raw, legacy) : null
  const line = plainLine(tidyLine(converted ?? raw), place)

  return converted === null ? line : { ...line, raw: tidyLine(raw) }
}

/** "**B. text**" as Markdown writes bold. A single star marks a right option and stays. */
function withBold(line: Line): Line {
  if (!line.text.includes('**')) return line
  const parts = line.text.split('**')
  if (parts.length < 3) return line
  const spans: Span[] = []
  let text = ''
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1)
      spans.push({ start: text.length, end: text.length + part.length, look: { bold: true } })
    text += part
  }

  return { ...line, text, spans }
}

const DELIMITERS = [';', ',', '\t', '|'] as const

/** @returns the table in a text; null when it does not look like a table of questions */
export function readCsv(text: string, fileName: string, legacy: LegacyEncoding | null): Grid | null {
  const isNamedSo = /\.(?:csv|tsv)$/iu.test(fileName)
  // "sep=;" on the first line is how Excel is told.
  const stated = /^\uFEFF?sep=(.)\r?\n/u.exec(text)
  const body = stated ? text.slice(stated[0].length) : text.replace(/^\uFEFF/u, '')
  const offset = stated ? 1 : 0
  const candidates = (stated?.[1] ? [stated[1]] : DELIMITERS).map((delimiter) => {
    const head = toGrid(parseRows(body, delimiter, 60), offset, legacy)

    return { delimiter, columns: findColumns(head), width: typicalWidth(head) }
  })
  const best = candidates.reduce((a, b) => (rank(b) > rank(a) ? b : a))
  if (!best.columns && !(isNamedSo && best.width >= 4)) return null

  return toGrid(parseRows(body, best.delimiter, TEXT_LIMITS.csvRows + 1), offset, legacy)
}

function rank({ columns, width }: { columns: ReturnType<typeof findColumns>; width: number }): number {
  return columns ? 1_000 + columns.roles.size + columns.options.length * 2 : width
}

function typicalWidth(grid: Grid): number {
  const widths = grid.rows.map((row) => row.cells.length).sort((a, b) => a - b)

  return widths[Math.floor(widths.length / 2)] ?? 0
}

type CsvRow = {
  cells: string[]
  line: number
  /** Its last cell opens a quote that never closes, and holds the rest of the file. */
  isQuoteOpen: boolean
}

function parseRows(text: string, delimiter: string, limit: number): CsvRow[] {
  const rows: CsvRow[] = []
  let line = 1
  let cursor = 0
  Papa.parse<string[]>(text, {
    delimiter,
    preview: limit,
    step: (result) => {
      const isQuoteOpen = result.errors.some(({ code }) => code === 'MissingQuotes')
      rows.push({ cells: result.data, line, isQuoteOpen })
      // The cursor stands behind the row: rows with line breaks in quotes are longer than a line.
      for (; cursor < result.meta.cursor; cursor++)
        if (
          text.charCodeAt(cursor) === 10 ||
          (text.charCodeAt(cursor) === 13 && text.charCodeAt(cursor + 1) !== 10)
        )
          line++
    },
  })
  if (rows.length > TEXT_LIMITS.csvRows) throw refuseFile('sheet_too_large', { sheet: '' })

  return rows
}

function toGrid(rows: readonly CsvRow[], offset: number, legacy: LegacyEncoding | null): Grid {
  return {
    name: null,
    isHidden: false,
    merges: [],
    rows: rows.map(({ cells, line, isQuoteOpen }) => ({
      number: line + offset,
      isHidden: false,
      cells: cells.slice(0, 256).map((text, column) => {
        const place = { line: line + offset, column: columnName(column) }
        const isSwallowing = isQuoteOpen && column === cells.length - 1
        const problems = isSwallowing ? [problem('quote_open', 'error', place, { excerpt: text })] : []

        return csvCell(text, place, legacy, problems)
      }),
    })),
  }
}

function csvCell(
  text: string,
  place: Place,
  legacy: LegacyEncoding | null,
  problems: Problem[],
): GridCell | undefined {
  if (text.trim() === '') return undefined
  // ="00123" is how text is kept from Excel's guessing.
  const own = text.trim().replace(/^="(.*)"$/u, '$1')

  return {
    lines: own
      .split(/\r\n|\n|\r/u)
      .filter((part) => part.trim() !== '')
      .map((part) => tidiedLine(part, place, legacy)),
    place,
    problems,
  }
}
