import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { live } from '#app/i18n/messages/live.ts'
import type { LiveText } from '#app/i18n/messages/live.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { OTHER_MINUTES, QUICK_EXTRA_MINUTES } from '../../../../core/attempts/extra-time.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field, TextInput, Textarea } from '../../../ui/field.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { useFocusFirstError } from '../../../use-focus-first-error.ts'

const MINUTE_MS = 60_000

export type RunningPerson = {
  attemptId: string
  number: number
  deadlineAt: Date
  extraMs: number
  fullName: string
  loginName: string
  unitName: string | null
}

export type ExtraTimeAnswer = {
  errors: Readonly<Record<string, string | undefined>>
  values: Readonly<Record<string, string>>
}

type ExtraTimeFormProps = { people: readonly RunningPerson[]; answer: ExtraTimeAnswer | null }

/** Who gets how much more, and why. */
export function ExtraTimeForm({ people, answer }: ExtraTimeFormProps) {
  const t = useT(live)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().formMethod === 'POST'
  const errorOf = (field: string) => {
    const key = answer?.errors[field]

    return key ? t(key as LiveText) : null
  }
  const { person = '', reason = '' } = answer?.values ?? {}

  return (
    <Form method="post" ref={form} aria-labelledby="extra-time" noValidate className="grid gap-5">
      {answer && <Alert kind="bad">{errorOf('form') ?? t('formRefused')}</Alert>}
      {people.length > 0 && (
        <>
          <PersonChoice people={people} chosen={person} error={errorOf('person')} />
          <MinutesChoice values={answer?.values ?? {}} error={errorOf('extraMs')} />
          <Field id="extra-reason" label={t('reason')} hint={t('reasonHint')} error={errorOf('reason')}>
            {(control) => <Textarea {...control} name="reason" rows={2} required defaultValue={reason} />}
          </Field>
          <p className="text-sm text-muted">{t('durationNote')}</p>
          <Button isPending={isPending} pendingLabel={t('working')} className="sm:justify-self-start">
            {t('giveButton')}
          </Button>
        </>
      )}
    </Form>
  )
}

const LIST_CLASS = 'divide-y divide-line overflow-hidden rounded-md border border-edge bg-surface'
const ROW_CLASS =
  'flex cursor-pointer items-start gap-3 px-3.5 py-2.5 hover:bg-sunken has-checked:bg-brand-soft'

type PersonChoiceProps = { people: readonly RunningPerson[]; chosen: string; error: string | null }

function PersonChoice({ people, chosen, error }: PersonChoiceProps) {
  const t = useT(live)

  return (
    <RadioGroup label={t('persons')} error={error}>
      <div className={LIST_CLASS}>
        {people.map((person) => (
          <label key={person.attemptId} htmlFor={person.attemptId} className={ROW_CLASS}>
            <input
              type="radio"
              id={person.attemptId}
              name="person"
              // With the deadline that is seen here: should it have moved meanwhile, nothing is given unseen.
              value={`${person.attemptId} ${person.deadlineAt.toISOString()}`}
              defaultChecked={chosen.startsWith(`${person.attemptId} `) || people.length === 1}
              className="mt-0.5 size-6 shrink-0 accent-brand"
            />
            <PersonText person={person} />
          </label>
        ))}
      </div>
    </RadioGroup>
  )
}

function PersonText({ person }: { person: RunningPerson }) {
  const t = useT(live)
  const { minutes, timeWithSeconds } = useFormatters()
  const { loginName, unitName, number, deadlineAt, extraMs } = person

  return (
    <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
      <span className="min-w-0">
        <span className="font-semibold">{person.fullName}</span>
        <span className="block text-sm text-muted">
          {t('personAccount', { loginName, unit: unitName ?? t('noUnit') })}
        </span>
      </span>
      <span className="tabular text-sm text-muted">
        {t('personTime', { number, time: timeWithSeconds(deadlineAt) })}
        {extraMs > 0 && (
          <span className="block font-semibold text-gold-text">
            {t('personExtra', { minutes: minutes(extraMs) })}
          </span>
        )}
      </span>
    </span>
  )
}

type MinutesChoiceProps = { values: Readonly<Record<string, string>>; error: string | null }

function MinutesChoice({ values, error }: MinutesChoiceProps) {
  const t = useT(live)
  const { minutes } = useFormatters()
  const [choice, setChoice] = useState(values.choice ?? '')
  const choices = [
    ...QUICK_EXTRA_MINUTES.map((count) => ({ value: String(count), label: minutes(count * MINUTE_MS) })),
    { value: OTHER_MINUTES, label: t('otherMinutes') },
  ]

  return (
    <RadioGroup label={t('minutes')} error={error}>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            htmlFor={`minutes-${value}`}
            className="flex min-h-12 cursor-pointer items-center gap-2.5 font-semibold"
          >
            <input
              type="radio"
              id={`minutes-${value}`}
              name="choice"
              value={value}
              checked={choice === value}
              onChange={() => setChoice(value)}
              className="size-6 shrink-0 accent-brand"
            />
            {label}
          </label>
        ))}
        <Field id="minutes" label={t('otherMinutesLabel')}>
          {(control) => (
            <TextInput
              {...control}
              name="minutes"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={values.minutes ?? ''}
              onInput={() => setChoice(OTHER_MINUTES)}
              className="w-28!"
            />
          )}
        </Field>
      </div>
    </RadioGroup>
  )
}
