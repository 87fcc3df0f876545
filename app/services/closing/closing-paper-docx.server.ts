import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  convertMillimetersToTwip as mm,
} from 'docx'
import type { ISectionOptions, Table } from 'docx'
import type { Block, Paper } from '../../core/closing/papers/paper.ts'
import { headOf } from './paper-docx/head.ts'
import { BODY_SIZE, FONT, SMALL_SIZE, line, text } from './paper-docx/line.ts'
import { signaturesOf } from './paper-docx/signatures.ts'
import { tableOf } from './paper-docx/table.ts'

/** A4 with the margins of Decree 30/2020/NĐ-CP: 20 mm above and below, 30 mm left, 15 mm right. */
const PAGE = { width: 210, height: 297 }
const MARGIN = { top: 20, bottom: 20, left: 30, right: 15 }

/** A paper as a Word document that an office completes, signs and files. */
export async function writePaperDocx(paper: Paper): Promise<Buffer> {
  const annexAt = paper.blocks.findIndex(({ kind }) => kind === 'annex')
  const main = annexAt === -1 ? paper.blocks : paper.blocks.slice(0, annexAt)
  const annex = annexAt === -1 ? [] : paper.blocks.slice(annexAt)
  const width = textWidthOf(paper)
  const draw = (block: Block, index: number, blocks: readonly Block[]) =>
    drawn(block, width, {
      afterTable: blocks[index - 1]?.kind === 'table',
      beforeTable: blocks[index + 1]?.kind === 'table',
    })

  return Packer.toBuffer(
    new Document({
      title: `${paper.title} – ${paper.subtitle}`,
      description: paper.state,
      creator: paper.header.issuingBody,
      styles: {
        default: {
          document: { run: { font: FONT, size: BODY_SIZE, language: { value: 'vi-VN' } } },
        },
      },
      sections: [
        section(paper, [
          ...headOf(paper, width),
          ...main.map(draw),
          ...signaturesOf(paper, width),
          // The annex begins a page by itself: a section of its own would leave an empty page behind full ones.
          ...(annex.length > 0 ? annex.map(draw) : [lastLine()]),
        ]),
      ],
    }),
  )
}

function section(paper: Paper, children: (Paragraph | Table)[]): ISectionOptions {
  const footer = new Footer({ children: [stateLine(paper)] })

  return {
    properties: {
      // The number of the first page is not printed.
      titlePage: true,
      page: {
        size: {
          width: mm(PAGE.width),
          height: mm(PAGE.height),
          orientation:
            paper.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(MARGIN.top),
          bottom: mm(MARGIN.bottom),
          left: mm(MARGIN.left),
          right: mm(MARGIN.right),
          header: mm(8),
          footer: mm(8),
        },
      },
    },
    headers: {
      default: new Header({ children: [pageNumber(), ...draftMark(paper)] }),
      first: new Header({ children: draftMark(paper) }),
    },
    footers: { default: footer, first: footer },
    children,
  }
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 26 })],
  })
}

/** On every page, so that no page of a draft is taken for the real paper. */
function draftMark({ isDraft }: Paper): Paragraph[] {
  if (!isDraft) return []

  return [line([text('DỰ THẢO', { isBold: true, size: 26 })], { align: 'right' })]
}

function stateLine({ state }: Paper): Paragraph {
  return line([text(state, { isItalic: true, size: 18 })], { align: 'centre' })
}

/** Word wants a paragraph behind a table; this one takes no room. */
function lastLine(): Paragraph {
  return line([text('', { size: 2 })], { spacing: { line: 20, lineRule: LineRuleType.EXACT } })
}

function textWidthOf({ orientation }: Paper): number {
  const across = orientation === 'landscape' ? PAGE.height : PAGE.width

  return Math.floor(mm(across) - mm(MARGIN.left) - mm(MARGIN.right))
}

const INDENT = mm(10)
const AFTER_TABLE = 160

type Neighbours = { afterTable: boolean; beforeTable: boolean }

function drawn(block: Block, width: number, { afterTable, beforeTable }: Neighbours): Paragraph | Table {
  const near = { before: afterTable ? AFTER_TABLE : 0, keepNext: beforeTable }
  switch (block.kind) {
    case 'text':
      return line([...(block.lead ? [text(`${block.lead} `, { isBold: true })] : []), text(block.text)], {
        ...body(block.text),
        ...near,
      })
    case 'basis':
      return line([text(block.text, { isItalic: true })], body(block.text))
    case 'item':
      return line([text(block.text)], { ...body(block.text), ...near, after: 60 })
    case 'heading':
      return line([text(block.text, { isBold: true })], {
        align: isCapitals(block.text) ? 'centre' : 'left',
        firstLine: isCapitals(block.text) ? 0 : INDENT,
        before: 160,
        after: 100,
        keepNext: true,
      })
    case 'centred':
      return line([text(block.text)], { align: 'centre', before: 60, after: 160, keepNext: beforeTable })
    case 'note':
      return line([text(block.text, { isItalic: true, size: SMALL_SIZE })], {
        ...body(block.text),
        ...near,
      })
    case 'table':
      return tableOf(block, width)
    case 'annex':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        pageBreakBefore: true,
        spacing: { after: 60 },
        children: [
          text(block.title, { isBold: true }),
          text(block.subtitle, { isItalic: true, breakBefore: true }),
        ],
      })
    default:
      return block satisfies never
  }
}

/** Justified, indented, a little more than single spaced; the space after a paragraph is 6 pt. */
function body(words: string) {
  return {
    // A short line that is justified keeps its shape; one with blanks to fill in would be torn apart.
    align: words.includes('...') ? 'left' : 'justified',
    firstLine: INDENT,
    after: 120,
    spacing: { line: 264, lineRule: LineRuleType.AUTO },
  } as const
}

function isCapitals(words: string): boolean {
  return words === words.toLocaleUpperCase('vi')
}
