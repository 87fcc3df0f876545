import type { ZodError } from 'zod'

/** The first message of each field, by the field's dotted name. Messages are keys of the translation files. */
export type FieldErrors = Readonly<Record<string, string>>

export function fieldErrorsOf(error: ZodError): FieldErrors {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[issue.path.join('.')] ??= issue.message

  return errors
}

/** A text field of a form; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)

  return typeof value === 'string' ? value : ''
}
