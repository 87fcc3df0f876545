import type { Grid, GridCell, GridRow } from '../../../../core/questions/import/grid.ts'
import type { Line } from '../../../../core/questions/import/line.ts'
import { childOf, elementsOf, valOf } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'
import { readParagraph } from './paragraph.ts'
import type { ParagraphContext } from './paragraph.ts'
import { shadingOf } from './run-looks.ts'

/** What reading a table needs of its document; text boxes found inside are added to `boxes`. */
export type TableReader = { context: ParagraphContext; count: () => number; boxes: XmlElement[] }

const WIDEST = 63

/** Reads a w:tbl; a cell that goes on from the one above is left out and told as merged. */
export function readTable(table: XmlElement, reader: TableReader): Grid {
  const merges: { top: number; left: number; bottom: number; right: number }[] = []
  const open = new Map<number, (typeof merges)[number]>()
  const rows = rowsOf(table).map((row, top): GridRow => {
    const cells: (GridCell | undefined)[] = []
    for (const cell of cellsOf(row)) {
      const tcPr = childOf(cell, 'tcPr')
      const span = Math.min(WIDEST, Math.max(1, Number(valOf(tcPr, 'gridSpan') ?? 1) || 1))
      const vertical = childOf(tcPr, 'vMerge')
      const left = cells.length
      const isContinued = vertical !== undefined && vertical.attributes['val'] !== 'restart'
      if (isContinued) {
        const merge = open.get(left)
        if (merge) merge.bottom = top
      } else if (span > 1 || vertical) {
        const merge = { top, left, bottom: top, right: left + span - 1 }
        merges.push(merge)
        open.set(left, merge)
      }
      cells.push(isContinued ? undefined : readCell(cell, reader))
      for (let extra = 1; extra < span; extra++) cells.push(undefined)
    }

    return { number: top + 1, isHidden: false, cells }
  })

  return {
    name: null,
    isHidden: false,
    rows,
    merges: merges.filter((merge) => merge.bottom > merge.top || merge.right > merge.left),
  }
}

function readCell(cell: XmlElement, reader: TableReader): GridCell {
  const lines: Line[] = []
  let isBlankBefore = false
  let paragraphNumber = 1
  for (const element of blocksOf(cell)) {
    if (element.name === 'tbl') {
      for (const row of readTable(element, reader).rows)
        for (const inner of row.cells) lines.push(...(inner?.lines ?? []))
      continue
    }
    paragraphNumber = reader.count()
    const paragraph = readParagraph(element, paragraphNumber, reader.context)
    reader.boxes.push(...paragraph.boxes)
    lines.push(
      ...paragraph.lines.map((line, index) => ({ ...line, afterBlank: index === 0 && isBlankBefore })),
    )
    isBlankBefore = paragraph.lines.length === 0
  }
  const shd = childOf(childOf(cell, 'tcPr'), 'shd')
  const background = shd ? shadingOf(shd) : null

  return {
    lines: background ? lines.map((line) => withBackground(line, background)) : lines,
    place: { paragraph: lines[0]?.place.paragraph ?? paragraphNumber },
    problems: [],
  }
}

function withBackground(line: Line, background: string): Line {
  return { ...line, spans: [...line.spans, { start: 0, end: line.text.length, look: { background } }] }
}

function rowsOf(table: XmlElement): XmlElement[] {
  return unwrap(table).filter(
    (element) => element.name === 'tr' && childOf(childOf(element, 'trPr'), 'del') === undefined,
  )
}

function cellsOf(row: XmlElement): XmlElement[] {
  return unwrap(row).filter((element) => element.name === 'tc')
}

function blocksOf(cell: XmlElement): XmlElement[] {
  return unwrap(cell).filter((element) => element.name === 'p' || element.name === 'tbl')
}

/** Children, with those inside content controls and tracked insertions. */
function unwrap(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'sdt') return unwrap(childOf(child, 'sdtContent') ?? child)

    return ['ins', 'customXml', 'smartTag'].includes(child.name) ? unwrap(child) : [child]
  })
}
