import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { AnnouncementDone } from '#app/components/organizer/announcements/announcement-done.tsx'
import { AnnouncementForm } from '#app/components/organizer/announcements/announcement-form.tsx'
import { AnnouncementList } from '#app/components/organizer/announcements/announcement-list.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { Card } from '#app/components/ui/card.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { announcing } from '#app/i18n/messages/announcing.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listAnnouncements } from '#app/services/contests/announcement-lists.server.ts'
import { publishAnnouncement } from '#app/services/contests/announcements.server.ts'
import { getCurrentContest, requireCurrentContest } from '#app/services/contests/contests.server.ts'
import { announcementDoneOf, withAnnouncementDone } from './announcement-done.ts'
import { announceFromForm } from './announcement-form.server.ts'

export const meta: MetaFunction = () => [{ title: 'Thông báo – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, context: { now } }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'console.read'))
  const contest = await getCurrentContest(now)

  return {
    announcements: contest && (await listAnnouncements(contest.id, now)),
    done: announcementDoneOf(new URL(request.url)),
  }
}

export async function action({ request, context: { now } }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))
  const contest = await orThrowResponse(requireCurrentContest(now))
  const refusal = await announceFromForm(await request.formData(), (announcement) =>
    publishAnnouncement({ contestId: contest.id, announcement, publishedById: user.id, now }),
  )
  if (refusal) return refusal

  throw redirect(withAnnouncementDone(paths.organizerAnnouncements, 'published'))
}

export default function Announcements() {
  const t = useT(announcing)
  const { announcements, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const canWrite = useCan('contest.manage')

  return (
    <div className="page grid gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      {done && !answer && <AnnouncementDone done={done} />}
      {announcements === null ? (
        <EmptyState title={t('noContest')} />
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-2">
          {canWrite && (
            <Card className="grid gap-5">
              <h2 id="announcement-form" className="text-xl">
                {t('newTitle')}
              </h2>
              {/* A new announcement empties the form. */}
              <AnnouncementForm
                key={announcements.length}
                values={null}
                answer={answer ?? null}
                submitText="publish"
              />
            </Card>
          )}
          <AnnouncementList announcements={announcements} />
        </div>
      )}
    </div>
  )
}
