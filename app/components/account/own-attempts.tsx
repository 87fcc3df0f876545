import { account } from '#app/i18n/messages/account.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

export type OwnAttempt = {
  id: string
  roundTitle: string
  number: number
  status: 'running' | 'submitted' | 'expired'
  startedAt: Date
  durationMs: number | null
  score: { points: number; maxPoints: number } | null
}

/** The attempts of the signed-in person, newest first. */
export function OwnAttempts({ attempts }: { attempts: readonly OwnAttempt[] }) {
  const t = useT(account)
  const format = useFormatters()

  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{t('myAttempts')}</h2>
      {attempts.length === 0 ? (
        <EmptyState title={t('noAttempts')}>{t('noAttemptsText')}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {attempts.map((attempt) => (
            <li key={attempt.id} className="flex flex-wrap items-center justify-between gap-3 p-4 sm:px-6">
              <div className="grid gap-0.5">
                <p className="font-semibold">{attempt.roundTitle}</p>
                <p className="tabular text-sm text-muted">
                  {t('attemptNumber', { number: attempt.number })} · {format.dateTime(attempt.startedAt)}
                  {attempt.durationMs !== null && <> · {format.duration(attempt.durationMs)}</>}
                </p>
              </div>
              <div className="flex flex-wrap items-center gap-4">
                {attempt.score && <p className="tabular font-semibold">{t('points', attempt.score)}</p>}
                <LinkButton
                  to={attempt.status === 'running' ? paths.takePaper(attempt.id) : paths.result(attempt.id)}
                  look={attempt.status === 'running' ? 'primary' : 'secondary'}
                  reloadDocument={attempt.status === 'running'}
                >
                  {attempt.status === 'running' ? t('continueAttempt') : t('seeResult')}
                </LinkButton>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
