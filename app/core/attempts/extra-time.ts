import { z } from 'zod'
import { ReasonSchema } from '#app/core/rounds/round-decision.ts'

const MINUTE_MS = 60_000

/** Offered for one tap. */
export const QUICK_EXTRA_MINUTES = [5, 10, 15] as const

/** More than this is no make-good for a disturbance. */
const MOST_EXTRA_MINUTES = 120

/** The radio value that says: the typed minutes count. */
export const OTHER_MINUTES = 'other'

/** The form that gives one person more time. Messages are keys of the texts. */
export const ExtraTimeSchema = z.object({
  attemptId: z.string().min(1, 'person_missing'),
  /** The deadline the organizer saw: a second click, or a second organizer, gives nothing on top unseen. */
  seenDeadlineAt: z.iso.datetime('person_missing').transform((text) => new Date(text)),
  extraMs: z
    .string()
    .trim()
    .regex(/^\d+$/, 'minutes_missing')
    .transform(Number)
    .pipe(z.number().min(1, 'minutes_range').max(MOST_EXTRA_MINUTES, 'minutes_range'))
    .transform((minutes) => minutes * MINUTE_MS),
  reason: ReasonSchema,
})

/** The minutes that were chosen, or typed: without scripts typing them need not be chosen as well. */
export function extraMinutesTextOf(choice: string, typed: string): string {
  return choice === '' || choice === OTHER_MINUTES ? typed : choice
}
