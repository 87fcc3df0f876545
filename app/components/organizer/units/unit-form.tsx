import { Form } from '@remix-run/react'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DayInput } from '../../ui/date-input.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { useFocusFirstError } from '../../use-focus-first-error.ts'
import { useIsSending } from '../form-answer.ts'
import type { FormAnswer } from '../form-answer.ts'
import { useUnitErrors } from './use-unit-errors.ts'

export type UnitFormValues = {
  name: string
  code: string
  parentId: string | null
  validFrom: string | null
  validTo: string | null
  headCount: number | null
}

export type ParentChoice = { id: string; name: string; depth: number }

type UnitFormProps = {
  /** Null for a new unit. */
  unit: UnitFormValues | null
  parents: readonly ParentChoice[]
  isHeadCountLocked: boolean
  answer: FormAnswer | null
}

/** What a unit is called, where it hangs, since when and until when it exists, and how many people it has. */
export function UnitForm({ unit, parents, isHeadCountLocked, answer }: UnitFormProps) {
  const t = useT(unitTexts)
  const errorOf = useUnitErrors(answer)
  const form = useFocusFirstError(answer)
  const isSending = useIsSending('save')
  const typed = (field: keyof UnitFormValues, stored: string): string => answer?.values[field] ?? stored

  return (
    <Card className="grid gap-5">
      <h2 id="unit-form" className="text-xl">
        {t('formTitle')}
      </h2>
      <Form method="post" ref={form} aria-labelledby="unit-form" noValidate className="grid gap-5">
        {answer && <Alert kind="bad">{errorOf('form') ?? t('formRefused')}</Alert>}
        <Field id="name" label={t('name')} error={errorOf('name')}>
          {(control) => (
            <TextInput {...control} name="name" required defaultValue={typed('name', unit?.name ?? '')} />
          )}
        </Field>
        <Field id="parentId" label={t('parent')} error={errorOf('parentId')}>
          {(control) => (
            <Select {...control} name="parentId" defaultValue={typed('parentId', unit?.parentId ?? '')}>
              <option value="">{t('parentNone')}</option>
              <UnitOptions units={parents} />
            </Select>
          )}
        </Field>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field id="code" label={t('code')} hint={t('codeHint')} error={errorOf('code')}>
            {(control) => (
              <TextInput
                {...control}
                name="code"
                spellCheck={false}
                defaultValue={typed('code', unit?.code ?? '')}
              />
            )}
          </Field>
          <Field
            id="headCount"
            label={t('headCount')}
            hint={isHeadCountLocked ? t('headCountLocked') : t('headCountHint')}
            error={errorOf('headCount')}
          >
            {(control) => (
              <TextInput
                {...control}
                name="headCount"
                inputMode="numeric"
                readOnly={isHeadCountLocked}
                defaultValue={typed('headCount', unit?.headCount?.toString() ?? '')}
              />
            )}
          </Field>
          <DayField name="validFrom" label={t('validFrom')} day={unit?.validFrom ?? null} answer={answer} />
          <DayField name="validTo" label={t('validTo')} day={unit?.validTo ?? null} answer={answer} />
        </div>
        {unit && <p className="text-sm text-muted">{t('closeHint')}</p>}
        <Button
          name="intent"
          value="save"
          isPending={isSending}
          pendingLabel={t('working')}
          className="sm:justify-self-start"
        >
          {unit ? t('save') : t('addUnit')}
        </Button>
      </Form>
    </Card>
  )
}

type DayFieldProps = { name: string; label: string; day: string | null; answer: FormAnswer | null }

/** A day of a unit, or nothing. */
export function DayField({ name, label, day, answer }: DayFieldProps) {
  const t = useT(unitTexts)
  const errorOf = useUnitErrors(answer)

  return (
    <Field id={name} label={label} hint={t('dayHint')} error={errorOf(name)}>
      {(control) => <DayInput {...control} name={name} defaultValue={answer?.values[name] ?? day ?? ''} />}
    </Field>
  )
}

/** Options set in by their depth in the tree. */
export function UnitOptions({ units }: { units: readonly ParentChoice[] }) {
  return units.map(({ id, name, depth }) => (
    <option key={id} value={id}>
      {'\u2003'.repeat(depth)}
      {name}
    </option>
  ))
}
