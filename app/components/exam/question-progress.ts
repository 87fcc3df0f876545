import type { Answers } from '#app/core/attempts/answers.ts'
import { isAnswered } from './attempt-copy.ts'
import type { PaperQuestion } from './attempt-copy.ts'

/** How far one question is; the overview shows it by sign and word, not by colour alone. */
export type QuestionProgress = {
  position: number
  isAnswered: boolean
  isFlagged: boolean
}

export function progressOf(
  paper: readonly PaperQuestion[],
  answers: Answers,
  flagged: readonly number[],
): QuestionProgress[] {
  return paper.map(({ position }) => ({
    position,
    isAnswered: isAnswered(answers, position),
    isFlagged: flagged.includes(position),
  }))
}

const HASH_PREFIX = '#cau-'

export function hashOf(position: number): string {
  return `${HASH_PREFIX}${position}`
}

/** The question a URL's hash names; the first one when it names none of this paper. */
export function positionOf(hash: string, questionCount: number): number {
  const position = hash.startsWith(HASH_PREFIX) ? Number(hash.slice(HASH_PREFIX.length)) : NaN

  return Number.isInteger(position) && position >= 1 && position <= questionCount ? position : 1
}
