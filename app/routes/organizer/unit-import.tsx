import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { DoneNote } from '#app/components/organizer/done-note.tsx'
import { UnitImportPreview } from '#app/components/organizer/unit-import-preview.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { discardDraft } from '#app/services/import-drafts.server.ts'
import { applyUnitImport, loadUnitImport } from '#app/services/unit-import.server.ts'

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
  const { number } = useFormatters()
  const { fileName, state } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return (
    <div className="page grid gap-6">
      <BackLink to={paths.unitImports}>{t('importTitle')}</BackLink>
      <PageHeader
        title={t('previewTitle', { file: fileName })}
        lead={state.kind === 'waiting' && t('importLead')}
      />
      {answer && state.kind === 'waiting' && <Alert kind="bad">{t('import_gone')}</Alert>}
      {state.kind === 'waiting' ? (
        <UnitImportPreview plan={state.plan} />
      ) : (
        <>
          <DoneNote>{t('applied', { added: number(state.added), updated: number(state.updated) })}</DoneNote>
          <LinkButton to={paths.units} className="sm:justify-self-start">
            {t('backToUnits')}
          </LinkButton>
        </>
      )}
    </div>
  )
}
