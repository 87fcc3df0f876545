import { useState } from 'react'
import { STEP_FIELDS, withBlueprint } from '../../core/rounds/round-form-steps.ts'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { BankNotice } from '../organizer/bank-notice.tsx'
import { Field, Select } from '../ui/field.tsx'
import { BlueprintEditor } from './blueprint-editor.tsx'
import { useSetupField, useSetupForm } from '../organizer/setup-form-context.ts'
import { useSurroundings } from './round-form-context.ts'
import { SetupCheckbox, SetupInput } from '../organizer/setup-fields.tsx'
import { StepButton } from './step-button.tsx'

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

/** Fills the table with the numbers of another round. */
function CopyBlueprint() {
  const t = useT(roundSetup)
  const { otherRounds } = useSurroundings()
  const { values, setMany } = useSetupForm()
  const [chosen, setChosen] = useState('')
  if (otherRounds.length === 0) return null

  const copy = () => setMany(withBlueprint(values, otherRounds.find(({ slug }) => slug === chosen)?.cells))

  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-56 sm:max-w-sm">
        <Field id={STEP_FIELDS.copyFrom} label={t('copyBlueprint')}>
          {(control) => (
            <Select
              {...control}
              name={STEP_FIELDS.copyFrom}
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
            >
              <option value="">{t('chooseRound')}</option>
              {otherRounds.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <StepButton step={{ kind: 'copy_blueprint' }} section="de-thi" look="secondary" onPress={copy}>
        {t('copyBlueprintButton')}
      </StepButton>
    </div>
  )
}
