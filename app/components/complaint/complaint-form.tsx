import { Form, useNavigation } from '@remix-run/react'
import { complaint } from '#app/i18n/messages/complaint.ts'
import type { ComplaintTextKey } from '#app/i18n/messages/complaint.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import {
  COMPLAINT_TEXT_MAX_LENGTH,
  COMPLAINT_TEXT_MIN_LENGTH,
  targetText,
} from '../../core/complaints/complaint.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Field, Select, Textarea } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'

export type ComplaintFormAnswer = {
  /** Keys of the texts by field; `form` when it is about the whole. */
  errors: Readonly<Record<string, string>>
  values: { target: string; text: string }
}

type ComplaintFormProps = {
  /** The questions that can be complained of: those the page shows. */
  questions: readonly { position: number; stem: string }[]
  /** The subject chosen beforehand by a link; empty for none. */
  target: string
  answer: ComplaintFormAnswer | null
}

/** What the complaint is about, and why. */
export function ComplaintForm({ questions, target, answer }: ComplaintFormProps) {
  const t = useT(complaint)
  const { number } = useFormatters()
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().formData?.get('intent') === 'complain'
  const bounds = { min: number(COMPLAINT_TEXT_MIN_LENGTH), max: number(COMPLAINT_TEXT_MAX_LENGTH) }
  const errorOf = (field: string): string | null => {
    const key = answer?.errors[field]

    return key ? t(key as ComplaintTextKey, bounds) : null
  }
  const chosen = answer?.values.target ?? target

  return (
    <Form method="post" ref={form} noValidate preventScrollReset className="grid gap-5 pt-4">
      {answer && <Alert kind="bad">{errorOf('form') ?? t('formRefused')}</Alert>}
      <Field
        id="complaint-target"
        label={t('about')}
        hint={questions.length === 0 ? t('aboutHint') : null}
        error={errorOf('target')}
      >
        {(control) => (
          <Select {...control} name="target" required key={chosen} defaultValue={chosen}>
            <option value="">{t('choose')}</option>
            <option value="result">{t('about_result')}</option>
            <option value="ranking">{t('about_ranking')}</option>
            {questions.map(({ position, stem }) => (
              <option key={position} value={targetText({ subject: 'question', position })}>
                {t('about_question', { position, stem: shortened(stem) })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="complaint-text" label={t('text')} hint={t('textHint', bounds)} error={errorOf('text')}>
        {(control) => (
          <Textarea {...control} name="text" rows={6} required defaultValue={answer?.values.text ?? ''} />
        )}
      </Field>
      <Button
        name="intent"
        value="complain"
        isPending={isPending}
        pendingLabel={t('sending')}
        className="justify-self-start"
      >
        {t('send')}
      </Button>
    </Form>
  )
}

const STEM_LENGTH = 60

/** Long enough to know the question again, short enough for a list. */
function shortened(stem: string): string {
  return stem.length <= STEM_LENGTH ? stem : `${stem.slice(0, stem.lastIndexOf(' ', STEM_LENGTH))}…`
}
