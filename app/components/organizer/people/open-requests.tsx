import { Form, Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../../http/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useCan } from '../console-capabilities.ts'

export type OpenRequest = {
  id: string
  message: string
  createdAt: Date
  person: { id: string; fullName: string; loginName: string; unitName: string | null }
}

type OpenRequestsProps = {
  requests: readonly OpenRequest[]
  /** The request this organizer has just handled, if any. */
  handledId: string | null
}

/** Requests to correct a name or unit that nobody has handled yet, oldest first. */
export function OpenRequests({ requests, handledId }: OpenRequestsProps) {
  const t = useT(organizer)
  const canHandle = useCan('people.manage')
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone with its request: the keyboard goes on from the heading.
  useEffect(() => {
    if (handledId) heading.current?.focus()
  }, [handledId])

  return (
    <Card className="grid content-start gap-5">
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {t('requestsTitle')}
      </h2>
      <p role="status" className="text-good empty:hidden">
        {handledId && t('requestHandled')}
      </p>
      {requests.length === 0 ? (
        <p className="text-muted">{t('requestsNone')}</p>
      ) : (
        <ul className="grid gap-5">
          {requests.map((request) => (
            <li key={request.id} className="grid gap-3 border-t border-line pt-5">
              <RequestText request={request} />
              {canHandle && (
                <Form method="post" preventScrollReset replace>
                  <input type="hidden" name="requestId" value={request.id} />
                  <Button
                    look="secondary"
                    aria-label={t('requestHandleNamed', { name: request.person.fullName })}
                  >
                    {t('requestHandle')}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function RequestText({ request }: { request: OpenRequest }) {
  const t = useT(organizer)
  const { dateTime } = useFormatters()
  const canRead = useCan('people.read')
  const { id, fullName, loginName, unitName } = request.person

  return (
    <div className="grid gap-1">
      <p className="font-semibold">{t('requestFrom', { name: fullName, unit: unitName ?? t('noUnit') })}</p>
      <p className="text-sm text-muted">
        <span className="inline-block">{loginName}</span> ·{' '}
        <span className="inline-block">{dateTime(request.createdAt)}</span>
      </p>
      <p className="whitespace-pre-line">{request.message}</p>
      {canRead && (
        <Link to={paths.person(id)} className="link justify-self-start py-1">
          {t('requestOpenPerson', { name: fullName })}
        </Link>
      )}
    </div>
  )
}
