import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { UploadForm } from '#app/components/organizer/upload-form.tsx'
import { useUnitErrors } from '#app/components/organizer/use-unit-errors.ts'
import { WaitingDrafts } from '#app/components/organizer/waiting-drafts.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { listWaitingDrafts } from '#app/services/import-drafts.server.ts'
import { uploadUnits } from '#app/services/unit-import.server.ts'
import { takeUpload } from './upload-form.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nhập đơn vị – Ban Tổ chức – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))

  return { drafts: await listWaitingDrafts('units') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const { draftId, refused } = await takeUpload(request, (file) =>
    uploadUnits(file, { actorId, now: context.now }),
  )

  return refused ?? redirect(paths.unitImport(draftId))
}

export default function UnitImports() {
  const t = useT(unitTexts)
  const { dateTime, number } = useFormatters()
  const { drafts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const errorOf = useUnitErrors(answer)

  return (
    <div className="page grid max-w-3xl gap-6">
      <BackLink to={paths.units}>{t('backToUnits')}</BackLink>
      <PageHeader title={t('importTitle')} lead={t('importLead')} />
      <UploadForm
        label={t('file')}
        hint={t('fileHint')}
        error={errorOf('file')}
        button={t('upload')}
        pendingLabel={t('uploading')}
      >
        <p>{t('importColumns')}</p>
        <LinkButton to={paths.unitTemplate} look="secondary" reloadDocument className="sm:justify-self-start">
          {t('template')}
        </LinkButton>
      </UploadForm>
      <WaitingDrafts
        title={t('waiting')}
        drafts={drafts.map(({ id, fileName, rowCount, createdAt, createdBy }) => ({
          id,
          fileName,
          href: paths.unitImport(id),
          note: t('waitingRow', {
            rows: number(rowCount),
            name: createdBy.fullName,
            time: dateTime(createdAt),
          }),
        }))}
      />
    </div>
  )
}
