import { z } from 'zod'
import { CORRECTION_KINDS } from './regrade.ts'

const CountSchema = z.number().int().nonnegative()

const MovedPersonSchema = z.object({
  participantId: z.string(),
  rankBefore: CountSchema,
  rankAfter: CountSchema,
  scoreBeforeHundredths: z.number().int(),
  scoreAfterHundredths: z.number().int(),
})
export type MovedPerson = z.infer<typeof MovedPersonSchema>

/** Every integer as text: a truth may be larger than a JSON number. */
const TruthSchema = z.string().regex(/^\d+$/).nullable()

/** What a set of corrections would do, with exact counts: in places first, then in points. */
export const RegradePreviewSchema = z.object({
  /** Attempts with a corrected question, and those of them whose figures change. */
  attempts: CountSchema,
  changedAttempts: CountSchema,
  /** By corrected version: people who get the question's points, and who lose them, in at least one attempt. */
  corrections: z.array(
    z.object({
      versionId: z.string(),
      kind: z.enum(CORRECTION_KINDS),
      gained: CountSchema,
      lost: CountSchema,
    }),
  ),
  /** People on the board, and whose points there rise and fall. */
  people: CountSchema,
  gaining: CountSchema,
  losing: CountSchema,
  movedCount: CountSchema,
  /** Ranks up to this one win something. */
  places: CountSchema,
  /** Whether that is the number of prizes; otherwise the round has none yet, and the leading ranks are looked at. */
  arePrizes: z.boolean(),
  enteringCount: CountSchema,
  leavingCount: CountSchema,
  /** As many as fit a page. */
  entering: z.array(MovedPersonSchema),
  leaving: z.array(MovedPersonSchema),
  truthBefore: TruthSchema,
  truthAfter: TruthSchema,
  /** How many people get another rank by the moved truth alone. */
  movedByTruth: CountSchema,
})
export type RegradePreview = z.infer<typeof RegradePreviewSchema>

/** More people than this nobody reads on a page; the counts are of all. */
export const MOST_PEOPLE_LISTED = 200

/** Looked at where a round has no prizes yet. */
export const LEADING_PLACES = 10
