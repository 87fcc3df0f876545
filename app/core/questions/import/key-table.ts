/** Tables of keys at the end of a file: "1-B 2-C …" as text, or a real table, standing or lying. */
import type { Place } from './draft.ts'
import { latinLetters } from './tidy.ts'

export type KeyEntry = { number: number; words: string; explanation: string; place: Place }
/** One table; a file with several parts has one after each. */
export type KeyTable = { entries: KeyEntry[]; place: Place }

const LETTERS = '[A-HĐa-hđ](?:\\s*[,;&+]\\s*[A-Ha-h]|[A-H])*'
const PAIR = new RegExp(
  `(?:câu(?:\\s*(?:hỏi|số))*\\s*)?(\\d{1,4})\\s*(?:[.:)\\]/=>→–—-]|\\s)*\\s*(?:(?:đáp án|đa|chọn)(?:\\s*(?:đúng|là))*\\s*[:.]?\\s*)?[(\\[]?(${LETTERS})[)\\]]?(?=$|[\\s,;|.)/])[\\s,;|./]*`,
  'iuy',
)

const PAIRS_LABEL =
  /^\s*(?:(?:bảng|phần)\s+)?(?:đáp\s*án|đa|answer key)(?:\s*đúng)?\s*[:.]?\s*(?=(?:câu\s*)?\d)/iu

/** The pairs of a text that is nothing but pairs; empty otherwise. */
export function pairsOf(text: string): { number: number; words: string }[] {
  const latin = latinLetters(text).replace(PAIRS_LABEL, '').trim()
  const pairs: { number: number; words: string }[] = []
  PAIR.lastIndex = 0
  while (PAIR.lastIndex < latin.length) {
    const match = PAIR.exec(latin)
    if (!match) return []
    pairs.push({ number: Number(match[1]), words: match[2] ?? '' })
  }

  return pairs
}

const TABLE_HEADING =
  /^[\s*_.\-–IVXivx\d]*(?:[).]\s*)?(?:(?:bảng|phần|bang|các|phụ lục)\s+)*(?:tổng hợp\s+)?(?:đáp\s*án|hướng dẫn (?:giải|chấm|trả lời)|dap an|answer keys?|answers|key)(?!\s*(?:đúng|nào))(?:\s*[^:?.=]{0,80})(?:\s*[:.])?\s*$/iu
const HAS_KEY_AFTER = /[:：.\-–]\s*[A-Ha-h](?:\s*[,;&+]\s*[A-Ha-h])*\s*\.?\s*$|\s[A-H]\s*\.?$/u

/** "ĐÁP ÁN", "BẢNG ĐÁP ÁN (Phần I)": a line that announces keys and holds none. */
export function isKeyHeading(text: string): boolean {
  return TABLE_HEADING.test(text) && !HAS_KEY_AFTER.test(text)
}

const NUMBER_ROW = /^\s*(?:câu(?:\s*(?:hỏi|số))*|stt|tt|question)?\s*[:.|]?\s*((?:\d{1,4}[\s|.,;]*){2,})$/iu
const LETTER_ROW_LABEL = /^\s*(?:đáp\s*án(?:\s*đúng)?|đa|đ\/a|answers?|key)(?!\p{L})\s*[:.|]?\s*/iu
const LETTER_ROW = /^\s*((?:[A-HĐ](?:,[A-H])*(?:[\s|.;]+|$)){2,})$/u

/** A lying table written as two lines: "Câu 1 2 3" and "Đáp án B C A". */
export function lyingPairsOf(numbers: string, letters: string): { number: number; words: string }[] {
  const upper = NUMBER_ROW.exec(numbers)?.[1]?.match(/\d+/gu) ?? []
  const lower =
    LETTER_ROW.exec(latinLetters(letters).replace(LETTER_ROW_LABEL, ''))?.[1]?.match(/[A-HĐ](?:,[A-H])*/gu) ??
    []
  if (upper.length < 2 || upper.length !== lower.length) return []

  return upper.map((number, index) => ({ number: Number(number), words: lower[index] ?? '' }))
}

const NUMBER_CELL = /^(?:câu(?:\s*(?:hỏi|số))*\s*)?(\d{1,4})\s*[.):]?$/iu
const KEY_CELL = new RegExp(`^[(\\[]?(${LETTERS})[)\\]]?\\.?$`, 'u')

type Cell = { text: string; place: Place }

/**
 * Reads a table of cells as keys: cells "1-B", or numbers with letters below them or beside them.
 * @returns null when it is another kind of table
 */
export function keyTableOf(rows: readonly (readonly Cell[])[]): KeyTable | null {
  const place = rows[0]?.[0]?.place ?? {}
  const entries = [pairCells(rows), standing(rows), lying(rows)].sort((a, b) => b.length - a.length)[0] ?? []
  const cells = rows.flat().filter((cell) => cell.text.trim() !== '')
  const numbers = new Set(entries.map((entry) => entry.number))
  // Most of the table has to be keys: a table of questions has numbers and letters as well.
  const explained = entries.filter((entry) => entry.explanation !== '').length
  const isMostlyKeys =
    entries.length * 2 + explained >= cells.length * 0.6 || entries.length >= cells.length * 0.6

  return entries.length >= 2 && numbers.size === entries.length && isMostlyKeys ? { entries, place } : null
}

function pairCells(rows: readonly (readonly Cell[])[]): KeyEntry[] {
  return rows
    .flat()
    .flatMap((cell) => pairsOf(cell.text).map((pair) => ({ ...pair, explanation: '', place: cell.place })))
}

/** Numbers in one column, letters in the next one, several times side by side. */
function standing(rows: readonly (readonly Cell[])[]): KeyEntry[] {
  return rows.flatMap((row) =>
    row.flatMap((cell, column) => {
      const entry = entryOf(cell, row[column + 1])
      if (!entry) return []
      const next = row[column + 2]
      const isText = next && row.length === column + 3 && next.text.trim().length > 3

      return [isText ? { ...entry, explanation: next.text } : entry]
    }),
  )
}

/** Numbers in one row, letters in the row below. */
function lying(rows: readonly (readonly Cell[])[]): KeyEntry[] {
  return rows.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const entry = entryOf(cell, rows[index + 1]?.[column])

      return entry ? [entry] : []
    }),
  )
}

function entryOf(numberCell: Cell, keyCell: Cell | undefined): KeyEntry | null {
  const number = NUMBER_CELL.exec(numberCell.text.trim())?.[1]
  const words = KEY_CELL.exec(latinLetters(keyCell?.text ?? '').trim())?.[1]
  if (!number || !words || !keyCell) return null

  return { number: Number(number), words, explanation: '', place: keyCell.place }
}
