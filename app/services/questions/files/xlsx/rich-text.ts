import { plainLine } from '../../../../core/questions/import/line.ts'
import type { Line, Span } from '../../../../core/questions/import/line.ts'
import { tidyLine } from '../../../../core/questions/import/tidy.ts'
import { childOf, elementsOf, xmlText } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'
import { fontLook } from './styles.ts'

/** A text with the looks of its runs. */
export type RichText = { text: string; spans: Span[] }

/** Text of an `si` or `is`: plain, or in runs of different looks; the phonetic guide is left out. */
export function richTextOf(element: XmlElement): RichText {
  const runs = elementsOf(element, 'r')
  if (runs.length === 0) return { text: unescapeCell(xmlText(childOf(element, 't'))), spans: [] }
  let text = ''
  const spans: Span[] = []
  for (const run of runs) {
    const own = unescapeCell(xmlText(childOf(run, 't')))
    const rPr = childOf(run, 'rPr')
    spans.push({ start: text.length, end: text.length + own.length, look: rPr ? fontLook(rPr) : {} })
    text += own
  }

  return { text, spans }
}

/** Excel writes control characters as _x000D_. */
export function unescapeCell(text: string): string {
  return tidyLine(
    text
      .replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\r\n?/g, '\n'),
  )
}

/** The lines of a cell's text; its looks are those of its runs, or else of the whole cell. */
export function cellLines(
  { text, spans }: RichText,
  place: { sheet: string; row: number; column: string },
  whole: Span['look'],
): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const part of text.split('\n')) {
    const end = start + part.length
    if (part.trim() !== '')
      lines.push(
        plainLine(part, place, { spans: spansWithin(spans, start, end, whole, part.length), isSoft: false }),
      )
    start = end + 1
  }

  return lines
}

function spansWithin(
  spans: readonly Span[],
  start: number,
  end: number,
  whole: Span['look'],
  length: number,
): Span[] {
  const background = whole.background
    ? [{ start: 0, end: length, look: { background: whole.background } }]
    : []
  if (spans.length === 0) return Object.keys(whole).length > 0 ? [{ start: 0, end: length, look: whole }] : []

  return [
    ...spans
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({
        look: span.look,
        start: Math.max(span.start, start) - start,
        end: Math.min(span.end, end) - start,
      })),
    ...background,
  ]
}
