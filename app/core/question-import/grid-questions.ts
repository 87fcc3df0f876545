/** Reads the questions of a sheet whose headings are known: one question a row, or one option a row. */
import { emptyDraft, excerptOf, problem } from './draft.ts'
import type { DraftQuestion, ParsedFile, Place, Problem, Skipped } from './draft.ts'
import { applyCitations, applyCode, applyDifficulty } from './annotations.ts'
import { cellText, isBlank, isBlankRow, placeOfRow } from './grid.ts'
import type { Grid, GridCell, GridRow } from './grid.ts'
import type { Columns, Role } from './headings.ts'
import { findKey } from './keys-of-question.ts'
import type { StatedKey } from './keys-of-question.ts'
import { tellLegacy } from './legacy-lines.ts'
import { trueFalseOf } from './key-words.ts'
import { numberLabelOf, optionLabelOf, questionLabelOf, tickOf } from './labels.ts'
import { joinLines, plainLine, sliceLine } from './line.ts'
import type { Line } from './line.ts'
import { markEvidence } from './marks.ts'
import type { OptionLooks } from './marks.ts'
import { findLabelledOptions, findPlainOptions } from './options.ts'
import { readQuestion } from './question-block.ts'
import { bareText, foldLabel, tidyText } from './tidy.ts'

export function readQuestionRows(grid: Grid, columns: Columns): ParsedFile {
  const file: ParsedFile = { questions: [], problems: [], skipped: [] }
  const rows = grid.rows
    .slice(columns.firstRow)
    .filter((row) => !isBlankRow(row) && !isRepeatedHeading(grid, columns, row))
  for (const group of groupRows(rows, columns)) {
    const [row] = group
    if (!row) continue
    if (isTitle(grid, columns, group)) file.skipped.push(skippedRow(grid, row))
    else file.questions.push(readGroup(grid, columns, group, file.questions.length + 1))
  }

  return file
}

/** Rows below a question without a stem of their own go on with its options. */
function groupRows(rows: readonly GridRow[], columns: Columns): GridRow[][] {
  const groups: GridRow[][] = []
  for (const row of rows) {
    const continues =
      !hasOwn(row, columns, 'stem') && !hasOwn(row, columns, 'number') && isOptionRow(row, columns)
    if (continues && groups.length > 0) groups.at(-1)?.push(row)
    else groups.push([row])
  }

  return groups
}

function isOptionRow(row: GridRow, columns: Columns): boolean {
  return columns.options.length === 0 && hasOwn(row, columns, 'options')
}

function hasOwn(row: GridRow, columns: Columns, role: Role): boolean {
  return !isBlank(cellOf(row, columns, role))
}

function cellOf(row: GridRow | undefined, columns: Columns, role: Role): GridCell | undefined {
  const column = columns.roles.get(role)

  return column === undefined ? undefined : row?.cells[column]
}

function isRepeatedHeading(grid: Grid, columns: Columns, row: GridRow): boolean {
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
function isTitle(grid: Grid, columns: Columns, group: readonly GridRow[]): boolean {
  const [row] = group
  if (!row || group.length > 1) return false
  const filled = row.cells.filter((cell) => !isBlank(cell))
  if (filled.length !== 1) return false
  const stemColumn = columns.roles.get('stem') ?? 0
  const isMerged = grid.merges.some((merge) => grid.rows[merge.top] === row && merge.right - merge.left >= 2)
  const isElsewhere = isBlank(row.cells[stemColumn])
  const text = cellText(filled[0])
  const holdsOptions = optionColumnsFilled(row, columns) || /(^|\s)A[.)]\s/u.test(text)

  return !holdsOptions && (isMerged || (isElsewhere && !isBlank(row.cells.find((cell) => !isBlank(cell)))))
}

function optionColumnsFilled(row: GridRow, columns: Columns): boolean {
  return columns.options.some((column) => !isBlank(row.cells[column])) || hasOwn(row, columns, 'options')
}

function skippedRow(grid: Grid, row: GridRow): Skipped {
  const text = row.cells.map(cellText).filter(Boolean).join(' ')

  return { code: 'row_without_question', place: placeOfRow(grid, row), excerpt: excerptOf(text), params: {} }
}

function readGroup(grid: Grid, columns: Columns, group: readonly GridRow[], order: number): DraftQuestion {
  const row = group[0] as GridRow
  const number = numberOf(cellText(cellOf(row, columns, 'number'))) ?? order
  const place = placeOfRow(grid, row)
  const stemCell = cellOf(row, columns, 'stem')
  const base = readsWhole(stemCell, row, columns)
    ? readWhole(number, place, stemCell as GridCell, columns, row)
    : readColumns(number, place, columns, group)
  readRest(base, columns, row)
  base.problems.push(...cellProblems(base, columns, group))
  if (!base.problems.some((each) => each.code === 'legacy_font'))
    tellLegacy(
      base,
      group.flatMap((each) => each.cells.flatMap((cell) => cell?.lines ?? [])),
    )
  if (group.some((each) => each.isHidden))
    base.problems.push(problem('row_hidden', 'warning', base.place, { excerpt: base.stem }))

  return base
}

function numberOf(text: string): number | null {
  const match = /^\s*(?:câu(?:\s*hỏi)?\s*)?(\d{1,5})(?:[.,]0+)?\s*[.):]?\s*$/iu.exec(text)

  return match ? Number(match[1]) : null
}

/** The cell of the stem holds the options as well: "… A. … B. …". */
function readsWhole(cell: GridCell | undefined, row: GridRow, columns: Columns): boolean {
  if (!cell || optionColumnsFilled(row, columns)) return false

  return findLabelledOptions(cell.lines) !== null
}

function readWhole(
  number: number,
  place: Place,
  cell: GridCell,
  columns: Columns,
  row: GridRow,
): DraftQuestion {
  const [first, ...others] = cell.lines
  const label = questionLabelOf(first?.text ?? '') ?? numberLabelOf(first?.text ?? '')
  const lines = first ? [sliceLine(first, label?.length ?? 0), ...others] : []
  const keyCell = cellOf(row, columns, 'key')
  const words = tidyText(cellText(keyCell))
  const isSplit = columns.roles.get('number') === undefined && label
  const entry =
    words === '' || !keyCell ? undefined : { number, words, explanation: '', place: keyCell.place }

  return readQuestion(
    { number: isSplit ? label.number : number, remark: '', lines, place, isPlain: false },
    entry,
  )
}

type OptionCell = { line: Line; cell: GridCell; letter: string | null }

function readColumns(
  number: number,
  place: Place,
  columns: Columns,
  group: readonly GridRow[],
): DraftQuestion {
  const draft = emptyDraft(number, place)
  const row = group[0] as GridRow
  draft.stem = stemText(cellOf(row, columns, 'stem'), columns)
  const cells = optionCells(columns, group)
  const stripped = stripLetters(cells)
  const looks = stripped.map(({ line }): OptionLooks => {
    const tick = tickOf(line.text)
    const body = sliceLine(line, tick.start, tick.end)
    draft.options.push(tidyText(body.text))

    return { isTicked: tick.isTicked, body, label: null }
  })
  const stated = statedKeys(columns, group, cells, draft.options)
  supplyTrueFalse(draft, stated)
  const findings = findKey(draft, stated, markEvidence(looks))
  draft.key = findings.key
  draft.problems.push(...findings.problems)
  draft.explanation = tidyText(findings.rest)

  return draft
}

function stemText(cell: GridCell | undefined, columns: Columns): string {
  const text = cellText(cell)
  const label = questionLabelOf(text) ?? (columns.roles.has('number') ? null : numberLabelOf(text))

  return tidyText(text.slice(label?.length ?? 0))
}

function optionCells(columns: Columns, group: readonly GridRow[]): OptionCell[] {
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
function stripLetters(cells: readonly OptionCell[]): OptionCell[] {
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

function statedKeys(
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

function supplyTrueFalse(draft: DraftQuestion, stated: readonly StatedKey[]): void {
  const supplied = draft.options.length === 0 && stated[0] ? trueFalseOf(stated[0].words) : null
  if (!supplied) return
  draft.options = supplied.options
  draft.problems.push(
    problem('options_supplied', 'warning', draft.place, {
      excerpt: draft.stem,
      field: { name: 'option', index: 0 },
    }),
  )
}

function readRest(draft: DraftQuestion, columns: Columns, row: GridRow): void {
  const text = (role: Role) => tidyText(cellText(cellOf(row, columns, role)))
  draft.explanation = [text('explanation'), draft.explanation].filter(Boolean).join(' ')
  draft.topic = text('topic') || draft.topic
  draft.review = text('review') || draft.review
  draft.evidence = evidenceOf(cellOf(row, columns, 'evidence'))
  applyCode(draft, text('code'))
  applyDifficulty(draft, text('difficulty'))
  applyCitations(draft, text('citation'))
}

function evidenceOf(cell: GridCell | undefined): string[] {
  return cellText(cell).split('\n').map(tidyText).filter(Boolean)
}

/** What happened to the cells, told at the field each one fills. */
function cellProblems(draft: DraftQuestion, columns: Columns, group: readonly GridRow[]): Problem[] {
  const row = group[0] as GridRow
  const fields: [number | undefined, Problem['field']][] = [
    [columns.roles.get('stem'), { name: 'stem' }],
    ...columns.options.map((column, index): [number, Problem['field']] => [
      column,
      { name: 'option', index },
    ]),
    [columns.roles.get('key'), { name: 'key' }],
    [columns.roles.get('explanation'), { name: 'explanation' }],
    [columns.roles.get('citation'), { name: 'citations' }],
  ]
  const own = fields.flatMap(([column, field]) =>
    (column === undefined ? [] : (row.cells[column]?.problems ?? [])).map((each) => ({
      ...each,
      ...(field ? { field } : {}),
    })),
  )
  const below = group
    .slice(columns.options.length > 0 ? 1 : 0)
    .flatMap((each) => cellOf(each, columns, 'options')?.problems ?? [])

  return [...own, ...below].map((each) => ({ ...each, place: { ...draft.place, ...each.place } }))
}
