import { Form } from '@remix-run/react'
import { useState } from 'react'
import type { EndRule } from '../../../core/attempts/attempt-window.ts'
import {
  OTHER_END,
  QUICK_EXTENSIONS_MS,
  newEndTextOf,
  quickEndOf,
} from '../../../core/rounds/new-round-end.ts'
import { instantOfLocalTime } from '../../../core/local-time.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { MomentInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { useFocusFirstError } from '../../use-focus-first-error.ts'
import { useDecisionErrors, useIsPending } from './decision-answer.ts'
import type { DecisionAnswer } from './decision-answer.ts'
import { ExtendAnnouncement } from './extend-announcement.tsx'
import type { ExtensionDraft } from './extend-announcement.tsx'
import { ReasonField } from '../reason-field.tsx'
import { RefusalAlert } from '../refusal-alert.tsx'

type ExtendFormProps = {
  round: { title: string; closesAt: Date; endRule: EndRule }
  running: number
  /** Running attempts that get time by an extension. */
  cutShort: number
  /** Of a refused extension; null otherwise. */
  answer: DecisionAnswer | null
}

/** Moves the end of the round to a later moment, in one tap or to any minute in Vietnam's time. */
export function ExtendForm({ round, running, cutShort, answer }: ExtendFormProps) {
  const t = useT(organizer)
  const { dateTime, number } = useFormatters()
  const isPending = useIsPending('extend')
  const form = useFocusFirstError(answer)
  const errorOf = useDecisionErrors(answer, round.closesAt)
  const values = answer?.values ?? {}
  const [draft, setDraft] = useState({ closesAt: '', reason: values.reason ?? '' })
  const effect = round.endRule === 'must_start_before' ? 'extendStart' : 'extendFinish'
  const runningText = round.endRule === 'must_start_before' ? 'extendRunning' : 'extendGains'

  return (
    <Card className="grid content-start gap-5">
      <div className="grid gap-2">
        <h2 id="extend" className="text-xl">
          {t('extendTitle')}
        </h2>
        <p>{t(effect, { closesAt: dateTime(round.closesAt) })}</p>
        <p className="font-semibold">
          {t(runningText, { running: number(running), cutShort: number(cutShort) })}
        </p>
      </div>
      <Form
        method="post"
        ref={form}
        aria-labelledby="extend"
        noValidate
        className="grid gap-5"
        onChange={(event) => setDraft(draftOf(event.currentTarget))}
      >
        {answer && <RefusalAlert text={errorOf('form')} />}
        <NewEndFields closesAt={round.closesAt} values={values} error={errorOf('closesAt')} />
        <ReasonField id="extend-reason" error={errorOf('reason')} typed={values.reason ?? ''} />
        <ExtendAnnouncement roundTitle={round.title} draft={draft} values={values} answer={answer} />
        <Button
          name="intent"
          value="extend"
          isPending={isPending}
          pendingLabel={t('working')}
          className="sm:justify-self-start"
        >
          {t('extendButton')}
        </Button>
      </Form>
    </Card>
  )
}

/** What is chosen and typed so far, for the announcement that may go with it. */
function draftOf(form: HTMLFormElement): ExtensionDraft {
  const data = new FormData(form)
  const text = (name: string) => {
    const value = data.get(name)

    return typeof value === 'string' ? value : ''
  }

  return { closesAt: newEndTextOf(text('choice'), text('closesAt')), reason: text('reason') }
}

type NewEndFieldsProps = {
  closesAt: Date
  values: Readonly<Record<string, string>>
  error: string | null
}

const CHOICE_CLASS =
  'flex min-h-12 cursor-pointer items-center gap-3 px-3.5 py-2.5 hover:bg-sunken has-checked:bg-brand-soft'

function NewEndFields({ closesAt, values, error }: NewEndFieldsProps) {
  const t = useT(organizer)
  const { dateTime } = useFormatters()
  const lengthOf = useExtensionLength()
  const [choice, setChoice] = useState(values.choice ?? '')
  const radio = (value: string) => (
    <input
      type="radio"
      name="choice"
      value={value}
      checked={choice === value}
      onChange={() => setChoice(value)}
      className="size-6 shrink-0 accent-brand"
    />
  )

  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{t('newEnd')}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-md border border-edge bg-surface">
        {QUICK_EXTENSIONS_MS.map((extensionMs) => {
          const newEnd = quickEndOf(closesAt, extensionMs)

          return (
            <label key={extensionMs} className={CHOICE_CLASS}>
              {radio(newEnd)}
              <span className="flex flex-1 flex-wrap items-center justify-between gap-x-3">
                <span className="font-semibold">{t('quickEnd', { length: lengthOf(extensionMs) })}</span>
                <span className="tabular text-sm text-muted">
                  {dateTime(instantOfLocalTime(newEnd) ?? closesAt)}
                </span>
              </span>
            </label>
          )
        })}
        <label className={CHOICE_CLASS}>
          {radio(OTHER_END)}
          <span className="font-semibold">{t('otherEnd')}</span>
        </label>
        <div className="p-3.5">
          <Field id="closesAt" label={t('otherEndLabel')} hint={t('otherEndHint')} error={error}>
            {(control) => (
              <MomentInput
                {...control}
                name="closesAt"
                defaultValue={values.closesAt ?? ''}
                onInput={() => setChoice(OTHER_END)}
              />
            )}
          </Field>
        </div>
      </div>
    </fieldset>
  )
}

const DAY_MS = 24 * 60 * 60_000

function useExtensionLength(): (extensionMs: number) => string {
  const t = useT(organizer)
  const { minutes } = useFormatters()

  return (extensionMs) => (extensionMs === DAY_MS ? t('quickDay') : minutes(extensionMs))
}
