import { z } from 'zod'
import { CORRECTION_KINDS } from '#app/core/regrades/regrade.ts'

export const EXCLUSION_KINDS = ['organizer', 'question_author', 'relative', 'rule_breach'] as const
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number]

const CountSchema = z.number().int().nonnegative()

const RegradedSchema = z.object({
  corrections: z.array(z.object({ kind: z.enum(CORRECTION_KINDS), count: z.number().int().positive() })),
  /** People on the board whose points rise or fall, and who get another rank. */
  gaining: CountSchema,
  losing: CountSchema,
  moved: CountSchema,
  truthBefore: z.string().nullable(),
  truthAfter: z.string().nullable(),
})

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
  /** By a regrade: what was done about how many keys, never about which options: another round may have the question. */
  z.object({ kind: z.literal('correction'), regraded: RegradedSchema.optional() }),
  z.object({ kind: z.literal('finalization') }),
])
export type DecisionFacts = z.infer<typeof DecisionFactsSchema>
