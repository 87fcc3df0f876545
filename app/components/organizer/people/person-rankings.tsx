import { Link } from '@remix-run/react'
import { closing as closingTexts } from '#app/i18n/messages/closing.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { ExclusionKind } from '../../../core/rounds/decision-facts.ts'
import { paths } from '../../../http/paths.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'

type Ranking = {
  slug: string
  title: string
  isOpen: boolean
  exclusion: {
    kind: ExclusionKind
    reason: string
    decidedAt: Date
    decidedByName: string
    liftedAt: Date | null
  } | null
}

type PersonRankingsProps = {
  person: { fullName: string; loginName: string }
  rankings: readonly Ranking[]
  /** Excluding is a step of closing a round: the way there is for those who may take it. */
  canDecide: boolean
}

/** In which rounds the person is ranked, from which they are excluded and why, and the way to decide about it. */
export function PersonRankings({ person, rankings, canDecide }: PersonRankingsProps) {
  const t = useT(peopleTexts)

  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('rankingsTitle')}</h2>
        {canDecide && rankings.length > 0 && <p className="text-sm text-muted">{t('rankingsHint')}</p>}
      </div>
      {rankings.length === 0 ? (
        <p className="text-muted">{t('rankingsNone')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {rankings.map((ranking) => (
            <li key={ranking.slug} className="grid gap-1 py-2.5">
              <RankingState ranking={ranking} />
              {canDecide && ranking.isOpen && <DecideLink person={person} ranking={ranking} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function RankingState({ ranking: { title, exclusion } }: { ranking: Ranking }) {
  const t = useT(peopleTexts)
  const tClosing = useT(closingTexts)
  const { dateTime } = useFormatters()
  const isExcluded = exclusion !== null && exclusion.liftedAt === null

  return (
    <>
      <span className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span>{title}</span>
        <Badge tone={isExcluded ? 'warn' : 'neutral'}>{t(isExcluded ? 'rankingExcluded' : 'ranked')}</Badge>
      </span>
      {exclusion && (
        <>
          <span className="text-sm">
            {tClosing(`kind_${exclusion.kind}`)}: {exclusion.reason}
          </span>
          <span className="tabular text-sm text-muted">
            {t('excludedBy', { time: dateTime(exclusion.decidedAt), name: exclusion.decidedByName })}
            {exclusion.liftedAt && ` · ${t('exclusionLifted', { time: dateTime(exclusion.liftedAt) })}`}
          </span>
        </>
      )}
    </>
  )
}

function DecideLink({
  person,
  ranking: { slug, title, exclusion },
}: Pick<PersonRankingsProps, 'person'> & { ranking: Ranking }) {
  const t = useT(peopleTexts)
  const step = paths.closingStep(slug, 'loai-tru')
  const isExcluded = exclusion !== null && exclusion.liftedAt === null
  const label = t(isExcluded ? 'exclusionsLink' : 'excludeLink')

  return (
    <Link
      to={isExcluded ? step : `${step}&${new URLSearchParams({ nguoi: person.loginName })}`}
      aria-label={`${label}: ${title}`}
      className="link justify-self-start py-2"
    >
      {label}
    </Link>
  )
}
