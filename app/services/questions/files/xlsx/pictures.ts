import type { GridRow } from '../../../../core/questions/import/grid.ts'
import { childOf, elementsOf, readXml, xmlText } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'

const ANCHORS = new Set(['twoCellAnchor', 'oneCellAnchor'])

/** Numbers of the rows, from 1, on which the pictures of a drawing part begin. */
export function pictureRowsOf(drawing: string): number[] {
  const rows: number[] = []
  if (drawing.trim() === '') return rows
  readXml(drawing, ANCHORS, (anchor) => {
    const row = Number(xmlText(childOf(childOf(anchor, 'from'), 'row')))
    if (holdsPicture(anchor) && Number.isInteger(row)) rows.push(row + 1)
  })

  return rows
}

function holdsPicture(element: XmlElement): boolean {
  return elementsOf(element).some((child) => child.name === 'pic' || holdsPicture(child))
}

/** The rows with a mark where a picture begins on them, or below them on rows that hold nothing. */
export function withPictures(rows: readonly GridRow[], pictureRows: readonly number[]): GridRow[] {
  const marked = new Set(
    pictureRows.map((number) => rows.findLastIndex((row) => row.number <= number && row.cells.length > 0)),
  )

  return rows.map((row, index) => (marked.has(index) ? { ...row, hasPicture: true } : row))
}
