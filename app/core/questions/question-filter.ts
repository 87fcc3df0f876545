import type { VersionState } from './question-state.ts'

/** How hard a question proved; `unknown` when nobody has answered it yet. */
export const FACILITY_BANDS = ['hard', 'medium', 'easy', 'unknown'] as const
export type FacilityBand = (typeof FACILITY_BANDS)[number]

/** `incomplete`: lacks what an approval needs, in whatever state. */
export type StateFilter = VersionState | 'in_use' | 'incomplete' | 'retired'
export type FlagFilter = 'all' | 'flagged' | 'clear' | { reason: string }

/** Which questions of a bank are asked for. */
export type QuestionFilter = {
  /** Every word must occur in code, stem, options or explanation; accents don't matter. */
  search: string
  /** Code of a topic; empty for all. */
  topic: string
  difficulty: 1 | 2 | 3 | null
  /** Id of an article, clause or point; finds what cites it or a part of it. Empty for all. */
  provision: string
  /** `in_use` is everything that is not retired. */
  state: StateFilter
  flag: FlagFilter
  facility: FacilityBand | null
  /** From 1. */
  page: number
}

export const EVERY_QUESTION: QuestionFilter = {
  search: '',
  topic: '',
  difficulty: null,
  provision: '',
  state: 'in_use',
  flag: 'all',
  facility: null,
  page: 1,
}
