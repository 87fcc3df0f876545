import { Link } from '@remix-run/react'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { Phase } from '../../../core/rounds/round-phase.ts'
import { paths } from '../../../http/paths.ts'
import { PhaseBadge } from '../../contest/phase-badge.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { LiveCounts } from './live-counts.tsx'
import type { LiveCountsValue } from './live-counts.tsx'

export type RoundListItem = {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  phase: Phase
  opensAt: Date
  closesAt: Date
  /** A draft whose window may be a placeholder. */
  isUnfinished: boolean
  counts: LiveCountsValue
}

/** Every round of the contest with what goes on in it, drafts included. */
export function RoundList({ rounds }: { rounds: readonly RoundListItem[] }) {
  const t = useT(organizer)

  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{t('roundsTitle')}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-card">
        {rounds.map((round) => (
          <li
            key={round.slug}
            className="grid items-center gap-x-8 gap-y-4 p-5 sm:px-7 lg:grid-cols-[minmax(0,1fr)_18rem_auto]"
          >
            <RoundHead round={round} />
            <LiveCounts counts={round.counts} />
            <Link
              to={round.phase === 'draft' ? paths.roundSetup(round.slug) : paths.organizerRound(round.slug)}
              aria-label={t('manageRoundNamed', { title: round.title })}
              className={buttonClass(isRunning(round) ? 'primary' : 'secondary')}
            >
              {t('manageRound')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RoundHead({ round }: { round: RoundListItem }) {
  const t = useT(organizer)
  const { dateTime } = useFormatters()

  return (
    <div className="grid justify-items-start gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PhaseBadge phase={round.phase} />
        <span className="text-sm text-muted">
          {t(round.kind === 'practice' ? 'kindPractice' : 'kindRanked')}
        </span>
      </div>
      <h3 className="text-lg">{round.title}</h3>
      {round.isUnfinished ? (
        <p className="text-sm text-muted">{t('unfinishedDraft')}</p>
      ) : (
        <p className="text-sm text-muted">
          <span className="inline-block">{t('windowFrom', { from: dateTime(round.opensAt) })}</span>{' '}
          <span className="inline-block">{t('windowTo', { to: dateTime(round.closesAt) })}</span>
        </p>
      )}
    </div>
  )
}

/** The rounds somebody watches: an open practice round needs nobody. */
function isRunning(round: RoundListItem): boolean {
  return round.phase === 'open' && round.kind === 'ranked'
}
