/** Workbooks: each sheet by itself, keys that stand on a sheet of their own. */
import type { ParsedFile } from './draft.ts'
import { cellText, isBlankRow } from './grid.ts'
import type { Grid } from './grid.ts'
import { readGrid } from './grid-reader.ts'
import { keyTableOf } from './key-table.ts'
import { findKey } from './keys-of-question.ts'

export function readGrids(grids: readonly Grid[]): ParsedFile {
  const file: ParsedFile = { questions: [], problems: [], skipped: [] }
  const keySheets = new Set<Grid>()
  for (const grid of grids) {
    const rows = grid.rows.filter((row) => !isBlankRow(row))
    if (rows.length === 0) continue
    const place = grid.name === null ? {} : { sheet: grid.name }
    if (grid.isHidden) {
      file.skipped.push({
        code: 'sheet_hidden',
        place,
        excerpt: grid.name ?? '',
        params: { sheet: grid.name ?? '' },
      })
      continue
    }
    const own = keysOf(grid) ? null : readGrid(grid)
    if (own) {
      file.questions.push(...own.questions)
      file.problems.push(...own.problems)
      file.skipped.push(...own.skipped)
    } else if (keysOf(grid)) keySheets.add(grid)
    else
      file.skipped.push({
        code: 'sheet_without_questions',
        place,
        excerpt: grid.name ?? '',
        params: { sheet: grid.name ?? '' },
      })
  }
  for (const sheet of keySheets) applyKeys(file, sheet)

  return file
}

function keysOf(grid: Grid) {
  return keyTableOf(
    grid.rows.map((row) =>
      Array.from(row.cells, (cell) => ({ text: cellText(cell), place: cell?.place ?? {} })),
    ),
  )
}

/** By number, when the numbers of the questions are all different. */
function applyKeys(file: ParsedFile, sheet: Grid): void {
  const entries = new Map(keysOf(sheet)?.entries.map((entry) => [entry.number, entry]))
  const numbers = new Set(file.questions.map((question) => question.number))
  if (numbers.size < file.questions.length) return
  for (const question of file.questions) {
    const entry = entries.get(question.number)
    if (!entry) continue
    const own = question.key.length > 0 ? [{ kind: 'bold' as const, key: question.key, isWeak: false }] : []
    const findings = findKey(question, [{ source: 'key_table', words: entry.words, place: entry.place }], own)
    question.key = findings.key
    question.problems.push(...findings.problems)
    question.explanation ||= entry.explanation
  }
}
