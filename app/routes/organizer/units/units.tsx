import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { DoneNote } from '#app/components/organizer/done-note.tsx'
import { UnitTable } from '#app/components/organizer/units/unit-table.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { SearchForm } from '#app/components/ui/search-form.tsx'
import { vietnamDayOf } from '#app/core/calendar-day.ts'
import { createUnitSearch } from '#app/core/units/unit-search.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { moveUnit } from '#app/services/units/unit-changes.server.ts'
import { listConsoleUnits } from '#app/services/units/unit-console.server.ts'
import { doneTextOf, withDoneText } from '../done.ts'

export const meta: MetaFunction = () => [{ title: 'Đơn vị – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.read'))
  const all = await listConsoleUnits(vietnamDayOf(context.now))
  const search = new URL(request.url).searchParams.get('tim')?.trim() ?? ''
  // A code or a former name finds its unit too; the name stays what is shown.
  const find = createUnitSearch(
    all.map(({ id, name, code, path, formerNames }) => ({
      id,
      name: [name, code, ...path, ...formerNames].join(' '),
    })),
  )
  const found = new Set(find(search).map(({ id }) => id))
  const counted = all.filter(({ headCount }) => headCount !== null)

  return {
    search,
    units: all.filter(({ id }) => found.has(id)),
    totals: {
      units: all.length,
      people: all.reduce((sum, unit) => sum + unit.people, 0),
      headCount: counted.reduce((sum, unit) => sum + (unit.headCount ?? 0), 0),
      signed: all.filter(({ signedOn }) => signedOn !== null).length,
    },
    done: doneTextOf(request, ['created', 'moved', 'merged'] as const),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const form = await request.formData()
  const direction = textOf(form, 'direction') === 'up' ? 'up' : 'down'
  await orThrowResponse(moveUnit(textOf(form, 'unitId'), direction, { actorId, now: context.now }))

  return redirect(withDoneText(paths.units, 'moved'))
}

export default function Units() {
  const t = useT(unitTexts)
  const { number } = useFormatters()
  const { search, units, totals, done } = useLoaderData<typeof loader>()
  const canManage = useCan('people.manage')

  return (
    <div className="page grid gap-6">
      <PageHeader title={t('title')} lead={t('lead')}>
        <div className="flex flex-wrap gap-3">
          {canManage && <LinkButton to={paths.newUnit}>{t('addUnit')}</LinkButton>}
          {canManage && (
            <LinkButton to={paths.unitImports} look="secondary">
              {t('importUnits')}
            </LinkButton>
          )}
          <LinkButton to={paths.unitExport} look="secondary" reloadDocument>
            {t('exportUnits')}
          </LinkButton>
        </div>
      </PageHeader>
      {done && <DoneNote>{t(done)}</DoneNote>}
      {totals.units === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <>
          <SearchForm label={t('search')} hint={t('searchHint')} search={search} button={t('searchButton')} />
          <p className="text-sm text-muted">
            {t('total', {
              units: number(totals.units),
              people: number(totals.people),
              headCount: number(totals.headCount),
              signed: number(totals.signed),
            })}
          </p>
          {units.length === 0 ? (
            <p>{t('nothingFound', { search })}</p>
          ) : (
            <UnitTable units={units} canMove={canManage && search === ''} />
          )}
        </>
      )}
    </div>
  )
}
