import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NewsList } from '#app/components/contest/news-list.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { newsOf } from '#app/core/contests/news.ts'
import { contest } from '#app/i18n/messages/contest.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listPublishedAnnouncements } from '#app/services/contests/announcement-lists.server.ts'
import { listDecisions } from '#app/services/rounds/decisions.server.ts'
import { requireContestOrGoHome } from './contest-or-home.server.ts'

export const meta: MetaFunction = () => [{ title: 'Thông báo – Hội Thi' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const { id, rounds } = await requireContestOrGoHome(context.now)

  const [decisions, announcements] = await Promise.all([
    listDecisions(id),
    listPublishedAnnouncements(id, context.now),
  ])

  return { news: newsOf(rounds, decisions, announcements) }
}

export default function Announcements() {
  const t = useT(contest)
  const { news } = useLoaderData<typeof loader>()

  return (
    <div className="page grid max-w-3xl gap-8">
      <PageHeader title={t('announcementsTitle')} lead={t('announcementsLead')} />
      {news.length === 0 ? <EmptyState title={t('noAnnouncements')} /> : <NewsList news={news} />}
    </div>
  )
}
