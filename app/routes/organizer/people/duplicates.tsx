import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { DoneNote } from '#app/components/organizer/done-note.tsx'
import { DuplicatePairs } from '#app/components/organizer/people/duplicate-pairs.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listDuplicates, markDistinct, unmarkDistinct } from '#app/services/people/duplicate-people.server.ts'
import { doneTextOf, withDoneText } from '../done.ts'
import { chosenOf } from './lock-people.server.ts'

export const meta: MetaFunction = () => [{ title: 'Người có thể trùng – Ban Tổ chức – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.read'))

  return {
    pairs: await listDuplicates(),
    done: doneTextOf(request, ['distinctDone', 'undone'] as const),
    doneIds: chosenOf(new URL(request.url).searchParams),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const form = await request.formData()
  const ids = chosenOf(form)
  if (textOf(form, 'intent') === 'undo') {
    await unmarkDistinct(ids, { actorId, now: context.now })

    return redirect(withDoneText(paths.duplicates, 'undone'))
  }
  await orThrowResponse(markDistinct(ids, { actorId, now: context.now }))
  const marked = new URLSearchParams(ids.map((id) => ['nguoi', id]))

  return redirect(withDoneText(`${paths.duplicates}?${marked}`, 'distinctDone'))
}

export default function Duplicates() {
  const t = useT(peopleTexts)
  const { pairs, done, doneIds } = useLoaderData<typeof loader>()
  const canManage = useCan('people.manage')

  return (
    <div className="page grid max-w-4xl gap-6">
      <BackLink to={paths.people}>{t('backToPeople')}</BackLink>
      <PageHeader title={t('duplicatesTitle')} lead={t('duplicatesLead')} />
      {done && (
        <DoneNote>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p>{t(done)}</p>
            {done === 'distinctDone' && doneIds.length === 2 && (
              <Form method="post">
                {doneIds.map((id) => (
                  <input key={id} type="hidden" name="nguoi" value={id} />
                ))}
                <Button look="secondary" name="intent" value="undo">
                  {t('undo')}
                </Button>
              </Form>
            )}
          </div>
        </DoneNote>
      )}
      {pairs.length === 0 ? (
        <EmptyState title={t('duplicatesNone')} />
      ) : (
        <DuplicatePairs pairs={pairs} canManage={canManage} />
      )}
    </div>
  )
}
