import { z } from 'zod'
import { confirmationFor } from '#app/core/closing/closing-forms.ts'
import { CORRECTION_KINDS, needsOptions } from './regrade.ts'
import type { CorrectionKind } from './regrade.ts'
import { ReasonSchema } from '#app/core/rounds/round-decision.ts'

/** Several corrections are explained in one note. */
export const PUBLIC_NOTE_MAX_LENGTH = 2_000

/** The most options a question has is far below; a longer list is no form of ours. */
const MAX_OPTIONS = 20

/** Where a kind's options are chosen: each has its own group, so that a change of mind about the kind loses nothing. */
const GROUP_OF = { accept_also: 'also', new_key: 'renewed' } as const

/** The group whose mistake a refusal of the options is about. */
export function optionGroupOf(kind: CorrectionKind): 'also' | 'renewed' | 'kind' {
  return kind === 'accept_also' || kind === 'new_key' ? GROUP_OF[kind] : 'kind'
}

const PlaceSchema = z
  .number('options_unknown')
  .int('options_unknown')
  .min(0, 'options_unknown')
  .max(MAX_OPTIONS, 'options_unknown')

/** Places of options as the form sends them: "0,2". */
const PlacesSchema = z
  .string()
  .transform((text) => (text === '' ? [] : text.split(',').map(Number)))
  .pipe(z.array(PlaceSchema))

/** What organizers choose and type about one question's key. Messages are keys of the texts. */
export const CorrectionFormSchema = z
  .object({
    versionId: z.string(),
    kind: z.enum(CORRECTION_KINDS, 'kind_missing'),
    also: PlacesSchema,
    renewed: PlacesSchema,
    reason: ReasonSchema,
  })
  .transform(({ also, renewed, ...correction }) => ({
    ...correction,
    options: !needsOptions(correction.kind) ? [] : correction.kind === 'accept_also' ? also : renewed,
  }))

/** The one-way door of a regrade: which preview was looked at, what the public reads, and the word. */
export function regradeConfirmationFor(word: string) {
  return z.object({
    previewKey: z.string(),
    publicNote: z.string().trim().min(1, 'note_missing').max(PUBLIC_NOTE_MAX_LENGTH, 'note_too_long'),
    confirmation: confirmationFor(word),
  })
}
