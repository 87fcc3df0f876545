import { data } from '@remix-run/node'
import type { z } from 'zod'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import type { FormAnswer } from '#app/components/organizer/form-answer.ts'
import { fieldErrorsOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { statusOf } from '#app/http/problem.ts'

type Submission<S extends z.ZodType> = {
  form: FormData
  schema: S
  /** The field each refusal by the use case belongs to; `form` for the whole. Others rise. */
  fields?: Partial<Record<DomainErrorCode, string>>
}

/**
 * Does what a form of the console asks for.
 * @returns null when it is done; the mistakes and what was typed when not
 */
export async function submitForm<S extends z.ZodType>(
  { form, schema, fields = {} }: Submission<S>,
  work: (values: z.output<S>) => Promise<unknown>,
) {
  const values = textsOf(form)
  const parsed = schema.safeParse(values)
  if (!parsed.success) return refuseForm(values, fieldErrorsOf(parsed.error))
  try {
    await work(parsed.data)

    return null
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    // invalid_input names its fields itself.
    if (error.code === 'invalid_input') return refuseForm(values, error.details as FieldErrors)
    const field = fields[error.code]
    if (field === undefined) throw error

    return refuseForm(values, { [field]: error.code }, statusOf(error.code))
  }
}

export function refuseForm(values: Readonly<Record<string, string>>, errors: FieldErrors, status = 422) {
  return data<FormAnswer>({ intent: values.intent ?? '', errors, values }, { status })
}

/** The text fields of a form; of several with one name the last. */
export function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
