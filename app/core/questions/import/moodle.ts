/** Questions of Moodle XML, from the parts that a reader of XML took out of the file. */
import { emptyDraft, excerptOf, problem } from './draft.ts'
import type { DraftQuestion, ParsedFile, Place } from './draft.ts'
import { applyCitations, applyCode, applyDifficulty, applyValidity } from './annotations.ts'
import { stripHtml } from './html.ts'
import { foldLabel, tidyText } from './tidy.ts'

export type MoodleText = { text: string; isHtml: boolean; hasFiles: boolean }

export type MoodleQuestion = {
  type: string
  line: number
  category: string
  name: string
  text: MoodleText
  explanation: MoodleText
  idNumber: string
  tags: readonly string[]
  answers: readonly { fraction: number; text: MoodleText; feedback: MoodleText }[]
}

export function readMoodle(questions: readonly MoodleQuestion[]): ParsedFile {
  const file: ParsedFile = { questions: [], problems: [], skipped: [] }
  let topic: string | null = null
  for (const question of questions) {
    const place: Place = { line: question.line }
    if (question.type === 'category') topic = categoryName(question.category)
    else if (['multichoice', 'truefalse', 'multichoiceset'].includes(question.type))
      file.questions.push(readChoice(question, topic, place, file.questions.length + 1))
    else
      file.skipped.push({
        code: 'type_not_supported',
        place,
        excerpt: excerptOf(plain(question.text) || question.name),
        params: { type: question.type || '?' },
      })
  }

  return file
}

function categoryName(path: string): string | null {
  const names = path
    .replace(/\/\//gu, '\u0000')
    .split('/')
    .map((name) => tidyText(name.replace(/\u0000/gu, '/')))

  return names.filter((name) => name !== '' && name !== 'top' && !/^\$.*\$$/u.test(name)).at(-1) ?? null
}

function readChoice(
  question: MoodleQuestion,
  topic: string | null,
  place: Place,
  number: number,
): DraftQuestion {
  const draft = emptyDraft(number, place)
  draft.topic = topic
  draft.stem = plain(question.text)
  draft.explanation = plain(question.explanation)
  draft.options = question.answers.map((answer) => optionText(answer.text, question.type))
  draft.key = keyOf(question)
  applyCode(draft, /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(question.idNumber) ? question.idNumber : '')
  const tags = question.tags.flatMap((tag) => {
    const match = TAG.exec(tidyText(tag))

    return match ? [{ name: foldLabel(match[1] ?? ''), words: match[2] ?? '' }] : []
  })
  for (const { name, words } of tags) applyTag(draft, name, words)
  applyCitations(
    draft,
    tags
      .filter(({ name }) => name === 'can cu')
      .map(({ words }) => words)
      .join('; '),
  )
  const fractions = question.answers.map((answer) => answer.fraction)
  const isPartial = draft.key.length === 1 && fractions.some((fraction) => fraction > 0 && fraction < 100)
  if (isPartial)
    draft.problems.push(
      problem('partial_credit', 'warning', draft.place, { excerpt: draft.stem, field: { name: 'key' } }),
    )
  // The reason often stands at the right answer instead of at the question.
  if (draft.explanation === '')
    draft.explanation = tidyText(draft.key.map((index) => feedbackOf(question, index)).join(' '))
  if (
    [question.text, question.explanation, ...question.answers.map((answer) => answer.text)].some(
      (text) => text.hasFiles,
    )
  )
    draft.problems.push(problem('picture_not_imported', 'error', draft.place, { excerpt: draft.stem }))

  return draft
}

function feedbackOf(question: MoodleQuestion, index: number): string {
  const feedback = question.answers[index]?.feedback

  return feedback ? plain(feedback) : ''
}

/** With one full mark that is the key; shares of several right answers make up the whole together. */
function keyOf({ answers }: MoodleQuestion): number[] {
  const indices = [...answers.keys()]
  const full = indices.filter((index) => (answers[index]?.fraction ?? 0) >= 99.99)

  return full.length > 0 ? full : indices.filter((index) => (answers[index]?.fraction ?? 0) > 0)
}

function optionText(text: MoodleText, type: string): string {
  const words = plain(text)
  if (type !== 'truefalse') return words

  return foldLabel(words) === 'true' ? 'Đúng' : foldLabel(words) === 'false' ? 'Sai' : words
}

function plain({ text, isHtml }: MoodleText): string {
  return tidyText(isHtml ? stripHtml(text) : text)
}

const TAG = /^(mức độ|căn cứ|minh chứng|xem lại|hiệu lực từ|hiệu lực đến)\s*:\s*(.+)$/iu

/** What Moodle has no field for travels in tags, as our own export writes them. */
function applyTag(draft: DraftQuestion, name: string, words: string): void {
  if (name === 'muc do') applyDifficulty(draft, words)
  else if (name === 'minh chung') draft.evidence.push(words)
  else if (name === 'xem lai') draft.review = words
  else if (name === 'hieu luc tu') applyValidity(draft, 'validFrom', words)
  else if (name === 'hieu luc den') applyValidity(draft, 'validTo', words)
}
