import { answeredCountOf } from './answers.ts'
import type { Answers } from './answers.ts'
import type { PaperPosition } from './paper.ts'

/** Correct option indices by question version. */
export type Keys = ReadonlyMap<string, readonly number[]>

export type Score = {
  /** Integer points: correctCount × pointsPerQuestion. */
  score: number
  correctCount: number
  answeredCount: number
}

/**
 * Scores a paper. A question earns its points when every correct option and no wrong one was chosen;
 * there is no partial credit. An unanswered question is wrong.
 * @throws Error when a key is missing: a paper must never be scored without its keys.
 */
export function scorePaper(
  positions: readonly PaperPosition[],
  answers: Answers,
  keys: Keys,
  pointsPerQuestion: number,
): Score {
  const correctCount = marksOf(positions, answers, keys).filter(Boolean).length

  return { score: correctCount * pointsPerQuestion, correctCount, answeredCount: answeredCountOf(answers) }
}

/** For each position whether it was answered right. */
export function marksOf(positions: readonly PaperPosition[], answers: Answers, keys: Keys): boolean[] {
  return positions.map((position, index) => {
    const key = keys.get(position.versionId)
    if (!key) throw new Error(`no key for question version ${position.versionId}`)

    return isRight(position, answers[String(index + 1)] ?? [], key)
  })
}

function isRight(position: PaperPosition, chosenIds: readonly string[], key: readonly number[]): boolean {
  // Said, not implied: otherwise a key that names no shown option would make an empty answer right.
  if (chosenIds.length === 0) return false
  const rightIds = position.options.filter((option) => key.includes(option.index)).map((option) => option.id)

  return rightIds.length === chosenIds.length && rightIds.every((id) => chosenIds.includes(id))
}
