import { z } from 'zod'
import { PrizesSchema } from '#app/core/ranking/awards.ts'
import type { Prize } from '#app/core/ranking/awards.ts'
import { EXCLUSION_KINDS } from '#app/core/rounds/decision-facts.ts'
import { foldForSearch, normalizeText } from '#app/core/vietnamese-text.ts'

/** What organizers type on the way to the result. Messages are keys of the texts. */
const text = (max: number, missing: string) =>
  z.string().transform(normalizeText).pipe(z.string().min(1, missing).max(max, 'text_too_long'))

const MAX_COMPLAINT_HOURS = 24 * 60
const MAX_NAMES = 30

export const ExclusionFormSchema = z.object({
  loginName: text(100, 'person_missing'),
  kind: z.enum(EXCLUSION_KINDS, 'kind_missing'),
  reason: text(500, 'reason_missing'),
})

/** People as they are listed in minutes: one a line, "Họ tên – chức vụ". */
const NamesSchema = z
  .string()
  .transform((typed) =>
    typed
      .split('\n')
      .map(normalizeText)
      .filter((line) => line !== ''),
  )
  .pipe(
    z.array(z.string().max(200, 'text_too_long')).min(1, 'names_missing').max(MAX_NAMES, 'names_too_many'),
  )

export const MinutesSchema = z.object({
  place: z.string(),
  members: z.array(z.string()),
  conclusion: z.string(),
})
export type Minutes = z.infer<typeof MinutesSchema>

export const MinutesFormSchema = z.object({
  place: text(200, 'place_missing'),
  members: NamesSchema,
  conclusion: z.string().transform(normalizeText).pipe(z.string().max(2_000, 'text_too_long')),
})

export const LotFormSchema = z.object({
  present: NamesSchema,
  method: z.enum(['by_hand', 'by_machine'], 'method_missing'),
})

/** One prize a line: "Giải Nhất: 1". */
export const PrizesFormSchema = z.object({
  prizes: z.string().transform((typed, context) => {
    const parsed = PrizesSchema.min(1).safeParse(
      typed
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(parsePrize),
    )
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: 'prizes_invalid' })

    return z.NEVER
  }),
  reserveCount: z.coerce
    .number('number_invalid')
    .int('number_invalid')
    .min(0, 'number_invalid')
    .max(100, 'number_invalid'),
})

/** A one-way door: the word must be typed; without accents or in small letters is as good. */
export function confirmationFor(word: string) {
  return z.string().refine((typed) => foldForSearch(typed) === foldForSearch(word), 'confirmation_wrong')
}

export function officialFormFor(word: string) {
  return z.object({
    complaintHours: z.coerce
      .number('number_invalid')
      .int('number_invalid')
      .min(1, 'number_invalid')
      .max(MAX_COMPLAINT_HOURS, 'number_invalid'),
    confirmation: confirmationFor(word),
  })
}

export function prizesText(prizes: readonly Prize[]): string {
  return prizes.map(({ title, count }) => `${title}: ${count}`).join('\n')
}

function parsePrize(line: string): unknown {
  const match = /^(.+?)\s*[:：]\s*(\d{1,4})\s*$/.exec(normalizeText(line))

  return match ? { title: match[1], count: Number(match[2]) } : null
}
