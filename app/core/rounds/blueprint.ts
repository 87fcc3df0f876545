import { z } from 'zod'
import { cellKey } from './blueprint-cell.ts'
import type { Offer } from './blueprint-cell.ts'

/** 1 recognition, 2 understanding, 3 application. */
export const DifficultySchema = z.union([z.literal(1), z.literal(2), z.literal(3)])
export type Difficulty = z.infer<typeof DifficultySchema>

/** How many questions of one topic and difficulty a paper draws. */
const BlueprintCellSchema = z.object({
  topic: z.string().min(1),
  difficulty: DifficultySchema,
  count: z.number().int().min(1).max(200),
})

/** As stored: a draft may not have chosen any question yet. */
export const StoredBlueprintSchema = z
  .array(BlueprintCellSchema)
  .refine(
    (cells) => new Set(cells.map(cellKey)).size === cells.length,
    'each topic and difficulty at most once',
  )

export const BlueprintSchema = StoredBlueprintSchema.min(1)

export type Blueprint = z.infer<typeof BlueprintSchema>

export type Shortfall = { topic: string; difficulty: Difficulty; wanted: number; available: number }

/** Number of questions of a paper drawn by this blueprint. */
export function questionCountOf(blueprint: Blueprint): number {
  return blueprint.reduce((sum, cell) => sum + cell.count, 0)
}

/** The cells that the offered questions can't fill; empty when every paper will be complete. */
export function shortfallsOf(blueprint: Blueprint, offers: readonly Offer[]): Shortfall[] {
  const available = new Map<string, number>()
  for (const offer of offers) available.set(cellKey(offer), (available.get(cellKey(offer)) ?? 0) + 1)

  return blueprint.flatMap((cell) => {
    const count = available.get(cellKey(cell)) ?? 0

    return count < cell.count
      ? [{ topic: cell.topic, difficulty: cell.difficulty, wanted: cell.count, available: count }]
      : []
  })
}
