/** Finds the options among the lines of one question, however they are labelled and however many share a line. */
import { LATIN_ORDER, VIETNAMESE_ORDER, innerOptionLabels, numberLabelOf, optionLabelOf } from './labels.ts'
import type { OptionLabel } from './labels.ts'
import { sliceLine } from './line.ts'
import type { Line } from './line.ts'

/** One option: its letter as shown (null without label), its label and the lines of its text. */
export type FoundOption = { letter: string | null; isStarred: boolean; label: Line | null; lines: Line[] }

export type FoundOptions = {
  stem: Line[]
  options: FoundOption[]
  /** Labels in the order of the alphabet? */
  order: 'kept' | 'reordered' | 'broken'
}

type Piece = { line: Line; label: (OptionLabel & { start: number }) | null }

/** @returns null when no lines are labelled as options */
export function findLabelledOptions(lines: readonly Line[]): FoundOptions | null {
  return (
    findLettered(lines, 'upper') ?? findLettered(lines, 'lower') ?? findNumbered(lines) ?? findBulleted(lines)
  )
}

function findLettered(lines: readonly Line[], letterCase: 'upper' | 'lower'): FoundOptions | null {
  const isUpper = letterCase === 'upper'
  const letters = lines.flatMap((line) => {
    const label = optionLabelOf(line.text)

    return label?.isUpper === isUpper ? [label.letter] : []
  })
  const order = letters.includes('Đ') ? VIETNAMESE_ORDER : LATIN_ORDER
  const pieces = lines.flatMap((line, index) =>
    cut(line, isUpper, order, lettersAhead(lines, index, isUpper)),
  )
  // Letters before the first A belong to the stem ("c) khoản 1 …" in a list), unless there is no A at all.
  const firstA = pieces.findIndex((piece) => piece.label?.letter === 'A')
  const first = firstA === -1 ? pieces.findIndex((piece) => piece.label !== null) : firstA
  if (first === -1) return null
  const found = collect(pieces, first)
  if (found.options.length < 2) return null

  return arrange(found, order)
}

/** Letters that open one of the next lines: an inner label of the same letter is then only text. */
function lettersAhead(lines: readonly Line[], index: number, isUpper: boolean): ReadonlySet<string> {
  const ahead = new Set<string>()
  for (const line of lines.slice(index + 1, index + 9)) {
    const label = optionLabelOf(line.text)
    if (label?.isUpper === isUpper) ahead.add(label.letter)
  }

  return ahead
}

/** Cuts a line where options begin inside it: at the next letter that is due. */
function cut(line: Line, isUpper: boolean, order: readonly string[], ahead: ReadonlySet<string>): Piece[] {
  const opening = optionLabelOf(line.text)
  const first = opening?.isUpper === isUpper ? opening : null
  const inner = innerOptionLabels(line.text).filter((label) => label.isUpper === isUpper)
  const cuts = chooseCuts(first, inner, order, ahead)
  const starts = [
    ...(first ? [] : [{ start: 0, label: null }]),
    ...cuts.map((label) => ({ start: label.start, label })),
  ]

  return starts.map(({ start, label }, index) => {
    const next = starts[index + 1]?.start
    const piece = sliceLine(line, start, next ?? line.text.length)

    // Between options in one line a semicolon only separates.
    return {
      line: next === undefined ? piece : sliceLine(piece, 0, piece.text.replace(/\s*;\s*$/u, '').length),
      label,
    }
  })
}

function chooseCuts(
  first: OptionLabel | null,
  inner: readonly (OptionLabel & { isClear: boolean })[],
  order: readonly string[],
  ahead: ReadonlySet<string>,
): OptionLabel[] {
  const cuts: OptionLabel[] = first ? [first] : []
  let end = first ? first.length : 0
  for (const label of inner) {
    if (label.start < end) continue
    const last = cuts.at(-1)
    const isDue = last ? isAfter(order, last.letter, label.letter, label.isClear) : label.letter === 'A'
    if (!isDue || (!label.isClear && ahead.has(label.letter))) continue
    // A lone "A." in the middle of a sentence is a name or the end of one: it needs its B.
    if (!last && !inner.some((other) => other.start > label.start && other.letter === 'B') && !ahead.has('B'))
      continue
    cuts.push(label)
    end = label.start + label.length
  }

  return cuts
}

/** Clearly apart (tab, wide space), columns may run down the page: A … C on one line, B … D on the next. */
function isAfter(order: readonly string[], last: string, letter: string, isClear: boolean): boolean {
  const step = order.indexOf(letter) - order.indexOf(last)

  return step === 1 || (isClear && step > 1 && step <= 3)
}

function collect(pieces: readonly Piece[], first: number): { stem: Line[]; options: FoundOption[] } {
  const options: FoundOption[] = []
  for (const { line, label } of pieces.slice(first)) {
    if (label) {
      options.push({
        letter: label.letter,
        isStarred: label.isStarred,
        label: sliceLine(line, 0, label.length),
        lines: [sliceLine(line, label.length)],
      })
    } else options.at(-1)?.lines.push(line)
  }

  return { stem: pieces.slice(0, first).map((piece) => piece.line), options }
}

function arrange(
  { stem, options }: { stem: Line[]; options: FoundOption[] },
  order: readonly string[],
): FoundOptions {
  const letters = options.map((option) => option.letter ?? '')
  const wanted = order.slice(0, options.length)
  if (letters.every((letter, index) => letter === wanted[index])) return { stem, options, order: 'kept' }
  if (wanted.every((letter) => letters.includes(letter))) {
    const sorted = [...options].sort((a, b) => order.indexOf(a.letter ?? '') - order.indexOf(b.letter ?? ''))

    return { stem, options: sorted, order: 'reordered' }
  }
  // An automatic list that went on from the question before: E, F, G, H are the first four.
  const isContinued = letters.every(
    (letter, index) => index === 0 || order.indexOf(letter) === order.indexOf(letters[index - 1] ?? '') + 1,
  )
  if (isContinued && options.every((option) => option.label?.autoLabel?.kind === 'letter'))
    return { stem, options, order: 'kept' }

  return { stem, options, order: 'broken' }
}

/** "1." "2." "3." under a question that is itself labelled in words. */
function findNumbered(lines: readonly Line[]): FoundOptions | null {
  const first = lines.findIndex((line, index) => index > 0 && listLabelOf(line)?.number === 1)
  if (first === -1) return null
  const options: FoundOption[] = []
  for (const line of lines.slice(first)) {
    const label = listLabelOf(line)
    if (label?.number === options.length + 1) {
      options.push({
        letter: null,
        isStarred: false,
        label: sliceLine(line, 0, label.length),
        lines: [sliceLine(line, label.length)],
      })
    } else options.at(-1)?.lines.push(line)
  }

  return options.length < 2 ? null : { stem: lines.slice(0, first), options, order: 'kept' }
}

/** "2." or, in a list of several levels, "7.2." */
function listLabelOf({ text }: Line): { number: number; length: number } | null {
  const ofLevel = /^\s*\d{1,4}\.(\d{1,2})\s*[.)]?\s+/u.exec(text)

  return ofLevel ? { number: Number(ofLevel[1]), length: ofLevel[0].length } : numberLabelOf(text)
}

const BULLET = /^\s*[-–—•+○◦▪■●*oO\u00B7\uF0B7\uF02D](?:\s+|(?<=[•○◦▪■●\uF0B7]))/u

function findBulleted(lines: readonly Line[]): FoundOptions | null {
  const isBulleted = (line: Line) => line.autoLabel?.kind === 'bullet' || BULLET.test(line.text)
  const first = lines.findIndex((line, index) => index > 0 && isBulleted(line))
  if (first === -1 || lines.slice(first).filter(isBulleted).length < 2) return null
  const options: FoundOption[] = []
  for (const line of lines.slice(first)) {
    if (isBulleted(line)) {
      const length = BULLET.exec(line.text)?.[0].length ?? 0
      const isStarred = line.text.trimStart().startsWith('*')
      options.push({
        letter: null,
        isStarred,
        label: sliceLine(line, 0, length),
        lines: [sliceLine(line, length)],
      })
    } else options.at(-1)?.lines.push(line)
  }

  return { stem: lines.slice(0, first), options, order: 'kept' }
}

/**
 * Options without any label, one a paragraph (the way of NukeViet's AZtest). A stem of several lines ends with its
 * question mark or colon; otherwise it is the first paragraph.
 * @returns null with fewer than two options
 */
export function findPlainOptions(lines: readonly Line[]): FoundOptions | null {
  const paragraphs: Line[][] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (line.isSoft && last) last.push(line)
    else paragraphs.push([line])
  }
  const isMarked = (paragraph: readonly Line[]) => /^\s*\*/u.test(paragraph[0]?.text ?? '')
  const firstMarked = paragraphs.findIndex(isMarked)
  const limit = firstMarked > 0 ? firstMarked - 1 : paragraphs.length - 3
  const ending = paragraphs.findIndex(
    (paragraph, index) => index <= limit && /[?:][”"’')\]]*\s*$/u.test(paragraph.at(-1)?.text ?? ''),
  )
  const stemEnd = Math.max(0, ending) + 1
  if (paragraphs.length - stemEnd < 2) return null

  return {
    stem: paragraphs.slice(0, stemEnd).flat(),
    options: paragraphs.slice(stemEnd).map((paragraph) => ({
      letter: null,
      isStarred: isMarked(paragraph),
      label: null,
      lines: paragraph,
    })),
    order: 'kept',
  }
}
