import { z } from 'zod'
import { parseDay } from '#app/core/calendar-day.ts'
import { foldForSearch, normalizeText } from '#app/core/vietnamese-text.ts'

export const UNIT_NAME_MAX_LENGTH = 200
export const MAX_HEAD_COUNT = 1_000_000
const UNIT_CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u

export const UnitNameSchema = z
  .string()
  .transform(normalizeText)
  .pipe(z.string().min(1, 'unit_name_missing').max(UNIT_NAME_MAX_LENGTH, 'unit_name_too_long'))

/** Upper case, so that "th-01" and "TH-01" are one code. */
export const UnitCodeSchema = z
  .string()
  .transform((text) => normalizeText(text).toUpperCase())
  .pipe(z.string().regex(UNIT_CODE, 'unit_code_invalid'))

/** A day or nothing. */
export const OptionalDaySchema = z.string().transform((text, context) => {
  if (text.trim() === '') return null
  const day = parseDay(text.trim())
  if (day === null) context.addIssue({ code: 'custom', message: 'day_invalid' })

  return day
})

/** A whole number written as people do, 1.844, or nothing. */
export const OptionalCountSchema = z.string().transform((text, context) => {
  const digits = text.replace(/[\s.]/g, '')
  if (digits === '') return null
  if (/^\d{1,7}$/.test(digits) && Number(digits) <= MAX_HEAD_COUNT) return Number(digits)
  context.addIssue({ code: 'custom', message: 'head_count_invalid' })

  return null
})

/** The form of a unit. Messages are keys of the translation files. */
export const UnitFormSchema = z
  .object({
    name: UnitNameSchema,
    /** Empty: one is made from the name. */
    code: z.union([z.literal('').transform(() => null), UnitCodeSchema]),
    parentId: z.string().transform((id) => id || null),
    validFrom: OptionalDaySchema,
    validTo: OptionalDaySchema,
    headCount: OptionalCountSchema,
  })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
    path: ['validTo'],
    error: 'valid_to_before_from',
  })

export type UnitForm = z.output<typeof UnitFormSchema>

/** Signing off a head-count: a name as it stands on the paper, and its day. */
export const SignOffSchema = z.object({
  signedBy: z
    .string()
    .transform(normalizeText)
    .pipe(z.string().min(1, 'signed_by_missing').max(120, 'signed_by_too_long')),
  signedOn: OptionalDaySchema.pipe(z.string({ error: 'signed_on_missing' })),
})

export const REASON_MAX_LENGTH = 500

/** Why something out of the ordinary is done; for the audit log. */
export const ReasonSchema = z
  .string()
  .transform(normalizeText)
  .pipe(z.string().min(1, 'reason_missing').max(REASON_MAX_LENGTH, 'reason_too_long'))

/** Another name of a unit, with the day from which its own name holds. */
export const AliasSchema = z.object({ name: UnitNameSchema, replacedOn: OptionalDaySchema })

/** Merging: into which unit, since when, and the word that says it is meant. */
export function mergeSchemaFor(word: string) {
  return z.object({
    targetId: z.string().min(1, 'merge_target_missing'),
    mergedOn: OptionalDaySchema.pipe(z.string({ error: 'merged_on_missing' })),
    reason: ReasonSchema,
    confirmation: z
      .string()
      .refine((typed) => foldForSearch(typed) === foldForSearch(word), 'confirmation_wrong'),
  })
}
