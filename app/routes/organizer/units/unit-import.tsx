import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { DoneNote } from '#app/components/organizer/done-note.tsx'
import { ListImport } from '#app/components/organizer/list-import.tsx'
import { UnitImportPreview } from '#app/components/organizer/units/unit-import-preview.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { discardDraft } from '#app/services/import-drafts.server.ts'
import { applyUnitImport, loadUnitImport } from '#app/services/units/unit-import.server.ts'

export const meta: MetaFunction = () => [{ title: 'Xem trước danh sách đơn vị – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))

  return orThrowResponse(loadUnitImport(params.importId ?? ''))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const importId = params.importId ?? ''
  if (textOf(await request.formData(), 'intent') === 'discard') {
    await discardDraft(importId, 'units')

    return redirect(paths.unitImports)
  }
  try {
    await applyUnitImport(importId, { actorId, now: context.now })

    return redirect(paths.unitImport(importId))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error

    return data({ error: error.code }, { status: 409 })
  }
}

export default function UnitImport() {
  const t = useT(unitTexts)
  const { dateTime, number } = useFormatters()
  const { id, fileName, rowCount, state } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const interruptedAt = state.kind === 'waiting' ? state.interruptedAt : null

  return (
    <ListImport
      back={{ to: paths.unitImports, label: t('importTitle') }}
      fileName={fileName}
      state={state.kind}
      progress={{ href: paths.unitImport(id), doneCount: null, rowCount }}
      isRefused={answer !== undefined}
      interrupted={interruptedAt && t('interrupted', { time: dateTime(interruptedAt) })}
    >
      {state.kind === 'waiting' && <UnitImportPreview plan={state.plan} />}
      {state.kind === 'applied' && (
        <>
          <DoneNote>{t('applied', { added: number(state.added), updated: number(state.updated) })}</DoneNote>
          <LinkButton to={paths.units} className="sm:justify-self-start">
            {t('backToUnits')}
          </LinkButton>
        </>
      )}
    </ListImport>
  )
}
