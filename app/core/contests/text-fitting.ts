/** How wide a text is, in the unit of the font size: the measure of a real font. */
export type Measure = (text: string, fontSize: number) => number

export type FittingRoom = {
  maxWidth: number
  maxLines: number
  /** The largest size that fits is taken, in steps of half a unit. */
  maxFontSize: number
  minFontSize: number
  /** Bound on all lines together; none unless told. */
  maxHeight?: number
  lineHeight: number
}

export type FittedText = {
  lines: string[]
  fontSize: number
  /** Of all lines together. */
  height: number
  /** Of the widest line. */
  width: number
}

const STEP = 0.5
const ELLIPSIS = '…'
/** Lines are even when the shortest is at least this share of the longest; for that a size may go down this far. */
const EVEN_SHARE = 0.55
const WORTH_SHARE = 0.82

/**
 * Breaks a text into lines of about equal length in the largest font size that has room for it; a little smaller when
 * the lines are more even then. A text too long even for the smallest size ends in an ellipsis: nothing ever leaves its
 * room. Lines break at spaces, never at no-break spaces.
 */
export function fitText(text: string, room: FittingRoom, measure: Measure): FittedText {
  const words = text.split(/[ \t\n]+/).filter(Boolean)
  const steps = Math.round((room.maxFontSize - room.minFontSize) / STEP)
  let largest: FittedText | null = null
  for (let step = 0; step <= steps; step++) {
    const fontSize = room.maxFontSize - step * STEP
    if (largest && fontSize < largest.fontSize * WORTH_SHARE) break

    const lines = linesAt(words, fontSize, room, measure)
    if (!lines) continue
    const fitted = toFitted(lines, fontSize, room, measure)
    if (isEven(fitted, measure)) return fitted
    largest ??= fitted
  }

  return largest ?? cutShort(words, room, measure)
}

/** The lines at one size, or null when there is no room for them. */
function linesAt(words: readonly string[], fontSize: number, room: FittingRoom, measure: Measure) {
  const widthOf = (line: string): number => measure(line, fontSize)
  const lines = breakLines(words, room.maxWidth, widthOf)
  if (lines.length > linesIn(room, fontSize) || lines.some((line) => widthOf(line) > room.maxWidth))
    return null

  return balance(words, lines.length, room.maxWidth, widthOf)
}

function isEven({ lines, fontSize, width }: FittedText, measure: Measure): boolean {
  return lines.every((line) => measure(line, fontSize) >= width * EVEN_SHARE)
}

/** How many lines of a size a room has. */
function linesIn({ maxLines, maxHeight = Infinity, lineHeight }: FittingRoom, fontSize: number): number {
  return Math.min(maxLines, Math.floor(maxHeight / (fontSize * lineHeight) + 1e-9))
}

/** As many words on each line as there is room for; a word wider than the line stands alone. */
function breakLines(words: readonly string[], maxWidth: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer) <= maxWidth) lines[lines.length - 1] = longer
    else lines.push(word)
  }

  return lines
}

/** The narrowest column that needs no more lines: no single syllable is left on the last line. */
function balance(
  words: readonly string[],
  lineCount: number,
  maxWidth: number,
  widthOf: (line: string) => number,
): string[] {
  if (lineCount < 2) return breakLines(words, maxWidth, widthOf)
  let [tooNarrow, enough] = [0, maxWidth]
  while (enough - tooNarrow > STEP) {
    const middle = (tooNarrow + enough) / 2
    const lines = breakLines(words, middle, widthOf)
    const fits = lines.length <= lineCount && lines.every((line) => widthOf(line) <= middle)
    if (fits) enough = middle
    else tooNarrow = middle
  }

  return breakLines(words, enough, widthOf)
}

function cutShort(words: readonly string[], room: FittingRoom, measure: Measure): FittedText {
  const { minFontSize: fontSize, maxWidth } = room
  const widthOf = (line: string): number => measure(line, fontSize)
  const lines = breakLines(words, maxWidth, widthOf)
  const lineCount = Math.max(1, linesIn(room, fontSize))
  const isTooLong = lines.length > lineCount
  const kept = lines.slice(0, lineCount)

  return toFitted(
    kept.map((line, index) => shorten(line, isTooLong && index === kept.length - 1, maxWidth, widthOf)),
    fontSize,
    room,
    measure,
  )
}

/** Takes letters off the end until the line with its ellipsis has room. */
function shorten(line: string, goesOn: boolean, maxWidth: number, widthOf: (line: string) => number): string {
  if (!goesOn && widthOf(line) <= maxWidth) return line
  const letters = [...line]
  while (letters.length > 0 && widthOf(letters.join('').trimEnd() + ELLIPSIS) > maxWidth) letters.pop()

  return letters.join('').replace(/[\s,;:.–-]+$/, '') + ELLIPSIS
}

function toFitted(lines: string[], fontSize: number, room: FittingRoom, measure: Measure): FittedText {
  return {
    lines,
    fontSize,
    height: lines.length * fontSize * room.lineHeight,
    width: Math.max(0, ...lines.map((line) => measure(line, fontSize))),
  }
}
