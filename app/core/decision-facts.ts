import { z } from 'zod'

export const EXCLUSION_KINDS = ['organizer', 'question_author', 'relative', 'rule_breach'] as const
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number]

/**
 * What a recorded decision about a round says beyond its reason: only what the public may read, so exclusions are
 * counts and never names.
 */
export const DecisionFactsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('extension'), closesAtBefore: z.coerce.date(), closesAtAfter: z.coerce.date() }),
  z.object({ kind: z.literal('closure'), closesAtBefore: z.coerce.date(), closesAtAfter: z.coerce.date() }),
  /** Given to one person, who is not named. */
  z.object({ kind: z.literal('extra_time'), extraMs: z.number().int().positive() }),
  z.object({
    kind: z.literal('exclusions'),
    excluded: z.array(z.object({ kind: z.enum(EXCLUSION_KINDS), count: z.number().int().positive() })),
    truthBefore: z.string().nullable(),
    truthAfter: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('lot_draw'),
    method: z.enum(['by_hand', 'by_machine']),
    people: z.number().int().positive(),
    present: z.array(z.string()),
    seed: z.string().nullable(),
  }),
  z.object({ kind: z.literal('official'), complaintsUntil: z.coerce.date() }),
  z.object({ kind: z.literal('correction') }),
  z.object({ kind: z.literal('finalization') }),
])
export type DecisionFacts = z.infer<typeof DecisionFactsSchema>
