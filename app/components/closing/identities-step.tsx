import { closing } from '#app/i18n/messages/closing.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Field, TextInput } from '../ui/field.tsx'
import { CandidateList } from './candidate-list.tsx'
import type { StepProps } from './step-props.ts'
import type { ClosingCandidate } from './closing-view-data.ts'
import { StepForm } from './step-form.tsx'

/** Each candidate is confirmed, or rejected with a reason: then the next one moves up. */
export function IdentitiesStep({ view, answer, isOpen }: StepProps) {
  const t = useT(closing)

  return (
    <div className="grid gap-6">
      <p>{t('identitiesText')}</p>
      <CandidateList candidates={view.candidates} predictionKind={view.truth.kind}>
        {(candidate) => <Check candidate={candidate} answer={answer} isOpen={isOpen} />}
      </CandidateList>
      {isOpen && (
        <StepForm
          intent="settle-identities"
          answer={answer}
          label={t('step_identities')}
          button={t('identitiesSettle')}
        />
      )}
    </div>
  )
}

function Check({ candidate, answer, isOpen }: { candidate: ClosingCandidate } & Omit<StepProps, 'view'>) {
  const t = useT(closing)
  const { participantId, fullName, verdict, reason } = candidate
  const canBeChecked = candidate.standing === 'winner' || candidate.standing === 'reserve' || verdict !== null

  return (
    <div className="grid gap-2">
      <p className="text-sm">{t(`verdict_${verdict ?? 'none'}`, { reason })}</p>
      {isOpen && canBeChecked && (
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          {verdict !== 'confirmed' && (
            <StepForm
              intent={`confirm:${participantId}`}
              answer={answer}
              label={t('confirmNamed', { name: fullName })}
              button={t('confirm')}
              buttonLabel={t('confirmNamed', { name: fullName })}
              look="secondary"
            />
          )}
          {verdict !== 'rejected' && (
            <StepForm
              intent={`reject:${participantId}`}
              answer={answer}
              label={t('rejectNamed', { name: fullName })}
              button={t('reject')}
              buttonLabel={t('rejectNamed', { name: fullName })}
              look="danger"
              className="sm:grid-cols-[minmax(12rem,1fr)_auto] sm:items-end"
            >
              {({ errorOf, typed }) => (
                <Field id={`reason-${participantId}`} label={t('rejectReason')} error={errorOf('reason')}>
                  {(control) => <TextInput {...control} name="reason" defaultValue={typed('reason')} />}
                </Field>
              )}
            </StepForm>
          )}
        </div>
      )}
    </div>
  )
}
