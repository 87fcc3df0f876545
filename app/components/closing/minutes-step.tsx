import { closing } from '#app/i18n/messages/closing.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Field, TextInput, Textarea } from '../ui/field.tsx'
import type { StepProps } from './step-props.ts'
import { StepForm } from './step-form.tsx'

/** The meeting that awards the prizes: where, who, what was said. */
export function MinutesStep({ view: { minutes }, answer, isOpen }: StepProps) {
  const t = useT(closing)
  if (!isOpen) {
    return (
      <div className="grid gap-2">
        <p>{minutes?.place}</p>
        <ul className="grid list-disc gap-1 pl-6 marker:text-gold">
          {minutes?.members.map((member) => (
            <li key={member}>{member}</li>
          ))}
        </ul>
        <p className="whitespace-pre-line">{minutes?.conclusion}</p>
      </div>
    )
  }

  return (
    <div className="grid gap-6">
      <p>{t('minutesText')}</p>
      <StepForm intent="save-minutes" answer={answer} label={t('step_minutes')} button={t('minutesSave')}>
        {({ errorOf, typed }) => (
          <>
            <Field id="place" label={t('minutesPlace')} error={errorOf('place')}>
              {(control) => (
                <TextInput {...control} name="place" defaultValue={typed('place', minutes?.place)} />
              )}
            </Field>
            <Field
              id="members"
              label={t('minutesMembers')}
              hint={t('minutesMembersHint')}
              error={errorOf('members')}
            >
              {(control) => (
                <Textarea
                  {...control}
                  name="members"
                  rows={5}
                  defaultValue={typed('members', minutes?.members.join('\n'))}
                />
              )}
            </Field>
            <Field
              id="conclusion"
              label={t('minutesConclusion')}
              hint={t('minutesConclusionHint')}
              error={errorOf('conclusion')}
            >
              {(control) => (
                <Textarea
                  {...control}
                  name="conclusion"
                  rows={4}
                  defaultValue={typed('conclusion', minutes?.conclusion)}
                />
              )}
            </Field>
          </>
        )}
      </StepForm>
    </div>
  )
}
