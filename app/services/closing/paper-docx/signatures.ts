import type { Paragraph, Table } from 'docx'
import type { Paper, Signer } from '../../../core/closing/papers/paper.ts'
import { line, text } from './line.ts'
import { sideBySide } from './table.ts'

/** Room for a signature and a seal, in twentieths of a point. */
const SIGNING_ROOM = 1300
const RECIPIENTS_SIZE = 22

/** Who gets the paper, on the left, and who signs it; several signers stand side by side. */
export function signaturesOf({ signers, recipients, variant }: Paper, width: number): (Paragraph | Table)[] {
  const isAlone = signers.length === 1
  const left = Math.floor(width / (isAlone ? 2 : signers.length))
  const columns = [
    ...(isAlone ? [{ width: left, children: recipientsOf(recipients, variant) }] : []),
    ...signers.map((signer) => ({ width: left, children: signatureOf(signer) })),
  ]

  return [line([text('', { size: 12 })], { keepNext: true }), sideBySide(columns)]
}

function signatureOf({ titles, name }: Signer): Paragraph[] {
  return [
    ...titles.map((title) => line([text(title, { isBold: true })], { align: 'centre', keepNext: true })),
    line([text(name, { isBold: true })], { align: 'centre', before: SIGNING_ROOM }),
  ]
}

function recipientsOf(recipients: readonly string[], variant: Paper['variant']): Paragraph[] {
  if (recipients.length === 0) return [line([])]
  const heading =
    variant === 'party'
      ? text('Nơi nhận:', { isUnderlined: true, size: 28 })
      : text('Nơi nhận:', { isBold: true, isItalic: true, size: 24 })

  return [
    line([heading]),
    ...recipients.map((recipient) => line([text(`- ${recipient}`, { size: RECIPIENTS_SIZE })])),
  ]
}
