import { useState } from 'react'
import { isCellField } from '../../core/blueprint-form.ts'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { BankNotice } from '../organizer/bank-notice.tsx'
import { Field, Select } from '../ui/field.tsx'
import { BlueprintEditor } from './blueprint-editor.tsx'
import { useSetupField, useSetupForm } from '../organizer/setup-form-context.ts'
import { useSurroundings } from './round-form-context.ts'
import { SetupCheckbox, SetupInput } from '../organizer/setup-fields.tsx'

/** Which questions a paper draws, what they earn, and in which order they come. */
export function PaperFields() {
  const t = useT(roundSetup)
  const { banks } = useSurroundings()
  const bankField = useSetupField('bankId')
  const bank = banks.find(({ id }) => id === bankField.value) ?? null

  return (
    <>
      <Field id="bankId" label={t('bank')} error={bankField.error}>
        {(control) => (
          <Select
            {...control}
            name="bankId"
            value={bank?.id ?? ''}
            onChange={(event) => bankField.set(event.target.value)}
          >
            <option value="">{t('chooseBank')}</option>
            {banks.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {bank && <BankNotice bank={bank} />}
      <SetupCheckbox
        name="acceptsFlaggedQuestions"
        label={t('acceptsFlagged')}
        hint={t('acceptsFlaggedHint')}
      />
      {bank && <BlueprintEditor bank={bank} copy={<CopyBlueprint />} />}
      <div className="sm:max-w-64">
        <SetupInput
          name="pointsPerQuestion"
          inputMode="numeric"
          label={t('pointsPerQuestion')}
          hint={t('pointsHint')}
        />
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-semibold">{t('shuffle')}</legend>
        <SetupCheckbox name="shuffleQuestions" label={t('shuffleQuestions')} />
        <SetupCheckbox name="shuffleOptions" label={t('shuffleOptions')} hint={t('shuffleOptionsHint')} />
      </fieldset>
    </>
  )
}

/** Fills the table with the numbers of another round. Needs scripts: without them the numbers are typed. */
function CopyBlueprint() {
  const t = useT(roundSetup)
  const { otherRounds } = useSurroundings()
  const { values, setMany } = useSetupForm()
  const [chosen, setChosen] = useState('')
  if (otherRounds.length === 0) return null

  const copyFrom = (slug: string): void => {
    setChosen(slug)
    const source = otherRounds.find((round) => round.slug === slug)
    if (!source) return
    const emptied = Object.fromEntries(
      Object.keys(values)
        .filter(isCellField)
        .map((field) => [field, '']),
    )
    setMany({ ...emptied, ...source.cells })
  }

  return (
    <Field id="copyBlueprint" label={t('copyBlueprint')}>
      {(control) => (
        <Select {...control} value={chosen} onChange={(event) => copyFrom(event.target.value)}>
          <option value="">{t('chooseRound')}</option>
          {otherRounds.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
