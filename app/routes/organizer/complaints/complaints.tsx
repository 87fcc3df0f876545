import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { ComplaintFilters, ComplaintList } from '#app/components/complaint/complaint-list.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { ACKNOWLEDGE_WORKING_DAYS } from '#app/core/complaints/complaint-terms.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { complaint } from '#app/i18n/messages/complaint.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { COMPLAINT_FILTERS, listComplaints } from '#app/services/complaints/complaint-list.server.ts'
import type { ComplaintFilter } from '#app/services/complaints/complaint-list.server.ts'

export const meta: MetaFunction = () => [{ title: 'Khiếu nại – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))
  const { filter, page } = parseQuery(request.url)
  const { complaints, counts, pageCount } = await listComplaints(filter, page)

  return {
    now: context.now,
    filter,
    page,
    pageCount,
    complaints,
    filters: COMPLAINT_FILTERS.map((name) => ({
      name,
      to: addressOf(name, 1),
      count: counts[name],
      isCurrent: name === filter,
    })),
  }
}

const MAX_PAGE = 10_000

function parseQuery(url: string): { filter: ComplaintFilter; page: number } {
  const { searchParams } = new URL(url)
  const asked = searchParams.get('loc')
  const page = Math.trunc(Number(searchParams.get('trang') ?? 1))

  return {
    filter: COMPLAINT_FILTERS.find((name) => name === asked) ?? 'open',
    page: page >= 1 && page <= MAX_PAGE ? page : 1,
  }
}

function addressOf(filter: ComplaintFilter, page: number): string {
  return `${paths.complaints}?${new URLSearchParams({ loc: filter, ...(page > 1 ? { trang: String(page) } : {}) })}`
}

export default function Complaints() {
  const t = useT(complaint)
  const { now, filter, page, pageCount, complaints, filters } = useLoaderData<typeof loader>()

  return (
    <div className="page grid gap-7">
      <PageHeader title={t('listTitle')} lead={t('listLead', { acknowledge: ACKNOWLEDGE_WORKING_DAYS })} />
      <ComplaintFilters filters={filters} />
      {complaints.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <ComplaintList complaints={complaints} now={now} />
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(other) => addressOf(filter, other)} />
    </div>
  )
}
