import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { announcing } from '#app/i18n/messages/announcing.ts'
import type { AnnouncingText } from '#app/i18n/messages/announcing.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { SEVERITIES } from '../../../core/contests/announcement.ts'
import type { Severity } from '../../../core/contests/announcement.ts'
import { AnnouncementBand } from '../../announcements/announcement-banner.tsx'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { MomentInput } from '../../ui/date-input.tsx'
import { Field, TextInput, Textarea } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { useFocusFirstError } from '../../use-focus-first-error.ts'

type Values = Readonly<Record<string, string>>
export type AnnouncementAnswer = { errors: Readonly<Record<string, string | undefined>>; values: Values }

type AnnouncementFormProps = {
  /** Of the announcement that is edited; null for a new one. */
  values: Values | null
  version?: number
  /** Of a refused form; null otherwise. */
  answer: AnnouncementAnswer | null
  submitText: 'publish' | 'save'
}

const NEW: Values = { severity: 'info', isOnEveryPage: 'yes' }

/** Writes or edits an announcement, with a look at what readers will see. */
export function AnnouncementForm({ values, version, answer, submitText }: AnnouncementFormProps) {
  const t = useT(announcing)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().formData?.get('intent') === 'announce'
  const typed = answer?.values ?? values ?? NEW
  const [draft, setDraft] = useState(typed)
  const errorOf = (field: string) => {
    const key = answer?.errors[field]

    return key ? t(key as AnnouncingText) : null
  }

  return (
    <Form
      method="post"
      ref={form}
      aria-labelledby="announcement-form"
      noValidate
      className="grid gap-5"
      onChange={(event) => setDraft(draftOf(event.currentTarget))}
    >
      {answer && <Alert kind="bad">{errorOf('form') ?? t('formRefused')}</Alert>}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <Field id="title" label={t('fieldTitle')} hint={t('titleHint')} error={errorOf('title')}>
        {(control) => (
          <TextInput {...control} name="title" required autoComplete="off" defaultValue={typed.title} />
        )}
      </Field>
      <Field id="text" label={t('fieldText')} hint={t('textHint')} error={errorOf('text')}>
        {(control) => <Textarea {...control} name="text" rows={5} required defaultValue={typed.text} />}
      </Field>
      <SeverityChoice chosen={typed.severity ?? ''} error={errorOf('severity')} />
      <Times typed={typed} errorOf={errorOf} />
      <Checkbox
        id="isOnEveryPage"
        name="isOnEveryPage"
        value="yes"
        label={t('onEveryPage')}
        hint={t('onEveryPageHint')}
        defaultChecked={Boolean(typed.isOnEveryPage)}
      />
      {draft.isOnEveryPage && <Preview draft={draft} />}
      <Button
        name="intent"
        value="announce"
        isPending={isPending}
        pendingLabel={t('working')}
        className="sm:justify-self-start"
      >
        {t(submitText)}
      </Button>
    </Form>
  )
}

function draftOf(form: HTMLFormElement): Values {
  return Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  )
}

function SeverityChoice({ chosen, error }: { chosen: string; error: string | null }) {
  const t = useT(announcing)

  return (
    <RadioGroup label={t('fieldSeverity')} error={error}>
      <div className="divide-y divide-line overflow-hidden rounded-md border border-edge bg-surface">
        {SEVERITIES.map((severity) => (
          <label
            key={severity}
            htmlFor={`severity-${severity}`}
            className="flex min-h-12 cursor-pointer items-center gap-3 px-3.5 py-2 hover:bg-sunken has-checked:bg-brand-soft"
          >
            <input
              type="radio"
              id={`severity-${severity}`}
              name="severity"
              value={severity}
              defaultChecked={chosen === severity}
              className="size-6 shrink-0 accent-brand"
            />
            <span className="font-semibold">{t(`severity_${severity}`)}</span>
            <span className="text-sm text-muted">{t(`severity_${severity}Hint`)}</span>
          </label>
        ))}
      </div>
    </RadioGroup>
  )
}

function Times({ typed, errorOf }: { typed: Values; errorOf: (field: string) => string | null }) {
  const t = useT(announcing)

  return (
    <div className="grid items-start gap-5 sm:grid-cols-2 lg:grid-cols-1">
      {(['visibleFrom', 'visibleUntil'] as const).map((name) => (
        <Field key={name} id={name} label={t(name)} hint={t(`${name}Hint`)} error={errorOf(name)}>
          {(control) => <MomentInput {...control} name={name} defaultValue={typed[name] ?? ''} />}
        </Field>
      ))}
    </div>
  )
}

function Preview({ draft }: { draft: Values }) {
  const t = useT(announcing)
  const severity = SEVERITIES.find((known) => known === draft.severity) ?? ('info' satisfies Severity)

  return (
    <div className="grid gap-1.5">
      <p className="font-semibold">{t('preview')}</p>
      <div className="overflow-hidden rounded-md border border-line">
        <AnnouncementBand
          announcement={{
            id: null,
            title: draft.title || t('previewTitle'),
            text: draft.text ?? '',
            severity,
          }}
          onDismiss={null}
        />
      </div>
    </div>
  )
}
