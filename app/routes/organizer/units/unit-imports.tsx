import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { ListUpload } from '#app/components/organizer/list-upload.tsx'
import { useUnitErrors } from '#app/components/organizer/units/use-unit-errors.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listWaitingLists } from '#app/services/list-imports.server.ts'
import { uploadUnits } from '#app/services/units/unit-import.server.ts'
import { takeUpload } from '../upload-form.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nhập đơn vị – Ban Tổ chức – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))

  return { drafts: await listWaitingLists('units') }
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
  const { drafts } = useLoaderData<typeof loader>()
  const errorOf = useUnitErrors(useActionData<typeof action>() ?? null)

  return (
    <ListUpload
      title={t('importTitle')}
      back={{ to: paths.units, label: t('backToUnits') }}
      templateHref={paths.unitTemplate}
      fileHint={t('fileHint')}
      error={errorOf('file')}
      drafts={drafts}
      hrefOf={paths.unitImport}
    >
      <p>{t('importColumns')}</p>
    </ListUpload>
  )
}
