/** Sheets and tables as the parsers see them, whatever file they came from. */
import type { Place, Problem } from './draft.ts'
import type { Line } from './line.ts'

export type GridCell = {
  /** The lines of the cell with their looks; the look of the whole cell is on every character. */
  lines: Line[]
  place: Place
  /** What the program that wrote the file did to the cell: a date, a formula … */
  problems: Problem[]
}

export type GridRow = {
  number: number
  isHidden: boolean
  cells: readonly (GridCell | undefined)[]
  /** A picture begins on it. */
  hasPicture?: boolean
}

export type Grid = {
  /** Name of the sheet; null for a table in a document and for a CSV file. */
  name: string | null
  isHidden: boolean
  rows: readonly GridRow[]
  /** Cells that are one: rows and columns from 0, counted in `rows`. */
  merges: readonly { top: number; left: number; bottom: number; right: number }[]
}

export function cellText(cell: GridCell | undefined): string {
  return cell ? cell.lines.map((line) => line.text).join('\n') : ''
}

export function isBlank(cell: GridCell | undefined): boolean {
  return cellText(cell).trim() === ''
}

export function isBlankRow(row: GridRow): boolean {
  return row.cells.every(isBlank)
}

export function placeOfRow(grid: Grid, row: GridRow): Place {
  const first = row.cells.find((cell) => !isBlank(cell))
  const { column: _, ...place } = first?.place ?? {}

  return { ...place, ...(grid.name === null ? {} : { sheet: grid.name, row: row.number }) }
}

/** Letters of a column from its number counted from 0: 27 → "AB". */
export function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

/** The texts of grids, to find out in which encoding they are. */
export function* textsOf(grids: readonly Grid[]): Generator<string> {
  for (const grid of grids)
    for (const row of grid.rows) for (const cell of row.cells) if (cell) yield cellText(cell)
}
