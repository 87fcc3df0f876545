import { Form } from '@remix-run/react'
import { account } from '#app/i18n/messages/account.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, Textarea } from '../ui/field.tsx'

type ProfileRequestsProps = {
  requests: readonly { id: string; message: string; createdAt: Date; handledAt: Date | null }[]
  error: string | null
  /** What was typed before a refusal. */
  typedMessage: string
}

/** Requests to the organizers: the way to a correction of what participants can't change themselves. */
export function ProfileRequests({ requests, error, typedMessage }: ProfileRequestsProps) {
  const t = useT(account)
  const { dateTime } = useFormatters()

  return (
    <Card className="grid gap-5">
      <h2 className="text-xl">{t('requestTitle')}</h2>
      {/* A new key empties the field after a request was sent. */}
      <Form method="post" key={requests.length} className="grid gap-4">
        <Field id="message" label={t('requestLabel')} hint={t('requestHint')} error={error}>
          {(control) => (
            <Textarea {...control} name="message" maxLength={1_000} required defaultValue={typedMessage} />
          )}
        </Field>
        <Button look="secondary" name="intent" value="request" className="justify-self-start">
          {t('requestButton')}
        </Button>
      </Form>
      {requests.length > 0 && (
        <ul className="grid gap-3 border-t border-line pt-5">
          {requests.map((request) => (
            <li key={request.id} className="grid gap-1">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <span className="tabular text-sm text-muted">{dateTime(request.createdAt)}</span>
                <Badge tone={request.handledAt ? 'good' : 'warn'}>
                  {request.handledAt ? t('requestHandled') : t('requestOpen')}
                </Badge>
              </div>
              <p>{request.message}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
