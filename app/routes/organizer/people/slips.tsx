import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { SlipsForm } from '#app/components/organizer/people/slips-form.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { SLIP_VALIDITIES_MS } from '#app/core/people/person-form.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { MAX_SLIPS, listSlipOwners } from '#app/services/people/people.server.ts'
import { getUnitName } from '#app/services/units/units.server.ts'
import { chosenOf } from './lock-people.server.ts'

export const meta: MetaFunction = () => [{ title: 'In phiếu đăng nhập – Ban Tổ chức – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))
  const { searchParams } = new URL(request.url)
  const unitId = searchParams.get('don-vi') || null
  const personIds = chosenOf(searchParams)
  const owners = await listSlipOwners(unitId === null ? { personIds } : { unitId })

  return {
    unit: unitId === null ? null : { id: unitId, name: (await getUnitName(unitId)) ?? '' },
    personIds,
    count: owners.length,
    maxCount: MAX_SLIPS,
    validitiesMs: SLIP_VALIDITIES_MS,
  }
}

export default function Slips() {
  const t = useT(peopleTexts)
  const { number } = useFormatters()
  const { unit, personIds, count, maxCount, validitiesMs } = useLoaderData<typeof loader>()
  const isEmpty = unit === null && personIds.length === 0

  return (
    <div className="page grid max-w-3xl gap-6">
      <BackLink to={paths.people}>{t('backToPeople')}</BackLink>
      <PageHeader title={t('slipsTitle')} lead={t('slipsLead')} />
      {isEmpty && <Alert kind="info">{t('nobodyChosen')}</Alert>}
      {!isEmpty && count === 0 && <Alert kind="info">{t('slipsNone')}</Alert>}
      {count > maxCount && <Alert kind="warn">{t('slipsTooMany', { max: number(maxCount) })}</Alert>}
      {count > 0 && count <= maxCount && (
        <SlipsForm unit={unit} personIds={personIds} count={count} validitiesMs={validitiesMs} />
      )}
    </div>
  )
}
