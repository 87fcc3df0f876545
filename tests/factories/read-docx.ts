import { strFromU8, unzipSync } from 'fflate'
import type { Paper } from '#app/core/closing/papers/paper.ts'

/** A Word document as anybody would unpack it: names of its parts, words of its text, headers and footers. */
export function readDocx(bytes: Uint8Array): {
  parts: string[]
  text: string
  xml: string
  headers: string[]
} {
  const files = unzipSync(new Uint8Array(bytes))
  const parts = Object.keys(files)
  const wordsIn = (pattern: RegExp) =>
    parts
      .filter((name) => pattern.test(name))
      .map((name) => plainOf(strFromU8(files[name] ?? new Uint8Array())))

  return {
    parts,
    xml: strFromU8(files['word/document.xml'] ?? new Uint8Array()),
    text: wordsIn(/^word\/(document|header\d+|footer\d+)\.xml$/).join('\n'),
    headers: wordsIn(/^word\/header\d+\.xml$/),
  }
}

/** One line per paragraph. */
function plainOf(xml: string): string {
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}

/** Everything a paper says, one line per paragraph or cell. */
export function wordsOf({ title, subtitle, blocks, signers, recipients }: Paper): string {
  return [
    title,
    subtitle,
    ...blocks.flatMap((block) => {
      switch (block.kind) {
        case 'table':
          return [
            ...block.columns.map((column) => column.title),
            ...block.rows.flat(),
            ...(block.total ?? []),
          ]
        case 'annex':
          return [block.title, block.subtitle]
        case 'text':
          return [`${block.lead ? `${block.lead} ` : ''}${block.text}`]
        case 'basis':
        case 'heading':
        case 'centred':
        case 'item':
        case 'note':
          return [block.text]
        default:
          return block satisfies never
      }
    }),
    ...signers.flatMap(({ titles, name }) => [...titles, name]),
    ...recipients,
  ].join('\n')
}

/**
 * The cells of each winner behind the running number: name, unit, rank, points, time, distance of the guess where the
 * round asked for one, prize.
 */
export function winnersIn(text: string, count: number, cells: 6 | 7 = 7): string[][] {
  const lines = text.split('\n')
  const start = lines.findIndex((line, index) => line === 'Giải' && lines[index + 1] === '1') + 1
  const width = cells + 1

  return Array.from({ length: count }, (_, index) =>
    lines.slice(start + index * width + 1, start + (index + 1) * width),
  )
}
