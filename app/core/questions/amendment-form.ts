import { z } from 'zod'
import { parseDay } from '#app/core/calendar-day.ts'
import { CitationSchema } from './question-file.ts'
import { normalizeText } from '#app/core/vietnamese-text.ts'

/** The form that records an amendment. Messages are keys of the translation files. */
export const AmendmentSchema = z.object({
  provision: z
    .string()
    .min(1, { error: 'provision_missing', abort: true })
    .refine((id) => CitationSchema.safeParse(id).success, 'citation_invalid'),
  amendedOn: z
    .string()
    .trim()
    .min(1, { error: 'amended_on_missing', abort: true })
    .transform((typed) => parseDay(typed) ?? typed)
    .pipe(z.iso.date('day_invalid')),
  note: z
    .string()
    .transform(normalizeText)
    .pipe(z.string().min(1, 'amendment_note_missing').max(300, 'text_too_long')),
})
