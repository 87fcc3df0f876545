/** Divides a GIFT text into its questions. */
import type { Line } from './line.ts'

export type GiftBlock = { lines: Line[]; comments: string[] }

/** Questions end at a blank line outside of braces; a forgotten one is told by braces that open a second time. */
export function giftBlocksOf(lines: readonly Line[]): GiftBlock[] {
  const blocks: GiftBlock[] = []
  let depth = 0
  let current: GiftBlock = { lines: [], comments: [] }
  for (const [index, line] of lines.entries()) {
    const startsNew = line.afterBlank
      ? depth === 0 || /^\s*(?:::|\/\/|\$CATEGORY)/u.test(line.text) || indexOutside(line.text, '{') !== -1
      : depth === 0 && endsWithAnswers(current) && opensBraces(lines.slice(index))
    if (startsNew && (current.lines.length > 0 || current.comments.length > 0)) {
      blocks.push(current)
      current = { lines: [], comments: [] }
      depth = 0
    }
    if (/^\s*\/\//u.test(line.text)) current.comments.push(line.text.replace(/^\s*\/\/\s*/u, ''))
    else if (/^\s*\$CATEGORY:/iu.test(line.text) && current.lines.length === 0) {
      blocks.push({ lines: [line], comments: [] })
    } else {
      current.lines.push(line)
      depth += braces(line.text)
    }
  }
  blocks.push(current)

  return blocks.filter((block) => block.lines.length > 0)
}

function endsWithAnswers({ lines }: GiftBlock): boolean {
  return /(?<!\\)\}\s*$/u.test(lines.at(-1)?.text ?? '')
}

/** Whether answers stand in these lines before the next blank one. */
function opensBraces(lines: readonly Line[]): boolean {
  const end = lines.findIndex((line, index) => index > 0 && line.afterBlank)
  const paragraph = end === -1 ? lines : lines.slice(0, end)

  return paragraph.some(({ text }) => indexOutside(text, '{') !== -1)
}

function braces(text: string): number {
  const bare = text.replace(/\\./gu, '')

  return (bare.match(/\{/gu)?.length ?? 0) - (bare.match(/\}/gu)?.length ?? 0)
}

/** Where an unescaped brace stands; -1 for none. */
export function indexOutside(text: string, wanted: '{' | '}', from = 0): number {
  for (let index = from; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === wanted) return index
  }

  return -1
}
