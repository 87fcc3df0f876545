/** Reads the questions of a sheet whose headings are known: one question a row, or one option a row. */
import { emptyDraft, excerptOf, problem } from './draft.ts'
import type { DraftQuestion, ParsedFile, Place, Problem, Skipped } from './draft.ts'
import { applyCitations, applyCode, applyDifficulty, applyValidity } from './annotations.ts'
import { cellText, isBlank, isBlankRow, placeOfRow } from './grid.ts'
import type { Grid, GridCell, GridRow } from './grid.ts'
import { optionCells, statedKeys, stripLetters } from './grid-options.ts'
import {
  cellOf,
  groupRows,
  isRepeatedHeading,
  isTitle,
  optionColumnsFilled,
  withSharedCells,
} from './grid-rows.ts'
import type { Columns, Role } from './headings.ts'
import { findKey } from './keys-of-question.ts'
import type { StatedKey } from './keys-of-question.ts'
import { tellLegacy } from './legacy-lines.ts'
import { trueFalseOf } from './key-words.ts'
import { numberLabelOf, questionLabelOf, tickOf } from './labels.ts'
import { sliceLine } from './line.ts'
import { markEvidence } from './marks.ts'
import type { OptionLooks } from './marks.ts'
import { findLabelledOptions } from './options.ts'
import { readQuestion } from './question-block.ts'
import { tidyText } from './tidy.ts'

export function readQuestionRows(grid: Grid, columns: Columns): ParsedFile {
  const file: ParsedFile = { questions: [], problems: [], skipped: [] }
  const rows = withSharedCells(grid, columns)
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
  const pictured = group.find((each) => each.hasPicture)
  if (pictured)
    base.problems.push(
      problem(
        'picture_not_imported',
        'error',
        { ...base.place, ...placeOfRow(grid, pictured) },
        { excerpt: base.stem },
      ),
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

function readColumns(
  number: number,
  place: Place,
  columns: Columns,
  group: readonly GridRow[],
): DraftQuestion {
  const draft = emptyDraft(number, place)
  const row = group[0] as GridRow
  draft.stem = stemText(cellOf(row, columns, 'stem'), columns)
  if (columns.trueFalse) return readTrueFalse(draft, columns.trueFalse, row)
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

/** A cross below "Đúng" or below "Sai". */
function readTrueFalse(draft: DraftQuestion, columns: readonly number[], row: GridRow): DraftQuestion {
  draft.options = ['Đúng', 'Sai']
  draft.key = columns.flatMap((column, index) => (isBlank(row.cells[column]) ? [] : [index]))

  return draft
}

function stemText(cell: GridCell | undefined, columns: Columns): string {
  const text = cellText(cell)
  const label = questionLabelOf(text) ?? (columns.roles.has('number') ? null : numberLabelOf(text))

  return tidyText(text.slice(label?.length ?? 0))
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
  applyValidity(draft, 'validFrom', text('validFrom'))
  applyValidity(draft, 'validTo', text('validTo'))
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
