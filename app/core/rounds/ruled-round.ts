import { DIFFICULTIES } from './blueprint-form.ts'
import type { Difficulty } from './blueprint.ts'
import type { RoundSettings } from './round-form.ts'

/** Where a round draws its questions from, as far as the rules name it. */
export type RuledBank = { title: string; law: string; topics: readonly { code: string; title: string }[] }

export type RuledTopic = { title: string; total: number; counts: Record<Difficulty, number> }

/** The settings of a round as the rules tell them. */
export type RuledRound = Omit<RoundSettings, 'bankId' | 'blueprint'> & {
  questionCount: number
  bankTitle: string
  law: string
  topics: RuledTopic[]
}

/** Everything the rules say of a round, from the settings that draw, score, rank and release. */
export function ruledRoundOf(
  { bankId: _bankId, blueprint, ...settings }: RoundSettings,
  bank: RuledBank,
): RuledRound {
  const topics = bank.topics.flatMap(({ code, title }) => {
    const counts = { 1: 0, 2: 0, 3: 0 }
    for (const cell of blueprint) if (cell.topic === code) counts[cell.difficulty] += cell.count
    const total = DIFFICULTIES.reduce((sum, difficulty) => sum + counts[difficulty], 0)

    return total > 0 ? [{ title, total, counts }] : []
  })

  return {
    ...settings,
    questionCount: blueprint.reduce((sum, { count }) => sum + count, 0),
    bankTitle: bank.title,
    law: bank.law,
    topics,
  }
}
