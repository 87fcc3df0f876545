/** Reads the lines of one question. */
import { emptyDraft, problem } from './draft.ts'
import type { DraftQuestion, Place } from './draft.ts'
import { applyNotes, separateAnnotations } from './annotations.ts'
import { readCitations } from './citation-words.ts'
import { difficultyOf } from './difficulty-words.ts'
import { tellLegacy } from './legacy-lines.ts'
import { findKey } from './keys-of-question.ts'
import type { StatedKey } from './keys-of-question.ts'
import { trueFalseOf } from './key-words.ts'
import type { KeyEntry } from './key-table.ts'
import { trailingAnswerOf } from './annotation-labels.ts'
import { tickOf } from './labels.ts'
import { joinLines, plainLine, sliceLine } from './line.ts'
import type { Line, LineNote } from './line.ts'
import { markEvidence } from './marks.ts'
import type { OptionLooks } from './marks.ts'
import { findLabelledOptions, findPlainOptions } from './options.ts'
import type { FoundOption, FoundOptions } from './options.ts'
import { tidyText } from './tidy.ts'

export type QuestionLines = {
  number: number
  remark: string
  lines: readonly Line[]
  place: Place
  isPlain: boolean
  /** Of the heading above, for a question that names none itself. */
  topic?: string | null
}

/** @param entry what a table of keys says about this question */
export function readQuestion(source: QuestionLines, entry: KeyEntry | undefined): DraftQuestion {
  const draft = emptyDraft(source.number, source.place)
  const { content, answers, notes } = separateAnnotations(withoutOptionWords(source.lines))
  const stated: StatedKey[] = answers.map(({ words, line }) => ({
    source: 'answer_line',
    words: withoutOwnNumber(words, source.number),
    place: line.place,
  }))
  const found = findOptions(content, source.isPlain) ?? { stem: content, options: [], order: 'kept' as const }
  moveReasons(found, draft, notes)
  applyNotes(draft, notes)
  draft.topic ??= source.topic ?? null
  readStem(draft, found.stem, source.remark, stated)
  const looks = found.options.map((option) => readOption(draft, option, stated))
  if (entry) stated.push({ source: 'key_table', words: entry.words, place: entry.place })
  supplyTrueFalse(draft, stated)
  tellOrder(draft, found)
  const letters = found.options.every((option) => option.letter !== null)
    ? found.options.map((option) => option.letter ?? '')
    : undefined
  const findings = findKey(draft, stated, markEvidence(looks), isContinuedList(letters) ? undefined : letters)
  draft.key = findings.key
  draft.problems.push(...findings.problems)
  draft.explanation = [draft.explanation, tidyText(findings.rest), entry?.explanation ?? '']
    .filter(Boolean)
    .join(' ')
  tellNotes(draft, source.lines)
  tellLegacy(draft, source.lines)

  return draft
}

const OPTION_WORD = /^\s*(?:đáp án|phương án|lựa chọn|ý)\s+(?=([A-H])\s*[.:)]\s*\S)/iu

/** "Phương án A: …" and "Phương án B: …" are options, not two keys. */
function withoutOptionWords(lines: readonly Line[]): readonly Line[] {
  const words = lines.map((line) => OPTION_WORD.exec(line.text))
  const letters = new Set(words.map((match) => match?.[1]?.toUpperCase()))
  if (!letters.has('A') || !letters.has('B')) return lines

  return lines.map((line, index) => sliceLine(line, words[index]?.[0].length ?? 0))
}

/** "Đáp án: 3-B" below question 3. */
function withoutOwnNumber(words: string, number: number): string {
  const match = /^(?:câu\s*)?(\d{1,4})\s*[-–.:)=]\s*(?=[A-Ha-h](?![\p{L}\p{M}\p{N}]))/iu.exec(words)

  return match && Number(match[1]) === number ? words.slice(match[0].length) : words
}

function findOptions(content: readonly Line[], isPlain: boolean): FoundOptions | null {
  const labelled = findLabelledOptions(content)
  // Stars at the beginning of lines are the plain way's marks, not bullets.
  if (labelled && !(isPlain && labelled.options.every((option) => option.letter === null))) return labelled

  return content.length >= 3 || isPlain ? findPlainOptions(content) : labelled
}

function isContinuedList(letters: readonly string[] | undefined): boolean {
  return letters !== undefined && letters[0] !== 'A' && !letters.includes('A')
}

const REASON =
  /^\s*[([]?\s*(?:theo\s|căn cứ|vì\s|do\s|bởi\s|quy định tại|trích|(?:điểm \S{1,2},? )?khoản \d|điều \d)/iu

/** Paragraphs after the last option that give a reason are an explanation whose label was left out. */
function moveReasons(
  found: FoundOptions,
  draft: DraftQuestion,
  notes: ReturnType<typeof separateAnnotations>['notes'],
): void {
  const last = found.options.at(-1)
  if (!last || last.letter === null) return
  const first = last.lines.findIndex((line, index) => index > 0 && !line.isSoft && REASON.test(line.text))
  if (first === -1) return
  const reasons = last.lines.splice(first)
  notes.explanation = [...(notes.explanation ?? []), ...reasons]
  const { ids, isOtherDocument } = readCitations(reasons.map((line) => line.text).join(' '))
  if (!notes.citation && ids.length > 0 && !isOtherDocument)
    notes.citation = [plainLine(ids.join('; '), reasons[0]?.place ?? {})]
  draft.problems.push(
    problem(
      'explanation_unlabelled',
      'warning',
      { ...draft.place, ...reasons[0]?.place },
      {
        excerpt: reasons[0]?.text ?? '',
        field: { name: 'explanation' },
      },
    ),
  )
}

const POINTS = /điểm|point/iu
const LEADING_POINTS = /^\s*[([]\s*\d[\d.,/]*\s*(?:điểm|đ|points?)\s*[)\]]\s*[.:]?\s*/iu
const LEVEL = /^\s*[([]\s*([^)\]]{2,20})\s*[)\]]\s*[.:]?\s*/u

function readStem(draft: DraftQuestion, lines: readonly Line[], remark: string, stated: StatedKey[]): void {
  let text = lines.map((line) => line.text).join(' ')
  text = text.replace(LEADING_POINTS, '')
  const level = LEVEL.exec(text)
  if (level && /\p{L}/u.test(level[1] ?? '') && difficultyOf(level[1] ?? '') !== null) {
    draft.difficulty ??= difficultyOf(level[1] ?? '')
    text = text.slice(level[0].length)
  }
  if (remark !== '' && difficultyOf(remark) !== null) draft.difficulty ??= difficultyOf(remark)
  else if (remark !== '' && !POINTS.test(remark)) text = `(${remark}) ${text}`
  const trailing = trailingAnswerOf(text)
  if (trailing) {
    stated.push({ source: 'answer_line', words: trailing.letters, place: draft.place })
    text = text.slice(0, trailing.start)
  }
  draft.stem = tidyText(text.replace(/\*\*|__(?=\S)|(?<=\S)__(?!_)/gu, ''))
}

function readOption(draft: DraftQuestion, option: FoundOption, stated: StatedKey[]): OptionLooks {
  const joined = joinLines(option.lines) as Line
  const trailing = trailingAnswerOf(joined.text)
  if (trailing) stated.push({ source: 'answer_line', words: trailing.letters, place: joined.place })
  const own = trailing ? sliceLine(joined, 0, trailing.start) : joined
  const tick = tickOf(own.text)
  const body = sliceLine(own, tick.start, tick.end)
  const firstFilled = Math.max(
    0,
    option.lines.findIndex((line) => line.text.trim() !== ''),
  )
  const isWrapped = option.lines.some(
    (line, index) => index > firstFilled && !line.isSoft && !/^\s*[\p{Ll}\d(“"]/u.test(line.text),
  )
  if (isWrapped)
    draft.problems.push(
      problem(
        'line_joined',
        'warning',
        { ...draft.place, ...option.lines[1]?.place },
        {
          excerpt: option.lines[1]?.text ?? '',
          field: { name: 'option', index: draft.options.length },
        },
      ),
    )
  draft.options.push(tidyText(body.text.replace(/\*\*/gu, '')))

  return { isTicked: tick.isTicked || option.isStarred, body, label: option.label }
}

/** "Đáp án: Sai" without options is a question of true or false. */
function supplyTrueFalse(draft: DraftQuestion, stated: StatedKey[]): void {
  const [only] = stated
  const supplied = draft.options.length === 0 && stated.length === 1 && only ? trueFalseOf(only.words) : null
  if (!supplied) return
  draft.options = supplied.options
  draft.problems.push(
    problem('options_supplied', 'warning', draft.place, {
      excerpt: draft.stem,
      field: { name: 'option', index: 0 },
    }),
  )
}

function tellOrder(draft: DraftQuestion, found: FoundOptions): void {
  if (found.order === 'kept') return
  const letters = found.options.map((option) => option.letter ?? '?').join(', ')
  const place = { ...draft.place, ...found.options[0]?.lines[0]?.place }
  if (found.order === 'broken')
    draft.problems.push(
      problem('letters_broken', 'error', place, {
        excerpt: letters,
        params: { letters },
        field: { name: 'option', index: 0 },
      }),
    )
}

const NOTE_CODES = {
  picture: ['picture_not_imported', 'error'],
  formula: ['formula_flattened', 'warning'],
  hidden_text: ['hidden_text', 'warning'],
  text_box: ['text_box', 'warning'],
  tracked_changes: ['tracked_changes', 'warning'],
} as const

/** One problem for each thing noticed, at the first line that shows it. */
function tellNotes(draft: DraftQuestion, lines: readonly Line[]): void {
  const isTold = new Set<LineNote>()
  for (const line of lines) {
    for (const note of line.notes) {
      if (isTold.has(note)) continue
      isTold.add(note)
      const [code, severity] = NOTE_CODES[note]
      draft.problems.push(problem(code, severity, { ...draft.place, ...line.place }, { excerpt: line.text }))
    }
  }
}
