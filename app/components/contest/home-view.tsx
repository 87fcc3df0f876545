import { Link } from '@remix-run/react'
import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { Phase } from '../../core/round-phase.ts'
import { paths } from '../../http/paths.ts'
import { BoardTable } from '../board/board-table.tsx'
import type { BoardRow } from '../board/board-table.tsx'
import { Emblem } from '../emblem.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Stat } from '../ui/stat.tsx'
import { DecisionList } from './decision-list.tsx'
import type { PublicDecision } from './decision-list.tsx'
import { PhaseBadge } from './phase-badge.tsx'
import { RoundFacts } from './round-facts.tsx'
import type { RoundSettings } from './round-facts.tsx'
import { TimeLeft } from './time-left.tsx'

type HomeRound = RoundSettings & {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  phase: Phase
  closesInMs: number
}

export type HomeViewData = {
  title: string
  organizerName: string
  summary: string
  rounds: HomeRound[]
  numbers: { people: number; attempts: number; units: number }
  top: { slug: string; title: string; rows: BoardRow[] } | null
  decisions: PublicDecision[]
}

/** The contest at a glance: what is open, who leads, what is new. */
export function HomeView({ view }: { view: HomeViewData }) {
  const t = useT(contest)
  const ranked = view.rounds.filter((round) => round.kind === 'ranked')
  const open = ranked.filter((round) => round.phase === 'open')

  return (
    <div className="page grid gap-10">
      <Hero view={view} />
      {open.map((round) => (
        <OpenRound key={round.slug} round={round} />
      ))}
      {open.length === 0 && <p className="text-lg font-semibold">{t('noOpenRound')}</p>}
      <div className="grid items-start gap-10 lg:grid-cols-[2fr_1fr]">
        {view.top && (
          <section className="grid gap-4">
            <h2 className="text-xl">{t('topOfBoard', { title: view.top.title })}</h2>
            <BoardTable caption={view.top.title} rows={view.top.rows} ownId={null} predictionKind={null} />
            <LinkButton to={paths.roundBoard(view.top.slug)} look="secondary" className="justify-self-start">
              {t('wholeBoard')}
            </LinkButton>
          </section>
        )}
        <div className="grid gap-8">
          <OtherRounds rounds={ranked.filter((round) => round.phase !== 'open')} />
          {view.decisions.length > 0 && (
            <section className="grid gap-4">
              <h2 className="text-xl">{t('newest')}</h2>
              <DecisionList decisions={view.decisions} />
              <Link to={paths.announcements} className="link justify-self-start py-2">
                {t('allAnnouncements')}
              </Link>
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

function Hero({ view }: { view: HomeViewData }) {
  const t = useT(contest)
  const { number } = useFormatters()

  return (
    <header className="relative grid gap-6 overflow-hidden rounded-lg border border-line bg-surface p-6 shadow-card sm:p-10">
      <Emblem className="pointer-events-none absolute -top-20 -right-24 size-56 text-gold opacity-35 sm:-top-20 sm:-right-12 sm:size-80" />
      <div className="relative grid max-w-2xl gap-4">
        <p className="text-sm font-semibold text-gold-text">{view.organizerName}</p>
        <h1 className="text-2xl text-brand-text sm:text-3xl">{view.title}</h1>
        <p className="text-lg">{view.summary}</p>
      </div>
      <dl className="relative flex flex-wrap gap-x-10 gap-y-4 border-t border-line pt-5">
        <Stat label={t('people')} value={number(view.numbers.people)} />
        <Stat label={t('attempts')} value={number(view.numbers.attempts)} />
        <Stat label={t('units')} value={number(view.numbers.units)} />
      </dl>
    </header>
  )
}

function OpenRound({ round }: { round: HomeRound }) {
  const t = useT(contest)

  return (
    <Card className="grid gap-6 border-l-8 border-l-brand">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">{round.title}</h2>
        <PhaseBadge phase={round.phase} />
      </div>
      <RoundFacts round={round} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <LinkButton to={paths.round(round.slug)} className="px-8 text-lg">
          {t('enter')}
        </LinkButton>
        <TimeLeft remainingMs={round.closesInMs} />
      </div>
    </Card>
  )
}

function OtherRounds({ rounds }: { rounds: HomeRound[] }) {
  const t = useT(contest)
  const { dateTime } = useFormatters()
  if (rounds.length === 0) return null

  return (
    <ul className="grid gap-4">
      {rounds.map((round) => (
        <li key={round.slug} className="grid gap-2 rounded-lg border border-line bg-surface p-5">
          <PhaseBadge phase={round.phase} />
          <h3 className="text-lg">{round.title}</h3>
          <p className="text-sm text-muted">
            {round.phase === 'scheduled'
              ? t('opensAt', { time: dateTime(round.opensAt) })
              : t('closedAt', { time: dateTime(round.closesAt) })}
          </p>
          <Link
            to={round.phase === 'scheduled' ? paths.round(round.slug) : paths.roundBoard(round.slug)}
            className="link justify-self-start py-2"
          >
            {round.phase === 'scheduled' ? t('seeRound') : t('seeBoard')}
            <span className="sr-only"> {round.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
