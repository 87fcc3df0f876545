import type { Paragraph, Table } from 'docx'
import type { Paper } from '../../../core/closing/papers/paper.ts'
import { BODY_SIZE, line, rule, text } from './line.ts'
import { sideBySide } from './table.ts'

/** In half points. */
const ORGAN_SIZE = 26
const MOTTO_SIZE = 24
const PARTY_SIZE = 30
/** As long as the motto in bold 14 pt: the rule under it has the length of the words. */
const MOTTO_LENGTH = 3420
/** As long as "ĐẢNG CỘNG SẢN VIỆT NAM" in bold 15 pt. */
const PARTY_LENGTH = 3900
const ORGAN_RULE = 1300
const TITLE_RULE = 1700

/** What stands above the text: who issues, number, motto, place and date, what kind of paper, about what. */
export function headOf(paper: Paper, width: number): (Paragraph | Table)[] {
  // The motto needs so much in one line, whatever the width of the page.
  const right = paper.orientation === 'landscape' ? Math.round(width * 0.5) : Math.round(width * 0.585)
  const left = width - right

  return [
    sideBySide([
      { width: left, children: leftOf(paper, left) },
      { width: right, children: rightOf(paper, right) },
    ]),
    ...titleOf(paper, width),
  ]
}

function leftOf({ variant, header }: Paper, width: number): Paragraph[] {
  const capitals = (words: string) => words.toLocaleUpperCase('vi')
  const centred = { align: 'centre' } as const

  return [
    ...(header.parentBody === ''
      ? []
      : [line([text(capitals(header.parentBody), { size: ORGAN_SIZE })], centred)]),
    line([text(capitals(header.issuingBody), { isBold: true, size: ORGAN_SIZE })], centred),
    // The Party puts a star where state bodies draw a line.
    variant === 'party' ? line([text('*', { size: BODY_SIZE })], centred) : rule(ORGAN_RULE, width),
    ...(header.number === '' ? [] : [line([text(header.number, { size: ORGAN_SIZE })], centred)]),
  ]
}

function rightOf({ variant, header }: Paper, width: number): Paragraph[] {
  const centred = { align: 'centre' } as const
  const date = line([text(header.placeAndDate, { isItalic: true, size: ORGAN_SIZE })], {
    ...centred,
    before: 60,
  })
  if (variant === 'party') {
    return [
      line([text('ĐẢNG CỘNG SẢN VIỆT NAM', { isBold: true, size: PARTY_SIZE })], centred),
      rule(PARTY_LENGTH, width),
      date,
    ]
  }

  return [
    line([text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { isBold: true, size: MOTTO_SIZE })], centred),
    line([text('Độc lập - Tự do - Hạnh phúc', { isBold: true, size: ORGAN_SIZE })], centred),
    rule(MOTTO_LENGTH, width),
    date,
  ]
}

function titleOf({ title, subtitle, variant }: Paper, width: number): Paragraph[] {
  return [
    line([text(title, { isBold: true, size: variant === 'party' ? 32 : BODY_SIZE })], {
      align: 'centre',
      before: 360,
    }),
    line([text(subtitle, { isBold: true })], { align: 'centre', after: 60 }),
    ...(variant === 'party'
      ? [line([text('-----')], { align: 'centre', after: 200 })]
      : [rule(TITLE_RULE, width), line([], { spacing: { line: 120, lineRule: 'exact' } })]),
  ]
}
