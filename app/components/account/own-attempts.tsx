import { CircleCheck, Hourglass, PencilLine } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { ownAttempts } from '#app/i18n/messages/own-attempts.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Badge } from '../ui/badge.tsx'
import type { BadgeTone } from '../ui/badge.tsx'
import { LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

export type OwnAttempt = {
  id: string
  roundTitle: string
  number: number
  status: 'running' | 'submitted' | 'expired'
  startedAt: Date
  durationMs: number | null
  /** Null while the attempt runs and as long as the round does not show scores. */
  score: { points: number; maxPoints: number } | null
}

type StatusLook = {
  tone: BadgeTone
  icon: LucideIcon
  label: 'attemptRunning' | 'attemptSubmitted' | 'attemptExpired'
}

const STATUS_LOOKS: Record<OwnAttempt['status'], StatusLook> = {
  running: { tone: 'warn', icon: PencilLine, label: 'attemptRunning' },
  submitted: { tone: 'good', icon: CircleCheck, label: 'attemptSubmitted' },
  expired: { tone: 'neutral', icon: Hourglass, label: 'attemptExpired' },
}

/** The attempts of the signed-in person, newest first. */
export function OwnAttempts({ attempts }: { attempts: readonly OwnAttempt[] }) {
  const t = useT(ownAttempts)

  return (
    <section aria-labelledby="attempts-title" className="grid gap-4">
      <h2 id="attempts-title" className="text-xl">
        {t('myAttempts')}
      </h2>
      {attempts.length === 0 ? (
        <EmptyState title={t('noAttempts')}>
          <p className="mb-4">{t('noAttemptsText')}</p>
          <LinkButton to={paths.home}>{t('seeRounds')}</LinkButton>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-card">
          {attempts.map((attempt) => (
            <AttemptRow key={attempt.id} attempt={attempt} />
          ))}
        </ul>
      )}
    </section>
  )
}

function AttemptRow({ attempt }: { attempt: OwnAttempt }) {
  const t = useT(ownAttempts)
  const format = useFormatters()
  const { label, ...look } = STATUS_LOOKS[attempt.status]
  const isRunning = attempt.status === 'running'

  return (
    <li className="grid gap-x-6 gap-y-3 p-4 sm:grid-cols-[1fr_auto_auto] sm:items-center sm:px-6">
      <div className="grid gap-1.5">
        <p className="font-semibold">{attempt.roundTitle}</p>
        <p className="tabular text-sm text-muted">
          {t('attemptNumber', { number: attempt.number })}
          {' · '}
          {t('attemptStarted', { time: format.dateTime(attempt.startedAt) })}
          {attempt.durationMs !== null && ` · ${format.duration(attempt.durationMs)}`}
        </p>
        <p>
          <Badge {...look}>{t(label)}</Badge>
        </p>
      </div>
      {attempt.score ? (
        <p className="tabular sm:text-right">
          <span className="text-xl font-semibold">{format.number(attempt.score.points)}</span>{' '}
          <span className="text-muted">
            {t('ofPoints', { maxPoints: format.number(attempt.score.maxPoints) })}
          </span>
        </p>
      ) : (
        <p className="text-sm text-muted sm:text-right">{!isRunning && t('scoreNotReleased')}</p>
      )}
      <LinkButton
        to={isRunning ? paths.takePaper(attempt.id) : paths.result(attempt.id)}
        look={isRunning ? 'primary' : 'secondary'}
        reloadDocument={isRunning}
      >
        {isRunning ? t('continueAttempt') : t('seeResult')}
      </LinkButton>
    </li>
  )
}
