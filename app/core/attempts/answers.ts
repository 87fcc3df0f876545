import { z } from 'zod'
import type { PaperPosition } from './paper.ts'

/** Bound on one save, so that a request can't carry more than any paper could hold. */
const MAX_POSITIONS = 200
const MAX_OPTIONS = 10

const PositionKeySchema = z.string().regex(/^[1-9]\d{0,2}$/)

/** Chosen option ids by position (from 1); an empty list takes an answer back. */
export const AnswersSchema = z
  .record(PositionKeySchema, z.array(z.string().min(1).max(16)).max(MAX_OPTIONS))
  .refine((answers) => Object.keys(answers).length <= MAX_POSITIONS, 'too many positions')
export type Answers = z.infer<typeof AnswersSchema>

export const SaveAnswersSchema = z.object({
  /** The revision of the copy this change was made on. */
  revision: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 2),
  answers: AnswersSchema,
})

/** Option ids of a paper by position: all that is needed to check a save. */
export type PaperShape = readonly (readonly string[])[]

export function shapeOf(positions: readonly PaperPosition[]): PaperShape {
  return positions.map((position) => position.options.map((option) => option.id))
}

export type AnswersCheck =
  { valid: true } | { valid: false; code: 'unknown_position' | 'unknown_option'; position: string }

/** Whether every position and option of a save exists in the paper, each option at most once. */
export function checkAnswers(answers: Answers, shape: PaperShape): AnswersCheck {
  for (const [position, optionIds] of Object.entries(answers)) {
    const known = shape[Number(position) - 1]
    if (!known) return { valid: false, code: 'unknown_position', position }

    const isKnown =
      optionIds.every((id) => known.includes(id)) && new Set(optionIds).size === optionIds.length
    if (!isKnown) return { valid: false, code: 'unknown_option', position }
  }

  return { valid: true }
}

/** Positions with at least one chosen option. */
export function answeredCountOf(answers: Answers): number {
  return Object.values(answers).filter((optionIds) => optionIds.length > 0).length
}
