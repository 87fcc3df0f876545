import { Form } from '@remix-run/react'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { writtenDay } from '../../../core/calendar-day.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useFocusFirstError } from '../../use-focus-first-error.ts'
import { useIsSending } from '../form-answer.ts'
import type { FormAnswer } from '../form-answer.ts'
import { DayField } from './unit-form.tsx'
import { useUnitErrors } from './use-unit-errors.ts'

type UnitAliasesProps = {
  unitName: string
  aliases: readonly { id: string; name: string; replacedOn: string | null }[]
  canManage: boolean
  answer: FormAnswer | null
}

/** Names under which people still look for the unit. */
export function UnitAliases({ unitName, aliases, canManage, answer }: UnitAliasesProps) {
  const t = useT(unitTexts)

  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 id="aliases" className="text-xl">
          {t('aliasTitle')}
        </h2>
        <p className="text-sm text-muted">{t('aliasText', { name: unitName })}</p>
      </div>
      {aliases.length === 0 ? (
        <p className="text-muted">{t('aliasNone')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {aliases.map(({ id, name, replacedOn }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                {name}{' '}
                {replacedOn && (
                  <span className="tabular text-sm text-muted">
                    {t('aliasReplaced', { day: writtenDay(replacedOn) })}
                  </span>
                )}
              </span>
              {canManage && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="aliasId" value={id} />
                  <Button
                    look="quiet"
                    name="intent"
                    value="remove-alias"
                    aria-label={t('aliasRemoveNamed', { name })}
                  >
                    {t('aliasRemove')}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {/* A new key empties the fields after a name was added. */}
      {canManage && <AliasForm key={aliases.length} answer={answer} />}
    </Card>
  )
}

function AliasForm({ answer }: { answer: FormAnswer | null }) {
  const t = useT(unitTexts)
  const errorOf = useUnitErrors(answer)
  const form = useFocusFirstError(answer)

  return (
    <Form
      method="post"
      ref={form}
      aria-labelledby="aliases"
      noValidate
      className="grid gap-4 border-t border-line pt-5"
    >
      <Field id="alias-name" label={t('aliasName')} error={errorOf('name')}>
        {(control) => (
          <TextInput {...control} name="name" defaultValue={answer?.values.name} autoComplete="off" />
        )}
      </Field>
      <DayField name="replacedOn" label={t('aliasSince')} day={null} answer={answer} />
      <Button
        look="secondary"
        name="intent"
        value="add-alias"
        isPending={useIsSending('add-alias')}
        className="sm:justify-self-start"
      >
        {t('aliasAdd')}
      </Button>
    </Form>
  )
}
