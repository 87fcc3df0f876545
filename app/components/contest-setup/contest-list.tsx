import { Form, Link } from '@remix-run/react'
import { contestSetup } from '#app/i18n/messages/contest-setup.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { paths } from '../../http/paths.ts'
import { PhaseBadge } from '../contest/phase-badge.tsx'
import { useCan } from '../organizer/console-capabilities.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, LinkButton, buttonClass } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

export type ContestItem = {
  slug: string
  title: string
  startsOn: Date | null
  endsOn: Date | null
  isCurrent: boolean
  rounds: RoundItem[]
}

type RoundItem = {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  phase: Phase
  opensAt: Date
  closesAt: Date
  /** A draft whose window may be a placeholder. */
  isUnfinished: boolean
}

/** Every contest with its rounds, the newest first. */
export function ContestList({ contests }: { contests: readonly ContestItem[] }) {
  return (
    <ul className="grid gap-6">
      {contests.map((contest) => (
        <li key={contest.slug}>
          <ContestCard contest={contest} />
        </li>
      ))}
    </ul>
  )
}

function ContestCard({ contest }: { contest: ContestItem }) {
  const t = useT(contestSetup)
  const canManage = useCan('contest.manage')
  const dates = useDates()

  return (
    <Card className="grid gap-6">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="grid min-w-0 flex-1 basis-80 justify-items-start gap-1.5">
          {contest.isCurrent && <Badge tone="gold">{t('current')}</Badge>}
          <h2 className="text-xl">{contest.title}</h2>
          <p className="tabular text-sm text-muted">{dates(contest)}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton to={paths.rulesPreview(contest.slug)} look="secondary">
            {t('previewRules')}
          </LinkButton>
          {canManage && (
            <Link
              to={paths.editContest(contest.slug)}
              aria-label={t('editNamed', { title: contest.title })}
              className={buttonClass('secondary')}
            >
              {t('edit')}
            </Link>
          )}
        </div>
      </div>
      <section className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h3 className="text-lg">{t('rounds')}</h3>
          {canManage && (
            <LinkButton to={paths.newRound(contest.slug)} look={contest.isCurrent ? 'primary' : 'secondary'}>
              {t('addRound')}
            </LinkButton>
          )}
        </div>
        {contest.rounds.length === 0 ? (
          <p className="text-muted">{t('noRounds')}</p>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {contest.rounds.map((round) => (
              <RoundRow key={round.slug} round={round} />
            ))}
          </ul>
        )}
      </section>
      {!contest.isCurrent && canManage && <MakeCurrent slug={contest.slug} />}
    </Card>
  )
}

function RoundRow({ round }: { round: RoundItem }) {
  const t = useT(contestSetup)
  const { dateTime } = useFormatters()

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="grid min-w-0 flex-1 basis-72 gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PhaseBadge phase={round.phase} />
          {round.kind === 'practice' && <span className="text-sm text-muted">{t('kindPractice')}</span>}
        </div>
        <p className="font-semibold">{round.title}</p>
        <p className="tabular text-sm text-muted">
          {round.isUnfinished
            ? t('unfinished')
            : t('window', { from: dateTime(round.opensAt), to: dateTime(round.closesAt) })}
        </p>
      </div>
      <Link
        to={paths.roundSetup(round.slug)}
        aria-label={t('configureNamed', { title: round.title })}
        className={buttonClass('secondary')}
      >
        {t('configure')}
      </Link>
    </li>
  )
}

/** Changes what the public pages are about, so it says so before it is pressed. */
function MakeCurrent({ slug }: { slug: string }) {
  const t = useT(contestSetup)

  return (
    <Form method="post" className="grid gap-2 border-t border-line pt-5">
      <p className="text-sm text-muted">{t('makeCurrentText')}</p>
      <Button look="secondary" name="makeCurrent" value={slug} className="sm:justify-self-start">
        {t('makeCurrent')}
      </Button>
    </Form>
  )
}

function useDates() {
  const t = useT(contestSetup)
  const { date } = useFormatters()

  return ({ startsOn, endsOn }: { startsOn: Date | null; endsOn: Date | null }): string => {
    if (startsOn && endsOn) return t('dates', { from: date(startsOn), to: date(endsOn) })
    if (startsOn) return t('datesFrom', { from: date(startsOn) })

    return endsOn ? t('datesTo', { to: date(endsOn) }) : t('noDates')
  }
}
