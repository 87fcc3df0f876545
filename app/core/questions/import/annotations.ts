/** Separates what is said about a question (key, explanation, citation …) from the question itself. */
import { parseDay } from '#app/core/calendar-day.ts'
import { problem } from './draft.ts'
import type { DraftQuestion } from './draft.ts'
import { readCitations } from './citation-words.ts'
import { difficultyOf } from './difficulty-words.ts'
import { annotationOf } from './annotation-labels.ts'
import { optionLabelOf } from './labels.ts'
import type { Annotation } from './annotation-labels.ts'
import { sliceLine, textOf } from './line.ts'
import type { Line } from './line.ts'
import { foldLabel, latinLetters, tidyText } from './tidy.ts'

export type Annotated = {
  content: Line[]
  answers: { words: string; line: Line }[]
  notes: Partial<Record<Exclude<Annotation, 'answer'>, Line[]>>
}

const NEW_SENTENCE =
  /(?<=[\s.;)\]?!])(?=[([]?(?:=>\s*)?(?:Giải thích|GIẢI THÍCH|Lời giải|Căn cứ(?: pháp lý)?|Cơ sở pháp lý|Mức độ|(?:Đáp án(?: đúng)?|ĐÁP ÁN)(?=\s*:\s*[A-Ha-h](?![\p{L}\p{M}])))\s*:)/gu
const QUOTED = /^\s*>+\s*/u

export function separateAnnotations(lines: readonly Line[]): Annotated {
  const found: Annotated = { content: [], answers: [], notes: {} }
  let open: Line[] | null = null
  let isQuoted = false
  const pieces = lines.flatMap(splitSentences)
  for (const [index, line] of pieces.entries()) {
    const annotation = QUOTED.test(line.text)
      ? { kind: 'explanation' as const, length: QUOTED.exec(line.text)?.[0].length ?? 0 }
      : annotationOf(line.text)
    const rest = sliceLine(line, annotation?.length ?? 0)
    if (annotation?.kind === 'answer') {
      const words = answerWords(rest.text, pieces.slice(index + 1), found.content)
      if (words !== null) {
        found.answers.push({ words, line })
        if (rest.text.trim() === '') pieces[index + 1] = { ...(pieces[index + 1] as Line), text: '' }
        open = null
        continue
      }
    } else if (annotation) {
      open = found.notes[annotation.kind] ??= []
      open.push(rest)
      isQuoted = QUOTED.test(line.text)
      continue
    }
    const isNewParagraph = isQuoted && !line.isSoft
    if (open && !isNewParagraph && !optionLabelOf(line.text)) open.push(line)
    else {
      open = null
      if (line.text.trim() !== '') found.content.push(line)
    }
  }

  return found
}

/** "B. Giải thích: …" in one line are two. */
function splitSentences(line: Line): Line[] {
  const starts = [0, ...sentenceStarts(line.text)]

  return starts.map((start, index) => {
    const piece = sliceLine(line, start, starts[index + 1] ?? line.text.length)

    return index === 0 ? piece : { ...piece, isSoft: true, afterBlank: false, notes: [] }
  })
}

/** Not where only arrows and bullets stand before. */
function sentenceStarts(text: string): number[] {
  return [...text.matchAll(NEW_SENTENCE)]
    .map((match) => match.index)
    .filter((index) => /[\p{L}\p{N}]/u.test(text.slice(0, index)))
}

const LOOKS_LIKE_KEY =
  /^[(\[]?(?:[A-HĐa-hđ](?:\s*(?:[,;&+/]|và)\s*[A-Ha-h])*|[A-H]{2,6}|[1-8](?:\s*[,;&+]\s*[1-8])*)(?![\p{L}\p{M}\d%])/u
const TRUE_FALSE = ['dung', 'sai', 'true', 'false']

/** @returns null when the words are no key: "Chọn đáp án đúng:" is part of a stem */
function answerWords(rest: string, following: readonly Line[], content: readonly Line[]): string | null {
  const isBeforeOptions = following.some(isFirstOption) && !content.some(isFirstOption)
  const words = tidyText(rest.replace(/[)\]]\s*\.?\s*$/u, (closing) => (rest.includes('(') ? closing : '')))
  const latin = latinLetters(words).replace(/^(?:(?:cả|các|phương án|câu|ý|đáp án)\s+)+/iu, '')
  if (LOOKS_LIKE_KEY.test(latin) || (TRUE_FALSE.includes(foldLabel(words)) && !isBeforeOptions)) return words
  const hasOptions = content.length > 2 && !isBeforeOptions
  if (words === '') {
    const below = tidyText(following[0]?.text ?? '')

    return hasOptions && LOOKS_LIKE_KEY.test(latinLetters(below)) && below.length < 20 ? below : null
  }
  // The text of an option, or something that no option says: then it is told as unreadable.
  return hasOptions ? words : null
}

function isFirstOption(line: Line): boolean {
  return optionLabelOf(line.text)?.letter === 'A'
}

/** Puts everything but the key into the draft. */
export function applyNotes(draft: DraftQuestion, notes: Annotated['notes']): void {
  const text = (kind: keyof Annotated['notes']) => textOf(notes[kind] ?? [])
  draft.explanation = text('explanation')
  draft.topic = text('topic') || null
  applyCode(draft, text('code'))
  applyDifficulty(draft, text('difficulty'))
  applyCitations(draft, text('citation'))
  draft.evidence = (notes.evidence ?? []).map((line) => tidyText(line.text)).filter(Boolean)
  draft.review = text('review') || null
  applyValidity(draft, 'validFrom', text('validFrom'))
  applyValidity(draft, 'validTo', text('validTo'))
}

export function applyDifficulty(draft: DraftQuestion, words: string): void {
  if (words === '') return
  draft.difficulty = difficultyOf(words)
  if (draft.difficulty !== null) return
  draft.problems.push(
    problem('difficulty_unreadable', 'warning', draft.place, {
      excerpt: words,
      params: { words },
      field: { name: 'difficulty' },
    }),
  )
}

/** Days as people write them, "1/10/2026" or "ngày 1 tháng 10 năm 2026". */
export function applyValidity(draft: DraftQuestion, bound: 'validFrom' | 'validTo', words: string): void {
  if (words === '') return
  const day = parseDay(words.replace(/^ngày\s+/iu, '').replace(/\s*(?:tháng|năm)\s*/giu, '/'))
  draft[bound] = day
  if (day === null)
    draft.problems.push(
      problem('validity_unreadable', 'error', draft.place, { excerpt: words, params: { words } }),
    )
}

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/

export function applyCode(draft: DraftQuestion, words: string): void {
  if (words === '') return
  const code = words.toLowerCase().replace(/[\s_.]+/gu, '-')
  if (CODE.test(code) && code.length <= 80) {
    draft.code = code

    return
  }
  draft.problems.push(
    problem('code_unreadable', 'warning', draft.place, {
      excerpt: words,
      params: { words },
      field: { name: 'code' },
    }),
  )
}

/** Words that are no citation of the bank's law are kept at the end of the explanation: nothing is lost. */
export function applyCitations(draft: DraftQuestion, words: string): void {
  if (words === '') return
  const reading = readCitations(words)
  const isOther = reading.isOtherDocument
  draft.citations = isOther ? [] : reading.ids
  if (draft.citations.length > 0 && reading.rest === '') return
  if (draft.citations.length === 0) {
    draft.explanation = tidyText(`${draft.explanation} Căn cứ: ${words}`)
    draft.problems.push(
      problem(isOther ? 'citation_other_document' : 'citation_unreadable', 'warning', draft.place, {
        excerpt: words,
        params: { words },
        field: { name: 'citations' },
      }),
    )
  }
}
