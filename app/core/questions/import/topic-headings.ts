/** Headings that name the topic of the questions below them: "Chủ đề 2: Danh hiệu thi đua". */
import { annotationOf } from './annotation-labels.ts'
import { numberLabelOf, optionLabelOf, questionLabelOf } from './labels.ts'
import type { Line } from './line.ts'
import { tidyText } from './tidy.ts'

/** A topic and the number of lines, without the headings, that stand above it. */
export type TopicHeading = { topic: string; at: number }

const NUMBERED = /^\s*(?:chủ đề|chuyên đề|lĩnh vực)\s+(?:số\s+)?(?:\d{1,3}|[IVX]{1,5})\s*[.:)–-]\s*(\S.*)$/iu

/**
 * Takes the headings out. "Chủ đề: …" without a number is one when the first such line stands before the first
 * question; below a question it says something about that question.
 */
export function extractTopics(lines: readonly Line[]): { lines: Line[]; topics: TopicHeading[] } {
  const kept: Line[] = []
  const topics: TopicHeading[] = []
  const headsQuestions = isBeforeQuestions(lines)
  let isAfterHeading = false
  for (const line of lines) {
    const topic = topicOf(line, headsQuestions)
    if (topic === null) kept.push(isAfterHeading ? { ...line, afterBlank: true } : line)
    else topics.push({ topic, at: kept.length })
    isAfterHeading = topic !== null
  }

  return { lines: kept, topics }
}

function isBeforeQuestions(lines: readonly Line[]): boolean {
  const topic = lines.findIndex(isUnnumbered)
  const question = lines.findIndex(
    ({ text }) =>
      questionLabelOf(text) ?? numberLabelOf(text) ?? (optionLabelOf(text)?.letter === 'A' || null),
  )

  return topic !== -1 && topic < question
}

function topicOf(line: Line, takesUnnumbered: boolean): string | null {
  const numbered = NUMBERED.exec(line.text)?.[1]
  if (numbered) return tidyText(numbered)
  if (!takesUnnumbered || !isUnnumbered(line)) return null

  return tidyText(line.text.slice(annotationOf(line.text)?.length ?? 0)) || null
}

function isUnnumbered(line: Line): boolean {
  return annotationOf(line.text)?.kind === 'topic'
}
