/** Workbooks: each sheet by itself, keys that stand on a sheet of their own. */
import type { ParsedFile } from './draft.ts'
import { cellText, isBlankRow } from './grid.ts'
import type { Grid } from './grid.ts'
import { readGrid } from './grid-reader.ts'
import { keyTableOf } from './key-table.ts'
import { addTableKeys } from './keys-of-question.ts'

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
  const keys = [...keySheets].flatMap((sheet) => keysOf(sheet) ?? [])
  file.problems.push(...addTableKeys(file.questions, keys))

  return file
}

function keysOf(grid: Grid) {
  return keyTableOf(
    grid.rows.map((row) =>
      Array.from(row.cells, (cell) => ({ text: cellText(cell), place: cell?.place ?? {} })),
    ),
  )
}
