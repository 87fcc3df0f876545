import type { Answers } from '#app/core/attempts/answers.ts'
import type { PaperPosition } from '#app/core/attempts/paper.ts'
import { countedQuestionsOf, marksOf, scorePaper } from '#app/core/attempts/scoring.ts'
import type { Key, Keys } from '#app/core/attempts/scoring.ts'

/** What may be done about a wrong key, mildest first. */
export const CORRECTION_KINDS = ['accept_also', 'new_key', 'give_all', 'annul'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** What counts as right for a question version in one round. */
export type KeyCorrection = {
  versionId: string
  kind: CorrectionKind
  /** Places in the version's options, from 0; empty for the kinds that need none. */
  options: readonly number[]
}

/** Whether this kind is about options that must be named. */
export function needsOptions(kind: CorrectionKind): boolean {
  return kind === 'accept_also' || kind === 'new_key'
}

/** The question a correction is about, as the bank has it. */
type CorrectedQuestion = { key: readonly number[]; optionCount: number }

export type CorrectionProblem =
  'options_missing' | 'options_unknown' | 'option_already_right' | 'one_option_only'

/** What is wrong with a correction, or null. A paper lets people choose one option unless its own key has several. */
export function problemOf(
  { kind, options }: Pick<KeyCorrection, 'kind' | 'options'>,
  { key, optionCount }: CorrectedQuestion,
): CorrectionProblem | null {
  if (!needsOptions(kind)) return null
  if (options.length === 0) return 'options_missing'
  if (options.some((index) => !Number.isInteger(index) || index < 0 || index >= optionCount))
    return 'options_unknown'
  const isMultiple = key.length > 1
  if (kind === 'new_key') return !isMultiple && options.length > 1 ? 'one_option_only' : null
  const isKnown = isMultiple ? isSameAnswer(options, key) : options.some((index) => key.includes(index))

  return isKnown ? 'option_already_right' : null
}

/**
 * The keys of a round: the versions' own, except where corrections say otherwise. A later correction of a version takes
 * the place of an earlier one; it always starts from the version's own key.
 * @param corrections in the order in which they came into force
 */
export function correctedKeys(
  keys: ReadonlyMap<string, readonly number[]>,
  corrections: readonly KeyCorrection[],
): Keys {
  const corrected = new Map<string, Key>(keys)
  for (const correction of corrections) {
    const key = keys.get(correction.versionId)
    if (key) corrected.set(correction.versionId, correctedKeyOf(key, correction))
  }

  return corrected
}

function correctedKeyOf(key: readonly number[], { kind, options }: KeyCorrection): Key {
  switch (kind) {
    case 'accept_also':
      // Several options to a question with one right answer: each of them alone is right as well.
      return {
        kind: 'accepts',
        answers: key.length > 1 ? [key, options] : [key, ...options.map((index) => [index])],
      }
    case 'new_key':
      return { kind: 'accepts', answers: [options] }
    case 'give_all':
      return { kind: 'everybody' }
    case 'annul':
      return { kind: 'annulled' }
    default:
      return kind satisfies never
  }
}

/** The options that some right answer has: what a page marks as right. Of a question that needs none its own key. */
export function rightOptionsOf(key: Key, own: readonly number[]): readonly number[] {
  if (!('kind' in key)) return key

  return key.kind === 'accepts' ? [...new Set(key.answers.flat())] : own
}

/** The answer that is looked for first: the own key, or the new one in its place. */
export function mainAnswerOf(key: Key, own: readonly number[]): readonly number[] {
  if (!('kind' in key)) return key

  return key.kind === 'accepts' ? (key.answers[0] ?? own) : own
}

/** The figures of an attempt that a correction may change. */
export type Figures = { score: number; correctCount: number; countedQuestions: number }

export function figuresOf(
  positions: readonly PaperPosition[],
  answers: Answers,
  keys: Keys,
  pointsPerQuestion: number,
): Figures {
  const { score, correctCount } = scorePaper(positions, answers, keys, pointsPerQuestion)

  return { score, correctCount, countedQuestions: countedQuestionsOf(positions, keys) }
}

export function areSameFigures(a: Figures, b: Figures): boolean {
  return a.score === b.score && a.correctCount === b.correctCount && a.countedQuestions === b.countedQuestions
}

/** The question versions of a paper that are right with the new keys only, and those that were with the old ones only. */
export function flipsOf(
  positions: readonly PaperPosition[],
  answers: Answers,
  before: Keys,
  after: Keys,
): { gained: string[]; lost: string[] } {
  const wasRight = marksOf(positions, answers, before)
  const isRight = marksOf(positions, answers, after)
  const versionsWhere = (isFlip: (index: number) => boolean): string[] =>
    positions.flatMap(({ versionId }, index) => (isFlip(index) ? [versionId] : []))

  return {
    gained: versionsWhere((index) => !wasRight[index] && isRight[index] === true),
    lost: versionsWhere((index) => wasRight[index] === true && !isRight[index]),
  }
}

function isSameAnswer(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((index) => b.includes(index))
}
