import type { Line, LineNote, Look, Span } from '../../../../core/questions/import/line.ts'
import { plainLine } from '../../../../core/questions/import/line.ts'
import { raisedOrLowered } from '../../../../core/questions/import/figures.ts'
import { tidyLine } from '../../../../core/questions/import/tidy.ts'
import { childOf, elementsOf, valOf, xmlText } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'
import { legacyOfRuns, unicodeOf } from './legacy-runs.ts'
import type { LegacyDocument, LegacyRuns } from './legacy-runs.ts'
import { mathText } from './math.ts'
import type { Numbering } from './numbering.ts'
import { lookOf, readRunSettings, resolveRun, shadingOf, styleChain } from './run-looks.ts'
import type { RunSettings, Styles } from './run-looks.ts'
import { symbolOf, withSymbols } from './symbols.ts'

export type ParagraphContext = {
  styles: Styles
  numbering: Numbering
  legacy: LegacyDocument
}

export type Paragraph = {
  /** Empty for a blank paragraph. */
  lines: Line[]
  /** Paragraphs and tables of text boxes anchored here. */
  boxes: XmlElement[]
  /** Its end was deleted with changes tracked: the next paragraph goes on in the same line. */
  isOpenEnded: boolean
}

type Writer = {
  texts: string[]
  spans: Span[][]
  notes: Set<LineNote>
  boxes: XmlElement[]
  legacy: LegacyRuns
  raw: string
}
type Inherited = { style: string | null; shading: string | null; isLink: boolean; isField: boolean }

/** Reads a w:p. `number` is its place in the document, from 1. */
export function readParagraph(element: XmlElement, number: number, context: ParagraphContext): Paragraph {
  const pPr = childOf(element, 'pPr')
  const style = valOf(pPr, 'pStyle') ?? context.styles.defaultParagraph
  const chain = styleChain(context.styles, style)
  const shd = childOf(pPr, 'shd')
  const shading = shd ? shadingOf(shd) : (chain.findLast((each) => each.shading !== null)?.shading ?? null)
  const writer: Writer = {
    texts: [''],
    spans: [[]],
    notes: new Set(),
    boxes: [],
    legacy: legacyOfRuns(element, style, context),
    raw: '',
  }
  const label = labelOf(pPr, style, context)
  const markSettings = readRunSettings(childOf(pPr, 'rPr'))
  if (label)
    write(writer, label.text, lookOf(resolveRun(context.styles, style, null, markSettings), shading, false))
  readRuns(element, { style, shading, isLink: false, isField: false }, context, writer)
  const isBlank = writer.texts.join('').trim() === (label?.text.trim() ?? '')

  return {
    lines:
      isBlank && writer.notes.size === 0
        ? []
        : toLines(writer, number, {
            autoLabel: label?.autoLabel ?? null,
            isHeading: chain.some((each) => each.isHeading) || valOf(pPr, 'outlineLvl') !== undefined,
          }),
    boxes: writer.boxes,
    isOpenEnded: childOf(childOf(pPr, 'rPr'), 'del') !== undefined,
  }
}

function labelOf(pPr: XmlElement | undefined, style: string | null, { styles, numbering }: ParagraphContext) {
  const numPr = childOf(pPr, 'numPr')
  const chain = styleChain(styles, style)
  const numId = valOf(numPr, 'numId') ?? chain.findLast((each) => each.numId !== null)?.numId
  if (!numId || numId === '0') return null
  const stated = valOf(numPr, 'ilvl')
  const ofStyle = chain.findLast((each) => each.level !== null)?.level
  const level =
    stated === undefined
      ? (ofStyle ?? (style ? numbering.levelOfStyle(numId, style) : null) ?? 0)
      : Number(stated)
  const label = numbering.labelOf(numId, level)
  if (!label) return null
  const text =
    /^[\p{L}\p{N}]+$/u.test(label.text) && label.autoLabel.kind !== 'bullet'
      ? `${label.text}.`
      : label.text.trim()

  return { ...label, text: `${text} ` }
}

const LINK = /^(?:hyperlink|liên kết)$/i

function readRuns(parent: XmlElement, inherited: Inherited, context: ParagraphContext, writer: Writer): void {
  let fieldDepth = 0
  let isInstruction = false
  for (const child of elementsOf(parent)) {
    switch (child.name) {
      case 'r': {
        const field = childOf(child, 'fldChar')?.attributes['fldCharType']
        if (field === 'begin') {
          fieldDepth++
          isInstruction = true
        } else if (field === 'separate') isInstruction = false
        else if (field === 'end') {
          fieldDepth--
          isInstruction = fieldDepth > 0 && isInstruction
        } else if (!isInstruction) readRun(child, inherited, context, writer)
        break
      }
      case 'ins':
      case 'moveTo':
        writer.notes.add('tracked_changes')
        readRuns(child, inherited, context, writer)
        break
      case 'del':
      case 'moveFrom':
        writer.notes.add('tracked_changes')
        break
      case 'hyperlink':
        readRuns(child, { ...inherited, isLink: true }, context, writer)
        break
      case 'sdt':
        readRuns(childOf(child, 'sdtContent') ?? child, inherited, context, writer)
        break
      case 'oMath':
      case 'oMathPara':
        writer.notes.add('formula')
        write(writer, mathText(child), {})
        break
      case 'smartTag':
      case 'fldSimple':
      case 'customXml':
      case 'dir':
      case 'bdo':
        readRuns(child, inherited, context, writer)
        break
      case 'AlternateContent':
        readRuns(childOf(child, 'Choice') ?? child, inherited, context, writer)
        break
      default:
        break
    }
  }
}

function readRun(run: XmlElement, inherited: Inherited, context: ParagraphContext, writer: Writer): void {
  const rPr = childOf(run, 'rPr')
  const runStyle = valOf(rPr, 'rStyle') ?? null
  const settings = resolveRun(context.styles, inherited.style, runStyle, readRunSettings(rPr))
  const look = lookOf(settings, inherited.shading, inherited.isLink || LINK.test(runStyle ?? ''))
  for (const child of elementsOf(run)) readRunPart(child, settings, look, writer)
}

function readRunPart(part: XmlElement, settings: RunSettings, look: Look, writer: Writer): void {
  switch (part.name) {
    case 't':
      if (settings.hidden) writer.notes.add('hidden_text')
      else write(writer, textOfRun(xmlText(part), settings, writer), look)
      break
    case 'tab':
    case 'ptab':
      write(writer, '\t', {})
      break
    case 'br':
      if (['page', 'column'].includes(part.attributes['type'] ?? '')) break
      breakLine(writer)
      break
    case 'cr':
      breakLine(writer)
      break
    case 'noBreakHyphen':
      write(writer, '-', look)
      break
    case 'softHyphen':
      write(writer, '\u00AD', look)
      break
    case 'sym':
      write(writer, symbolOf(part), look)
      break
    case 'drawing':
    case 'pict':
    case 'object':
      readDrawing(part, writer)
      break
    case 'AlternateContent':
      for (const inner of elementsOf(childOf(part, 'Choice') ?? childOf(part, 'Fallback') ?? part))
        readRunPart(inner, settings, look, writer)
      break
    default:
      break
  }
}

/** Text boxes are read after the paragraph; other drawings are only told. */
function readDrawing(drawing: XmlElement, writer: Writer): void {
  const boxes = findAll(drawing, 'txbxContent')
  if (boxes.length === 0) {
    writer.notes.add('picture')

    return
  }
  writer.boxes.push(...boxes)
}

function findAll(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    if (child.name === 'Fallback') return []

    return findAll(child, name)
  })
}

/** In Unicode, with small raised and lowered figures as what they are: "10²" is not "102". */
function textOfRun(text: string, settings: RunSettings, writer: Writer): string {
  const converted = unicodeOf(text, settings.font, writer.legacy)
  if (converted !== null) writer.raw += text

  const shown = converted ?? withSymbols(text, settings.font)

  return settings.figures ? raisedOrLowered(shown, settings.figures) : shown
}

function write(writer: Writer, text: string, look: Look): void {
  const at = writer.texts.length - 1
  const tidy = tidyLine(text).replace(/[\n\r]+/g, ' ')
  const start = writer.texts[at]?.length ?? 0
  writer.texts[at] = (writer.texts[at] ?? '') + tidy
  if (Object.keys(look).length > 0) writer.spans[at]?.push({ start, end: start + tidy.length, look })
}

function breakLine(writer: Writer): void {
  writer.texts.push('')
  writer.spans.push([])
}

function toLines(writer: Writer, paragraph: number, facts: Pick<Line, 'autoLabel' | 'isHeading'>): Line[] {
  const filled = [...writer.texts.keys()].filter((index) => writer.texts[index]?.trim() !== '')
  // A paragraph that is only a picture still has to tell of it.
  const shown = filled.length > 0 ? filled : [0]

  return shown.map((index, order) =>
    plainLine(
      writer.texts[index] ?? '',
      { paragraph },
      {
        spans: writer.spans[index] ?? [],
        isSoft: order > 0,
        isHeading: facts.isHeading,
        autoLabel: order === 0 ? facts.autoLabel : null,
        notes: order === 0 ? [...writer.notes] : [],
        ...(writer.raw === '' ? {} : { raw: writer.raw }),
      },
    ),
  )
}
