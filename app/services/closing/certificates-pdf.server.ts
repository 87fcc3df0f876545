import { setImmediate as nextTurn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { PaperVariant } from '../../core/closing/papers/paper.ts'
import type { PaperSnapshot, Winner } from '../../core/closing/papers/snapshot.ts'
import { isDraft, stateWords, yearOf } from '../../core/closing/papers/words.ts'
import { formatReceiptCode } from '../../core/attempts/receipt.ts'
import { fitText } from '../../core/contests/text-fitting.ts'
import { FONT_FILES, collected, drawQr, mm } from '../pdf-parts.server.ts'

export type CertificateSheet = {
  snapshot: PaperSnapshot
  variant: PaperVariant
  /** One certificate on a page, in this order. */
  winners: readonly Winner[]
  /** "https://host": where the QR codes lead. */
  origin: string
  /** Path of the page that checks a receipt. */
  receiptPathOf: (code: string) => string
}

const PAGE = { width: mm(297), height: mm(210) }
const CENTRE = PAGE.width / 2
const RED = '#961b1e'
const GOLD = '#b58a2b'
const INK = '#241812'
const MUTED = '#5b4b41'
const LINE_HEIGHT = 1.35

/**
 * Certificates of a round's winners, A4 across, one on a page, with embedded fonts. What is long becomes smaller and
 * breaks into lines, measured with the font it is printed in. Other requests are served between two pages.
 */
export async function drawCertificates(sheet: CertificateSheet): Promise<Buffer> {
  const { snapshot, winners } = sheet
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    lang: 'vi',
    autoFirstPage: false,
    info: {
      Title: `Giấy chứng nhận – ${snapshot.round.title}, ${snapshot.contest.title}`,
      Subject: stateWords(snapshot),
    },
  })
  const bytes = collected(document)
  document.registerFont('regular', FONT_FILES.regular)
  document.registerFont('bold', FONT_FILES.bold)
  for (const winner of winners) {
    document.addPage({ size: 'A4', layout: 'landscape', margin: 0 })
    drawCertificate(document, sheet, winner)
    await nextTurn()
  }
  document.end()

  return bytes
}

function drawCertificate(document: PDFKit.PDFDocument, sheet: CertificateSheet, winner: Winner): void {
  const { snapshot } = sheet
  const { contest, round } = snapshot
  drawFrame(document)
  if (isDraft(snapshot)) drawDraftMark(document)
  drawHead(document, sheet)
  const put = (words: string, room: Omit<Room, 'centre' | 'width'> & Partial<Room>) =>
    drawFitted(document, words, { centre: CENTRE, width: mm(225), ...room })

  put('GIẤY CHỨNG NHẬN', { top: 47, height: 16, font: 'bold', max: 36, colour: RED, spacing: 3 })
  drawOrnament(document, mm(66))
  put(contest.organizerName.toLocaleUpperCase('vi'), { top: 70, height: 9, font: 'bold', max: 14 })
  put('chứng nhận', { top: 79, height: 7, max: 12, colour: MUTED })
  put(winner.fullName, { top: 87, height: 20, font: 'bold', max: 34, min: 16, lines: 2, colour: RED })
  put(winner.unitName, { top: 108, height: 12, max: 15, min: 9, lines: 2 })
  put('đã đạt', { top: 121, height: 6, max: 12, colour: MUTED })
  put(winner.prizeTitle.toLocaleUpperCase('vi'), {
    top: 127,
    height: 12,
    font: 'bold',
    max: 26,
    min: 12,
    colour: RED,
  })
  put(`${round.title}, ${contest.title}`, { top: 140, height: 14, max: 14, min: 9, lines: 2 })
  drawFoot(document, sheet, winner)
}

type Room = {
  centre: number
  width: number
  /** In millimetres from the top of the page; the text stands in the middle of its height. */
  top: number
  height: number
  font?: 'regular' | 'bold'
  max: number
  min?: number
  lines?: number
  colour?: string
  spacing?: number
}

function drawFitted(document: PDFKit.PDFDocument, words: string, room: Room): void {
  const { font = 'regular', spacing = 0, colour = INK, centre } = room
  const fitted = fitText(
    words,
    {
      maxWidth: room.width,
      maxLines: room.lines ?? 1,
      maxFontSize: room.max,
      minFontSize: room.min ?? 8,
      maxHeight: mm(room.height),
      lineHeight: LINE_HEIGHT,
    },
    (line, size) => document.font(font).fontSize(size).widthOfString(line, { characterSpacing: spacing }),
  )
  document.font(font).fontSize(fitted.fontSize).fillColor(colour)
  const top = mm(room.top) + (mm(room.height) - fitted.height) / 2
  for (const [index, line] of fitted.lines.entries()) {
    const width = document.widthOfString(line, { characterSpacing: spacing })
    document.text(line, centre - width / 2, top + index * fitted.fontSize * LINE_HEIGHT, {
      lineBreak: false,
      characterSpacing: spacing,
    })
  }
}

/** Two lines around the page and a lozenge in each corner. */
function drawFrame(document: PDFKit.PDFDocument): void {
  const frame = (inset: number, width: number, colour: string) =>
    document
      .lineWidth(width)
      .rect(mm(inset), mm(inset), PAGE.width - 2 * mm(inset), PAGE.height - 2 * mm(inset))
      .stroke(colour)
  frame(8, 2.6, RED)
  frame(10.5, 0.8, GOLD)
  for (const x of [mm(10.5), PAGE.width - mm(10.5)])
    for (const y of [mm(10.5), PAGE.height - mm(10.5)]) drawLozenge(document, x, y, mm(2.6))
}

function drawLozenge(document: PDFKit.PDFDocument, x: number, y: number, radius: number): void {
  document
    .polygon([x, y - radius], [x + radius, y], [x, y + radius], [x - radius, y])
    .fillAndStroke('#ffffff', GOLD)
  const inner = radius / 2
  document.polygon([x, y - inner], [x + inner, y], [x, y + inner], [x - inner, y]).fill(RED)
}

function drawOrnament(document: PDFKit.PDFDocument, y: number): void {
  const reach = mm(38)
  const gap = mm(4)
  document.lineWidth(0.8)
  document.moveTo(CENTRE - reach, y).lineTo(CENTRE - gap, y)
  document.moveTo(CENTRE + gap, y).lineTo(CENTRE + reach, y)
  document.stroke(GOLD)
  drawLozenge(document, CENTRE, y, mm(1.8))
}

/** On white paper it can't be overlooked, and does not hide what is under it. */
function drawDraftMark(document: PDFKit.PDFDocument): void {
  document.save().rotate(-24, { origin: [CENTRE, PAGE.height / 2] })
  document.font('bold').fontSize(120).fillColor(RED).fillOpacity(0.12)
  const width = document.widthOfString('DỰ THẢO')
  document.text('DỰ THẢO', CENTRE - width / 2, PAGE.height / 2 - 85, { lineBreak: false })
  document.restore().fillOpacity(1)
}

const HEAD_WIDTH = mm(112)
const LEFT = mm(20) + HEAD_WIDTH / 2
const RIGHT = PAGE.width - mm(20) - HEAD_WIDTH / 2

/** The bodies on the left; on the right the nation and its motto, or the Party. */
function drawHead(document: PDFKit.PDFDocument, { snapshot: { contest }, variant }: CertificateSheet): void {
  const left = { centre: LEFT, width: HEAD_WIDTH, height: 6, max: 11, lines: 1 }
  const right = { ...left, centre: RIGHT }
  const issuer = contest.issuingBody || contest.organizerName
  const issuerTop = contest.parentBody === '' ? 20 : 26
  if (contest.parentBody !== '')
    drawFitted(document, contest.parentBody.toLocaleUpperCase('vi'), { ...left, top: 20 })
  drawFitted(document, issuer.toLocaleUpperCase('vi'), { ...left, top: issuerTop, font: 'bold' })
  drawRule(document, LEFT, mm(issuerTop + 6.8), mm(24))
  if (variant === 'party') {
    drawFitted(document, 'ĐẢNG CỘNG SẢN VIỆT NAM', { ...right, top: 20, max: 14, font: 'bold' })
    drawRule(document, RIGHT, mm(27), mm(60))

    return
  }
  drawFitted(document, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...right, top: 20, font: 'bold' })
  drawFitted(document, 'Độc lập - Tự do - Hạnh phúc', { ...right, top: 26, max: 12, font: 'bold' })
  drawRule(document, RIGHT, mm(32.8), mm(58))
}

function drawRule(document: PDFKit.PDFDocument, centre: number, y: number, length: number): void {
  document.lineWidth(0.8)
  document
    .moveTo(centre - length / 2, y)
    .lineTo(centre + length / 2, y)
    .stroke(INK)
}

const QR = { x: mm(24), y: mm(158), size: mm(27) }
const SIGNATURE = PAGE.width - mm(24) - mm(45)

/** The way to check the result on the left, room for signature and seal on the right. */
function drawFoot(
  document: PDFKit.PDFDocument,
  { snapshot, origin, receiptPathOf }: CertificateSheet,
  { receiptCode }: Winner,
): void {
  const { contest, takenAt } = snapshot
  if (receiptCode !== null) {
    drawQr(document, origin + receiptPathOf(receiptCode), QR)
    const note = (words: string, y: number, font: 'regular' | 'bold', size: number) =>
      document
        .font(font)
        .fontSize(size)
        .fillColor(font === 'bold' ? INK : MUTED)
        .text(words, QR.x + QR.size + mm(4), mm(y), { width: mm(70) })
    note('Quét mã QR để đối chiếu với bài thi đã nộp, hoặc tra mã biên nhận:', 163, 'regular', 8)
    note(formatReceiptCode(receiptCode), 172, 'bold', 11)
  }
  const signature = { centre: SIGNATURE, width: mm(92), height: 6 }
  drawFitted(
    document,
    `${contest.place || '................'}, ngày ...... tháng ...... năm ${yearOf(takenAt)}`,
    {
      ...signature,
      top: 157,
      max: 11,
    },
  )
  drawFitted(document, '(Ký tên, đóng dấu)', { ...signature, top: 163, max: 9, colour: MUTED })
  drawFitted(document, stateWords(snapshot), {
    centre: CENTRE,
    width: mm(240),
    top: 190,
    height: 5,
    max: 7.5,
    min: 6,
    colour: MUTED,
  })
}
