import { closing } from '#app/i18n/messages/closing.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { StaffResultFiles } from '../result/proof-card.tsx'
import { Alert } from '../ui/alert.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import type { StepProps } from './step-props.ts'
import { StepForm } from './step-form.tsx'

const DEFAULT_COMPLAINT_HOURS = 72

/** A one-way door: says what happens and wants the word typed. */
export function OfficialStep({ view: { round, candidates, steps, published }, answer, isOpen }: StepProps) {
  const t = useT(closing)
  const { dateTime, number } = useFormatters()
  // After a correction the result is official no longer, until it is declared anew.
  const isDeclared = steps.some(({ step, state }) => step === 'official' && state === 'done')
  if (isDeclared && round.officialAt && round.complaintsUntil) {
    return (
      <>
        <p>
          {t('officialDone', { time: dateTime(round.officialAt), until: dateTime(round.complaintsUntil) })}
        </p>
        <StaffResultFiles roundSlug={round.slug} published={published} />
      </>
    )
  }
  if (!isOpen) return null
  const winners = candidates.filter(({ standing }) => standing === 'winner').length

  return (
    <div className="grid gap-6">
      <Alert kind="warn">{t('officialText', { winners: number(winners) })}</Alert>
      <StepForm
        intent="publish-official"
        answer={answer}
        label={t('step_official')}
        button={t('officialButton')}
        look="danger"
        word={t('officialWord')}
      >
        {({ errorOf, typed }) => (
          <Field
            id="complaintHours"
            label={t('complaintHours')}
            hint={t('complaintHoursHint')}
            error={errorOf('complaintHours')}
          >
            {(control) => (
              <TextInput
                {...control}
                name="complaintHours"
                inputMode="numeric"
                defaultValue={typed('complaintHours', String(DEFAULT_COMPLAINT_HOURS))}
                className="sm:max-w-32"
              />
            )}
          </Field>
        )}
      </StepForm>
    </div>
  )
}

export function FinalStep({ view: { round, now }, answer, isOpen }: StepProps) {
  const t = useT(closing)
  const { dateTime, minutes } = useFormatters()
  if (round.phase === 'final' && round.finalizedAt)
    return <p>{t('finalDone', { time: dateTime(round.finalizedAt) })}</p>
  if (!round.complaintsUntil) return <p className="text-muted">{t('waiting')}</p>
  const until = dateTime(round.complaintsUntil)
  if (!isOpen) {
    return (
      <p>{t('finalWaiting', { until, left: minutes(round.complaintsUntil.getTime() - now.getTime()) })}</p>
    )
  }

  return (
    <div className="grid gap-6">
      <Alert kind="warn">{t('finalText', { until })}</Alert>
      <StepForm
        intent="finalize"
        answer={answer}
        label={t('step_final')}
        button={t('finalButton')}
        look="danger"
        word={t('finalWord')}
      />
    </div>
  )
}
