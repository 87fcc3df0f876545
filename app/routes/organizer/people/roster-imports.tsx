import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { ListUpload } from '#app/components/organizer/list-upload.tsx'
import { usePeopleErrors } from '#app/components/organizer/people/use-people-errors.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listWaitingLists } from '#app/services/list-imports.server.ts'
import { uploadRoster } from '#app/services/people/roster-import.server.ts'
import { takeUpload } from '../upload-form.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nhập danh sách – Ban Tổ chức – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))

  return { drafts: await listWaitingLists('people') }
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
  const { drafts } = useLoaderData<typeof loader>()
  const errorOf = usePeopleErrors(useActionData<typeof action>() ?? null)

  return (
    <ListUpload
      title={t('importTitle')}
      back={{ to: paths.people, label: t('backToPeople') }}
      templateHref={paths.rosterTemplate}
      fileHint={t('fileHint')}
      error={errorOf('file')}
      drafts={drafts}
      hrefOf={paths.rosterImport}
    >
      <p>{t('importColumns')}</p>
      <p className="text-muted">{t('importEffect')}</p>
    </ListUpload>
  )
}
