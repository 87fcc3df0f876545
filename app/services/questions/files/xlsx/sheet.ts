import { problem } from '../../../../core/questions/import/draft.ts'
import type { Place, Problem } from '../../../../core/questions/import/draft.ts'
import { columnName } from '../../../../core/questions/import/grid.ts'
import type { Grid, GridCell, GridRow } from '../../../../core/questions/import/grid.ts'
import { refuseFile } from '../refusal.ts'
import { childOf, elementsOf, readXml, xmlText } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'
import { showNumber } from './numbers.ts'
import { cellLines, richTextOf, unescapeCell } from './rich-text.ts'
import type { RichText } from './rich-text.ts'
import type { CellStyle } from './styles.ts'

export type Workbook = { strings: readonly RichText[]; styles: readonly CellStyle[]; isDate1904: boolean }

export type SheetFacts = { name: string; isHidden: boolean }

const SHEET_LIMITS = { rows: 50_000, columns: 256, cells: 600_000 } as const

/** Reads the cells of a sheet that hold something; formatted empty ones cost nothing. */
export function readSheet(xml: string, facts: SheetFacts, workbook: Workbook): Grid {
  const rows: GridRow[] = []
  const merged: string[] = []
  let cellCount = 0
  let lastNumber = 0
  readXml(xml, new Set(['row', 'mergeCell']), (element) => {
    if (element.name === 'mergeCell') {
      merged.push(element.attributes['ref'] ?? '')

      return
    }
    const number = Number(element.attributes['r'] ?? lastNumber + 1)
    const cells = readRow(element, number, facts.name, workbook)
    // A gap of rows is a blank line to whoever reads the sheet like a document.
    if (number > lastNumber + 1 && rows.length > 0 && cells.length > 0)
      rows.push({ number: number - 1, isHidden: false, cells: [] })
    lastNumber = number
    if (cells.length === 0) {
      if (rows.length > 0 && rows.at(-1)?.cells.length !== 0)
        rows.push({ number, isHidden: false, cells: [] })

      return
    }
    cellCount += cells.length
    rows.push({ number, isHidden: ['1', 'true'].includes(element.attributes['hidden'] ?? ''), cells })
    if (rows.length > SHEET_LIMITS.rows || cellCount > SHEET_LIMITS.cells)
      throw refuseFile('sheet_too_large', { sheet: facts.name })
  })

  return { name: facts.name, isHidden: facts.isHidden, rows, merges: mergesOf(merged, rows) }
}

function readRow(
  row: XmlElement,
  number: number,
  sheet: string,
  workbook: Workbook,
): (GridCell | undefined)[] {
  const cells: (GridCell | undefined)[] = []
  let next = 0
  for (const element of elementsOf(row, 'c')) {
    const column = columnIndex(element.attributes['r']) ?? next
    next = column + 1
    if (column >= SHEET_LIMITS.columns) continue
    const cell = readCell(element, { sheet, row: number, column: columnName(column) }, workbook)
    if (cell) cells[column] = cell
  }

  return Array.from(cells)
}

/** 0 for "A7"; null without a reference. */
export function columnIndex(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1]
  if (!letters) return null

  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

type CellPlace = { sheet: string; row: number; column: string }

function readCell(element: XmlElement, place: CellPlace, workbook: Workbook): GridCell | null {
  const style = workbook.styles[Number(element.attributes['s'] ?? 0)]
  const shown = shownValue(element, style, place, workbook)
  const formula = childOf(element, 'f')
  const problems = [
    ...shown.problems,
    ...(formula ? formulaProblems(formula, shown.content.text, place) : []),
  ]
  if (shown.content.text.trim() === '' && problems.length === 0) return null

  return { lines: cellLines(shown.content, place, style?.look ?? {}), place, problems }
}

type Shown = { content: RichText; problems: Problem[] }

function shownValue(
  element: XmlElement,
  style: CellStyle | undefined,
  place: CellPlace,
  workbook: Workbook,
): Shown {
  const raw = xmlText(childOf(element, 'v'))
  const plain = (text: string): Shown => ({ content: { text, spans: [] }, problems: [] })
  switch (element.attributes['t'] ?? 'n') {
    case 's':
      return { content: workbook.strings[Number(raw)] ?? { text: '', spans: [] }, problems: [] }
    case 'inlineStr': {
      const inline = childOf(element, 'is')

      return inline ? { content: richTextOf(inline), problems: [] } : plain('')
    }
    case 'str':
      return plain(unescapeCell(raw))
    case 'b':
      return plain(raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE')
    case 'e':
      return {
        ...plain(raw),
        problems: [problem('cell_error', 'error', place, { excerpt: raw, params: { shown: raw } })],
      }
    case 'd':
      return isoDate(raw, place)
    default:
      return raw === '' ? plain('') : numberCell(raw, style, place, workbook.isDate1904)
  }
}

function isoDate(raw: string, place: Place): Shown {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(raw)
  const text = match ? `${match[3]}/${match[2]}/${match[1]}` : raw

  return { content: { text, spans: [] }, problems: [dateProblem('cell_date', text, text, place)] }
}

function numberCell(raw: string, style: CellStyle | undefined, place: Place, isDate1904: boolean): Shown {
  const value = Number(raw)
  if (!Number.isFinite(value)) return { content: { text: raw, spans: [] }, problems: [] }
  const shown = showNumber(value, style?.format ?? 'General', isDate1904)
  const content = { text: shown.text, spans: [] }
  switch (shown.kind) {
    case 'plain':
      return { content, problems: [] }
    case 'formatted':
      return {
        content,
        problems: [
          problem('cell_number', 'warning', place, { excerpt: shown.text, params: { shown: shown.text } }),
        ],
      }
    case 'date':
      return { content, problems: [dateProblem('cell_date', shown.text, shown.typed, place)] }
    case 'short_date':
      return { content, problems: [dateProblem('cell_date_short', shown.text, shown.typed, place)] }
    default:
      return shown satisfies never
  }
}

function dateProblem(
  code: 'cell_date' | 'cell_date_short',
  shown: string,
  typed: string,
  place: Place,
): Problem {
  return problem(code, code === 'cell_date' ? 'warning' : 'error', place, {
    excerpt: shown,
    params: { shown, typed },
    proposal: typed,
  })
}

function formulaProblems(formula: XmlElement, shown: string, place: Place): Problem[] {
  const words = `=${xmlText(formula)}`
  // How WPS Office and Excel put a picture into a cell.
  if (/\b(?:DISPIMG|IMAGE)\(/i.test(words))
    return [problem('picture_not_imported', 'error', place, { excerpt: words })]
  if (shown.trim() === '')
    return [
      problem('cell_formula_without_value', 'error', place, { excerpt: words, params: { formula: words } }),
    ]

  return [problem('cell_formula', 'warning', place, { excerpt: words, params: { formula: words, shown } })]
}

function mergesOf(references: readonly string[], rows: readonly GridRow[]): Grid['merges'] {
  const indexByNumber = new Map(rows.map((row, index) => [row.number, index]))

  return references.flatMap((reference) => {
    const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(reference)
    const top = indexByNumber.get(Number(match?.[2]))
    if (!match || top === undefined) return []
    const bottom = rows.findLastIndex((row) => row.number <= Number(match[4]))

    return [
      {
        top,
        bottom: Math.max(top, bottom),
        left: columnIndex(`${match[1]}1`) ?? 0,
        right: columnIndex(`${match[3]}1`) ?? 0,
      },
    ]
  })
}
