import type { PaperAnnouncement } from '#app/core/contests/announcement.ts'
import type { Answers } from '#app/core/attempts/answers.ts'
import type { PredictionKind } from '#app/core/ranking/prediction.ts'

/** A question as the page gets it; option ids say nothing about which one is right. */
export type PaperQuestion = {
  position: number
  stem: string
  isMultiple: boolean
  options: { id: string; text: string }[]
}

/** A running attempt as `/api/v1/attempts/:id` and the page's loader give it; times are ISO strings. */
export type AttemptCopy = {
  attemptId: string
  roundSlug: string
  roundTitle: string
  number: number
  startedAt: string
  deadlineAt: string
  remainingMs: number
  revision: number
  savedAt: string | null
  answers: Answers
  paper: PaperQuestion[]
  prediction: { kind: PredictionKind; prompt: string } | null
}

/** The part of a copy that answers are synchronized on. */
export type AnswerCopy = Pick<AttemptCopy, 'revision' | 'savedAt' | 'answers'>

export type Pulse = Pick<AttemptCopy, 'deadlineAt' | 'remainingMs' | 'revision' | 'savedAt'> & {
  /** What stands on every page now; absent when the server could not say. */
  announcements?: readonly PaperAnnouncement[]
}

export type SaveReceipt = Pick<AttemptCopy, 'revision' | 'remainingMs'> & { savedAt: string }

/** Whether the two choices are the same; their order says nothing. */
export function isSameChoice(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id))
}

export function isAnswered(answers: Answers, position: number): boolean {
  return (answers[String(position)] ?? []).length > 0
}

export function countAnswered(answers: Answers): number {
  return Object.values(answers).filter((optionIds) => optionIds.length > 0).length
}

/** The choice after picking one option: it replaces the others, or is added and taken away where several may be chosen. */
export function pickOption(
  question: Pick<PaperQuestion, 'isMultiple' | 'options'>,
  chosen: readonly string[],
  optionId: string,
): string[] {
  if (!question.isMultiple) return [optionId]

  const next = chosen.includes(optionId) ? chosen.filter((id) => id !== optionId) : [...chosen, optionId]

  // In the order of the paper, so that the same choice always looks the same.
  return question.options.map(({ id }) => id).filter((id) => next.includes(id))
}
