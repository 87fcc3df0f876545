import { z } from 'zod'

export const RoundFactsSchema = z.object({
  /** People with at least one counted attempt. */
  people: z.number().int().nonnegative(),
  /** People with at least one attempt with every answer right. */
  peopleAllRight: z.number().int().nonnegative(),
  /** Counted attempts. */
  attempts: z.number().int().nonnegative(),
  /** Excluded people, who are in none of the numbers above. */
  excluded: z.number().int().nonnegative(),
})
export type RoundFacts = z.infer<typeof RoundFactsSchema>

/** What a stored truth was computed from, and when: shown with it. */
export const PredictionFactsSchema = RoundFactsSchema.extend({ computedAt: z.coerce.date() })
export type PredictionFacts = z.infer<typeof PredictionFactsSchema>
