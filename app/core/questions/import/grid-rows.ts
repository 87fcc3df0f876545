/** Which rows of a sheet make one question, and which are titles. */
import { cellText, isBlank } from './grid.ts'
import type { Grid, GridCell, GridRow } from './grid.ts'
import type { Columns, Role } from './headings.ts'
import { isSectionTitle } from './noise.ts'
import { bareText, foldLabel } from './tidy.ts'

export function hasOwn(row: GridRow, columns: Columns, role: Role): boolean {
  return !isBlank(cellOf(row, columns, role))
}

export function cellOf(row: GridRow | undefined, columns: Columns, role: Role): GridCell | undefined {
  const column = columns.roles.get(role)

  return column === undefined ? undefined : row?.cells[column]
}

/** What one cell says for several rows below each other. */
const SHARED_ROLES: readonly Role[] = ['topic', 'difficulty', 'citation', 'validFrom', 'validTo']

/** The rows with the topic of a merged cell in each of them. */
export function withSharedCells(grid: Grid, columns: Columns): readonly GridRow[] {
  const shared = new Set(SHARED_ROLES.map((role) => columns.roles.get(role)))
  const tall = grid.merges.filter((merge) => merge.bottom > merge.top && shared.has(merge.left))
  if (tall.length === 0) return grid.rows
  const rows = grid.rows.map((row) => ({ ...row, cells: [...row.cells] }))
  for (const { top, left, bottom } of tall)
    for (const row of rows.slice(top + 1, bottom + 1)) row.cells[left] ??= rows[top]?.cells[left]

  return rows
}

/** Rows of one option each belong together: below the stem, or each with the stem written again. */
export function groupRows(rows: readonly GridRow[], columns: Columns): GridRow[][] {
  const groups: GridRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && isOptionRow(row, columns) && goesOn(row, last[0] as GridRow, columns)) last.push(row)
    else groups.push([row])
  }

  return groups
}

function goesOn(row: GridRow, first: GridRow, columns: Columns): boolean {
  if (!hasOwn(row, columns, 'stem')) return !hasOwn(row, columns, 'number') || isSame('number')

  return isSame('stem') && (isSame('number') || !hasOwn(row, columns, 'number'))

  function isSame(role: Role): boolean {
    return (
      hasOwn(row, columns, role) &&
      bareText(cellText(cellOf(row, columns, role))) === bareText(cellText(cellOf(first, columns, role)))
    )
  }
}

function isOptionRow(row: GridRow, columns: Columns): boolean {
  return columns.options.length === 0 && hasOwn(row, columns, 'options')
}

export function isRepeatedHeading(grid: Grid, columns: Columns, row: GridRow): boolean {
  const heading = grid.rows[columns.firstRow - 1]
  const stem = columns.roles.get('stem') ?? 0
  const words = foldLabel(cellText(row.cells[stem]))

  return (
    words !== '' &&
    words === foldLabel(cellText(heading?.cells[stem])) &&
    columns.options.every(
      (column) => foldLabel(cellText(row.cells[column])) === foldLabel(cellText(heading?.cells[column])),
    )
  )
}

/** "CHƯƠNG I …" over the whole width: neither options nor key. */
export function isTitle(grid: Grid, columns: Columns, group: readonly GridRow[]): boolean {
  const [row] = group
  if (!row || group.length > 1) return false
  const filled = row.cells.filter((cell) => !isBlank(cell))
  if (isNamedTitle(row, columns)) return true
  if (filled.length !== 1) return false
  const stemColumn = columns.roles.get('stem') ?? 0
  const isMerged = grid.merges.some((merge) => grid.rows[merge.top] === row && merge.right - merge.left >= 2)
  const isElsewhere = isBlank(row.cells[stemColumn])
  const text = cellText(filled[0])
  const holdsOptions = optionColumnsFilled(row, columns) || /(^|\s)A[.)]\s/u.test(text)

  return !holdsOptions && (isMerged || (isElsewhere && !isBlank(row.cells.find((cell) => !isBlank(cell)))))
}

/** "I | DANH HIỆU THI ĐUA" in the columns of number and stem. */
function isNamedTitle(row: GridRow, columns: Columns): boolean {
  const stem = cellText(cellOf(row, columns, 'stem')).trim()
  const number = cellText(cellOf(row, columns, 'number')).trim()
  const holdsMore =
    optionColumnsFilled(row, columns) ||
    hasOwn(row, columns, 'key') ||
    (columns.trueFalse ?? []).some((column) => !isBlank(row.cells[column]))

  return !holdsMore && !/\d|\?$/u.test(number + stem.slice(-1)) && isSectionTitle(stem)
}

export function optionColumnsFilled(row: GridRow, columns: Columns): boolean {
  return columns.options.some((column) => !isBlank(row.cells[column])) || hasOwn(row, columns, 'options')
}
