import type { Blueprint, Difficulty } from './blueprint.ts'

export const DIFFICULTIES = [1, 2, 3] as const satisfies readonly Difficulty[]

/** A save carries answers to at most this many questions (core/attempts/answers.ts). */
const MAX_QUESTIONS = 200

const FIELD = /^cell:(.+):([123])$/

/** The form field that says how many questions a cell of the blueprint draws. */
export function cellField(topic: string, difficulty: Difficulty): string {
  return `cell:${topic}:${difficulty}`
}

export function isCellField(name: string): boolean {
  return FIELD.test(name)
}

/** A number of questions as typed: empty is none; null when it is no number a paper can have. */
export function countOf(typed: string): number | null {
  const compact = typed.trim()
  if (compact === '') return 0
  const count = /^\d{1,3}$/.test(compact) ? Number(compact) : NaN

  return count <= MAX_QUESTIONS ? count : null
}

/** The blueprint as typed, in the order of the form, with the mistakes by field; `blueprint` stands for the whole table. */
export function readBlueprint(values: Readonly<Record<string, string>>): {
  cells: Blueprint
  problems: Record<string, string>
} {
  const cells: Blueprint = []
  const problems: Record<string, string> = {}
  for (const [field, typed] of Object.entries(values)) {
    const [, topic = '', difficulty] = FIELD.exec(field) ?? []
    if (difficulty === undefined) continue
    const count = countOf(typed)
    if (count === null) problems[field] = 'count_invalid'
    else if (count > 0) cells.push({ topic, difficulty: Number(difficulty) as Difficulty, count })
  }
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  if (total > MAX_QUESTIONS) problems.blueprint = 'blueprint_too_long'
  if (total === 0 && Object.keys(problems).length === 0) problems.blueprint = 'blueprint_empty'

  return { cells, problems }
}
