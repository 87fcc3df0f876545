import { data, redirect } from '@remix-run/node'
import { countComplaint } from '#app/auth/try-limits.server.ts'
import type { ComplaintOutcome } from '#app/components/complaint/complaint-section.tsx'
import { ComplaintFormSchema } from '#app/core/complaints/complaint-form.ts'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { fileComplaint, withdrawComplaint } from '#app/services/complaints/complaints.server.ts'

type Complain = { request: Request; attemptId: string; participantId: string; now: Date }
type Values = { target: string; text: string }

/** Refusals by the use case that belong to a field; `form` stands for the whole. */
const FIELD_OF_CODE: Partial<Record<DomainErrorCode, string>> = {
  complaint_already_open: 'target',
  complaint_subject_hidden: 'target',
  complaint_window_closed: 'form',
  too_many_tries: 'form',
}

/**
 * Files or withdraws a complaint as the form says: a redirect when done, the mistakes and what was typed when not.
 * @throws DomainError when the refusal is about no field, such as attempt_not_found
 */
export async function complainFromForm({ request, attemptId, participantId, now }: Complain) {
  const form = await request.formData()
  if (textOf(form, 'intent') === 'withdraw')
    return withdraw(attemptId, Number(textOf(form, 'number')), participantId, now)
  const values = { target: textOf(form, 'target'), text: textOf(form, 'text') }
  const parsed = ComplaintFormSchema.safeParse(values)
  if (!parsed.success) return refuseForm(fieldErrorsOf(parsed.error), values)

  return file({ attemptId, participantId, ...parsed.data, now }, values)
}

async function file(complaint: Parameters<typeof fileComplaint>[0], values: Values) {
  let number: number
  try {
    await countComplaint(complaint.participantId)
    number = await fileComplaint(complaint)
  } catch (error) {
    const field = error instanceof DomainError ? FIELD_OF_CODE[error.code] : undefined
    if (!(error instanceof DomainError) || !field) throw error

    return refuseForm({ [field]: error.code }, values, statusOf(error.code))
  }

  throw redirect(paths.resultAfter(complaint.attemptId, 'da-gui', number))
}

async function withdraw(attemptId: string, number: number, participantId: string, now: Date) {
  if (!Number.isSafeInteger(number)) throw new DomainError('complaint_not_found')
  try {
    await withdrawComplaint(number, participantId, now)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'complaint_state_changed') throw error
    const outcome: ComplaintOutcome = { done: 'refused', error: error.code }

    return data(outcome, { status: statusOf(error.code) })
  }

  throw redirect(paths.resultAfter(attemptId, 'da-rut', number))
}

function refuseForm(errors: FieldErrors, values: Values, status = statusOf('invalid_input')) {
  const outcome: ComplaintOutcome = { done: 'form_refused', errors, values }

  return data(outcome, { status })
}

/** What the address says was just done, as far as it is true. */
export function outcomeOf(
  searchParams: URLSearchParams,
  own: readonly { number: number; state: string }[],
): ComplaintOutcome | null {
  const sent = own.find(({ number }) => String(number) === searchParams.get('da-gui'))
  if (sent) return { done: 'sent', number: sent.number }
  const withdrawn = own.find(({ number }) => String(number) === searchParams.get('da-rut'))

  return withdrawn?.state === 'withdrawn' ? { done: 'withdrawn' } : null
}
