import { Form, Link, useNavigation } from '@remix-run/react'
import { complaint } from '#app/i18n/messages/complaint.ts'
import { regrade } from '#app/i18n/messages/regrade.ts'
import type { ComplaintTextKey } from '#app/i18n/messages/complaint.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { ANSWER_MAX_LENGTH, COMPLAINT_VERDICTS } from '../../core/complaints/complaint.ts'
import type { ComplaintState } from '../../core/complaints/complaint.ts'
import { paths } from '../../http/paths.ts'
import { useCan } from '../organizer/console-capabilities.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, Select, Textarea } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'

export type AnswerRefusal = {
  /** Keys of the texts by field; `form` when it is about the whole. */
  errors: Readonly<Record<string, string>>
  values: { verdict: string; answer: string }
}

type ComplaintHandlingProps = {
  roundSlug: string
  /** What the complaint is about, when it is a question. */
  versionId: string | null
  state: ComplaintState
  acknowledged: { at: Date; by: string } | null
  decided: { at: Date; by: string; answer: string } | null
  isReaderFree: boolean
  refusal: AnswerRefusal | null
}

/** What has been done with a complaint, and what this reader can do with it now. */
export function ComplaintHandling({
  roundSlug,
  versionId,
  state,
  acknowledged,
  decided,
  isReaderFree,
  refusal,
}: ComplaintHandlingProps) {
  const t = useT(complaint)
  const tRegrade = useT(regrade)
  const { dateTime } = useFormatters()
  const canManage = useCan('results.manage')

  return (
    <div className="grid gap-5">
      {acknowledged && (
        <p className="tabular text-sm text-muted">
          {t('acknowledgedBy', { name: acknowledged.by, time: dateTime(acknowledged.at) })}
        </p>
      )}
      {decided && (
        <Card className="grid gap-3">
          <h2 className="text-xl">{t('answerTitle')}</h2>
          <p className="whitespace-pre-line">{decided.answer}</p>
          <p className="tabular text-sm text-muted">
            {t('decidedBy', { name: decided.by, time: dateTime(decided.at) })}
          </p>
        </Card>
      )}
      {(state === 'accepted' || state === 'partly_accepted') && (
        <Alert kind="info">
          <p>{t('acceptedNext')}</p>
          {canManage && versionId !== null && (
            <Link to={paths.regradeQuestion(roundSlug, versionId)} className="link inline-block py-2">
              {tRegrade('prepareThis')}
            </Link>
          )}
        </Alert>
      )}
      {!canManage && (state === 'received' || state === 'in_review') && (
        <Alert kind="info">{t('readOnly')}</Alert>
      )}
      {canManage && state === 'received' && <AcknowledgeForm />}
      {canManage && state === 'in_review' && !isReaderFree && (
        <Alert kind="warn" title={t('involvedTitle')}>
          {t('involved')}
        </Alert>
      )}
      {canManage && state === 'in_review' && isReaderFree && <AnswerForm refusal={refusal} />}
    </div>
  )
}

function AcknowledgeForm() {
  const t = useT(complaint)
  const isPending = useNavigation().formMethod === 'POST'

  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('acknowledgeTitle')}</h2>
        <p>{t('acknowledgeText')}</p>
      </div>
      <Form method="post">
        <Button name="intent" value="acknowledge" isPending={isPending}>
          {t('acknowledge')}
        </Button>
      </Form>
    </Card>
  )
}

function AnswerForm({ refusal }: { refusal: AnswerRefusal | null }) {
  const t = useT(complaint)
  const { number } = useFormatters()
  const form = useFocusFirstError(refusal)
  const isPending = useNavigation().formMethod === 'POST'
  const bounds = { max: number(ANSWER_MAX_LENGTH) }
  const errorOf = (field: string): string | null => {
    const key = refusal?.errors[field]

    return key ? t(key as ComplaintTextKey, bounds) : null
  }

  return (
    <Card className="grid gap-5">
      <h2 id="answer-title" className="text-xl">
        {t('answerTitle')}
      </h2>
      <Form method="post" ref={form} aria-labelledby="answer-title" noValidate className="grid gap-5">
        {refusal && <Alert kind="bad">{errorOf('form') ?? t('answerRefused')}</Alert>}
        <Field id="verdict" label={t('verdict')} error={errorOf('verdict')}>
          {(control) => (
            <Select {...control} name="verdict" required defaultValue={refusal?.values.verdict ?? ''}>
              <option value="">{t('chooseVerdict')}</option>
              {COMPLAINT_VERDICTS.map((verdict) => (
                <option key={verdict} value={verdict}>
                  {t(`state_${verdict}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="answer" label={t('answer')} hint={t('answerHint', bounds)} error={errorOf('answer')}>
          {(control) => (
            <Textarea
              {...control}
              name="answer"
              rows={7}
              required
              defaultValue={refusal?.values.answer ?? ''}
            />
          )}
        </Field>
        <Button name="intent" value="answer" isPending={isPending} className="justify-self-start">
          {t('answerButton')}
        </Button>
      </Form>
    </Card>
  )
}
