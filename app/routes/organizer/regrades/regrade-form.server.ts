import { redirect } from '@remix-run/node'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import {
  CorrectionFormSchema,
  optionGroupOf,
  regradeConfirmationFor,
} from '#app/core/regrades/regrade-form.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { regrade } from '#app/i18n/messages/regrade.ts'
import {
  cancelRegrade,
  confirmRegrade,
  removeCorrection,
  renewPreview,
  writeCorrection,
} from '#app/services/regrades/regrade-sets.server.ts'
import { refuseForm, textsOf } from '../console-form.server.ts'
import { withDoneText } from '../done.ts'

type Doing = { roundSlug: string; actorId: string; now: Date }
type Values = Readonly<Record<string, string>>

/** What the page tells that it was done. */
export const REGRADE_DONE = ['corrected', 'removed', 'renewed', 'cancelled', 'confirmed'] as const
type RegradeDone = (typeof REGRADE_DONE)[number]

/** The fields refusals by the use cases belong to; `form` for the whole. Others rise. */
const FIELD_OF_CODE: Partial<Record<DomainErrorCode, string>> = {
  question_not_found: 'form',
  round_not_open: 'form',
  round_not_settled: 'form',
  regrade_state_changed: 'form',
  regrade_not_ready: 'form',
  regrade_outdated: 'form',
  reason_missing: 'reason',
}

/**
 * Does what a form of the regrade page asks for: a redirect when done, the mistakes and what was typed when not.
 * @throws DomainError when the refusal is about no form, such as round_not_found
 */
export async function regradeFromForm(request: Request, doing: Doing) {
  const form = await request.formData()
  const values = valuesOf(form)
  switch (textOf(form, 'intent')) {
    case 'correct':
      return correct(values, doing)
    case 'remove':
      return act(values, doing, 'removed', () =>
        removeCorrection({ ...doing, versionId: values.versionId ?? '' }),
      )
    case 'renew':
      return act(values, doing, 'renewed', () => renewPreview(doing))
    case 'cancel':
      return act(values, doing, 'cancelled', () => cancelRegrade(doing))
    case 'confirm':
      return confirm(values, doing, regrade[localeOf(request.headers.get('Cookie'))].confirmWord)
    default:
      throw new DomainError('invalid_input')
  }
}

/** What was typed and chosen; several options of one group as "0,2". */
function valuesOf(form: FormData): Values {
  const placesOf = (name: string): string =>
    form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .join(',')

  return { ...textsOf(form), also: placesOf('also'), renewed: placesOf('renewed') }
}

async function correct(values: Values, doing: Doing) {
  const parsed = CorrectionFormSchema.safeParse(values)
  if (!parsed.success) return refuseForm(values, fieldErrorsOf(parsed.error))
  const correction = parsed.data

  return act(values, doing, 'corrected', () => writeCorrection({ ...doing, ...correction }), {
    correction_invalid: optionGroupOf(correction.kind),
  })
}

async function confirm(values: Values, doing: Doing, word: string) {
  const parsed = regradeConfirmationFor(word).safeParse(values)
  if (!parsed.success) return refuseForm(values, fieldErrorsOf(parsed.error))

  return act(values, doing, 'confirmed', () => confirmRegrade({ ...doing, ...parsed.data }))
}

async function act(
  values: Values,
  { roundSlug }: Doing,
  done: RegradeDone,
  work: () => Promise<void>,
  fields: Partial<Record<DomainErrorCode, string>> = {},
) {
  try {
    await work()
  } catch (error) {
    const field = error instanceof DomainError ? { ...FIELD_OF_CODE, ...fields }[error.code] : undefined
    if (!(error instanceof DomainError) || field === undefined) throw error
    // What is wrong with the options is told by the problem, not by the code of all of them.
    const { problem = error.code } = error.details

    return refuseForm(values, { [field]: String(problem) }, statusOf(error.code))
  }

  throw redirect(withDoneText(paths.regrade(roundSlug), done))
}
