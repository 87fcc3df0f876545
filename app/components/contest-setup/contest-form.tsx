import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { contestSetup } from '#app/i18n/messages/contest-setup.ts'
import type { ContestSetupText } from '#app/i18n/messages/contest-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { KeptNote, SaveBar } from '../organizer/save-bar.tsx'
import { SetupDay, SetupInput, SetupTextarea } from '../organizer/setup-fields.tsx'
import { SetupFormProvider } from '../organizer/setup-form-context.ts'
import { useKeptForm } from '../organizer/use-kept-form.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'

/** What the form of a new contest is kept under. */
export const NEW_CONTEST_FORM = 'cuoc-thi/moi'

export type ContestAnswer = {
  values: Readonly<Record<string, string>>
  problems: Readonly<Record<string, string>>
  refusal: string | null
}

type ContestFormProps = {
  name: string
  ownerId: string
  revision: number
  /** As saved. */
  values: Readonly<Record<string, string>>
  /** Of a refused save; null otherwise. */
  answer: ContestAnswer | null
  isNew: boolean
  isJustSaved: boolean
  /** Whether a round has opened: people rely on the rules then. */
  hasOpened: boolean
}

/** Name, organizers, rules and data notice of a contest. */
export function ContestForm(props: ContestFormProps) {
  const { answer, isNew, hasOpened } = props
  const t = useT(contestSetup)
  const form = useFocusFirstError(answer)
  const kept = useKeptForm({
    ...props,
    saved: props.values,
    typed: answer?.values ?? null,
    replaces: NEW_CONTEST_FORM,
  })
  const { values, setValue, setMany } = kept
  const isPending = useNavigation().state === 'submitting'
  const errorOf = (field: string): string | null => {
    const problem = answer?.problems[field]

    return problem === undefined ? null : t(problem as ContestSetupText)
  }

  return (
    <SetupFormProvider value={{ values, errorOf, setValue, setMany }}>
      <Form method="post" ref={form} noValidate className="grid gap-6">
        <input type="hidden" name="revision" value={kept.revision} />
        {answer && <Alert kind="bad">{t((answer.refusal ?? 'formRefused') as ContestSetupText)}</Alert>}
        {kept.restored && (
          <KeptNote
            text={t(kept.restored === 'same' ? 'restored' : 'restoredOlder')}
            discardLabel={t('discardKept')}
            onDiscard={kept.discard}
          />
        )}
        <IdentityFields />
        <OrganizerFields />
        <RulesFields hasOpened={hasOpened} />
        <SaveBar state={t(kept.isDirty ? 'unsaved' : isNew ? 'notSavedYet' : 'allSaved')}>
          <Button name="intent" value="save" isPending={isPending} pendingLabel={t('working')}>
            {t(isNew ? 'create' : 'save')}
          </Button>
        </SaveBar>
      </Form>
    </SetupFormProvider>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="grid gap-6">
      <h2 className="text-xl">{title}</h2>
      {children}
    </Card>
  )
}

function IdentityFields() {
  const t = useT(contestSetup)

  return (
    <Part title={t('identitySection')}>
      <SetupInput name="title" label={t('title')} />
      <SetupInput
        name="slug"
        label={t('slug')}
        hint={t('slugHint')}
        autoCapitalize="none"
        spellCheck={false}
      />
      <SetupTextarea name="summary" label={t('summary')} hint={t('summaryHint')} rows={4} />
      <div className="grid gap-6 sm:grid-cols-2">
        <SetupDay name="startsOn" label={t('startsOn')} />
        <SetupDay name="endsOn" label={t('endsOn')} />
        <p className="-mt-3 text-sm text-muted sm:col-span-2">{t('daysHint')}</p>
      </div>
    </Part>
  )
}

function OrganizerFields() {
  const t = useT(contestSetup)

  return (
    <Part title={t('organizerSection')}>
      <SetupInput name="organizerName" label={t('organizerName')} hint={t('organizerHint')} />
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <SetupInput name="parentBody" label={t('parentBody')} hint={t('parentBodyHint')} />
        <SetupInput name="issuingBody" label={t('issuingBody')} hint={t('issuingBodyHint')} />
      </div>
      <SetupInput name="place" label={t('place')} hint={t('placeHint')} />
      <SetupTextarea name="contactText" label={t('contactText')} hint={t('contactHint')} rows={3} />
    </Part>
  )
}

function RulesFields({ hasOpened }: { hasOpened: boolean }) {
  const t = useT(contestSetup)

  return (
    <Part title={t('rulesSection')}>
      {hasOpened && <Alert kind="info">{t('rulesOpenNote')}</Alert>}
      <SetupTextarea name="rulesText" label={t('rulesText')} hint={t('rulesHint')} rows={10} />
      <div className="sm:max-w-sm">
        <SetupInput
          name="noticeVersion"
          label={t('noticeVersion')}
          hint={t('noticeHint')}
          spellCheck={false}
        />
      </div>
    </Part>
  )
}
