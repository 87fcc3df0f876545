import { closing } from '#app/i18n/messages/closing.ts'
import { useFormatters, useLocale, useT } from '#app/i18n/use-texts.ts'
import { EXCLUSION_KINDS } from '../../core/rounds/decision-facts.ts'
import { formatPrediction } from '../../core/ranking/prediction.ts'
import { Field, Select, TextInput, Textarea } from '../ui/field.tsx'
import { PersonName } from './person-name.tsx'
import type { StepProps } from './step-props.ts'
import type { ClosingTruth } from './closing-view-data.ts'
import { StepForm } from './step-form.tsx'

/** Who is not ranked, why, and what that does to the value predictions are compared with. */
export function ExclusionsStep({ view, answer, isOpen }: StepProps) {
  const t = useT(closing)

  return (
    <div className="grid gap-6">
      <p>{t('exclusionsText')}</p>
      {view.exclusions.length === 0 && <p className="text-muted">{t('exclusionsNone')}</p>}
      <ul className="divide-y divide-line">
        {view.exclusions.map((exclusion) => (
          <li key={exclusion.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <span className="grid gap-1">
              <PersonName person={exclusion} />
              <span className="text-sm">
                {t(`kind_${exclusion.kind}`)}: {exclusion.reason}
              </span>
            </span>
            {isOpen && (
              <StepForm
                intent={`lift:${exclusion.id}`}
                answer={answer}
                label={t('liftNamed', { name: exclusion.fullName })}
                button={t('lift')}
                buttonLabel={t('liftNamed', { name: exclusion.fullName })}
                look="quiet"
              />
            )}
          </li>
        ))}
      </ul>
      {isOpen && <AddForm key={view.exclusions.length} named={view.named} answer={answer} />}
      {isOpen && (
        <div className="grid gap-4 border-t border-line pt-6">
          <Shift truth={view.truth} />
          <StepForm
            intent="settle-exclusions"
            answer={answer}
            label={t('shiftTitle')}
            button={t('exclusionsSettle')}
          />
        </div>
      )}
    </div>
  )
}

function AddForm({ named, answer }: { named: string; answer: StepProps['answer'] }) {
  const t = useT(closing)

  return (
    <section className="grid gap-4 border-t border-line pt-6">
      <h3 className="text-lg">{t('exclusionsAdd')}</h3>
      <StepForm
        intent="exclude"
        answer={answer}
        label={t('exclusionsAdd')}
        button={t('addButton')}
        look="secondary"
      >
        {({ errorOf, typed }) => (
          <>
            <Field
              id="loginName"
              label={t('loginName')}
              hint={t('loginNameHint')}
              error={errorOf('loginName')}
            >
              {(control) => (
                <TextInput
                  {...control}
                  name="loginName"
                  autoComplete="off"
                  defaultValue={typed('loginName', named)}
                />
              )}
            </Field>
            <Field id="kind" label={t('exclusionKind')} error={errorOf('kind')}>
              {(control) => (
                <Select {...control} name="kind" defaultValue={typed('kind')}>
                  <option value="">{t('pickKind')}</option>
                  {EXCLUSION_KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`kind_${kind}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field
              id="reason"
              label={t('exclusionReason')}
              hint={t('exclusionReasonHint')}
              error={errorOf('reason')}
            >
              {(control) => <Textarea {...control} name="reason" rows={2} defaultValue={typed('reason')} />}
            </Field>
          </>
        )}
      </StepForm>
    </section>
  )
}

/** What settling the list would change, before it is done. */
function Shift({ truth: { kind, value, pending, facts } }: { truth: ClosingTruth }) {
  const t = useT(closing)
  const locale = useLocale()
  const { number } = useFormatters()
  const counts = pending?.facts ?? facts

  return (
    <div className="grid gap-1 rounded-md bg-sunken p-4">
      <h3 className="font-semibold">{t('shiftTitle')}</h3>
      {counts && (
        <p>
          {t('shiftCounts', {
            people: number(counts.people),
            attempts: number(counts.attempts),
            excluded: number(counts.excluded),
          })}
        </p>
      )}
      {kind && value !== null && pending && (
        <p>
          {t(value === pending.value ? 'shiftSame' : 'shiftTruth', {
            before: formatPrediction(kind, value, locale),
            after: formatPrediction(kind, pending.value, locale),
          })}
        </p>
      )}
    </div>
  )
}
