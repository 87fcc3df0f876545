import { board } from '#app/i18n/messages/board.ts'
import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { NumbersHead } from '../board/numbers-head.tsx'
import { ShareBar } from '../board/share-bar.tsx'
import { UnitTable } from '../board/unit-table.tsx'
import type { UnitRow } from '../board/unit-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'

type Numbers = {
  people: number
  attempts: number
  /** When the first numbers appear, while they are held back. */
  waitUntil: Date | null
}
type RoundNumbers = Numbers & { slug: string; title: string }

export type StatisticsViewData = {
  countedAt: Date
  rounds: RoundNumbers[]
  total: Numbers
  units: UnitRow[]
}

/** People and attempts, by round and by unit. */
export function StatisticsView({ view }: { view: StatisticsViewData }) {
  const t = useT(contest)
  const tBoard = useT(board)
  const { dateTime } = useFormatters()

  return (
    <div className="page grid max-w-3xl gap-9">
      <PageHeader
        title={t('statisticsTitle')}
        lead={t('statisticsLead', { time: dateTime(view.countedAt) })}
      />
      <section className="grid gap-4">
        <h2 className="text-xl">{t('byRound')}</h2>
        {view.rounds.length === 0 ? (
          <EmptyState title={t('noStatistics')} />
        ) : (
          <>
            <RoundTable view={view} />
            <p className="text-sm text-muted">{t('totalNote')}</p>
          </>
        )}
      </section>
      <section className="grid gap-4">
        <h2 className="text-xl">{t('byUnit')}</h2>
        <UnitTable caption={t('byUnit')} rows={view.units} />
        <p className="text-sm text-muted">{tBoard('rateFormula')}</p>
      </section>
    </div>
  )
}

function RoundTable({ view }: { view: StatisticsViewData }) {
  const t = useT(contest)
  const { dateTime, number } = useFormatters()
  const countOf = ({ waitUntil }: Numbers, count: number) => (waitUntil ? '–' : number(count))
  const most = Math.max(1, ...view.rounds.map((round) => round.people))
  const numberCell = 'tabular py-3 text-right align-top'

  return (
    <table className="w-full">
      <caption className="sr-only">{t('byRound')}</caption>
      <NumbersHead about={t('round')} numbers={[t('people'), t('attempts')]} />
      <tbody>
        {view.rounds.map((round) => (
          <tr key={round.slug} className="border-b border-line">
            <th scope="row" className="grid gap-1.5 py-3 pr-4 text-left font-normal">
              {round.title}
              {round.waitUntil ? (
                <span className="text-sm text-muted">
                  {t('numbersFrom', { from: dateTime(round.waitUntil) })}
                </span>
              ) : (
                <ShareBar share={round.people / most} />
              )}
            </th>
            <td className={`${numberCell} pr-3`}>{countOf(round, round.people)}</td>
            <td className={numberCell}>{countOf(round, round.attempts)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-b-2 border-edge font-semibold">
          <th scope="row" className="py-3 pr-4 text-left">
            {t('total')}
          </th>
          <td className={`${numberCell} pr-3`}>{countOf(view.total, view.total.people)}</td>
          <td className={numberCell}>{countOf(view.total, view.total.attempts)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
