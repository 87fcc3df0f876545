import type { Place } from './draft.ts'
import { tidyText } from './tidy.ts'

/** How characters look; what may mark a right option. Values that say nothing special are left out. */
export type Look = {
  bold?: true
  italic?: true
  underline?: true
  strike?: true
  /** Colour of the letters when it is not black. */
  color?: string
  /** Colour behind the letters: highlighting or shading. */
  background?: string
}

export type Span = { start: number; end: number; look: Look }

/** Things noticed while reading a line that its question must tell. */
export type LineNote = 'picture' | 'formula' | 'hidden_text' | 'text_box' | 'tracked_changes'

/** What Word wrote before a paragraph by itself: "Câu 1." or "A." */
export type AutoLabel = {
  /** List and level, the same for all paragraphs of one list. */
  list: string
  kind: 'number' | 'letter' | 'bullet'
}

/** A line of text with the looks of its characters. Automatic numbering is part of the text. */
export type Line = {
  text: string
  spans: readonly Span[]
  place: Place
  /** Goes on from the line before inside the same paragraph (Shift+Enter). */
  isSoft: boolean
  /** A blank line, or a page or section, stands before it. */
  afterBlank: boolean
  /** Styled as a heading of the document. */
  isHeading: boolean
  /** Stands in a cell of a table. */
  inTable: boolean
  autoLabel: AutoLabel | null
  notes: readonly LineNote[]
  /** As it stands in the file, when it was converted from an old font's encoding to be read. */
  raw?: string
}

export function plainLine(text: string, place: Place, extra: Partial<Line> = {}): Line {
  return {
    text,
    spans: [],
    place,
    isSoft: false,
    afterBlank: false,
    isHeading: false,
    inTable: false,
    autoLabel: null,
    notes: [],
    ...extra,
  }
}

/** Part of a line, with the looks of its characters. */
export function sliceLine(line: Line, start: number, end = line.text.length): Line {
  return {
    ...line,
    text: line.text.slice(start, end),
    spans: line.spans
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({
        look: span.look,
        start: Math.max(span.start, start) - start,
        end: Math.min(span.end, end) - start,
      })),
  }
}

/** Lines one after another as one line, with a space between. */
export function joinLines(lines: readonly Line[]): Line | null {
  const [first, ...rest] = lines
  if (!first) return null

  return rest.reduce((joined, line) => {
    const offset = joined.text.length + 1

    return {
      ...joined,
      text: `${joined.text} ${line.text}`,
      spans: [
        ...joined.spans,
        ...line.spans.map((span) => ({ ...span, start: span.start + offset, end: span.end + offset })),
      ],
      notes: [...new Set([...joined.notes, ...line.notes])],
    }
  }, first)
}

export function textOf(lines: readonly Line[]): string {
  return tidyText(lines.map((line) => line.text).join(' '))
}
