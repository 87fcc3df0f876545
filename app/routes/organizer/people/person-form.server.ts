import { z } from 'zod'
import { createSignInCode } from '#app/auth/sign-in-codes.server.ts'
import { forgetSessionsOf } from '#app/auth/session-cache.server.ts'
import { DomainError } from '#app/core/domain-error.ts'
import {
  AnswerSchema,
  CODE_VALIDITIES_MS,
  CorrectionSchema,
  validitySchema,
} from '#app/core/people/person-form.ts'
import { writtenCode } from '#app/core/people/sign-in-code.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { withAudit } from '#app/services/audit.server.ts'
import { answerRequest, correctPerson } from '#app/services/people/person-changes.server.ts'
import type { ChangedBy } from '#app/services/units/unit-changes.server.ts'
import { refuseForm, submitForm, textsOf } from '../console-form.server.ts'
import { withDoneText } from '../done.ts'

/**
 * Does what one of the forms on a person's page asks for.
 * @returns where to go on, a code to read out (it can't be shown again, so it is no redirect), or the refusal
 * @throws DomainError not_found, and invalid_input for a form this page does not have
 */
export async function actOnPerson(personId: string, form: FormData, by: ChangedBy) {
  switch (textOf(form, 'intent')) {
    case 'code':
      return issueCode(personId, form, by)
    case 'correct': {
      const fields = { unit_unusable: 'unitId' } as const
      const refused = await submitForm({ form, schema: CorrectionSchema, fields }, async (values) => {
        const { requestId, answer, ...correction } = values
        const request = requestId === null ? null : { id: requestId, answer }
        await correctPerson({ personId, request, ...correction }, by)
        // The header of the person's own pages shows the name.
        forgetSessionsOf(personId)
      })

      return refused ?? withDoneText(paths.person(personId), 'corrected')
    }
    case 'answer': {
      const schema = z.object({ requestId: z.string(), answer: AnswerSchema })
      const refused = await submitForm({ form, schema }, (values) =>
        answerRequest({ personId, ...values }, by),
      )

      return refused ?? withDoneText(paths.person(personId), 'answered')
    }
    default:
      throw new DomainError('invalid_input')
  }
}

async function issueCode(personId: string, form: FormData, { actorId, now }: ChangedBy) {
  const validity = validitySchema(CODE_VALIDITIES_MS).safeParse(textOf(form, 'validity'))
  if (!validity.success) return refuseForm(textsOf(form), { validity: 'validity_invalid' })
  const expiresAt = new Date(now.getTime() + validity.data)
  const code = await withAudit(
    {
      actorId,
      action: 'person.code',
      subject: `user:${personId}`,
      details: { expiresAt: expiresAt.toISOString() },
      now,
    },
    (tx) => createSignInCode(tx, { userId: personId, validForMs: validity.data, now }),
  )

  return { code: writtenCode(code), expiresAt }
}
