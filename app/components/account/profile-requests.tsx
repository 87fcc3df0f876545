import { Form, useNavigation } from '@remix-run/react'
import { account } from '#app/i18n/messages/account.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, Textarea } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'

export type OwnRequest = {
  id: string
  message: string
  createdAt: Date
  handledAt: Date | null
  answer: string | null
}

type ProfileRequestsProps = {
  requests: readonly OwnRequest[]
  maxLength: number
  /** False while too many wait for an answer. */
  canSend: boolean
  error: string | null
  /** What was typed before a refusal. */
  typedMessage: string
}

/** Requests to the organizers: the way to a correction of what participants can't change themselves. */
export function ProfileRequests({ requests, ...form }: ProfileRequestsProps) {
  const t = useT(account)

  return (
    <Card aria-labelledby="requests-title" className="grid gap-5">
      <h2 id="requests-title" className="text-xl">
        {t('requestTitle')}
      </h2>
      {form.canSend ? (
        // A new key empties the field after a request was sent.
        <RequestForm key={requests[0]?.id ?? ''} {...form} />
      ) : (
        <Alert kind="info">{t('requestsWaiting')}</Alert>
      )}
      {requests.length > 0 && (
        <div className="grid gap-4 border-t border-line pt-5">
          <h3 className="text-base">{t('requestsSent')}</h3>
          <ul className="grid gap-4">
            {requests.map((request) => (
              <RequestRow key={request.id} request={request} />
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}

function RequestForm({ maxLength, error, typedMessage }: Omit<ProfileRequestsProps, 'requests' | 'canSend'>) {
  const t = useT(account)
  const { number } = useFormatters()
  const form = useFocusFirstError(error)
  const isPending = useNavigation().state === 'submitting'

  return (
    <Form method="post" ref={form} noValidate className="grid gap-4">
      <Field
        id="message"
        label={t('requestLabel')}
        hint={t('requestHint', { max: number(maxLength) })}
        error={error}
      >
        {(control) => (
          <Textarea {...control} name="message" maxLength={maxLength} required defaultValue={typedMessage} />
        )}
      </Field>
      <Button
        look="secondary"
        name="intent"
        value="request"
        isPending={isPending}
        className="justify-self-start"
      >
        {t('requestButton')}
      </Button>
    </Form>
  )
}

function RequestRow({ request }: { request: OwnRequest }) {
  const t = useT(account)
  const { date, dateTime } = useFormatters()

  return (
    <li className="grid gap-2 rounded-md bg-sunken p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="tabular text-sm text-muted">{dateTime(request.createdAt)}</span>
        {request.handledAt ? (
          <Badge tone="good">{t('requestHandled', { date: date(request.handledAt) })}</Badge>
        ) : (
          <Badge tone="warn">{t('requestOpen')}</Badge>
        )}
      </div>
      <p className="whitespace-pre-line">{request.message}</p>
      {request.answer && (
        <p className="border-l-3 border-good pl-3 whitespace-pre-line">
          <span className="font-semibold">{t('requestAnswer')}</span> {request.answer}
        </p>
      )}
    </li>
  )
}
