import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ChevronRight, Download } from 'lucide-react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { AuditFilter } from '#app/components/audit/audit-filter.tsx'
import { AuditTable } from '#app/components/audit/audit-table.tsx'
import { buttonClass } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { AUDIT_PARAMS, auditQueryOf, parseAuditQuery } from '#app/http/audit-query.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { audit } from '#app/i18n/messages/audit.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import {
  MAX_EXPORTED_EVENTS,
  OPERATOR_ACTOR,
  listAuditChoices,
  readAuditPage,
} from '#app/services/audit-log.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nhật ký – Ban Tổ chức – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'audit.read'))
  const { query, period, cursor } = parseAuditQuery(request.url)
  const [page, choices] = await Promise.all([
    readAuditPage({ ...query, ...period }, cursor),
    listAuditChoices(),
  ])

  return {
    query,
    ...page,
    ...choices,
    isFirstPage: cursor === null,
    operatorValue: OPERATOR_ACTOR,
    maxExported: MAX_EXPORTED_EVENTS,
  }
}

export default function AuditLogPage() {
  const t = useT(audit)
  const { number } = useFormatters()
  const { query, events, olderCursor, isFirstPage, actors, actions, operatorValue, maxExported } =
    useLoaderData<typeof loader>()
  const hrefOf = (more: Record<string, string> = {}) => `${paths.auditLog}?${auditQueryOf(query, more)}`
  const exports = [
    { format: 'xlsx', label: t('exportXlsx') },
    { format: 'csv', label: t('exportCsv') },
  ]

  return (
    <div className="page flex flex-col gap-6">
      <PageHeader title={t('title')} lead={t('lead')}>
        <div className="flex flex-wrap gap-3">
          {exports.map(({ format, label }) => (
            <a
              key={format}
              href={`${paths.auditExport}?${auditQueryOf(query, { tep: format })}`}
              className={buttonClass('secondary')}
            >
              <Download aria-hidden="true" className="size-5" />
              {label}
            </a>
          ))}
        </div>
      </PageHeader>
      <AuditFilter
        query={query}
        params={AUDIT_PARAMS}
        actors={actors}
        operatorValue={operatorValue}
        actions={actions}
        plainHref={paths.auditLog}
      />
      {events.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <AuditTable events={events} />
      )}
      <nav className="flex flex-wrap items-center justify-between gap-3" aria-label={t('title')}>
        {isFirstPage ? (
          <span />
        ) : (
          <Link to={hrefOf()} className={buttonClass('secondary')}>
            {t('newestPage')}
          </Link>
        )}
        {olderCursor && (
          <Link to={hrefOf({ [AUDIT_PARAMS.cursor]: olderCursor })} className={buttonClass('secondary')}>
            {t('older')}
            <ChevronRight aria-hidden="true" className="size-5" />
          </Link>
        )}
      </nav>
      <p className="text-sm text-muted">{t('exportNote', { count: number(maxExported) })}</p>
    </div>
  )
}
