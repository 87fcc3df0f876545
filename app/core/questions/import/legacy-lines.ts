/**
 * Text from before Unicode is converted to be read (its labels too are in the old encoding), shown converted, and
 * not imported until somebody agreed.
 */
import { problem } from './draft.ts'
import type { DraftQuestion, ParsedFile, Problem } from './draft.ts'
import { convertLegacy, detectLegacy, vietnameseShare } from './legacy-fonts.ts'
import type { LegacyEncoding } from './legacy-fonts.ts'
import type { Line } from './line.ts'

const SAMPLE_CHARS = 200_000

/** @returns the encoding that most of a file's texts are in; null for Unicode */
export function legacyOf(texts: Iterable<string>): LegacyEncoding | null {
  let sample = ''
  for (const text of texts) {
    sample += `${text} `
    if (sample.length > SAMPLE_CHARS) break
  }

  return detectLegacy(sample)
}

/**
 * Converts a text of a file in an old encoding.
 * @returns null when the text is better Vietnamese as it is, or has nothing to convert
 */
export function convertedText(text: string, encoding: LegacyEncoding): string | null {
  const converted = convertLegacy(text, encoding)
  if (converted === text) return null

  return (vietnameseShare(converted) ?? 1) >= (vietnameseShare(text) ?? 0) ? converted : null
}

/** A line converted, with what it was. */
export function convertLine(line: Line, encoding: LegacyEncoding | null): Line {
  const converted = encoding ? convertedText(line.text, encoding) : null

  return converted === null ? line : { ...line, text: converted.normalize('NFC'), raw: line.text, spans: [] }
}

/** Tells of the converted lines of a question, with the conversion as the proposal. */
export function tellLegacy(draft: DraftQuestion, lines: readonly Line[]): void {
  const converted = lines.find((line) => line.raw !== undefined)
  if (!converted) return
  draft.problems.push(
    problem(
      'legacy_font',
      'error',
      { ...draft.place, ...converted.place },
      {
        excerpt: converted.raw ?? '',
        field: { name: 'stem' },
        proposal: draft.stem,
      },
    ),
  )
}

/** With the author's consent the conversion stands and is only mentioned; otherwise the file as a whole says what to do. */
export function settleLegacy(file: ParsedFile, encoding: LegacyEncoding | null, isAgreed: boolean): void {
  const concerned = file.questions.filter((question) => question.problems.some(isLegacy))
  const [first] = concerned
  if (!first) return
  if (isAgreed) {
    for (const question of concerned) question.problems = question.problems.filter((each) => !isLegacy(each))
  }
  file.problems.unshift(
    problem('legacy_encoding', isAgreed ? 'warning' : 'error', first.place, {
      excerpt: first.problems.find(isLegacy)?.excerpt ?? first.stem,
      params: { encoding: encoding ?? 'tcvn3', count: concerned.length },
    }),
  )
}

function isLegacy({ code }: Problem): boolean {
  return code === 'legacy_font'
}
