import { Form } from '@remix-run/react'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { UnitOptions } from './unit-form.tsx'
import type { ParentChoice } from './unit-form.tsx'

/** Leads to the preview of a merger; changes nothing. */
export function MergeStart({ action, targets }: { action: string; targets: readonly ParentChoice[] }) {
  const t = useT(unitTexts)
  if (targets.length === 0) return null

  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('mergeTitle')}</h2>
        <p className="text-sm text-muted">{t('mergeText')}</p>
      </div>
      <Form method="get" action={action} className="grid gap-4">
        <Field id="vao" label={t('mergeTarget')}>
          {(control) => (
            <Select {...control} name="vao" required defaultValue="">
              <option value="">{t('mergeChoose')}</option>
              <UnitOptions units={targets} />
            </Select>
          )}
        </Field>
        <Button look="secondary" className="sm:justify-self-start">
          {t('mergePreview')}
        </Button>
      </Form>
    </Card>
  )
}
