import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { UploadForm } from '#app/components/organizer/upload-form.tsx'
import { usePeopleErrors } from '#app/components/organizer/use-people-errors.ts'
import { WaitingDrafts } from '#app/components/organizer/waiting-drafts.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { listWaitingDrafts } from '#app/services/import-drafts.server.ts'
import { uploadRoster } from '#app/services/roster-import.server.ts'
import { takeUpload } from './upload-form.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nhập danh sách – Ban Tổ chức – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))

  return { drafts: await listWaitingDrafts('people') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const { draftId, refused } = await takeUpload(request, (file) =>
    uploadRoster(file, { actorId, now: context.now }),
  )

  return refused ?? redirect(paths.rosterImport(draftId))
}

export default function RosterImports() {
  const t = useT(peopleTexts)
  const { dateTime, number } = useFormatters()
  const { drafts } = useLoaderData<typeof loader>()
  const errorOf = usePeopleErrors(useActionData<typeof action>() ?? null)

  return (
    <div className="page grid max-w-3xl gap-6">
      <BackLink to={paths.people}>{t('backToPeople')}</BackLink>
      <PageHeader title={t('importTitle')} lead={t('importLead')} />
      <UploadForm
        label={t('file')}
        hint={t('fileHint')}
        error={errorOf('file')}
        button={t('upload')}
        pendingLabel={t('uploading')}
      >
        <p>{t('importColumns')}</p>
        <p className="text-muted">{t('importEffect')}</p>
        <LinkButton
          to={paths.rosterTemplate}
          look="secondary"
          reloadDocument
          className="sm:justify-self-start"
        >
          {t('template')}
        </LinkButton>
      </UploadForm>
      <WaitingDrafts
        title={t('waiting')}
        drafts={drafts.map(({ id, fileName, rowCount, createdAt, createdBy }) => ({
          id,
          fileName,
          href: paths.rosterImport(id),
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
