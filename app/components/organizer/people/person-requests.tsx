import { Form } from '@remix-run/react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Textarea } from '../../ui/field.tsx'
import { useFocusFirstError } from '../../use-focus-first-error.ts'
import { useIsSending } from '../form-answer.ts'
import type { FormAnswer } from '../form-answer.ts'
import { usePeopleErrors } from './use-people-errors.ts'

export type PersonRequest = {
  id: string
  message: string
  createdAt: Date
  handledAt: Date | null
  answer: string | null
  handledByName: string | null
}

type PersonRequestsProps = {
  requests: readonly PersonRequest[]
  canManage: boolean
  answer: FormAnswer | null
}

/** What the person asked for and was told; an open request can be answered without changing anything. */
export function PersonRequests({ requests, canManage, answer }: PersonRequestsProps) {
  const t = useT(peopleTexts)

  return (
    <Card className="grid gap-5">
      <h2 className="text-xl">{t('requestsTitle')}</h2>
      {requests.length === 0 ? (
        <p className="text-muted">{t('requestsNone')}</p>
      ) : (
        <ul className="grid gap-5">
          {requests.map((request) => (
            <li key={request.id} className="grid gap-3 rounded-md bg-sunken p-4">
              <RequestText request={request} />
              {canManage && request.handledAt === null && (
                <AnswerForm
                  requestId={request.id}
                  answer={answer?.values.requestId === request.id ? answer : null}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function RequestText({ request }: { request: PersonRequest }) {
  const t = useT(peopleTexts)
  const { dateTime } = useFormatters()
  const { handledAt, handledByName } = request

  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="tabular text-sm text-muted">{dateTime(request.createdAt)}</span>
        {handledAt === null && <Badge tone="warn">{t('requestOpen')}</Badge>}
      </div>
      <p className="whitespace-pre-line">{request.message}</p>
      {request.answer && (
        <p className="border-l-3 border-good pl-3 whitespace-pre-line">
          <span className="font-semibold">{t('requestAnswer')}</span> {request.answer}
        </p>
      )}
      {handledAt && (
        <p className="tabular text-sm text-muted">
          {handledByName
            ? t('requestHandledBy', { time: dateTime(handledAt), name: handledByName })
            : t('requestHandled', { time: dateTime(handledAt) })}
        </p>
      )}
    </div>
  )
}

function AnswerForm({ requestId, answer }: { requestId: string; answer: FormAnswer | null }) {
  const t = useT(peopleTexts)
  const errorOf = usePeopleErrors(answer)
  const form = useFocusFirstError(answer)

  return (
    <Form method="post" ref={form} noValidate className="grid gap-3">
      <input type="hidden" name="requestId" value={requestId} />
      <Field
        id={`answer-${requestId}`}
        label={t('answerLabel')}
        error={errorOf('answer') ?? errorOf('requestId')}
      >
        {(control) => <Textarea {...control} name="answer" rows={2} defaultValue={answer?.values.answer} />}
      </Field>
      <Button
        look="secondary"
        name="intent"
        value="answer"
        isPending={useIsSending('answer')}
        className="sm:justify-self-start"
      >
        {t('answerButton')}
      </Button>
    </Form>
  )
}
