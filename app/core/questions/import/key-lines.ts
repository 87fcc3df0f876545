/** Takes the keys that stand together, usually at the end of a document, out of its lines. */
import { annotationOf } from './annotation-labels.ts'
import { numberLabelOf, optionLabelOf, questionLabelOf } from './labels.ts'
import type { QuestionLabel } from './labels.ts'
import { isKeyHeading, lyingPairsOf, pairsOf } from './key-table.ts'
import type { KeyEntry, KeyTable } from './key-table.ts'
import type { Line } from './line.ts'
import { tidyText } from './tidy.ts'

/** A table of keys and how many lines of the document stand before it. */
export type PlacedKeyTable = KeyTable & { linesBefore: number }

export function extractKeyLines(lines: readonly Line[]): { lines: Line[]; tables: PlacedKeyTable[] } {
  const kept: Line[] = []
  const tables: PlacedKeyTable[] = []
  let open: PlacedKeyTable | null = null
  for (let index = 0; index < lines.length;) {
    const line = lines[index] as Line
    const isHeading = isKeyHeading(line.text) && announcesKeys(lines, index + 1)
    const found = isHeading ? null : readKeyLine(lines, index, open)
    if (!isHeading && !found) {
      open = null
      kept.push(line)
      index++
      continue
    }
    if (isHeading || !open) {
      open = { entries: [], place: line.place, linesBefore: kept.length }
      tables.push(open)
    }
    if (found) open.entries.push(...found.entries)
    index += found?.used ?? 1
  }

  return { lines: kept, tables: tables.filter((table) => table.entries.length > 0) }
}

/** What follows a heading "ĐÁP ÁN" must be keys; questions with options after it make it a heading of another kind. */
function announcesKeys(lines: readonly Line[], from: number): boolean {
  const next = lines.slice(from, from + 3)
  const isKeys = (line: Line, offset: number) =>
    pairsOf(line.text).length > 0 || lyingPairs(lines, from + offset) !== null || explainedKey(line) !== null

  return (
    next.some(isKeys) &&
    !next.some((line) => optionLabelOf(line.text)?.letter === 'A' && /\p{L}{3}/u.test(line.text.slice(3)))
  )
}

type Found = { entries: KeyEntry[]; used: number }

function readKeyLine(lines: readonly Line[], index: number, open: KeyTable | null): Found | null {
  const line = lines[index] as Line
  const pairs = pairsOf(line.text)
  if (pairs.length > 1 || (pairs.length === 1 && (open || isListOfPairs(lines, index))))
    return { entries: pairs.map((pair) => ({ ...pair, explanation: '', place: line.place })), used: 1 }
  const lying = lyingPairs(lines, index)
  if (lying) return { entries: lying, used: 2 }

  return open ? readExplainedKey(lines, index, open) : null
}

/** Three lines or more, each a single "1. B". */
function isListOfPairs(lines: readonly Line[], index: number): boolean {
  const next = lines.slice(index, index + 3)

  return next.length === 3 && next.every((line) => pairsOf(line.text).length === 1)
}

function lyingPairs(lines: readonly Line[], index: number): KeyEntry[] | null {
  const [numbers, letters] = [lines[index], lines[index + 1]]
  if (!numbers || !letters) return null
  const pairs = lyingPairsOf(numbers.text, letters.text)

  return pairs.length === 0 ? null : pairs.map((pair) => ({ ...pair, explanation: '', place: letters.place }))
}

const LETTER_AND_REASON =
  /^[(\[]?([A-H](?:\s*(?:[,;&+]|và)\s*[A-H])*)[)\]]?(?:\s*[.:;)–-]+\s*|\s+(?=\p{Lu})|\s*$)(.*)$/u

/** "Câu 3: Đáp án B. Theo khoản 1 Điều 5 …" in a part with answers. */
function explainedKey(line: Line): { label: QuestionLabel; words: string; explanation: string } | null {
  const label = questionLabelOf(line.text) ?? numberLabelOf(line.text)
  if (!label) return null
  const rest = line.text.slice(label.length)
  const match = LETTER_AND_REASON.exec(
    rest.slice(annotationOf(rest)?.kind === 'answer' ? annotationOf(rest)?.length : 0).trim(),
  )

  return match ? { label, words: match[1] ?? '', explanation: withoutLabel(match[2] ?? '') } : null
}

function readExplainedKey(lines: readonly Line[], index: number, open: KeyTable): Found | null {
  const line = lines[index] as Line
  const found = explainedKey(line)
  if (found) {
    const { label, words, explanation } = found

    return { entries: [{ number: label.number, words, explanation, place: line.place }], used: 1 }
  }
  const last = open.entries.at(-1)
  const isReason =
    last &&
    !questionLabelOf(line.text) &&
    !numberLabelOf(line.text) &&
    (last.explanation !== '' || annotationOf(line.text)?.kind === 'explanation')
  if (!isReason || line.isHeading) return null
  last.explanation = tidyText(`${last.explanation} ${withoutLabel(line.text)}`)

  return { entries: [], used: 1 }
}

function withoutLabel(text: string): string {
  const annotation = annotationOf(text)

  return tidyText(annotation?.kind === 'explanation' ? text.slice(annotation.length) : text)
}
