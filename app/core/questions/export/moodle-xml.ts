import type { QuestionEntry, TopicFile } from '#app/core/questions/question-file.ts'

/** A bank in Moodle XML; difficulty, citations, evidence and review marks travel as tags. */
export function moodleXmlOf(topics: readonly TopicFile[]): string {
  const questions = topics.flatMap((topic) => [category(topic.title), ...topic.questions.map(multichoice)])

  return ['<?xml version="1.0" encoding="UTF-8"?>', '<quiz>', ...questions, '</quiz>', ''].join('\n')
}

function category(title: string): string {
  return `<question type="category"><category><text>$course$/top/${escape(title.replaceAll('/', '//'))}</text></category></question>`
}

function multichoice(entry: QuestionEntry): string {
  const share = entry.answer.length === 1 ? '100' : (100 / entry.answer.length).toFixed(5)
  const isSingle = entry.answer.length === 1
  const tags = [
    `mức độ: ${entry.difficulty}`,
    ...entry.citation.map((id) => `căn cứ: ${id}`),
    ...entry.evidence.map((phrase) => `minh chứng: ${phrase}`),
    ...(entry.review ? [`xem lại: ${entry.review}`] : []),
    ...(entry.validFrom ? [`hiệu lực từ: ${entry.validFrom}`] : []),
    ...(entry.validTo ? [`hiệu lực đến: ${entry.validTo}`] : []),
  ]

  return [
    '<question type="multichoice">',
    `  <name>${text(entry.id)}</name>`,
    `  <questiontext format="plain_text">${text(entry.stem)}</questiontext>`,
    `  <generalfeedback format="plain_text">${text(entry.explanation)}</generalfeedback>`,
    '  <defaultgrade>1</defaultgrade>',
    `  <idnumber>${escape(entry.id)}</idnumber>`,
    `  <single>${isSingle}</single>`,
    '  <shuffleanswers>true</shuffleanswers>',
    '  <answernumbering>ABCD</answernumbering>',
    ...entry.options.map(
      (option, index) =>
        `  <answer fraction="${entry.answer.includes(index) ? share : isSingle ? '0' : '-100'}" format="plain_text">${text(option)}</answer>`,
    ),
    `  <tags>${tags.map((tag) => `<tag>${text(tag)}</tag>`).join('')}</tags>`,
    '</question>',
  ].join('\n')
}

function text(value: string): string {
  return `<text>${escape(value)}</text>`
}

function escape(value: string): string {
  return value.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;')
}
