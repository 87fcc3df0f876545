import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DecisionList } from '#app/components/contest/decision-list.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { contest } from '#app/i18n/messages/contest.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { requireCurrentContest } from '#app/services/contests.server.ts'
import { listDecisions } from '#app/services/decisions.server.ts'

export const meta: MetaFunction = () => [{ title: 'Thông báo – Hội Thi' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const { id } = await orThrowResponse(requireCurrentContest(context.now))

  return { decisions: await listDecisions(id) }
}

export default function Announcements() {
  const t = useT(contest)
  const { decisions } = useLoaderData<typeof loader>()

  return (
    <div className="page grid max-w-3xl gap-8">
      <PageHeader title={t('announcementsTitle')} lead={t('announcementsLead')} />
      {decisions.length === 0 ? (
        <EmptyState title={t('noAnnouncements')} />
      ) : (
        <DecisionList decisions={decisions} />
      )}
    </div>
  )
}
