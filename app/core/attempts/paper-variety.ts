import { cellKey } from '#app/core/rounds/blueprint-cell.ts'
import type { Blueprint, Difficulty } from '#app/core/rounds/blueprint.ts'

/** How alike the papers of a round are. Shares are between 0 (nothing in common) and 1 (the same paper). */
export type PaperVariety = {
  questionCount: number
  /** Questions that two papers drawn independently have in common on average. */
  expectedCommon: number
  expectedShare: number
  /** The cell that leaves least choice: two papers share this part of its questions on average. */
  worst: { topic: string; difficulty: Difficulty; count: number; available: number; share: number }
}

/**
 * How different two drawn papers will be. A cell that draws c of n questions gives each of them with chance c/n, so
 * two papers share c × c/n of its questions on average; the cells add up.
 * @param availableOf number of questions that may be drawn, by `cellKey`
 * @returns null when there is nothing to draw or a cell can't be filled
 */
export function paperVarietyOf(
  blueprint: Blueprint,
  availableOf: ReadonlyMap<string, number>,
): PaperVariety | null {
  const cells = blueprint.map((cell) => {
    const available = availableOf.get(cellKey(cell)) ?? 0

    return { ...cell, available, share: cell.count / available }
  })
  const [first] = cells
  if (!first || cells.some(({ count, available }) => available < count)) return null

  const questionCount = cells.reduce((sum, { count }) => sum + count, 0)
  const expectedCommon = cells.reduce((sum, { count, share }) => sum + count * share, 0)

  return {
    questionCount,
    expectedCommon,
    expectedShare: expectedCommon / questionCount,
    worst: cells.reduce((worst, cell) => (cell.share > worst.share ? cell : worst), first),
  }
}
