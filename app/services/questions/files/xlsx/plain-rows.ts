import { isDateFormat } from 'numfmt'
import { refuseFile } from '../refusal.ts'
import { childOf, elementsOf, readXml, xmlText } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'
import type { Zip } from '../zip.server.ts'
import { dateOfSerial, showNumber } from './numbers.ts'
import { openXlsx } from './open-xlsx.ts'
import { richTextOf, unescapeCell } from './rich-text.ts'
import { columnIndex } from './sheet.ts'
import type { Workbook } from './sheet.ts'

export type RowBounds = { maxRows: number; maxColumns: number }

/**
 * The first sheet in view as rows of texts, for lists of people and units: as Excel shows them, days as "2026-10-01".
 * Row 1 of the sheet is the first; blank rows between are empty.
 * @returns null when no sheet is in view
 * @throws DomainError question_file_refused
 */
export async function readPlainRows(zip: Zip, bounds: RowBounds): Promise<string[][] | null> {
  const { workbook, worksheets } = await openXlsx(zip)
  const first = worksheets.find((worksheet) => !worksheet.isHidden)
  if (!first) return null
  const rows: string[][] = []
  let lastNumber = 0
  readXml(await first.readXml(), new Set(['row']), (element) => {
    const number = Number(element.attributes['r'] ?? lastNumber + 1)
    const cells = textsOf(element, workbook, bounds.maxColumns)
    if (cells.length === 0 || !Number.isInteger(number) || number <= lastNumber) return
    if (number > bounds.maxRows) throw refuseFile('sheet_too_large', { sheet: first.name })
    while (rows.length < number - 1) rows.push([])
    rows.push(cells)
    lastNumber = number
  })

  return rows
}

function textsOf(row: XmlElement, workbook: Workbook, maxColumns: number): string[] {
  const texts: string[] = []
  let next = 0
  for (const cell of elementsOf(row, 'c')) {
    const column = columnIndex(cell.attributes['r']) ?? next
    next = column + 1
    const text = column < maxColumns ? textOf(cell, workbook) : ''
    if (text.trim() !== '') texts[column] = text
  }

  return Array.from(texts, (text) => text ?? '')
}

function textOf(cell: XmlElement, { strings, styles, isDate1904 }: Workbook): string {
  const raw = xmlText(childOf(cell, 'v'))
  switch (cell.attributes['t'] ?? 'n') {
    case 's':
      return strings[Number(raw)]?.text ?? ''
    case 'inlineStr': {
      const inline = childOf(cell, 'is')

      return inline ? richTextOf(inline).text : ''
    }
    case 'b':
      return raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE'
    case 'd':
      return raw.slice(0, 10)
    case 'n':
      return raw === '' ? '' : numberText(raw, styles[Number(cell.attributes['s'] ?? 0)]?.format, isDate1904)
    default:
      return unescapeCell(raw)
  }
}

function numberText(raw: string, format = 'General', isDate1904: boolean): string {
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  const day = isDateFormat(format) ? dateOfSerial(value, isDate1904) : null

  return day ? day.toISOString().slice(0, 10) : showNumber(value, format, isDate1904).text
}
