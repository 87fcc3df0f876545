import { z } from 'zod'
import { PrizesSchema } from '#app/core/ranking/awards.ts'
import { EXCLUSION_KINDS } from '#app/core/rounds/decision-facts.ts'
import { ContestPolicySchema, RankingPolicySchema } from '#app/core/ranking/ranking-policy.ts'
import { CORRECTION_KINDS } from '#app/core/regrades/regrade.ts'
import { UnitRankingSchema } from '#app/core/ranking/unit-ranking.ts'

/**
 * The results of a contest as a file, described in docs/results-format.md so that anybody can check them by a program of
 * their own. People are pseudonyms; names are in no variant. `full` has every paper and key and is for those who may read
 * results; `board` is for the public and tells nobody more than the board.
 */
export const RESULTS_FORMAT = 'hoi-thi/results/1'

const CountSchema = z.int().nonnegative()
/** UTC with milliseconds: one moment has one text. */
const InstantSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'a moment like 2026-11-25T08:00:00.000Z')
const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 as 64 hex digits')
const ParticipantSchema = z.string().regex(/^[0-9a-f]{16}$/, 'a pseudonym of 16 hex digits')
const UnitCodeSchema = z.string().min(1)

/** What of a round decides its result, as it is in use. */
const SettingsSchema = z.strictObject({
  opensAt: InstantSchema,
  /** With every recorded extension; the published settings keep the end first announced. */
  closesAt: InstantSchema,
  durationMs: CountSchema,
  attemptsAllowed: CountSchema.nullable(),
  endRule: z.enum(['must_start_before', 'must_finish_before']),
  pointsPerQuestion: CountSchema,
  predictionKind: z.enum(['people_all_right', 'people', 'attempts', 'percentage_all_right']).nullable(),
  rankingPolicy: RankingPolicySchema,
})

const QuestionSchema = z.strictObject({
  version: z.string(),
  contentHash: Sha256Schema,
  optionCount: z.int().positive(),
  /** Right options by their place in the version, from 0, ascending. */
  key: z.array(CountSchema).min(1),
  /** Whether it belongs to the set that was fixed when the round was scheduled. */
  isInSet: z.boolean(),
})

const AttemptSchema = z.strictObject({
  participant: ParticipantSchema,
  /** 1, 2, … among the person's attempts in this round. */
  number: z.int().positive(),
  status: z.enum(['submitted', 'expired']),
  startedAt: InstantSchema,
  endedAt: InstantSchema,
  durationMs: CountSchema,
  score: CountSchema,
  correctCount: CountSchema,
  /** Questions of the paper that count: all but annulled ones. */
  countedQuestions: CountSchema,
  answeredCount: CountSchema,
  /** The guess in hundred-thousandths. */
  prediction: CountSchema.nullable(),
  /** Places in `questions`, in the order of the paper; null when the paper was not kept. */
  paper: z.array(CountSchema).nullable(),
  /** For each place of the paper the chosen options by their place in the version, ascending; empty: no answer. */
  answers: z.array(z.array(CountSchema)),
})

const FIGURES = {
  participant: ParticipantSchema,
  unit: UnitCodeSchema.nullable(),
  rank: z.int().positive(),
  scoreHundredths: CountSchema,
  durationMs: CountSchema,
  startedAt: InstantSchema,
  endedAt: InstantSchema,
  /** In the public variant null unless somebody is ranked by it. */
  attemptsUsed: CountSchema.nullable(),
  fullScoreAttempts: CountSchema.nullable(),
}

const StandingSchema = z.strictObject({
  ...FIGURES,
  /** Number of the attempt that counts; null in the public variant. */
  attempt: z.int().positive().nullable(),
  /** Guess minus truth in hundred-thousandths; in the public variant the distance where over and under are the same. */
  predictionOffset: z.int().nullable(),
  lot: z.int().positive().nullable(),
})

const ContestStandingSchema = z.strictObject(FIGURES)

const UnitStandingSchema = z.strictObject({
  unit: UnitCodeSchema,
  rank: z.int().positive().nullable(),
  sizeClass: CountSchema.nullable(),
  people: CountSchema,
  /** How many prizes of each level its people have won, best first; empty unless the formula asks for it. */
  prizes: z.array(CountSchema),
  /** What the formula gives, as an exact fraction in lowest terms: "41/56". */
  score: z.string().nullable(),
})

const AwardSchema = z.strictObject({
  participant: ParticipantSchema,
  /** Place of the prize in `prizes`, from 0. */
  prizeIndex: CountSchema,
  rank: z.int().positive(),
  scoreHundredths: CountSchema,
  durationMs: CountSchema,
  /** The winner's unit when the file was made. */
  unit: UnitCodeSchema.nullable(),
})

const CorrectionSchema = z.strictObject({
  /** Place in `questions`. */
  question: CountSchema,
  kind: z.enum(CORRECTION_KINDS),
  /** Places in the version's options; empty for the kinds that need none. */
  options: z.array(CountSchema),
})

const RoundSchema = z.strictObject({
  slug: z.string(),
  title: z.string(),
  officialAt: InstantSchema.nullable(),
  correctedAt: InstantSchema.nullable(),
  settings: SettingsSchema,
  /** As published before the opening; null for rounds scheduled by a version without it. */
  fingerprint: z.strictObject({ document: z.string(), sha256: Sha256Schema }).nullable(),
  facts: z.strictObject({
    people: CountSchema,
    peopleAllRight: CountSchema,
    attempts: CountSchema,
    excluded: CountSchema,
    computedAt: InstantSchema,
  }),
  /** In hundred-thousandths; null in a round that asks for no guess. */
  predictionTruth: CountSchema.nullable(),
  /** Excluded people are nowhere else in the file. */
  exclusions: z.array(z.strictObject({ kind: z.enum(EXCLUSION_KINDS), count: z.int().positive() })),
  /** Key corrections after the close, in the order in which they came into force; a later one of a question replaces an earlier. */
  corrections: z.array(CorrectionSchema).nullable(),
  prizes: PrizesSchema,
  lots: z.array(z.strictObject({ participant: ParticipantSchema, number: z.int().positive() })).nullable(),
  /** Candidates for a prize who were not confirmed. */
  rejected: z.array(ParticipantSchema).nullable(),
  awards: z.array(AwardSchema).nullable(),
  /**
   * People of this board who had a prize in another round (by its slug) when this result was declared, by pseudonym, where
   * each person wins once. Null in the public variant; files made before it was kept have none.
   */
  priorWinners: z
    .array(z.strictObject({ participant: ParticipantSchema, round: z.string() }))
    .nullable()
    .optional(),
  questions: z.array(QuestionSchema).nullable(),
  attempts: z.array(AttemptSchema).nullable(),
  standings: z.array(StandingSchema),
  unitStandings: z.array(UnitStandingSchema),
  /** Of the lists of the full file, in the public one too: with them the full file can be recognised. */
  hashes: z.strictObject({ questions: Sha256Schema, attempts: Sha256Schema, results: Sha256Schema }),
})

export const ResultsFileSchema = z
  .strictObject({
    format: z.literal(RESULTS_FORMAT),
    detail: z.enum(['full', 'board']),
    takenAt: InstantSchema,
    contest: z.strictObject({
      slug: z.string(),
      title: z.string(),
      organizerName: z.string(),
      boardPolicy: ContestPolicySchema,
      unitRanking: UnitRankingSchema,
    }),
    units: z.array(
      z.strictObject({
        code: UnitCodeSchema,
        name: z.string(),
        parent: UnitCodeSchema.nullable(),
        headCount: CountSchema.nullable(),
      }),
    ),
    /** In the order of their opening. */
    rounds: z.array(RoundSchema).min(1),
    /** The board of the rounds in this file together. */
    contestStandings: z.array(ContestStandingSchema),
    contestUnitStandings: z.array(UnitStandingSchema),
    /** Of everything here but `hashes` and the lists of questions and attempts, which stand for themselves by theirs. */
    hashes: z.strictObject({ contents: Sha256Schema }),
  })
  .refine(
    ({ detail, rounds }) =>
      rounds.every((round) =>
        [round.questions, round.attempts, round.corrections, round.lots, round.rejected, round.awards].every(
          (list) => (list !== null) === (detail === 'full'),
        ),
      ),
    'a full file has the lists of questions, attempts, corrections, lots, rejected people and awards, a public one has none of them',
  )

export type ResultsFile = z.output<typeof ResultsFileSchema>
export type ResultsRound = ResultsFile['rounds'][number]
export type ResultsQuestion = z.output<typeof QuestionSchema>
export type ResultsAttempt = z.output<typeof AttemptSchema>
export type ResultsCorrection = z.output<typeof CorrectionSchema>
export type ResultsStanding = z.output<typeof StandingSchema>
export type ContestStanding = z.output<typeof ContestStandingSchema>
export type UnitStandingRow = z.output<typeof UnitStandingSchema>
export type ResultsAward = z.output<typeof AwardSchema>
