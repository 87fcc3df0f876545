import { contest } from '#app/i18n/messages/contest.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { EmptyState } from '../ui/empty-state.tsx'

export function NoContest() {
  const t = useT(contest)

  return (
    <div className="page">
      <h1 className="sr-only">Hội Thi</h1>
      <EmptyState title={t('noContestTitle')}>{t('noContestText')}</EmptyState>
    </div>
  )
}
