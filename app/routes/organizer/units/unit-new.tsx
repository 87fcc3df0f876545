import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { UnitForm } from '#app/components/organizer/units/unit-form.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { vietnamDayOf } from '#app/core/calendar-day.ts'
import { UnitFormSchema } from '#app/core/units/unit-form.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { createUnit } from '#app/services/units/unit-changes.server.ts'
import { listConsoleUnits } from '#app/services/units/unit-console.server.ts'
import { submitForm } from '../console-form.server.ts'
import { withDoneText } from '../done.ts'

export const meta: MetaFunction = () => [{ title: 'Thêm đơn vị – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))
  const units = await listConsoleUnits(vietnamDayOf(context.now))

  return { parents: units.map(({ id, name, depth }) => ({ id, name, depth })) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const form = await request.formData()
  const fields = { unit_code_taken: 'code', unit_unusable: 'parentId' } as const
  const refused = await submitForm({ form, schema: UnitFormSchema, fields }, (values) =>
    createUnit(values, { actorId, now: context.now }),
  )

  return refused ?? redirect(withDoneText(paths.units, 'created'))
}

export default function NewUnit() {
  const t = useT(unitTexts)
  const { parents } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null

  return (
    <div className="page grid max-w-3xl gap-6">
      <BackLink to={paths.units}>{t('backToUnits')}</BackLink>
      <PageHeader title={t('newTitle')} />
      <UnitForm unit={null} parents={parents} isHeadCountLocked={false} answer={answer} />
    </div>
  )
}
