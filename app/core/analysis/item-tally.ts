import type { Answers } from '#app/core/attempts/answers.ts'
import type { PaperPosition } from '#app/core/attempts/paper.ts'
import { marksOf } from '#app/core/attempts/scoring.ts'
import type { Keys } from '#app/core/attempts/scoring.ts'

/** One question of somebody's paper, as item analysis counts it. */
export type MarkedQuestion = {
  versionId: string
  optionCount: number
  /** Chosen options by their place in the version, whatever order the paper showed them in. */
  chosen: number[]
  isRight: boolean
}

/** How a question version fared among some papers. Integers only: sums are exact and in no order. */
export type ItemCounts = {
  shown: number
  right: number
  unanswered: number
  /** How often each option was chosen. With several right options the sum may be more than `shown`. */
  chosen: number[]
}

/**
 * All that item analysis needs, as counts by the total of the paper (number of right answers): its size depends on the
 * number of questions, never on the number of people, so papers can be read one after the other and forgotten.
 */
export type ItemTally = {
  /** How many papers had each total. */
  papersByTotal: Map<number, number>
  /** By question version, then by the total of the papers it stood on. */
  items: Map<string, Map<number, ItemCounts>>
}

export function emptyTally(): ItemTally {
  return { papersByTotal: new Map(), items: new Map() }
}

/** A stored paper with its answers, marked by the rule that scores it (core/attempts/scoring.ts). */
export function markPaper(
  positions: readonly PaperPosition[],
  answers: Answers,
  keys: Keys,
): MarkedQuestion[] {
  const marks = marksOf(positions, answers, keys)

  return positions.map(({ versionId, options }, index) => {
    const chosenIds = answers[String(index + 1)] ?? []

    return {
      versionId,
      optionCount: options.length,
      chosen: options.filter(({ id }) => chosenIds.includes(id)).map((option) => option.index),
      isRight: marks[index] ?? false,
    }
  })
}

/** Counts one paper into the tally, which is changed in place: it is made for a stream of papers. */
export function addPaper(tally: ItemTally, paper: readonly MarkedQuestion[]): void {
  const total = paper.filter(({ isRight }) => isRight).length
  tally.papersByTotal.set(total, (tally.papersByTotal.get(total) ?? 0) + 1)
  for (const question of paper) addQuestion(countsAt(tally, question, total), question)
}

function countsAt(tally: ItemTally, { versionId, optionCount }: MarkedQuestion, total: number): ItemCounts {
  const byTotal = tally.items.get(versionId) ?? new Map<number, ItemCounts>()
  const counts = byTotal.get(total) ?? emptyCounts(optionCount)
  byTotal.set(total, counts)
  tally.items.set(versionId, byTotal)

  return counts
}

function addQuestion(counts: ItemCounts, { chosen, isRight }: MarkedQuestion): void {
  counts.shown += 1
  counts.right += isRight ? 1 : 0
  counts.unanswered += chosen.length === 0 ? 1 : 0
  for (const index of chosen) counts.chosen[index] = (counts.chosen[index] ?? 0) + 1
}

/** The counts of several groups of papers together. */
export function sumCounts(parts: readonly ItemCounts[]): ItemCounts {
  const sum = emptyCounts(Math.max(0, ...parts.map((part) => part.chosen.length)))
  for (const part of parts) {
    sum.shown += part.shown
    sum.right += part.right
    sum.unanswered += part.unanswered
    part.chosen.forEach((count, index) => (sum.chosen[index] = (sum.chosen[index] ?? 0) + count))
  }

  return sum
}

function emptyCounts(optionCount: number): ItemCounts {
  return { shown: 0, right: 0, unanswered: 0, chosen: Array.from({ length: optionCount }, () => 0) }
}
