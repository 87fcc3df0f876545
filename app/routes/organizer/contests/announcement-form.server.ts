import { data } from '@remix-run/node'
import { AnnouncementSchema } from '#app/core/contests/announcement-form.ts'
import type { AnnouncementInput } from '#app/core/contests/announcement-form.ts'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { statusOf } from '#app/http/problem.ts'

/** Refusals that are about the whole form: the announcement is not what it was when the page was made. */
const ABOUT_THE_WHOLE: readonly DomainErrorCode[] = ['announcement_overtaken', 'announcement_withdrawn']

type Values = ReturnType<typeof valuesOf>

function valuesOf(form: FormData) {
  return {
    title: textOf(form, 'title'),
    text: textOf(form, 'text'),
    severity: textOf(form, 'severity'),
    visibleFrom: textOf(form, 'visibleFrom'),
    visibleUntil: textOf(form, 'visibleUntil'),
    isOnEveryPage: textOf(form, 'isOnEveryPage'),
  }
}

/**
 * Reads the form of an announcement and does `work` with it.
 * @returns null when it was done, the mistakes and what was typed when not
 */
export async function announceFromForm(form: FormData, work: (input: AnnouncementInput) => Promise<unknown>) {
  const values = valuesOf(form)
  const parsed = AnnouncementSchema.safeParse({ ...values, isOnEveryPage: values.isOnEveryPage !== '' })
  if (!parsed.success) return refuse(fieldErrorsOf(parsed.error), values, statusOf('invalid_input'))

  try {
    await work(parsed.data)

    return null
  } catch (error) {
    if (!(error instanceof DomainError) || !ABOUT_THE_WHOLE.includes(error.code)) throw error

    return refuse({ form: error.code }, values, statusOf(error.code))
  }
}

function refuse(errors: FieldErrors, values: Values, status: number) {
  return data({ errors, values }, { status })
}
