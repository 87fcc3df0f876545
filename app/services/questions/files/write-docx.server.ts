import { Document, Packer, Paragraph } from 'docx'
import { text } from '../../closing/paper-docx/line.ts'

const SIZE = 26

/** Lines as a template shows them: right options are bold. */
export async function writeSample(lines: readonly { words: string; isBold: boolean }[]): Promise<Buffer> {
  const children = lines.map(
    ({ words, isBold }) =>
      new Paragraph({ children: [text(words, { isBold, size: SIZE })], spacing: { after: 60 } }),
  )

  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
