import { z } from 'zod'

/** Finer than the clock nothing counts; coarser lets people who are as good as equal share a place. */
const PrecisionMsSchema = z.union([z.literal(1), z.literal(10), z.literal(100), z.literal(1_000)]).default(1)
const DirectionSchema = z.enum(['lower', 'higher'])

/**
 * One criterion of a ranking policy. `direction` names the value that ranks first. Where only one direction makes
 * sense it is fixed, but stored, so that a policy can be read without knowing the defaults of this version.
 */
export const CriterionSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('score'), direction: z.literal('higher').default('higher') }),
  z.object({
    by: z.literal('prediction_distance'),
    direction: z.literal('lower').default('lower'),
    /**
     * What a guess over the truth is worth: the same as one under it at that distance, less than it, or as little as
     * no guess at all.
     */
    overGuess: z.enum(['same', 'after_under', 'disqualified']).default('same'),
  }),
  z.object({
    by: z.literal('duration'),
    direction: z.literal('lower').default('lower'),
    precisionMs: PrecisionMsSchema,
  }),
  z.object({
    by: z.literal('ended_at'),
    direction: DirectionSchema.default('lower'),
    precisionMs: PrecisionMsSchema,
  }),
  z.object({
    by: z.literal('started_at'),
    direction: DirectionSchema.default('lower'),
    precisionMs: PrecisionMsSchema,
  }),
  z.object({ by: z.literal('attempts_used'), direction: DirectionSchema.default('lower') }),
  z.object({ by: z.literal('full_score_attempts'), direction: DirectionSchema.default('higher') }),
  /** Lots drawn among people who are equal on everything before; unknown until drawn. */
  z.object({ by: z.literal('lot'), direction: z.literal('lower').default('lower') }),
])
export type Criterion = z.infer<typeof CriterionSchema>
export type CriterionName = Criterion['by']

/** Every criterion there is, in the order in which rules usually name them. */
export const CRITERION_NAMES = [
  'score',
  'prediction_distance',
  'duration',
  'ended_at',
  'started_at',
  'attempts_used',
  'full_score_attempts',
  'lot',
] as const satisfies readonly CriterionName[]

/** Which attempt of a person stands on the board. */
const CountsSchema = z.enum(['best', 'first', 'last', 'average'])
/** Whose guess is compared: the counted attempt's, the last or the first that the person gave in any attempt. */
const PredictionSourceSchema = z.enum(['counted', 'last_given', 'first_given'])

const PolicyShapeSchema = z.object({
  version: z.literal(2),
  criteria: z.array(CriterionSchema).min(1),
  counts: CountsSchema.default('best'),
  predictionFrom: PredictionSourceSchema.default('counted'),
})

const PolicyObjectSchema = PolicyShapeSchema.refine(
  ({ criteria }) => isEachOnce(criteria),
  'each criterion at most once',
)
  .refine(({ criteria }) => isLotLast(criteria), 'lots are drawn among people equal on everything else')
  .refine(
    ({ counts, predictionFrom }) => counts !== 'average' || predictionFrom !== 'counted',
    'an average has no attempt whose prediction could count',
  )

/** Policies were a list of names once; those of stored rounds stay what they were. */
const NameListSchema = z
  .array(z.enum(['score', 'prediction_distance', 'duration', 'ended_at', 'attempts_used']))
  .min(1)
  .refine((names) => new Set(names).size === names.length, 'each criterion at most once')
  .transform((names) => PolicyObjectSchema.parse({ version: 2, criteria: names.map((by) => ({ by })) }))

/**
 * How a round ranks: data that both ranks and is printed in the rules and under every board. Accepts the list of
 * names that version 1 was.
 */
export const RankingPolicySchema = z.union([PolicyObjectSchema, NameListSchema])
export type RankingPolicy = z.output<typeof RankingPolicySchema>
export type PredictionSource = RankingPolicy['predictionFrom']

/** A policy that is being written: all its parts are right, how they go together may not be yet (lots not last). */
export const PolicyDraftSchema = z.union([
  RankingPolicySchema,
  PolicyShapeSchema.refine(({ criteria }) => isEachOnce(criteria)),
])

/** How the contest's board comes from its rounds, and how often one person can be awarded. */
export const ContestPolicySchema = z
  .object({
    version: z.literal(1),
    /** The sum of a person's rounds, or the best one of them. */
    combine: z.enum(['sum', 'best_round']),
    criteria: z.array(CriterionSchema).min(1),
    /** With `one`, who has won a prize in an earlier round is passed over in later ones. */
    prizesPerPerson: z.enum(['any', 'one']).default('any'),
  })
  .refine(({ criteria }) => isEachOnce(criteria), 'each criterion at most once')
  .refine(
    ({ criteria }) => criteria.every(({ by }) => by !== 'prediction_distance' && by !== 'lot'),
    'guesses and lots belong to one round',
  )
export type ContestPolicy = z.output<typeof ContestPolicySchema>

/** Rounds added up: most points, then least time, then who was finished first. */
export const DEFAULT_CONTEST_POLICY: ContestPolicy = ContestPolicySchema.parse({
  version: 1,
  combine: 'sum',
  criteria: [{ by: 'score' }, { by: 'duration' }, { by: 'ended_at' }],
})

/** A policy of these criteria, each as it is by default. */
export function policyOf(...names: CriterionName[]): RankingPolicy {
  return PolicyObjectSchema.parse({ version: 2, criteria: names.map((by) => ({ by })) })
}

function isEachOnce(criteria: readonly Criterion[]): boolean {
  return new Set(criteria.map(({ by }) => by)).size === criteria.length
}

function isLotLast(criteria: readonly Criterion[]): boolean {
  return criteria.slice(0, -1).every(({ by }) => by !== 'lot')
}
