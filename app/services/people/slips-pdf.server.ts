import { setImmediate as nextTurn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { writtenCode } from '../../core/people/sign-in-code.ts'
import { FONT_FILES, collected, drawQr, mm } from '../pdf-parts.server.ts'

export type SlipSheet = {
  contestTitle: string
  slips: readonly { fullName: string; unitName: string; loginName: string; code: string }[]
  /** "https://host": where the slips lead. */
  origin: string
  /** Path of the link of a code, and of the page where it can be typed. */
  linkPathOf: (code: string) => string
  typePath: string
  /** Until when they work, as text. */
  validUntil: string
}

const PAGE = { width: mm(210), height: mm(297) }
const MARGIN = mm(10)
const ROWS = 5
const COLUMNS = 2
const SLIP = { width: (PAGE.width - 2 * MARGIN) / COLUMNS, height: (PAGE.height - 2 * MARGIN) / ROWS }
const PADDING = mm(5)
const QR_SIZE = mm(30)
const INK = '#241812'
const MUTED = '#5b4b41'

/**
 * Slips to cut apart, ten on a page, each with a QR code and a link short enough to type. Paper is black and white:
 * nothing on it depends on colour. Other requests are served between two slips.
 */
export async function drawSlips(sheet: SlipSheet): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: 'vi',
    info: { Title: `Phiếu đăng nhập – ${sheet.contestTitle}` },
  })
  const bytes = collected(document)
  document.registerFont('regular', FONT_FILES.regular)
  document.registerFont('bold', FONT_FILES.bold)

  for (const [index, slip] of sheet.slips.entries()) {
    const place = index % (ROWS * COLUMNS)
    if (place === 0 && index > 0) document.addPage({ size: 'A4', margin: 0 })
    if (place === 0) drawCutLines(document)
    const x = MARGIN + (place % COLUMNS) * SLIP.width
    const y = MARGIN + Math.floor(place / COLUMNS) * SLIP.height
    drawSlip(document, sheet, slip, x + PADDING, y + PADDING)
    await nextTurn()
  }
  document.end()

  return bytes
}

/** Across the whole page, each line once. */
function drawCutLines(document: PDFKit.PDFDocument): void {
  document.lineWidth(0.5).dash(3, { space: 3 })
  for (let row = 0; row <= ROWS; row++) {
    const y = MARGIN + row * SLIP.height
    document.moveTo(MARGIN, y).lineTo(PAGE.width - MARGIN, y)
  }
  for (let column = 0; column <= COLUMNS; column++) {
    const x = MARGIN + column * SLIP.width
    document.moveTo(x, MARGIN).lineTo(x, PAGE.height - MARGIN)
  }
  document.stroke('#8c7763').undash()
}

function drawSlip(
  document: PDFKit.PDFDocument,
  sheet: SlipSheet,
  slip: SlipSheet['slips'][number],
  x: number,
  y: number,
): void {
  const link = `${sheet.origin}${sheet.linkPathOf(writtenCode(slip.code))}`
  const textWidth = SLIP.width - 2 * PADDING - QR_SIZE - mm(4)
  const line = (font: 'regular' | 'bold', size: number, colour: string, text: string, maxHeight: number) =>
    document
      .font(font)
      .fontSize(size)
      .fillColor(colour)
      .text(text, { width: textWidth, height: maxHeight, ellipsis: true, lineGap: 0.5 })
  document.x = x
  document.y = y
  line('regular', 6.5, MUTED, sheet.contestTitle, 17)
  document.y = y + 20
  line('bold', 11.5, INK, slip.fullName, 31)
  line('regular', 8, INK, slip.unitName, 22)
  document.moveDown(0.3)
  line('regular', 8, INK, `Tên đăng nhập: ${slip.loginName}`, 11)
  drawQr(document, link, { x: x + SLIP.width - 2 * PADDING - QR_SIZE, y, size: QR_SIZE })
  const foot = { width: SLIP.width - 2 * PADDING, lineGap: 0.5 }
  document
    .font('regular')
    .fontSize(7)
    .fillColor(INK)
    .text(`Quét mã QR, hoặc mở ${sheet.origin}${sheet.typePath} và gõ mã:`, x, y + mm(32), {
      ...foot,
      height: 24,
      ellipsis: true,
    })
  document
    .font('bold')
    .fontSize(11)
    .text(writtenCode(slip.code), x, y + mm(38), { ...foot, characterSpacing: 0.6 })
  document
    .font('regular')
    .fontSize(6.5)
    .fillColor(MUTED)
    .text(`Dùng một lần, đến ${sheet.validUntil}. Giữ kín như mật khẩu.`, x, y + mm(43.5), {
      ...foot,
      height: 9,
      ellipsis: true,
    })
}
