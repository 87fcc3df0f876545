/** The labels by which people number questions and options, and their ticks, as they stand in a line of text. */
import { latinLetters } from './tidy.ts'

/** A label at the beginning of a line; `length` characters belong to it. */
export type QuestionLabel = { number: number; length: number; remark: string }

const WORD_LABEL =
  /^\s*[*#>•–-]*\s*(?:\*\*)?[([]?(?:câu(?:\s*hỏi)?(?:\s*(?:số|thứ))?|question|q\.?)\s*(\d{1,4})\s*(?:(?:\(([^)]{1,40})\)|\[([^\]]{1,40})\])\s*)?(?:\*\*)?(?:[.:)/\]–—-]+(?:\*\*)?\s*|(?=\s)\s+|$)/iu
const NUMBER_LABEL = /^\s*(\d{1,4})\s*(?:[.):]|\/(?!\d)|-(?!\d))(?:\s+|(?=[^\d\s.,])|$)/u

/** "Câu 1.", "Câu hỏi số 1 (nhận biết):", "Question 1)" at the beginning of a line. */
export function questionLabelOf(text: string): QuestionLabel | null {
  const match = WORD_LABEL.exec(text)
  if (!match) return null

  return { number: Number(match[1]), length: match[0].length, remark: match[2] ?? match[3] ?? '' }
}

/** "1." "1)" "1/" at the beginning of a line, but not 15/6/2022 or 1.500. */
export function numberLabelOf(text: string): QuestionLabel | null {
  const match = NUMBER_LABEL.exec(text)

  return match ? { number: Number(match[1]), length: match[0].length, remark: '' } : null
}

const OTHER_LABEL =
  /^\s*(?:bài(?:\s*(?:tập|số))*\s*(\d{1,4})\s*[.:)/–-]+\s*|#\s*(\d{1,4})\s*[.:)]*\s+|[([](\d{1,4})[)\]][.:]?\s*|câu\s+([IVXLC]{1,7})\s*[.:)/–-]+\s*)(?=\S)/iu
const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** "Bài 1:", "(1)", "#1", "Câu I.": labels only where a file has no others. */
export function otherLabelOf(text: string): QuestionLabel | null {
  const match = OTHER_LABEL.exec(text)
  if (!match) return null
  const [whole, ...groups] = match
  const [digits, roman] = [groups[0] ?? groups[1] ?? groups[2], groups[3]]

  return { number: digits ? Number(digits) : fromRoman(roman ?? ''), length: whole.length, remark: '' }
}

function fromRoman(roman: string): number {
  const values = [...roman.toUpperCase()].map((digit) => ROMAN_DIGITS[digit] ?? 0)

  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}

export type OptionLabel = {
  letter: string
  isUpper: boolean
  start: number
  length: number
  isStarred: boolean
}

/** Marks before a right option. The bullets ● ◉ are filled radio buttons. */
const TICKS = '*✓✔√☑☒⊠●◉⦿🗹'
const OPEN_BOXES = '☐□○◯'
const OPTION_LABEL = new RegExp(
  `^(\\s*(?:\\*\\*|__)?(?:[${TICKS}]\\s*|\\[[xX*✓]\\]\\s*|[${OPEN_BOXES}]\\s*|\\[\\s?\\]\\s*)?[(\\[]?)([A-HĐa-hđ])(\\s*[.):/\\]]+|\\s*[-–](?=\\s)|\\s*\\t)(?:\\*\\*|__)?(\\s*[${TICKS}](?!\\*))?\\s*`,
  'u',
)

/** "A." "a)" "B/" "(C)" "*D." at the beginning of a text. */
export function optionLabelOf(text: string): OptionLabel | null {
  const match = OPTION_LABEL.exec(latinLetters(text.slice(0, 24)))
  if (!match) return null
  const letter = match[2] ?? ''

  return {
    letter: letter.toUpperCase(),
    isUpper: letter === letter.toUpperCase(),
    start: 0,
    length: match[0].length,
    isStarred: new RegExp(`[${TICKS}]|\\[[xX*✓]\\]`, 'u').test(
      (match[1] ?? '').replace(/\*\*|__/u, '') + (match[4] ?? ''),
    ),
  }
}

/** Places inside a line where another option may begin: after a tab, or after a space. */
export function innerOptionLabels(text: string): (OptionLabel & { isClear: boolean })[] {
  const found: (OptionLabel & { isClear: boolean })[] = []
  const boundary = /(?<=[\s;.,?!:)“”"’])(?=[*✓✔√☑☒●◉☐□○[(]{0,3}\s?[A-HĐa-hđАВСЕНасе]\s?[.):/\]])/gu
  for (const match of text.matchAll(boundary)) {
    const label = optionLabelOf(text.slice(match.index, match.index + 24))
    const before = text.slice(Math.max(0, match.index - 3), match.index)
    if (label && /\s$/u.test(before) && found.at(-1)?.start !== match.index)
      found.push({ ...label, start: match.index, isClear: /\t\s*$|\s\s$/u.test(before) })
  }

  return found
}

/** Letters in the order in which options carry them; some authors count đ. */
export const LATIN_ORDER = [...'ABCDEFGH']
export const VIETNAMESE_ORDER = [...'ABCDĐEGH']

const TICK_PREFIX = new RegExp(`^\\s*(?:[${TICKS}]+|\\[[xX*✓]\\]|\\([xX*✓]\\))\\s*`, 'u')
const BOX_PREFIX = new RegExp(`^\\s*(?:[${OPEN_BOXES}]|\\[\\s?\\]|\\(\\s\\))\\s*`, 'u')
const TICK_SUFFIX =
  /\s*(?:[*✓✔√☑]+|[([](?:\*|✓|✔|x|X|đ|Đ|đúng|Đúng|ĐÚNG|correct|đáp án(?: đúng)?|Đáp án(?: đúng)?)[)\]]|(?:<-+|←|=>|->|→|⇐)\s*(?:đáp án(?: đúng)?|đúng|correct))\s*$/iu

export type Tick = { isTicked: boolean; start: number; end: number }

/** A star, tick or "(đúng)" around the text of an option, and where the text itself begins and ends. */
export function tickOf(text: string): Tick {
  const before = TICK_PREFIX.exec(text)
  const box = before ? null : BOX_PREFIX.exec(text)
  const after = TICK_SUFFIX.exec(text)
  const start = (before ?? box)?.[0].length ?? 0
  const end = after && after.index > start ? after.index : text.length

  return { isTicked: before !== null || end < text.length, start, end }
}
