import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { contestSetup } from '#app/i18n/messages/contest-setup.ts'
import type { ContestSetupText } from '#app/i18n/messages/contest-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { useCan } from '../organizer/console-capabilities.ts'
import { SetupChoice, SetupInput } from '../organizer/setup-fields.tsx'
import { SetupFormProvider, useSetupField } from '../organizer/setup-form-context.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'

type Values = Readonly<Record<string, string>>

type RankingFormProps = {
  values: Values
  revision: number
  isLocked: boolean
  answer: { values: Values; problems: Values; refusal: ContestSetupText | null } | null
}

/** How the contest ranks people over its rounds and units among each other, and its terms for complaints. */
export function RankingForm({ values: saved, revision, isLocked, answer }: RankingFormProps) {
  const t = useT(contestSetup)
  const form = useFocusFirstError(answer)
  const [values, setValues] = useState<Values>(answer?.values ?? saved)
  const isPending = useNavigation().state === 'submitting'
  const canManage = useCan('contest.manage')
  const errorOf = (field: string): string | null => {
    const problem = answer?.problems[field]

    return problem === undefined ? null : t(problem as ContestSetupText)
  }

  return (
    <SetupFormProvider
      value={{
        values,
        errorOf,
        setValue: (field, value) => setValues((before) => ({ ...before, [field]: value })),
        setMany: (changes) => setValues((before) => ({ ...before, ...changes })),
      }}
    >
      <Form method="post" ref={form} noValidate>
        <input type="hidden" name="revision" value={revision} />
        <fieldset disabled={isLocked || !canManage} className="grid min-w-0 gap-6">
          {answer && <Alert kind="bad">{t(answer.refusal ?? 'formRefused')}</Alert>}
          {isLocked && <Alert kind="info">{t('rankingLocked')}</Alert>}
          <PeopleFields />
          <UnitFields />
          <ComplaintFields />
          {!isLocked && canManage && (
            <Button isPending={isPending} pendingLabel={t('working')} className="justify-self-start">
              {t('save')}
            </Button>
          )}
        </fieldset>
      </Form>
    </SetupFormProvider>
  )
}

function PeopleFields() {
  const t = useT(contestSetup)

  return (
    <Card className="grid gap-6">
      <h2 className="text-xl">{t('rankingPeople')}</h2>
      <SetupChoice
        name="combine"
        label={t('combine')}
        choices={[
          { value: 'sum', label: t('combine_sum') },
          { value: 'best_round', label: t('combine_best_round') },
        ]}
      />
      <SetupChoice
        name="prizesPerPerson"
        label={t('prizesPerPerson')}
        choices={[
          { value: 'any', label: t('prizesPerPerson_any') },
          { value: 'one', label: t('prizesPerPerson_one'), hint: t('prizesPerPerson_oneHint') },
        ]}
      />
    </Card>
  )
}

const FORMULAS = ['people', 'rate', 'rate_and_prizes', 'mean_of_best'] as const

function UnitFields() {
  const t = useT(contestSetup)
  const formula = useSetupField('unitFormula').value

  return (
    <Card className="grid gap-6">
      <h2 className="text-xl">{t('rankingUnits')}</h2>
      <SetupChoice
        name="unitFormula"
        label={t('unitFormula')}
        choices={FORMULAS.map((value) => ({
          value,
          label: t(`unitFormula_${value}`),
          hint: t(`unitFormula_${value}Hint`),
        }))}
      />
      <Shown isShown={formula === 'rate_and_prizes'} field="prizePoints">
        <SetupInput name="prizePoints" label={t('prizePoints')} hint={t('prizePointsHint')} />
      </Shown>
      <Shown isShown={formula === 'mean_of_best'} field="bestCount">
        <SetupInput name="bestCount" inputMode="numeric" label={t('bestCount')} />
      </Shown>
      <SetupInput name="sizeClassLimits" label={t('sizeClassLimits')} hint={t('sizeClassLimitsHint')} />
    </Card>
  )
}

/** A field that the chosen formula does not use keeps what was typed, out of sight. */
function Shown({ isShown, field, children }: { isShown: boolean; field: string; children: ReactNode }) {
  const { value } = useSetupField(field)

  return isShown ? children : <input type="hidden" name={field} value={value} />
}

function ComplaintFields() {
  const t = useT(contestSetup)

  return (
    <Card className="grid gap-6">
      <h2 className="text-xl">{t('complaintTerms')}</h2>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <SetupInput
          name="complaintWindowHours"
          inputMode="numeric"
          label={t('complaintWindowHours')}
          hint={t('complaintWindowHint')}
        />
        <SetupInput
          name="complaintAnswerDays"
          inputMode="numeric"
          label={t('complaintAnswerDays')}
          hint={t('complaintAnswerHint')}
        />
      </div>
    </Card>
  )
}
