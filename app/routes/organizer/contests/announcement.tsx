import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { AnnouncementDone } from '#app/components/organizer/announcements/announcement-done.tsx'
import { AnnouncementForm } from '#app/components/organizer/announcements/announcement-form.tsx'
import { AnnouncementHistory } from '#app/components/organizer/announcements/announcement-history.tsx'
import { AnnouncementStatusBadge } from '#app/components/organizer/announcements/announcement-list.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { WithdrawForm } from '#app/components/organizer/withdraw-form.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { localTimeOf } from '#app/core/local-time.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { announcing } from '#app/i18n/messages/announcing.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { requireAnnouncement } from '#app/services/contests/announcement-lists.server.ts'
import { editAnnouncement, withdrawAnnouncement } from '#app/services/contests/announcements.server.ts'
import { announcementDoneOf, withAnnouncementDone } from './announcement-done.ts'
import { announceFromForm } from './announcement-form.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.announcement.title ?? 'Thông báo'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'console.read'))
  const announcement = await orThrowResponse(requireAnnouncement(params.id ?? '', now))

  return { announcement, done: announcementDoneOf(new URL(request.url)) }
}

export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))
  const id = params.id ?? ''
  const form = await request.formData()
  if (textOf(form, 'intent') === 'withdraw') {
    if (textOf(form, 'confirmation') === '')
      return data(
        { errors: { confirmation: 'withdraw_unconfirmed' }, values: null },
        { status: statusOf('invalid_input') },
      )
    await orThrowResponse(withdrawAnnouncement({ announcementId: id, withdrawnById: user.id, now }))

    throw redirect(withAnnouncementDone(paths.organizerAnnouncement(id), 'withdrawn'))
  }
  const version = Number(textOf(form, 'version'))
  const refusal = await orThrowResponse(
    announceFromForm(form, (announcement) =>
      editAnnouncement({ announcementId: id, version, announcement, editedById: user.id, now }),
    ),
  )
  if (refusal) return refusal

  throw redirect(withAnnouncementDone(paths.organizerAnnouncement(id), 'saved'))
}

/** After a refusal too, which Remix would not do: it may mean that somebody else has just edited. */
export const shouldRevalidate = () => true

export default function OneAnnouncement() {
  const t = useT(announcing)
  const { announcement, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const canWrite = useCan('contest.manage') && announcement.status !== 'withdrawn'

  return (
    <div className="page grid gap-8">
      <div className="grid gap-3">
        <BackLink to={paths.organizerAnnouncements}>{t('backToList')}</BackLink>
        <PageHeader
          title={announcement.title}
          lead={<AnnouncementStatusBadge status={announcement.status} />}
        />
      </div>
      {done && !answer && <AnnouncementDone done={done} />}
      {announcement.status === 'withdrawn' && <Alert kind="info">{t('withdrawnNote')}</Alert>}
      <div className="grid items-start gap-8 lg:grid-cols-2">
        {canWrite && (
          <Card className="grid gap-5">
            <h2 id="announcement-form" className="text-xl">
              {t('editTitle')}
            </h2>
            <AnnouncementForm
              values={{
                title: announcement.title,
                text: announcement.text,
                severity: announcement.severity,
                visibleFrom: localTimeOf(announcement.visibleFrom),
                visibleUntil: announcement.visibleUntil ? localTimeOf(announcement.visibleUntil) : '',
                isOnEveryPage: announcement.isOnEveryPage ? 'yes' : '',
              }}
              version={announcement.version}
              answer={answer?.values ? { errors: answer.errors, values: answer.values } : null}
              submitText="save"
            />
          </Card>
        )}
        <div className="grid gap-8">
          <AnnouncementHistory versions={announcement.versions} />
          {canWrite && <WithdrawForm isUnconfirmed={answer?.values === null} />}
        </div>
      </div>
    </div>
  )
}
