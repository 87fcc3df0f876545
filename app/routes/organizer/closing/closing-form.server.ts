import { data, redirect } from '@remix-run/node'
import type { ZodType } from 'zod'
import {
  ExclusionFormSchema,
  LotFormSchema,
  MinutesFormSchema,
  PrizesFormSchema,
  confirmationFor,
  officialFormFor,
} from '#app/core/closing/closing-forms.ts'
import type { ClosingStep } from '#app/core/closing/closing.ts'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import { normalizeText } from '#app/core/vietnamese-text.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { statusOf } from '#app/http/problem.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { closing } from '#app/i18n/messages/closing.ts'
import { requestAnomalySheet, reviewAnomalies } from '#app/services/closing/anomaly-sheet.server.ts'
import {
  checkIdentity,
  drawLots,
  savePrizes,
  settleCandidates,
  settleIdentities,
} from '#app/services/closing/candidates.server.ts'
import { exclude, liftExclusion, settleExclusions } from '#app/services/closing/exclusions.server.ts'
import { finalizeResult, publishOfficial, saveMinutes } from '#app/services/closing/official-result.server.ts'

type Doing = { roundSlug: string; decidedById: string; now: Date }
type Submitted = { form: FormData; texts: (typeof closing)['vi']; doing: Doing }
/** What a form does, and the step that is shown afterwards. */
type Action = { work: () => Promise<void>; then: ClosingStep }
type Refusal = { errors: FieldErrors }

/** Refusals by the use cases that belong to a field; the others are about the whole form. */
const FIELD_OF_CODE: Partial<Record<DomainErrorCode, string>> = {
  participant_not_found: 'loginName',
  reason_missing: 'reason',
}
/** Refusals that are about something other than the form's fields, and still belong on the page. */
const SHOWN_CODES: readonly DomainErrorCode[] = [
  'closing_step_not_open',
  'participant_not_found',
  'reason_missing',
  'nothing_to_draw',
  'lots_incomplete',
  'prizes_missing',
  'ties_undecided',
  'identities_unchecked',
]

/**
 * Does what a form of the closing page asks for: the address to go on to when done, the mistakes and what was typed when
 * not.
 * @param addressOf the page with a step shown
 * @throws DomainError when the refusal is about no form, such as round_not_found
 */
export async function closeFromForm(
  request: Request,
  doing: Doing,
  addressOf: (step: ClosingStep) => string,
) {
  const form = await request.formData()
  const intent = textOf(form, 'intent')
  const texts = closing[localeOf(request.headers.get('Cookie'))]
  const values = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const refuse = (errors: FieldErrors, status: number) => data({ intent, errors, values }, { status })

  const action = readAction(intent, { form, texts, doing })
  if ('errors' in action) return refuse(action.errors, statusOf('invalid_input'))
  try {
    await action.work()
  } catch (error) {
    if (!(error instanceof DomainError) || !SHOWN_CODES.includes(error.code)) throw error

    return refuse({ [fieldOf(intent, error.code)]: error.code }, statusOf(error.code))
  }

  throw redirect(addressOf(action.then))
}

function fieldOf(intent: string, code: DomainErrorCode): string {
  const field = FIELD_OF_CODE[code]
  if (field === 'loginName' && intent !== 'exclude') return 'form'

  return field ?? 'form'
}

function readAction(intent: string, submitted: Submitted): Action | Refusal {
  const { doing, form } = submitted
  const [verb = '', id = ''] = splitIntent(intent)
  switch (verb) {
    case 'request-anomalies':
      return { work: () => requestAnomalySheet(doing), then: 'anomalies' }
    case 'review-anomalies':
      return { work: () => reviewAnomalies(doing), then: 'exclusions' }
    case 'exclude':
      return parsed(ExclusionFormSchema, fieldsOf(form, 'loginName', 'kind', 'reason'), (exclusion) => ({
        work: () => exclude({ ...doing, ...exclusion }),
        then: 'exclusions',
      }))
    case 'lift':
      return { work: () => liftExclusion({ ...doing, exclusionId: id }), then: 'exclusions' }
    case 'settle-exclusions':
      return { work: () => settleExclusions(doing), then: 'candidates' }
    case 'save-prizes':
      return parsed(PrizesFormSchema, fieldsOf(form, 'prizes', 'reserveCount'), (prizes) => ({
        work: () => savePrizes({ ...doing, ...prizes }),
        then: 'candidates',
      }))
    case 'draw-lots':
      return parsed(LotFormSchema, fieldsOf(form, 'present', 'method'), (draw) => ({
        work: () => drawLots({ ...doing, ...draw, numbers: lotNumbersOf(form) }),
        then: 'candidates',
      }))
    case 'settle-candidates':
      return { work: () => settleCandidates(doing), then: 'identities' }
    default:
      return readLaterAction(verb, id, submitted)
  }
}

/** From the check of the candidates to the final result. */
function readLaterAction(verb: string, id: string, { doing, form, texts }: Submitted): Action | Refusal {
  switch (verb) {
    case 'confirm':
      return {
        work: () => checkIdentity({ ...doing, participantId: id, verdict: 'confirmed', reason: '' }),
        then: 'identities',
      }
    case 'reject': {
      const reason = normalizeText(textOf(form, 'reason'))

      return {
        work: () => checkIdentity({ ...doing, participantId: id, verdict: 'rejected', reason }),
        then: 'identities',
      }
    }
    case 'settle-identities':
      return { work: () => settleIdentities(doing), then: 'minutes' }
    case 'save-minutes':
      return parsed(MinutesFormSchema, fieldsOf(form, 'place', 'members', 'conclusion'), (minutes) => ({
        work: () => saveMinutes({ ...doing, minutes }),
        then: 'official',
      }))
    case 'publish-official':
      return parsed(
        officialFormFor(texts.officialWord),
        fieldsOf(form, 'complaintHours', 'confirmation'),
        ({ complaintHours }) => ({
          work: () => publishOfficial({ ...doing, complaintHours }),
          then: 'official',
        }),
      )
    case 'finalize': {
      const word = confirmationFor(texts.finalWord).safeParse(textOf(form, 'confirmation'))
      if (!word.success) return { errors: { confirmation: 'confirmation_wrong' } }

      return { work: () => finalizeResult(doing), then: 'final' }
    }
    default:
      throw new DomainError('invalid_input')
  }
}

function splitIntent(intent: string): string[] {
  const colon = intent.indexOf(':')

  return colon === -1 ? [intent] : [intent.slice(0, colon), intent.slice(colon + 1)]
}

function parsed<T>(schema: ZodType<T>, fields: unknown, act: (value: T) => Action): Action | Refusal {
  const result = schema.safeParse(fields)

  return result.success ? act(result.data) : { errors: fieldErrorsOf(result.error) }
}

function fieldsOf(form: FormData, ...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)]))
}

function lotNumbersOf(form: FormData): ReadonlyMap<string, number> {
  return new Map(
    [...form.keys()]
      .filter((name) => name.startsWith('lot:'))
      .map((name) => [name.slice('lot:'.length), Math.trunc(Number(textOf(form, name)) || 0)]),
  )
}
