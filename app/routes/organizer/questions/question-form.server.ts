import { data, redirect } from '@remix-run/node'
import type { QuestionFormAnswer } from '#app/components/questions/question-form.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import { hasProvision } from '#app/core/questions/law-structure.ts'
import { lackingOf } from '#app/core/questions/question-content.ts'
import type { Lacking } from '#app/core/questions/question-content.ts'
import { parseDraft } from '#app/core/questions/question-draft.ts'
import type { QuestionDraft } from '#app/core/questions/question-draft.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { getBankFacts } from '#app/services/questions/banks.server.ts'
import { lawStructureOf } from '#app/services/questions/law-structures.server.ts'
import { createQuestion, editQuestion } from '#app/services/questions/question-writing.server.ts'
import { withSaved } from './question-done.ts'

/** Refusals by the use cases that belong to a field; `form` stands for the whole. */
const FIELD_OF_CODE: Partial<Record<DomainErrorCode, string>> = {
  topic_unknown: 'topic',
  nothing_changed: 'form',
  version_outdated: 'form',
}

type SaveFromForm = {
  form: FormData
  bankSlug: string
  /** Null: a new question. */
  edited: { code: string; review: string | null } | null
  authorId: string
  now: Date
}

/**
 * Saves the question as the form says: a redirect when done, the mistakes and what was typed when not.
 * @throws DomainError when the refusal is about no field, such as bank_not_found
 */
export async function saveFromForm({ form, bankSlug, edited, authorId, now }: SaveFromForm) {
  const values = valuesOf(form)
  const intent = textOf(form, 'intent')
  if (intent === 'add-option')
    return data<QuestionFormAnswer>({ errors: {}, values: { ...values, options: [...values.options, ''] } })

  const parsed = parseDraft(values, edited?.review ?? null)
  if (!parsed.success) return refuse(fieldErrorsOf(parsed.error), values)
  const structure = lawStructureOf(await getBankFacts(bankSlug))
  const isUnknown = (id: string) => structure !== null && !hasProvision(structure, id)
  if (parsed.data.citations.some(isUnknown)) return refuse({ citations: 'citation_unknown' }, values)

  const state = intent === 'submit' ? ('submitted' as const) : ('draft' as const)
  const written = { bankSlug, content: parsed.data, authorId, state, now }
  try {
    const code = edited?.code ?? (await createQuestion(written)).code
    if (edited) await editQuestion({ ...written, code, basedOn: Number(textOf(form, 'basedOn')) })

    return redirect(withSaved(paths.question(bankSlug, code), state))
  } catch (error) {
    if (error instanceof DomainError && error.code === 'question_incomplete')
      return refuse(lackingErrors(lackingOf(parsed.data)), values)
    const field = error instanceof DomainError ? FIELD_OF_CODE[error.code] : undefined
    if (!(error instanceof DomainError) || !field) throw error

    return refuse({ [field]: error.code }, values, statusOf(error.code))
  }
}

/** A draft may lack them: told only when it is submitted. */
function lackingErrors(lacking: readonly Lacking[]): FieldErrors {
  const codes = { explanation: 'explanation_missing', citations: 'citation_missing' } as const

  return Object.fromEntries(lacking.map((field) => [field, codes[field]]))
}

function refuse(errors: FieldErrors, values: QuestionDraft, status = statusOf('invalid_input')) {
  return data<QuestionFormAnswer>({ errors, values }, { status })
}

function valuesOf(form: FormData): QuestionDraft {
  const listOf = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')

  return {
    topic: textOf(form, 'topic'),
    difficulty: textOf(form, 'difficulty'),
    stem: textOf(form, 'stem'),
    options: listOf('option'),
    key: listOf('key').map(Number),
    explanation: textOf(form, 'explanation'),
    citations: listOf('citation').flatMap((ids) => ids.split(/[\s,;]+/).filter(Boolean)),
    evidence: textOf(form, 'evidence'),
    validFrom: textOf(form, 'validFrom'),
    validTo: textOf(form, 'validTo'),
  }
}
