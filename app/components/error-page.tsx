import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { common } from '#app/i18n/messages/common.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../http/paths.ts'
import { Emblem } from './emblem.tsx'
import { LinkButton } from './ui/button.tsx'

/** What is shown instead of a page that was refused or failed; with the id that support can find in the log. */
export function ErrorPage({ requestId: pageRequestId }: { requestId: string | null }) {
  const error = useRouteError()
  const t = useT(common)
  const requestId = requestIdOf(error) ?? pageRequestId
  const { title, text, isOurFault } = describe(isRouteErrorResponse(error) ? error.status : 500, t)

  return (
    <div className="page grid justify-items-center gap-4 py-16 text-center">
      <Emblem className="size-20 text-gold" />
      <h1 className="text-2xl">{title}</h1>
      <p className="max-w-xl text-muted">{text}</p>
      {isOurFault && requestId && (
        <p className="tabular text-sm text-muted">{t('requestId', { requestId })}</p>
      )}
      <LinkButton to={paths.home} reloadDocument>
        {t('backHome')}
      </LinkButton>
    </div>
  )
}

/** A failure of the server brings the id it is logged under (server/guarded-routes). */
function requestIdOf(error: unknown): string | null {
  const details: unknown = isRouteErrorResponse(error) ? error.data : null
  if (typeof details !== 'object' || details === null || !('requestId' in details)) return null

  return typeof details.requestId === 'string' ? details.requestId : null
}

function describe(status: number, t: ReturnType<typeof useT<(typeof common)['vi']>>) {
  if (status === 404) return { title: t('notFoundTitle'), text: t('notFoundText'), isOurFault: false }
  if (status === 401 || status === 403)
    return { title: t('forbiddenTitle'), text: t('forbiddenText'), isOurFault: false }

  return { title: t('failureTitle'), text: t('failureText'), isOurFault: true }
}
