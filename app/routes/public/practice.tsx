import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { paths } from '#app/http/paths.ts'
import { contest } from '#app/i18n/messages/contest.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { getCurrentContest } from '#app/services/contests/contests.server.ts'

export const meta: MetaFunction = () => [{ title: 'Ôn tập – Hội Thi' }]

/** Leads to the practice round that is open. */
export async function loader({ context }: LoaderFunctionArgs) {
  const found = await getCurrentContest(context.now)
  const practice = found?.rounds.find(({ kind, phase }) => kind === 'practice' && phase === 'open')
  if (practice) throw redirect(paths.round(practice.slug))

  return null
}

export default function Practice() {
  const t = useT(contest)

  return (
    <div className="page">
      <EmptyState title={t('noPractice')}>{t('noPracticeText')}</EmptyState>
    </div>
  )
}
