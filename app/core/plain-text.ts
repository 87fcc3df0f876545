/** A paragraph or list of a text that people typed; there is no markup in it. */
export type TextBlock = { kind: 'paragraph' | 'bullets' | 'numbers'; lines: string[] }

const BULLET = /^\s*[-–•*]\s+/
const NUMBER = /^\s*\d{1,3}[.)]\s+/

/**
 * Reads typed text as people mean it: a blank line ends a paragraph, lines that begin with "- " are a list, lines that
 * begin with "1. " a numbered one. Everything else stays as typed, line by line.
 */
export function textBlocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let isContinued = false
  for (const line of text.normalize('NFC').split(/\r\n?|\n/)) {
    if (line.trim() === '') {
      isContinued = false
      continue
    }
    const kind = kindOf(line)
    const words = line
      .replace(kind === 'bullets' ? BULLET : kind === 'numbers' ? NUMBER : /^\s+/, '')
      .trimEnd()
    const last = blocks.at(-1)
    if (isContinued && last?.kind === kind) last.lines.push(words)
    else blocks.push({ kind, lines: [words] })
    isContinued = true
  }

  return blocks
}

function kindOf(line: string): TextBlock['kind'] {
  if (BULLET.test(line)) return 'bullets'

  return NUMBER.test(line) ? 'numbers' : 'paragraph'
}
