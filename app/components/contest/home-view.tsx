import { Link } from '@remix-run/react'
import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { isOfficialPhase } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { paths } from '../../http/paths.ts'
import { BoardTable } from '../board/board-table.tsx'
import { UnitTable, rankedColumnsOf } from '../board/unit-table.tsx'
import { LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useReloadWhenDue } from '../use-reload-when-due.ts'
import { PlainText } from '../plain-text.tsx'
import { DocumentList } from './document-list.tsx'
import { HomeHero } from './home-hero.tsx'
import type { HomeRound, HomeViewData } from './home-view-data.ts'
import { NewsList } from './news-list.tsx'
import { PhaseBadge } from './phase-badge.tsx'

/** The contest at a glance: what is open, who leads, what is new. */
export function HomeView({ view }: { view: HomeViewData }) {
  const t = useT(contest)
  const [first] = view.featured
  useReloadWhenDue(first ? (first.phase === 'open' ? first.closesInMs : first.opensInMs) : null)

  return (
    <div className="grid gap-10">
      <HomeHero view={view} />
      <div className="page grid items-start gap-x-12 gap-y-10 lg:grid-cols-[1.9fr_1fr]">
        <div className="grid gap-10">
          <TopOfBoard top={view.top} />
          {view.top && <LeadingUnits top={view.top} />}
        </div>
        <div className="grid gap-10">
          <OtherRounds rounds={view.others} />
          {view.practice && (
            <section className="grid gap-3 rounded-lg bg-gold-soft p-5">
              <h2 className="text-lg">{t('practiceTitle')}</h2>
              <p>{t(view.practice.showsKeyAtOnce ? 'practiceText' : 'practiceTextPlain')}</p>
              <LinkButton
                to={paths.round(view.practice.slug)}
                look="secondary"
                className="justify-self-start"
              >
                {t('practiceEnter')}
              </LinkButton>
            </section>
          )}
          {view.news.length > 0 && (
            <section className="grid gap-4">
              <h2 className="text-xl">{t('newest')}</h2>
              <NewsList news={view.news} />
              <Link to={paths.announcements} className="link justify-self-start py-2">
                {t('allAnnouncements')}
              </Link>
            </section>
          )}
          {view.documents.length > 0 && (
            <section className="grid gap-3">
              <h2 className="text-xl">{t('documentsTitle')}</h2>
              <DocumentList documents={view.documents} />
            </section>
          )}
          {view.contactText && (
            <section className="grid gap-3">
              <h2 className="text-xl">{t('contactTitle')}</h2>
              <PlainText text={view.contactText} />
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

function TopOfBoard({ top }: { top: HomeViewData['top'] }) {
  const t = useT(contest)
  if (!top) return <EmptyState title={t('noBoardYet')}>{t('noBoardYetText')}</EmptyState>

  return (
    <section className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('topOfBoard')}</h2>
        <p className="text-muted">
          {top.title} · {t(resultTextOf(top.phase))}
        </p>
        <p className="text-sm text-muted">
          {t('topOrder', { criteria: top.criteria.map((name) => t(`order_${name}`)).join(', ') })}
        </p>
      </div>
      <BoardTable caption={top.title} rows={top.rows} predictionKind={top.predictionKind} extent="brief" />
      <LinkButton to={paths.roundBoard(top.slug)} look="secondary" className="justify-self-start">
        {t('wholeBoard')}
      </LinkButton>
    </section>
  )
}

function LeadingUnits({ top: { slug, title, units } }: { top: NonNullable<HomeViewData['top']> }) {
  const t = useT(contest)
  if (units.rows.length === 0) return null

  return (
    <section className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('leadingUnits')}</h2>
        <p className="text-muted">{title}</p>
      </div>
      <UnitTable caption={t('leadingUnits')} rows={units.rows} columns={rankedColumnsOf(units.ranking)} />
      <LinkButton to={paths.unitsOf(paths.roundBoard(slug))} look="secondary" className="justify-self-start">
        {t('allUnits')}
      </LinkButton>
    </section>
  )
}

function resultTextOf(phase: Phase): 'resultMoving' | 'resultProvisional' | 'resultOfficial' {
  if (isOfficialPhase(phase)) return 'resultOfficial'

  return phase === 'provisional' ? 'resultProvisional' : 'resultMoving'
}

function OtherRounds({ rounds }: { rounds: readonly HomeRound[] }) {
  const t = useT(contest)
  const { dateTime } = useFormatters()
  if (rounds.length === 0) return null

  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{t('otherRounds')}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-card">
        {rounds.map((round) => {
          const isUpcoming = round.phase === 'scheduled'

          return (
            <li key={round.slug} className="grid justify-items-start gap-1.5 p-5">
              <PhaseBadge phase={round.phase} />
              <h3 className="text-base">
                <Link to={paths.round(round.slug)} className="hover:underline">
                  {round.title}
                </Link>
              </h3>
              <p className="tabular text-sm text-muted">
                {isUpcoming
                  ? t('opensAt', { time: dateTime(round.opensAt) })
                  : t('closedAt', { time: dateTime(round.closesAt) })}
              </p>
              <Link
                to={isUpcoming ? paths.round(round.slug) : paths.roundBoard(round.slug)}
                className="link py-1.5"
              >
                {t(isUpcoming ? 'seeRound' : 'seeBoard')}
                <span className="sr-only"> {round.title}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
