import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { MergeForm } from '#app/components/organizer/units/merge-form.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { vietnamDayOf } from '#app/core/calendar-day.ts'
import { mergeSchemaFor } from '#app/core/units/unit-form.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { mergeUnits, previewMerge } from '#app/services/units/unit-merge.server.ts'
import { submitForm } from '../console-form.server.ts'
import { withDoneText } from '../done.ts'

export const meta: MetaFunction = () => [{ title: 'Gộp đơn vị – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))
  const sourceId = params.unitId ?? ''
  const targetId = new URL(request.url).searchParams.get('vao') ?? ''
  if (targetId === '') throw redirect(paths.unit(sourceId))

  return { effect: await orThrowResponse(previewMerge(sourceId, targetId)), today: vietnamDayOf(context.now) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const sourceId = params.unitId ?? ''
  const form = await request.formData()
  const word = unitTexts[localeOf(request.headers.get('Cookie'))].mergeWord
  const fields = { unit_unusable: 'form', not_found: 'form' } as const
  let targetId = ''
  const refused = await orThrowResponse(
    submitForm({ form, schema: mergeSchemaFor(word), fields }, ({ confirmation: _word, ...merge }) => {
      targetId = merge.targetId

      return mergeUnits({ sourceId, ...merge }, { actorId, now: context.now })
    }),
  )

  return refused ?? redirect(withDoneText(paths.unit(targetId), 'merged'))
}

export default function UnitMerge() {
  const t = useT(unitTexts)
  const { effect, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null

  return (
    <div className="page grid max-w-3xl gap-6">
      <BackLink to={paths.unit(effect.source.id)}>{t('back')}</BackLink>
      <PageHeader title={t('mergePageTitle', { source: effect.source.name, target: effect.target.name })} />
      <MergeForm effect={effect} today={today} answer={answer} />
    </div>
  )
}
