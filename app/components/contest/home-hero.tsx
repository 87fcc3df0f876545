import { Link } from '@remix-run/react'
import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Emblem } from '../emblem.tsx'
import { PlainText } from '../plain-text.tsx'
import { LinkButton } from '../ui/button.tsx'
import type { HomeRound, HomeViewData } from './home-view-data.ts'
import { PhaseBadge } from './phase-badge.tsx'
import { TimeLeft } from './time-left.tsx'

/** Name of the contest, what can be done now, and how many take part. On phones the way in comes before the rest. */
export function HomeHero({ view }: { view: HomeViewData }) {
  const t = useT(contest)
  const { date, dateTime, number } = useFormatters()
  const period = periodTextOf(view)
  const numbers = [
    { label: t('people'), value: view.numbers.people },
    { label: t('attempts'), value: view.numbers.attempts },
    { label: t('units'), value: view.numbers.units },
  ]

  return (
    <header className="-mt-8 sm:-mt-10">
      <div className="relative overflow-hidden bg-brand-deep text-on-brand">
        <Emblem className="pointer-events-none absolute -top-24 -right-32 size-96 text-gold opacity-30 lg:top-1/2 lg:-right-16 lg:size-[44rem] lg:-translate-y-1/2" />
        <div className="page relative grid gap-x-12 gap-y-7 py-8 sm:py-12 lg:grid-cols-[1.15fr_1fr]">
          <div className="grid content-end gap-3">
            <p className="text-sm font-semibold">{view.organizerName}</p>
            <h1 className="text-2xl sm:text-3xl">{view.title}</h1>
            {period && (
              <p className="tabular">
                {t(period, {
                  from: view.startsOn ? date(view.startsOn) : '',
                  to: view.endsOn ? date(view.endsOn) : '',
                })}
              </p>
            )}
          </div>
          <div className="grid content-start gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            {view.featured.map((round) => (
              <FeaturedRound key={round.slug} round={round} />
            ))}
            {view.featured.length === 0 && (
              <p className="rounded-lg bg-surface p-6 text-lg font-semibold text-ink">{t('noOpenRound')}</p>
            )}
          </div>
          <div className="max-w-xl lg:col-start-1">
            <PlainText text={view.summary} />
          </div>
        </div>
      </div>
      <div className="border-b border-line bg-sunken">
        {view.numbers.waitUntil ? (
          <p className="page tabular py-4 text-muted">
            {t('numbersFrom', { from: dateTime(view.numbers.waitUntil) })}
          </p>
        ) : (
          <dl className="page grid grid-cols-3 gap-4 py-4">
            {numbers.map(({ label, value }) => (
              <div key={label} className="grid gap-x-3 sm:flex sm:items-baseline">
                <dd className="tabular text-xl font-semibold text-brand-text sm:text-2xl">{number(value)}</dd>
                <dt className="-order-1 text-sm text-muted sm:order-1 sm:text-base">{label}</dt>
              </div>
            ))}
          </dl>
        )}
      </div>
    </header>
  )
}

function periodTextOf({ startsOn, endsOn }: HomeViewData): 'period' | 'periodFrom' | 'periodTo' | null {
  if (startsOn) return endsOn ? 'period' : 'periodFrom'

  return endsOn ? 'periodTo' : null
}

function FeaturedRound({ round }: { round: HomeRound }) {
  const t = useT(contest)
  const { dateTime, minutes, number } = useFormatters()
  const isOpen = round.phase === 'open'

  return (
    <section className="grid gap-4 rounded-lg border-t-8 border-gold bg-surface p-5 text-ink shadow-card sm:p-7">
      <div className="grid justify-items-start gap-2">
        <PhaseBadge phase={round.phase} />
        <h2 className="text-xl">
          <Link to={paths.round(round.slug)} className="hover:underline">
            {round.title}
          </Link>
        </h2>
        <p className="tabular text-muted">
          {isOpen
            ? t('closesAt', { time: dateTime(round.closesAt) })
            : t('opensAt', { time: dateTime(round.opensAt) })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-7 gap-y-4">
        <LinkButton
          to={paths.round(round.slug)}
          look={isOpen ? 'primary' : 'secondary'}
          className="px-8 text-lg"
        >
          {isOpen ? t('enter') : t('seeRound')}
        </LinkButton>
        <TimeLeft
          remainingMs={isOpen ? round.closesInMs : round.opensInMs}
          until={isOpen ? 'closing' : 'opening'}
        />
      </div>
      <p className="tabular border-t border-line pt-4 text-sm text-muted">
        {[
          t('questionCount', { count: number(round.questionCount) }),
          minutes(round.durationMs),
          round.attemptsAllowed === null
            ? t('attemptsUnlimited')
            : t('attemptCount', { count: number(round.attemptsAllowed) }),
        ].join(' · ')}
      </p>
    </section>
  )
}
