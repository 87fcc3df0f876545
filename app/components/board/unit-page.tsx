import { Link } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { unitRanking } from '#app/i18n/messages/unit-ranking.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { BoardVisibility } from '../../core/ranking/board-visibility.ts'
import type { UnitRanking } from '../../core/ranking/unit-ranking.ts'
import { paths } from '../../http/paths.ts'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Stat } from '../ui/stat.tsx'
import { BoardTable } from './board-table.tsx'
import type { BoardRow } from './board-table.tsx'
import { NumbersHead } from './numbers-head.tsx'
import { ShareBar } from './share-bar.tsx'
import { UnitFormulaNote } from './unit-formula.tsx'

type Participation = {
  people: number
  rank: number | null
  /** Units among which the rank is. */
  rankedUnits: number
  ranking: UnitRanking
  isHidden: boolean
}

export type UnitPageView = {
  name: string
  headCount: number | null
  overall: Participation
  rounds: (Participation & { slug: string; title: string })[]
  best: BoardRow[]
  /** The board they are of; no title for the contest's. */
  bestOf: { title: string | null }
  visibility: BoardVisibility
  boardHref: string
}

/** A unit: how many of its people took part, where it stands, and its best results. */
export function UnitPage({ view }: { view: UnitPageView }) {
  const t = useT(unitRanking)
  const took = useTook(view.headCount)
  const { overall, headCount } = view

  return (
    <div className="page grid max-w-4xl gap-9">
      <div className="grid gap-3">
        <Link
          to={paths.unitsOf(paths.board)}
          className="link inline-flex min-h-11 items-center gap-2 justify-self-start"
        >
          <ArrowLeft aria-hidden="true" className="size-5" />
          {t('backToBoard')}
        </Link>
        <PageHeader title={view.name} />
      </div>
      <Card className="grid gap-5">
        <dl className="grid gap-5 sm:grid-cols-2">
          <Stat label={t('tookLabel')} value={took(overall.people)} />
          <Stat label={t('place')} value={<Place of={overall} />} />
        </dl>
        {headCount !== null && headCount > 0 && <ShareBar share={overall.people / headCount} />}
      </Card>
      {view.rounds.length > 0 && <Rounds view={view} />}
      <section className="grid gap-4">
        <h2 className="text-xl">{t('best')}</h2>
        {view.best.length > 0 ? (
          <>
            <p className="text-sm text-muted">
              {t('bestText', { board: view.bestOf.title ?? t('overallBoard') })}
            </p>
            <BoardTable caption={t('best')} rows={view.best} predictionKind={null} extent="brief" />
            <Link to={view.boardHref} className="link justify-self-start py-2">
              {t('allOfUnit')}
            </Link>
          </>
        ) : (
          <p className="text-muted">{t(view.visibility.kind === 'whole' ? 'bestNone' : 'bestHidden')}</p>
        )}
      </section>
      <UnitFormulaNote ranking={overall.ranking} isHidden={overall.isHidden} />
    </div>
  )
}

function Rounds({ view }: { view: UnitPageView }) {
  const t = useT(unitRanking)
  const took = useTook(view.headCount)

  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{t('byRound')}</h2>
      <table className="w-full">
        <caption className="sr-only">{t('byRound')}</caption>
        <NumbersHead about={t('round')} numbers={[t('tookLabel'), t('rank')]} />
        <tbody>
          {view.rounds.map((round) => (
            <tr key={round.slug} className="border-b border-line">
              <th scope="row" className="py-3 pr-3 text-left font-normal">
                <Link to={paths.unitsOf(paths.roundBoard(round.slug))} className="hover:underline">
                  {round.title}
                </Link>
              </th>
              <td className="tabular py-3 pr-3 text-right">{took(round.people)}</td>
              <td className="tabular py-3 text-right">
                <Place of={round} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Units nobody has taken part for are all equal: that is no place. */
function Place({ of: { people, rank, rankedUnits } }: { of: Participation }) {
  const t = useT(unitRanking)
  const { number } = useFormatters()

  return rank === null || people === 0
    ? t('noPlace')
    : t('placeOf', { rank: number(rank), units: number(rankedUnits) })
}

/** "41/56 người (73,2 %)"; without a head-count only how many. */
function useTook(headCount: number | null): (people: number) => string {
  const t = useT(unitRanking)
  const { number, percent } = useFormatters()

  return (people) =>
    headCount
      ? t('took', { people: number(people), heads: number(headCount), rate: percent(people / headCount) })
      : t('tookOnly', { people: number(people) })
}
