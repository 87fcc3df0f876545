import { createContext, useContext } from 'react'
import type { Difficulty } from '../../core/rounds/blueprint.ts'

export type OfferedTopic = {
  code: string
  title: string
  /** Questions that may be drawn, by difficulty: those without a flag, and all. */
  available: Record<Difficulty, { unflagged: number; all: number }>
}

export type OfferedBank = {
  id: string
  title: string
  law: string
  lawVersion: string
  statusNotice: string
  topics: OfferedTopic[]
}

/** What stands around the form and does not change while it is filled in. */
export type RoundFormSurroundings = {
  banks: readonly OfferedBank[]
  /** Rounds whose blueprint can be copied. */
  otherRounds: readonly { slug: string; title: string; cells: Readonly<Record<string, string>> }[]
}

const Context = createContext<RoundFormSurroundings | null>(null)

export const SurroundingsProvider = Context.Provider

export function useSurroundings(): RoundFormSurroundings {
  const surroundings = useContext(Context)
  if (!surroundings) throw new Error('a field of the round form stands outside of it')

  return surroundings
}
