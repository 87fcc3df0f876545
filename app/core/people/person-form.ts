import { z } from 'zod'
import { FullNameSchema } from './registration.ts'
import { normalizeText } from '#app/core/vietnamese-text.ts'

export const ANSWER_MAX_LENGTH = 1_000

/** What a participant is told about a request. */
export const AnswerSchema = z
  .string()
  .transform(normalizeText)
  .pipe(z.string().min(1, 'answer_missing').max(ANSWER_MAX_LENGTH, 'answer_too_long'))

/** Correcting a name or a unit: for a request, which is then answered, or for another reason. */
export const CorrectionSchema = z
  .object({
    fullName: FullNameSchema,
    unitId: z.string().min(1, 'unit_missing'),
    /** Empty when nobody asked for it through the account page. */
    requestId: z.string().transform((id) => id || null),
    answer: z.string().transform(normalizeText).pipe(z.string().max(ANSWER_MAX_LENGTH, 'answer_too_long')),
    reason: z.string().transform(normalizeText).pipe(z.string().max(500, 'reason_too_long')),
  })
  .superRefine(({ requestId, answer, reason }, context) => {
    if (requestId !== null && answer === '')
      context.addIssue({ code: 'custom', path: ['answer'], message: 'answer_missing' })
    if (requestId === null && reason === '')
      context.addIssue({ code: 'custom', path: ['reason'], message: 'reason_missing' })
  })

/** How long a slip or a code may be good for, in milliseconds. */
const HOUR_MS = 60 * 60_000
export const CODE_VALIDITIES_MS = [HOUR_MS, 24 * HOUR_MS, 3 * 24 * HOUR_MS] as const
export const SLIP_VALIDITIES_MS = [7, 14, 30, 60].map((days) => days * 24 * HOUR_MS)

/** A length of validity out of those offered. */
export function validitySchema(offered: readonly number[]) {
  return z.coerce
    .number({ error: 'validity_invalid' })
    .refine((ms) => offered.includes(ms), 'validity_invalid')
}
