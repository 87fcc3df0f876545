import { closing } from '#app/i18n/messages/closing.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { prizesText } from '../../core/closing/closing-forms.ts'
import { Field, FieldError, TextInput, Textarea } from '../ui/field.tsx'
import { CandidateList } from './candidate-list.tsx'
import type { FormState } from './closing-answer.ts'
import type { StepProps } from './step-props.ts'
import type { ClosingCandidate } from './closing-view-data.ts'
import { StepForm } from './step-form.tsx'

/** Prizes go down the board; among equals at the border of a prize lots decide. */
export function CandidatesStep({ view, answer, isOpen }: StepProps) {
  const t = useT(closing)
  const { round, candidates, ties, truth } = view

  return (
    <div className="grid gap-6">
      <p>{t('candidatesText')}</p>
      {isOpen && (
        <StepForm
          intent="save-prizes"
          answer={answer}
          label={t('prizes')}
          button={t('prizesSave')}
          look="secondary"
        >
          {({ errorOf, typed }) => (
            <>
              <Field id="prizes" label={t('prizes')} hint={t('prizesHint')} error={errorOf('prizes')}>
                {(control) => (
                  <Textarea
                    {...control}
                    name="prizes"
                    rows={Math.max(3, round.prizes.length)}
                    defaultValue={typed('prizes', prizesText(round.prizes))}
                  />
                )}
              </Field>
              <Field id="reserveCount" label={t('reserveCount')} error={errorOf('reserveCount')}>
                {(control) => (
                  <TextInput
                    {...control}
                    name="reserveCount"
                    inputMode="numeric"
                    defaultValue={typed('reserveCount', String(round.reserveCount))}
                    className="sm:max-w-32"
                  />
                )}
              </Field>
            </>
          )}
        </StepForm>
      )}
      <CandidateList candidates={candidates} predictionKind={truth.kind} />
      {isOpen && ties.length > 0 && <LotForm people={ties.flat()} answer={answer} />}
      {isOpen && (
        <StepForm
          intent="settle-candidates"
          answer={answer}
          label={t('step_candidates')}
          button={t('candidatesSettle')}
        />
      )}
    </div>
  )
}

function LotForm({ people, answer }: { people: readonly ClosingCandidate[]; answer: StepProps['answer'] }) {
  const t = useT(closing)
  const { number } = useFormatters()

  return (
    <section className="grid gap-4 rounded-md bg-gold-soft p-5">
      <h3 className="text-lg">{t('lotsTitle')}</h3>
      <p>{t('lotsText', { people: number(people.length) })}</p>
      <StepForm
        intent="draw-lots"
        answer={answer}
        label={t('lotsTitle')}
        button={t('lotsButton')}
        look="secondary"
      >
        {(state) => (
          <>
            <Field id="present" label={t('present')} hint={t('presentHint')} error={state.errorOf('present')}>
              {(control) => (
                <Textarea {...control} name="present" rows={3} defaultValue={state.typed('present')} />
              )}
            </Field>
            <MethodChoice state={state} />
            <div className="grid gap-3 sm:grid-cols-2">
              {people.map((person) => (
                <Field
                  key={person.participantId}
                  id={`lot-${person.participantId}`}
                  label={t('lotNumber', { name: person.fullName })}
                >
                  {(control) => (
                    <TextInput
                      {...control}
                      name={`lot:${person.participantId}`}
                      inputMode="numeric"
                      defaultValue={state.typed(`lot:${person.participantId}`)}
                      className="max-w-32"
                    />
                  )}
                </Field>
              ))}
            </div>
          </>
        )}
      </StepForm>
    </section>
  )
}

function MethodChoice({ state }: { state: FormState }) {
  const t = useT(closing)
  const error = state.errorOf('method')

  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold">{t('lotMethod')}</legend>
      {(['by_hand', 'by_machine'] as const).map((method) => (
        <label key={method} className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name="method"
            value={method}
            defaultChecked={state.typed('method') === method}
            aria-describedby={error ? 'method-error' : undefined}
            className="size-6 shrink-0 accent-brand"
          />
          {t(method)}
        </label>
      ))}
      {error && <FieldError id="method-error">{error}</FieldError>}
    </fieldset>
  )
}
