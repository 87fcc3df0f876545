import { answeredCountOf } from './answers.ts'
import type { Answers } from './answers.ts'
import type { PaperPosition } from './paper.ts'

/** What a correction made of a key (core/regrades/regrade.ts). */
export type CorrectedKey =
  /** Any of these answers is right, each the whole set of options to choose. */
  | { kind: 'accepts'; answers: readonly (readonly number[])[] }
  /** Everybody has it right, without an answer too. */
  | { kind: 'everybody' }
  /** Nobody gets points, and the paper has one question less. */
  | { kind: 'annulled' }

/** The right options' indices, or what a correction made of them. */
export type Key = readonly number[] | CorrectedKey

/** Keys by question version. */
export type Keys = ReadonlyMap<string, Key>

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
  return positions.map((position, index) =>
    isRight(position, answers[String(index + 1)] ?? [], requireKey(keys, position)),
  )
}

/** How many questions of a paper count: all but the annulled ones. */
export function countedQuestionsOf(positions: readonly PaperPosition[], keys: Keys): number {
  return positions.filter((position) => !isAnnulled(requireKey(keys, position))).length
}

function requireKey(keys: Keys, { versionId }: PaperPosition): Key {
  const key = keys.get(versionId)
  if (!key) throw new Error(`no key for question version ${versionId}`)

  return key
}

function isAnnulled(key: Key): boolean {
  return 'kind' in key && key.kind === 'annulled'
}

function isRight(position: PaperPosition, chosenIds: readonly string[], key: Key): boolean {
  if (!('kind' in key)) return isWholeAnswer(position, chosenIds, key)
  switch (key.kind) {
    case 'accepts':
      return key.answers.some((answer) => isWholeAnswer(position, chosenIds, answer))
    case 'everybody':
      return true
    case 'annulled':
      return false
    default:
      return key satisfies never
  }
}

function isWholeAnswer(
  position: PaperPosition,
  chosenIds: readonly string[],
  answer: readonly number[],
): boolean {
  // Said, not implied: otherwise a key that names no shown option would make an empty answer right.
  if (chosenIds.length === 0) return false
  const rightIds = position.options
    .filter((option) => answer.includes(option.index))
    .map((option) => option.id)

  return rightIds.length === chosenIds.length && rightIds.every((id) => chosenIds.includes(id))
}
