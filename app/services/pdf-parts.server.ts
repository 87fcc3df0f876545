import { fileURLToPath } from 'node:url'
import QRCode from 'qrcode'
import { projectFile } from './project-file.server.ts'

const FONTS = projectFile('app/styles/fonts/')

// The pages' fonts as TrueType: out of a WOFF2 file the subset in the document would have no outlines.
export const FONT_FILES = {
  regular: fileURLToPath(new URL('be-vietnam-pro-400.ttf', FONTS)),
  bold: fileURLToPath(new URL('be-vietnam-pro-600.ttf', FONTS)),
} as const

const POINTS_PER_MM = 72 / 25.4

export function mm(length: number): number {
  return length * POINTS_PER_MM
}

/** Everything a document writes until it ends. */
export function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))

  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
}

/** A QR code drawn as squares, so that it is sharp at any resolution. */
export function drawQr(
  document: PDFKit.PDFDocument,
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = size / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) document.rect(x + column * side, y + row * side, side, side)
    }
  }
  document.fill('#000000')
}
