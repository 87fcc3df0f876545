import { AlignmentType, BorderStyle, Paragraph, TextRun } from 'docx'
import type { ISpacingProperties } from 'docx'

export const FONT = 'Times New Roman'
/** In half points: 14 for the text, 12 for what is small. */
export const BODY_SIZE = 28
export const SMALL_SIZE = 24

type TextLook = {
  isBold?: boolean
  isItalic?: boolean
  isUnderlined?: boolean
  size?: number
  breakBefore?: boolean
}

export function text(
  words: string,
  { isBold, isItalic, isUnderlined, size = BODY_SIZE, breakBefore }: TextLook = {},
): TextRun {
  return new TextRun({
    text: words,
    bold: isBold ?? false,
    italics: isItalic ?? false,
    font: FONT,
    size,
    ...(isUnderlined ? { underline: {} } : {}),
    ...(breakBefore ? { break: 1 } : {}),
  })
}

export type Align = 'left' | 'centre' | 'right' | 'justified'

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.BOTH,
} as const

type LineLayout = {
  align?: Align
  before?: number
  after?: number
  firstLine?: number
  keepNext?: boolean
  spacing?: ISpacingProperties
}

export function line(
  children: TextRun[],
  { align = 'left', before = 0, after = 0, firstLine = 0, keepNext = false, spacing }: LineLayout = {},
): Paragraph {
  return new Paragraph({
    children,
    alignment: ALIGNMENTS[align],
    spacing: { before, after, ...spacing },
    indent: { firstLine },
    keepNext,
  })
}

/** A thin line in the middle of a column, as stands under the motto and under names. */
export function rule(length: number, columnWidth: number): Paragraph {
  const side = Math.max(0, Math.round((columnWidth - length) / 2))

  return new Paragraph({
    children: [new TextRun({ text: '', size: 4 })],
    indent: { left: side, right: side },
    spacing: { before: 0, after: 60, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  })
}
