import type { QuestionEntry, TopicFile } from '#app/core/questions/question-file.ts'

/** A bank in GIFT. What Moodle has no field for stands in comments above each question; our import reads them back. */
export function giftOf(topics: readonly TopicFile[]): string {
  return topics
    .map((topic) =>
      [`$CATEGORY: ${topic.title.replaceAll('/', '//')}`, ...topic.questions.map(giftQuestion)].join('\n\n'),
    )
    .join('\n\n')
    .concat('\n')
}

function giftQuestion(entry: QuestionEntry): string {
  const comments = [
    `// [id:${entry.id}]`,
    `// mức độ: ${entry.difficulty}`,
    ...(entry.citation.length > 0 ? [`// căn cứ: ${entry.citation.join('; ')}`] : []),
    ...entry.evidence.map((phrase) => `// minh chứng: ${phrase}`),
    ...(entry.review ? [`// xem lại: ${entry.review}`] : []),
    ...(entry.validFrom ? [`// hiệu lực từ: ${entry.validFrom}`] : []),
    ...(entry.validTo ? [`// hiệu lực đến: ${entry.validTo}`] : []),
  ]
  const share = Math.round(10_000_000 / entry.answer.length) / 100_000
  const isMultiple = entry.answer.length > 1
  const options = entry.options.map((option, index) => {
    const isRight = entry.answer.includes(index)
    const mark = isMultiple ? `~%${isRight ? share : -100}%` : isRight ? '=' : '~'
    // "%50%" at the beginning would be a share: said before, it is text.
    const own = !isMultiple && option.startsWith('%') ? `%${isRight ? 100 : 0}%` : ''

    return `  ${mark}${own}${textOf(option)}`
  })
  const reason = entry.explanation === '' ? [] : [`  ####${textOf(entry.explanation)}`]

  return [
    ...comments,
    `::${escape(entry.id)}::[plain]${escape(entry.stem)} {`,
    ...options,
    ...reason,
    '}',
  ].join('\n')
}

/** A text that begins like a format gets one of its own. */
function textOf(text: string): string {
  return /^\[(?:html|moodle|plain|markdown)\]/iu.test(text) ? `[plain]${escape(text)}` : escape(text)
}

function escape(text: string): string {
  return text.replace(/[\\~=#{}:]/gu, (char) => `\\${char}`).replace(/\n/gu, '\\n')
}
