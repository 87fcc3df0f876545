import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Paragraph } from 'docx'
import type { Block } from '../../../core/closing/papers/paper.ts'
import { SMALL_SIZE, line, text } from './line.ts'
import type { Align } from './line.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

/** High enough to sign in. */
const TALL_ROW = 600
const CELL_MARGIN = { top: 40, bottom: 40, left: 70, right: 70 }

/** A table whose head stands on every page it reaches, and whose rows are never torn in two. */
export function tableOf({ columns, rows, total, rowHeight }: TableBlock, width: number): Table {
  const widths = columns.map((column) => Math.floor((width * column.width) / 100))
  const alignOf = (index: number): Align => columns[index]?.align ?? 'left'
  const cells = (words: readonly string[], isBold: boolean, isHead: boolean) =>
    words.map(
      (word, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          margins: CELL_MARGIN,
          children: [
            line([text(word, { isBold, size: SMALL_SIZE })], { align: isHead ? 'centre' : alignOf(index) }),
          ],
        }),
    )
  const height = rowHeight === 'tall' ? { height: { value: TALL_ROW, rule: HeightRule.ATLEAST } } : {}

  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells(
          columns.map(({ title }) => title),
          true,
          true,
        ),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, ...height, children: cells(row, false, false) })),
      ...(total ? [new TableRow({ cantSplit: true, children: cells(total, true, false) })] : []),
    ],
  })
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** Columns side by side without lines: heads and signatures. */
export function sideBySide(columns: readonly { width: number; children: Paragraph[] }[]): Table {
  return new Table({
    width: { size: columns.reduce((sum, { width }) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => width),
    layout: TableLayoutType.FIXED,
    borders: {
      top: NONE,
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ({ width, children }) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              margins: { left: 0, right: 0, top: 0, bottom: 0 },
              children,
            }),
        ),
      }),
    ],
  })
}
