import { z } from 'zod'
import { DomainError } from '#app/core/domain-error.ts'
import { AliasSchema, ReasonSchema, SignOffSchema, UnitFormSchema } from '#app/core/units/unit-form.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import {
  addAlias,
  changeUnit,
  removeAlias,
  reopenHeadCount,
  signOffHeadCount,
} from '#app/services/units/unit-changes.server.ts'
import type { ChangedBy } from '#app/services/units/unit-changes.server.ts'
import { submitForm } from '../console-form.server.ts'
import { withDoneText } from '../done.ts'

/**
 * Does what one of the forms on a unit's page asks for.
 * @returns the refusal, or null and where to go on
 * @throws DomainError not_found, and invalid_input for a form this page does not have
 */
export async function changeUnitFromForm(unitId: string, form: FormData, by: ChangedBy) {
  const done = (text: string): string => withDoneText(paths.unit(unitId), text)
  switch (textOf(form, 'intent')) {
    case 'save': {
      const fields = {
        unit_code_taken: 'code',
        unit_unusable: 'parentId',
        unit_in_own_branch: 'parentId',
        head_count_signed: 'headCount',
      } as const
      const refused = await submitForm({ form, schema: UnitFormSchema, fields }, (values) =>
        changeUnit(unitId, values, by),
      )

      return { refused, next: done('saved') }
    }
    case 'sign': {
      const refused = await submitForm({ form, schema: SignOffSchema }, (values) =>
        signOffHeadCount({ unitId, ...values }, by),
      )

      return { refused, next: done('signDone') }
    }
    case 'reopen': {
      const schema = z.object({ reason: ReasonSchema })
      const refused = await submitForm({ form, schema }, ({ reason }) => reopenHeadCount(unitId, reason, by))

      return { refused, next: done('reopened') }
    }
    case 'add-alias': {
      const refused = await submitForm({ form, schema: AliasSchema }, (values) =>
        addAlias({ unitId, ...values }, by),
      )

      return { refused, next: done('aliasAdded') }
    }
    case 'remove-alias':
      await removeAlias(unitId, textOf(form, 'aliasId'), by)

      return { refused: null, next: done('aliasRemoved') }
    default:
      throw new DomainError('invalid_input')
  }
}
