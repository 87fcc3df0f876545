import { z } from 'zod'
import { parseMoment } from '#app/core/typed-moment.ts'
import { foldForSearch } from '#app/core/vietnamese-text.ts'

const DAY_MS = 24 * 60 * 60_000

/** A longer reason belongs in an announcement. */
const REASON_MAX_LENGTH = 500

/** Nobody extends a round by years: a date this far ahead is a slip of the hand. */
const FURTHEST_END_MS = 366 * DAY_MS

/** Every decision on a round has a reason, which everybody reads. */
export const ReasonSchema = z
  .string()
  .trim()
  .min(1, 'reason_missing')
  .max(REASON_MAX_LENGTH, 'reason_too_long')

/** The form that moves the end of a round. The end is typed in Vietnam's time; messages are keys of the texts. */
export function extensionSchemaAt(now: Date) {
  return z.object({
    closesAt: z.string().transform((text, context) => {
      const closesAt = parseMoment(text)
      if (closesAt && closesAt.getTime() - now.getTime() <= FURTHEST_END_MS) return closesAt
      context.addIssue({ code: 'custom', message: problemOfEnd(text, closesAt) })

      return z.NEVER
    }),
    reason: ReasonSchema,
  })
}

/** The form that ends a round now, confirmed by typing `word`; without accents or in small letters is as good. */
export function closureSchemaFor(word: string) {
  return z.object({
    reason: ReasonSchema,
    confirmation: z
      .string()
      .refine((typed) => foldForSearch(typed) === foldForSearch(word), 'confirmation_wrong'),
  })
}

function problemOfEnd(text: string, closesAt: Date | null): string {
  if (text === '') return 'closes_at_missing'

  return closesAt ? 'closes_at_too_far' : 'closes_at_invalid'
}
