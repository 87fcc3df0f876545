/** Divides the lines of a document into questions, by whatever its author used to number or separate them. */
import { annotationOf } from './annotation-labels.ts'
import { numberLabelOf, optionLabelOf, otherLabelOf, questionLabelOf } from './labels.ts'
import type { QuestionLabel } from './labels.ts'
import { sliceLine } from './line.ts'
import type { Line } from './line.ts'
import { isNoise } from './noise.ts'

export type Segment = {
  /** The author's number; null when the questions are not numbered. */
  number: number | null
  /** What stands in brackets behind the number: "Câu 1 (nhận biết)". */
  remark: string
  /** The first line without its label. */
  lines: Line[]
  /** Lines of the document before this one: says which table of keys comes next. */
  at: number
}

export type Segmentation = {
  segments: Segment[]
  /** Lines before, between and after questions. */
  outside: Line[]
  /** Blank lines separate the questions, and options have no letters. */
  isPlain: boolean
}

export function segment(lines: readonly Line[]): Segmentation {
  const labels = lines.map((line) => questionLabelOf(line.text))
  const firstOptions = lines.filter((line) => startsOptions(line)).length
  const labelled = labels.filter((label) => label !== null).length
  if (labelled > 0 && labelled >= firstOptions * 0.3) return byLabels(lines, labels)
  const numbers = numberLabels(lines, firstOptions > 0)
  const numbered = numbers.filter((label) => label !== null).length
  if (numbered > 0 && numbered >= firstOptions * 0.5) return byLabels(lines, numbers)
  const others = lines.map((line) => otherLabelOf(line.text))
  if (firstOptions > 0 && others.filter((label) => label !== null).length >= firstOptions * 0.5)
    return byLabels(lines, others)
  if (firstOptions > 0) return byOptions(lines)

  return byBlankLines(lines)
}

function startsOptions(line: Line): boolean {
  if (optionLabelOf(line.text)?.letter === 'A') return true

  return /\sA\s?[.)\/]\s*\S.*\sB\s?[.)\/]/u.test(line.text)
}

function isPart(line: Line): boolean {
  return optionLabelOf(line.text) !== null || annotationOf(line.text) !== null || /^\s*[>*]/u.test(line.text)
}

// ---------------------------------------------------------------- numbered

function byLabels(lines: readonly Line[], labels: readonly (QuestionLabel | null)[]): Segmentation {
  const starts = [...labels.keys()].filter((index) => labels[index])
  const { segments: unlabelled, outside } = beforeLabels(lines.slice(0, starts[0] ?? lines.length))
  const segments = starts.flatMap((start, order) => {
    const label = labels[start] as QuestionLabel
    const first = lines[start] as Line
    const body = lines.slice(start, starts[order + 1] ?? lines.length)
    const { kept, dropped } = withoutTail([sliceLine(first, label.length), ...body.slice(1)])
    outside.push(...dropped)

    return splitMissed({ number: label.number, remark: label.remark, lines: kept, at: start })
  })

  return { segments: [...unlabelled, ...segments], outside, isPlain: false }
}

/** Questions before the first one that has a label. */
function beforeLabels(lines: readonly Line[]): Pick<Segmentation, 'segments' | 'outside'> {
  return lines.some(startsOptions) ? byOptions(lines) : { segments: [], outside: [...lines] }
}

/**
 * Which "1." begin questions: numbers go up by one and the question before has its options; inside a question,
 * numbers that begin again at 1 are a list.
 */
function numberLabels(lines: readonly Line[], hasLetters: boolean): (QuestionLabel | null)[] {
  let last = 0
  let list: string | null = null
  let linesSince = 0
  let hasOptions = false
  let isInList = false

  return lines.map((line) => {
    const label = numberLabelOf(line.text)
    if (label && isNext(label, line)) {
      last = label.number
      list = line.autoLabel?.list ?? null
      linesSince = 0
      hasOptions = false
      isInList = false

      return label
    }
    linesSince++
    if (label?.number === 1) isInList = true
    hasOptions ||= startsOptions(line) || annotationOf(line.text)?.kind === 'answer'

    return null
  })

  function isNext(label: QuestionLabel, line: Line): boolean {
    if (last === 0) return label.number <= 1 || !isInList
    if (line.autoLabel && line.autoLabel.list === list) return true
    if (hasLetters && hasOptions) return label.number > last || label.number === 1
    if (label.number !== last + 1 || isInList) return false

    return hasLetters || linesSince >= 2
  }
}

/** A second run of options from A in one question: the label of the next question is missing. */
function splitMissed(segment: Segment): Segment[] {
  const allStarts = [...segment.lines.keys()].filter((index) => startsOptions(segment.lines[index] as Line))
  const isUpper = (index: number) => optionLabelOf(segment.lines[index]?.text ?? '')?.isUpper !== false
  // "a)" "b)" before "A." "B." are a list in the stem.
  const starts = allStarts.some(isUpper) ? allStarts.filter(isUpper) : allStarts
  const second = starts.find((start, order) => {
    const before = starts[order - 1]
    if (before === undefined) return false
    const between = segment.lines.slice(before + 1, start)
    const options = between.filter((line) => optionLabelOf(line.text)).length

    return (
      (options >= 2 || /\sB\s?[.)]/u.test(segment.lines[before]?.text ?? '')) &&
      between.some((line) => !isPart(line))
    )
  })
  if (second === undefined) return [segment]
  const cut = stemStart(segment.lines, second)
  const rest = { ...segment, number: null, remark: '', lines: segment.lines.slice(cut) }

  return [{ ...segment, lines: segment.lines.slice(0, cut) }, ...splitMissed(rest)]
}

// ---------------------------------------------------------------- not numbered

function byOptions(lines: readonly Line[]): Segmentation {
  const optionStarts = [...lines.keys()].filter((index) => startsOptions(lines[index] as Line))
  const starts = optionStarts.map((start, order) =>
    order === 0 ? firstStemStart(lines, start) : stemStart(lines, start, optionStarts[order - 1]),
  )
  const outside = lines.slice(0, starts[0] ?? 0)
  const segments = starts.map((start, order) => {
    const { kept, dropped } = withoutTail(lines.slice(start, starts[order + 1] ?? lines.length))
    outside.push(...dropped)

    return { number: null, remark: '', lines: kept, at: start }
  })

  return { segments, outside, isPlain: false }
}

/** Where the stem before an option begins: after the last part of the question before, at a blank line if there is one. */
function stemStart(lines: readonly Line[], optionStart: number, after = 0): number {
  // "Câu hỏi … A. … B. …" in one line.
  if (optionLabelOf(lines[optionStart]?.text ?? '') === null) return optionStart
  let start = optionStart
  while (start - 1 > after && !isPart(lines[start - 1] as Line)) {
    start--
    if (lines[start]?.afterBlank) return start
  }
  if (start === optionStart) return start
  const previous = lines[start - 1]
  // After an explanation, more of it may follow: the stem is then the last line only.
  if (previous && ['explanation', 'citation'].includes(annotationOf(previous.text)?.kind ?? ''))
    return optionStart - 1
  // A line in lower case goes on from the option before.
  while (start < optionStart - 1 && /^\s*\p{Ll}/u.test(lines[start]?.text ?? '')) start++

  return start
}

/** The stem of the first question may come after a title. */
function firstStemStart(lines: readonly Line[], optionStart: number): number {
  if (optionLabelOf(lines[optionStart]?.text ?? '') === null) return optionStart
  let start = optionStart
  while (start > 0 && !isNoise(lines[start - 1] as Line)) {
    start--
    if (lines[start]?.afterBlank) return start
  }

  return start
}

function byBlankLines(lines: readonly Line[]): Segmentation {
  const segments: Segment[] = []
  const outside: Line[] = []
  for (const [index, line] of lines.entries()) {
    const last = segments.at(-1)
    if (last && !line.afterBlank) last.lines.push(line)
    // An explanation or a key after a blank line still belongs to the question above.
    else if (last && (/^\s*>/u.test(line.text) || annotationOf(line.text))) last.lines.push(line)
    else segments.push({ number: null, remark: '', lines: [line], at: index })
  }
  const whole = segments.flatMap(splitJoined).filter(({ lines: own }) => {
    const isTitle = own.length < 3 && own.every((line) => isNoise(line) || !/[?:]\s*$/u.test(line.text))
    if (isTitle) outside.push(...own)

    return !isTitle
  })

  return { segments: whole, outside, isPlain: true }
}

/** Plain questions without a blank line between: after an explanation or the last option the next stem begins. */
function splitJoined(segment: Segment): Segment[] {
  const { lines } = segment
  const isMarked = (line: Line) => /^\s*\*/u.test(line.text)
  const cut = lines.findIndex((line, index) => {
    const before = lines[index - 1]
    if (!before || line.isSoft || isPart(line)) return false
    const isBoundary = QUOTE.test(before.text) || (index > 2 && /\?\s*$/u.test(line.text))

    return isBoundary && lines.slice(0, index).some(isMarked) && lines.slice(index).some(isMarked)
  })
  if (cut === -1) return [segment]

  return [
    { ...segment, lines: lines.slice(0, cut) },
    ...splitJoined({ ...segment, lines: lines.slice(cut), at: segment.at + cut }),
  ]
}

const QUOTE = /^\s*>/u

// ---------------------------------------------------------------- noise

/** Titles of the next part at the end of a question. */
function withoutTail(lines: readonly Line[]): { kept: Line[]; dropped: Line[] } {
  let end = lines.length
  while (end > 1 && isNoise(lines[end - 1] as Line) && !isPart(lines[end - 1] as Line)) end--

  return { kept: lines.slice(0, end), dropped: lines.slice(end) }
}
