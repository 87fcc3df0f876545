/** GIFT, Moodle's text format. Each question is read by itself, so that a broken one does not stop the rest. */
import { emptyDraft, excerptOf, problem } from './draft.ts'
import type { DraftQuestion, ParsedFile, ProblemCode } from './draft.ts'
import { applyCitations, applyCode, applyDifficulty, applyValidity } from './annotations.ts'
import { giftBlocksOf, indexOutside } from './gift-blocks.ts'
import type { GiftBlock } from './gift-blocks.ts'
import { stripHtml } from './html.ts'
import { tellLegacy } from './legacy-lines.ts'
import type { Line } from './line.ts'
import { tidyText } from './tidy.ts'

/** A text has questions in GIFT when braces hold answers that begin with = or ~. */
export function looksLikeGift(text: string): boolean {
  return (
    /(?<!\\)\{\s*(?:\/\/[^\n]*\s+)*(?:[=~]|(?:T|F|TRUE|FALSE)\s*(?:#[^}]*)?\}|#)/u.test(text) &&
    /(?<!\\)\}/u.test(text)
  )
}

export function readGift(lines: readonly Line[]): ParsedFile {
  const file: ParsedFile = { questions: [], problems: [], skipped: [] }
  let category: string | null = null
  for (const block of giftBlocksOf(lines)) {
    const first = block.lines[0]
    if (!first) continue
    if (/^\s*\$CATEGORY:/iu.test(first.text)) {
      category = categoryOf(first.text)
      block.lines.shift()
      if (block.lines.length === 0) continue
    }
    readBlock(block, category, file)
  }

  return file
}

function categoryOf(text: string): string | null {
  const path = text.replace(/^\s*\$CATEGORY:\s*/iu, '').trim()
  // "//" is a slash of the name itself.
  const names = path
    .replace(/\/\//gu, '\u0000')
    .split('/')
    .map((name) => tidyText(name.replace(/\u0000/gu, '/')))
  const name = names.filter((each) => each !== '' && !/^\$.*\$$/u.test(each) && each !== 'top').at(-1)

  return name ?? null
}

function readBlock(block: GiftBlock, category: string | null, file: ParsedFile): void {
  const source = block.lines.map((line) => line.text).join('\n')
  const place = block.lines[0]?.place ?? {}
  const open = indexOutside(source, '{')
  const skip = (code: ProblemCode, params = {}) =>
    file.skipped.push({ code, place, excerpt: excerptOf(source), params })
  if (open === -1) {
    if (/\p{L}/u.test(source)) skip('text_outside_questions')

    return
  }
  const close = indexOutside(source, '}', open)
  const draft = emptyDraft(file.questions.length + 1, place)
  draft.topic = category
  if (close === -1) {
    draft.stem = clean(source.slice(0, open))
    draft.problems.push(problem('syntax_broken', 'error', draft.place, { excerpt: source }))
    file.questions.push(draft)

    return
  }
  const type = typeOf(source.slice(open + 1, close))
  if (type !== null) return void skip('type_not_supported', { type })
  const format = readHead(draft, source.slice(0, open), source.slice(close + 1))
  readAnswers(draft, source.slice(open + 1, close), format)
  readComments(draft, block.comments)
  tellLegacy(draft, block.lines)
  file.questions.push(draft)
}

/** @returns the name of a type that is no choice; null for choices */
function typeOf(body: string): string | null {
  const text = body.trim()
  if (text === '') return 'essay'
  if (text.startsWith('#')) return 'numerical'
  if (/^(?:T|F|TRUE|FALSE)\s*(?:#|$)/iu.test(text)) return null
  if (/(?<!\\)->/u.test(text) && /^=/u.test(text) && !/(?<!\\)~/u.test(text)) return 'matching'
  if (!/(?<!\\)~/u.test(text)) return 'shortanswer'

  return null
}

const FORMAT = /^\s*\[(html|moodle|plain|markdown)\]\s*/iu

/** @returns the format of the stem, which its answers share */
function readHead(draft: DraftQuestion, before: string, after: string): Format {
  const title = /^\s*::((?:\\.|[^\\])*?)::\s*/u.exec(before)
  const stem = before.slice(title?.[0].length ?? 0)
  draft.stem = clean(after.trim() === '' ? stem : `${stem} _____ ${after}`)
  tellPictures(draft, before + after)

  return formatOf(stem)
}

function tellPictures(draft: DraftQuestion, text: string): void {
  if (/<img\b|@@PLUGINFILE@@/iu.test(text))
    draft.problems.push(problem('picture_not_imported', 'error', draft.place, { excerpt: text }))
}

/** What a text says it is in; null: HTML perhaps. */
type Format = 'html' | 'moodle' | 'plain' | 'markdown' | null

function formatOf(text: string): Format {
  return (FORMAT.exec(text)?.[1]?.toLowerCase() ?? null) as Format
}

type Answer = { isRight: boolean; weight: number | null; text: string; feedback: string }

function readAnswers(draft: DraftQuestion, body: string, format: Format): void {
  const [answerPart = '', general] = splitAt(body, '####')
  draft.explanation = general === undefined ? '' : clean(general, format)
  const trueFalse = /^\s*(T|F|TRUE|FALSE)\s*(?=#|$)/iu.exec(answerPart)
  if (trueFalse) {
    draft.options = ['Đúng', 'Sai']
    draft.key = [/^t/iu.test(trueFalse[1] ?? '') ? 0 : 1]
    // The first feedback is for the wrong answer, the second for the right one.
    const [, ofWrong, ofRight] = answerPart.split(/(?<!\\)#/u)
    if (draft.explanation === '') draft.explanation = clean(ofRight ?? ofWrong ?? '', format)

    return
  }
  const answers = answersOf(answerPart, format)
  draft.options = answers.map((answer) => answer.text)
  draft.key = keyOf(answers)
  // The reason often stands at the right answer instead of at the question.
  if (draft.explanation === '')
    draft.explanation = tidyText(draft.key.map((index) => answers[index]?.feedback ?? '').join(' '))
  const isPartial =
    answers.some(({ weight }) => weight !== null && weight > 0 && weight < 100) && draft.key.length === 1
  if (isPartial)
    draft.problems.push(
      problem('partial_credit', 'warning', draft.place, { excerpt: draft.stem, field: { name: 'key' } }),
    )
}

/** Several right answers carry shares of the whole; beside a "=" shares are only partial credit. */
function keyOf(answers: readonly Answer[]): number[] {
  const right = [...answers.keys()].filter((index) => answers[index]?.isRight)
  if (right.length > 0) return right
  const weighted = [...answers.keys()].filter((index) => (answers[index]?.weight ?? 0) > 0)
  const full = weighted.filter((index) => answers[index]?.weight === 100)

  return full.length > 0 ? full : weighted
}

function answersOf(body: string, format: Format): Answer[] {
  const answers: Answer[] = []
  for (const match of body.matchAll(/(?<!\\)([=~])((?:\\.|[^\\=~])*)/gsu)) {
    const weight = /^\s*%(-?\d+(?:[.,]\d+)?)%/u.exec(match[2] ?? '')
    const text = (match[2] ?? '').slice(weight?.[0].length ?? 0)
    const [option = '', feedback = ''] = splitAt(text, '#')
    answers.push({
      isRight: match[1] === '=' && (weight === null || Number(weight[1]) === 100),
      weight: weight ? Number((weight[1] ?? '').replace(',', '.')) : null,
      text: clean(option, format),
      feedback: clean(feedback, format),
    })
  }

  return answers
}

/** Cuts at the first unescaped marker. */
function splitAt(text: string, marker: string): [string, string?] {
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text.startsWith(marker, index)) return [text.slice(0, index), text.slice(index + marker.length)]
  }

  return [text]
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gsu, (_, char: string) => (char === 'n' ? '\n' : char))
}

function clean(text: string, inherited: Format = null): string {
  const format = formatOf(text) ?? inherited
  const own = unescape(text.slice(FORMAT.exec(text)?.[0].length ?? 0))
  if (format === 'plain') return tidyText(own)

  return tidyText(
    format === 'html' || /<\/?(?:p|br|b|i|u|strong|em|span|div|sup|sub|img)\b/iu.test(own)
      ? stripHtml(own)
      : own,
  )
}

const COMMENT =
  /^(?:\[id:([^\]]+)\]|(id|mức độ|căn cứ|minh chứng|xem lại|hiệu lực từ|hiệu lực đến)\s*:\s*(.*))$/iu

/** What GIFT has no place for stands in comments above the question, as our own export writes them. */
function readComments(draft: DraftQuestion, comments: readonly string[]): void {
  for (const comment of comments) {
    const match = COMMENT.exec(comment.trim())
    const words = tidyText(match?.[3] ?? '')
    if (match?.[1]) applyCode(draft, match[1])
    else if (/^id$/iu.test(match?.[2] ?? '')) applyCode(draft, words)
    else if (/^mức độ$/iu.test(match?.[2] ?? '')) applyDifficulty(draft, words)
    else if (/^căn cứ$/iu.test(match?.[2] ?? '')) applyCitations(draft, words)
    else if (/^minh chứng$/iu.test(match?.[2] ?? '')) draft.evidence.push(words)
    else if (/^xem lại$/iu.test(match?.[2] ?? '')) draft.review = words
    else if (/^hiệu lực từ$/iu.test(match?.[2] ?? '')) applyValidity(draft, 'validFrom', words)
    else if (/^hiệu lực đến$/iu.test(match?.[2] ?? '')) applyValidity(draft, 'validTo', words)
  }
}
