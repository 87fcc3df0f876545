import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { LockDone } from '#app/components/organizer/rounds/lock-done.tsx'
import { PeopleFilter } from '#app/components/organizer/people/people-filter.tsx'
import { PeopleTable } from '#app/components/organizer/people/people-table.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { vietnamDayOf } from '#app/core/calendar-day.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { PEOPLE_STATES, listPeople } from '#app/services/people/people.server.ts'
import { listConsoleUnits } from '#app/services/units/unit-console.server.ts'
import { lockDoneOf } from './lock-people.server.ts'

export const meta: MetaFunction = () => [{ title: 'Người dự thi – Ban Tổ chức – Hội Thi' }]

const MAX_PAGE = 100_000

export async function loader({ request, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.read'))
  const { searchParams } = new URL(request.url)
  const state = PEOPLE_STATES.find((known) => known === searchParams.get('tinh-trang')) ?? 'all'
  const page = Math.min(MAX_PAGE, Math.max(1, Math.trunc(Number(searchParams.get('trang')) || 1)))
  const query = {
    search: searchParams.get('tim')?.trim().slice(0, 100) ?? '',
    unitId: searchParams.get('don-vi') || null,
    state,
    page,
  }
  const [found, units] = await Promise.all([listPeople(query), listConsoleUnits(vietnamDayOf(context.now))])

  return {
    query,
    found,
    units: units.map(({ id, name, depth }) => ({ id, name, depth })),
    lockDone: lockDoneOf(request),
  }
}

export default function People() {
  const t = useT(peopleTexts)
  const { number } = useFormatters()
  const { query, found, units, lockDone } = useLoaderData<typeof loader>()
  const canManage = useCan('people.manage')
  const hrefOf = (page: number): string =>
    `${paths.people}?${new URLSearchParams({
      ...(query.search && { tim: query.search }),
      ...(query.unitId && { 'don-vi': query.unitId }),
      ...(query.state !== 'all' && { 'tinh-trang': query.state }),
      trang: String(page),
    })}`

  return (
    <div className="page grid gap-6">
      <PageHeader title={t('title')} lead={t('lead')}>
        <div className="flex flex-wrap gap-3">
          {canManage && <LinkButton to={paths.rosterImports}>{t('importRoster')}</LinkButton>}
          <LinkButton to={paths.duplicates} look="secondary">
            {t('findDuplicates')}
          </LinkButton>
        </div>
      </PageHeader>
      {lockDone && <LockDone done={lockDone} />}
      <PeopleFilter query={query} units={units} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status">
          {found.matchCount === 0 ? t('foundNone') : t('found', { count: number(found.matchCount) })}
        </p>
        {canManage && query.unitId && (
          <LinkButton
            to={`${paths.slips}?${new URLSearchParams({ 'don-vi': query.unitId })}`}
            look="secondary"
          >
            {t('slipsOfUnit')}
          </LinkButton>
        )}
      </div>
      {found.rows.length > 0 && (
        <PeopleTable key={hrefOf(found.page)} rows={found.rows} canManage={canManage} />
      )}
      <Pagination page={found.page} pageCount={found.pageCount} hrefOf={hrefOf} />
    </div>
  )
}
