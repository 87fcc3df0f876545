/** The options of a question in a sheet, and what its key column says. */
import { cellText, isBlank } from './grid.ts'
import type { GridCell, GridRow } from './grid.ts'
import { cellOf } from './grid-rows.ts'
import type { Columns } from './headings.ts'
import type { StatedKey } from './keys-of-question.ts'
import { optionLabelOf, tickOf } from './labels.ts'
import { joinLines, plainLine, sliceLine } from './line.ts'
import type { Line } from './line.ts'
import { findLabelledOptions, findPlainOptions } from './options.ts'
import { bareText, tidyText } from './tidy.ts'

export type OptionCell = { line: Line; cell: GridCell; letter: string | null }

export function optionCells(columns: Columns, group: readonly GridRow[]): OptionCell[] {
  const row = group[0] as GridRow
  if (columns.options.length > 0) {
    const cells = columns.options.map((column) => row.cells[column])
    const last = cells.findLastIndex((cell) => !isBlank(cell))

    return cells.slice(0, last + 1).map((cell) => optionCell(cell ?? { lines: [], place: {}, problems: [] }))
  }
  const ownCells = group.flatMap((each) => {
    const cell = cellOf(each, columns, 'options')

    return cell && !isBlank(cell) ? [cell] : []
  })
  const [only] = ownCells
  if (ownCells.length === 1 && only) return splitCell(only)

  return ownCells.map(optionCell)
}

function optionCell(cell: GridCell): OptionCell {
  return { line: joinLines(cell.lines) ?? plainLine('', cell.place), cell, letter: null }
}

/** All options in one cell, labelled or one a line. */
function splitCell(cell: GridCell): OptionCell[] {
  const title = plainLine('', cell.place)
  const found =
    findLabelledOptions([title, ...cell.lines]) ??
    findPlainOptions([title, ...cell.lines.map((line) => ({ ...line, isSoft: false }))])
  if (!found) return [optionCell(cell)]

  return found.options.map((option) => {
    const line = joinLines(option.lines) as Line
    const isStarred = option.isStarred && !tickOf(line.text).isTicked

    return { line: isStarred ? { ...line, text: `${line.text} *` } : line, cell, letter: option.letter }
  })
}

/** "A. …" in the column of A: the letter is no part of the option. */
export function stripLetters(cells: readonly OptionCell[]): OptionCell[] {
  const labels = cells.map(({ line }) => optionLabelOf(line.text))
  const isLabelled =
    labels.length > 1 &&
    labels.every((label, index) =>
      label === null
        ? cells[index]?.line.text.trim() === ''
        : label.letter === String.fromCharCode(65 + index),
    )
  if (!isLabelled) return [...cells]

  return cells.map((each, index) => {
    const label = labels[index]
    const line = sliceLine(each.line, label?.length ?? 0)

    return { ...each, line: label?.isStarred ? { ...line, text: `${line.text} *` } : line }
  })
}

const CHECK = /^(?:x|✓|✔|√|☑|đ|đúng|true|1|\*|yes|có)$/iu

export function statedKeys(
  columns: Columns,
  group: readonly GridRow[],
  cells: readonly OptionCell[],
  options: readonly string[],
): StatedKey[] {
  const keyCells = group.map((row) => cellOf(row, columns, 'key'))
  const filled = keyCells.filter((cell) => !isBlank(cell))
  const [first] = filled
  if (!first) return []
  // A cross beside each right option, one option a row.
  const isChecked =
    group.length > 1 &&
    filled.every(
      (cell) => CHECK.test(cellText(cell).trim()) || /^(?:s|sai|0|false)$/iu.test(cellText(cell).trim()),
    )
  if (isChecked && cells.length === group.length) {
    const right = keyCells.flatMap((cell, index) =>
      CHECK.test(cellText(cell).trim()) ? [String.fromCharCode(65 + index)] : [],
    )

    return right.length > 0 ? [{ source: 'key_column', words: right.join(', '), place: first.place }] : []
  }
  const words = tidyText(cellText(first))
  const byOption = options.some((option) => bareText(option) === bareText(words))

  return [
    {
      source: 'key_column',
      words: byOption ? words : cellText(first).replace(/\s*\n\s*/gu, '; '),
      place: first.place,
    },
  ]
}
