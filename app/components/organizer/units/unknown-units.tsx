import { Form } from '@remix-run/react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { UnitOptions } from './unit-form.tsx'
import type { ParentChoice } from './unit-form.tsx'

export type UnknownUnitRow = {
  name: string
  field: string
  rowCount: number
  firstRow: number
  /** The unit it may mean. */
  proposedId: string | null
}

type UnknownUnitsProps = {
  rows: readonly UnknownUnitRow[]
  units: readonly ParentChoice[]
}

/** Asks which unit each unknown name means. The choice is kept with the upload. */
export function UnknownUnits({ rows, units }: UnknownUnitsProps) {
  const t = useT(peopleTexts)
  const { number } = useFormatters()

  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('unknownTitle')}</h2>
        <p className="text-muted">{t('unknownText')}</p>
      </div>
      <Form method="post" preventScrollReset className="grid gap-5">
        {rows.map(({ name, field, rowCount, firstRow, proposedId }, index) => (
          <Field
            key={name}
            id={`unknown-${index}`}
            label={name}
            hint={t('unknownRows', { count: number(rowCount), row: firstRow })}
          >
            {(control) => (
              <Select {...control} name={field} defaultValue={proposedId ?? ''}>
                <option value="">{t('unknownSkip')}</option>
                <UnitOptions units={units} />
              </Select>
            )}
          </Field>
        ))}
        <Button look="secondary" name="intent" value="units" className="sm:justify-self-start">
          {t('unknownApply')}
        </Button>
      </Form>
    </Card>
  )
}
