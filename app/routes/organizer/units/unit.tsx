import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { DoneNote } from '#app/components/organizer/done-note.tsx'
import { answerTo } from '#app/components/organizer/form-answer.ts'
import { HeadCountSignOff } from '#app/components/organizer/units/head-count-sign-off.tsx'
import { MergeStart } from '#app/components/organizer/units/merge-start.tsx'
import { UnitAliases } from '#app/components/organizer/units/unit-aliases.tsx'
import { UnitForm } from '#app/components/organizer/units/unit-form.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { vietnamDayOf } from '#app/core/calendar-day.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { loadUnitPage } from '#app/services/units/unit-console.server.ts'
import { doneTextOf } from '../done.ts'
import { changeUnitFromForm } from './unit-form.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.unit.name ?? 'Đơn vị'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.read'))
  const page = await orThrowResponse(loadUnitPage(params.unitId ?? '', vietnamDayOf(context.now)))
  const choices = page.others.filter(({ isBelow }) => !isBelow)

  return {
    unit: page.unit,
    aliases: page.aliases,
    parents: choices.map(({ id, name, depth }) => ({ id, name, depth })),
    targets: choices.filter(({ isValid }) => isValid).map(({ id, name, depth }) => ({ id, name, depth })),
    done: doneTextOf(request, [
      'saved',
      'signDone',
      'reopened',
      'aliasAdded',
      'aliasRemoved',
      'merged',
    ] as const),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const unitId = params.unitId ?? ''
  const by = { actorId, now: context.now }
  const { refused, next } = await orThrowResponse(changeUnitFromForm(unitId, await request.formData(), by))

  return refused ?? redirect(next)
}

export default function Unit() {
  const t = useT(unitTexts)
  const people = useT(peopleTexts)
  const { unit, aliases, parents, targets, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const canManage = useCan('people.manage')

  return (
    <div className="page grid gap-6">
      <BackLink to={paths.units}>{t('backToUnits')}</BackLink>
      <PageHeader title={unit.name} lead={unit.path.join(' › ') || null}>
        <LinkButton to={`${paths.people}?${new URLSearchParams({ 'don-vi': unit.id })}`} look="secondary">
          {people('peopleOfUnit')}
        </LinkButton>
      </PageHeader>
      {done && !answer && <DoneNote>{t(done)}</DoneNote>}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {canManage && (
          <UnitForm
            key={JSON.stringify(unit)}
            unit={unit}
            parents={parents}
            isHeadCountLocked={unit.signedOn !== null}
            answer={answerTo('save', answer)}
          />
        )}
        <div className="grid gap-6">
          <HeadCountSignOff
            unit={unit}
            canManage={canManage}
            signAnswer={answerTo('sign', answer)}
            reopenAnswer={answerTo('reopen', answer)}
          />
          <UnitAliases
            unitName={unit.name}
            aliases={aliases}
            canManage={canManage}
            answer={answerTo('add-alias', answer)}
          />
          {canManage && <MergeStart action={`${paths.unit(unit.id)}/gop`} targets={targets} />}
        </div>
      </div>
    </div>
  )
}
