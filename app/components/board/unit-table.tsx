import { Link } from '@remix-run/react'
import { board } from '#app/i18n/messages/board.ts'
import { unitRanking } from '#app/i18n/messages/unit-ranking.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { UnitRanking } from '../../core/ranking/unit-ranking.ts'
import { paths } from '../../http/paths.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ShareBar } from './share-bar.tsx'

export type UnitRow = {
  unitId: string
  code: string
  name: string
  headCount: number | null
  people: number
  attempts: number
  /** Of a board; null when the unit is not ranked. */
  rank?: number | null
  /** What the formula gives; shown when it is neither the people nor the rate. */
  score?: number | null
}

type UnitTableProps = {
  caption: string
  rows: readonly UnitRow[]
  /** What stands beside people and rate on a board. */
  columns?: UnitColumns
}

type UnitColumns = 'plain' | 'ranked' | 'ranked_with_score'

/** People and rate are columns of their own; other formulas give a number that needs one. */
export function rankedColumnsOf({ formula }: UnitRanking): UnitColumns {
  return formula.by === 'people' || formula.by === 'rate' ? 'ranked' : 'ranked_with_score'
}

/** Units with the people who took part and their participation rate where a head-count is signed off. */
export function UnitTable({ caption, rows, columns = 'plain' }: UnitTableProps) {
  const t = useT(board)
  const tUnits = useT(unitRanking)
  const { number, percent } = useFormatters()
  const numberOrDash = (value: number | null = null) => (value === null ? '–' : number(value))
  const cell = 'tabular py-2.5 pr-3 text-right whitespace-nowrap'
  const head = 'py-3 pr-3 font-semibold'
  const isRanked = columns !== 'plain'
  if (rows.length === 0) return <EmptyState title={t('noUnits')} />

  return (
    <table className="w-full">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-edge text-left text-sm text-muted">
          {isRanked && (
            <th scope="col" className={`${head} w-14 text-center`}>
              {tUnits('rank')}
            </th>
          )}
          <th scope="col" className={head}>
            {t('unit')}
          </th>
          {columns === 'ranked_with_score' && (
            <th scope="col" className={`${head} text-right`}>
              {tUnits('score')}
            </th>
          )}
          <th scope="col" className={`${head} text-right`}>
            {t('participation')}
          </th>
          <th scope="col" className={`${head} hidden text-right sm:table-cell`}>
            {t('attempts')}
          </th>
          <th scope="col" className={`${head} text-right`}>
            {t('rate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unitId} className="border-b border-line">
            {isRanked && (
              <td className="tabular py-2.5 pr-3 text-center font-semibold">{numberOrDash(row.rank)}</td>
            )}
            <th scope="row" className="py-2.5 pr-3 text-left font-normal">
              <Link to={paths.unitResults(row.code)} className="hover:underline">
                {row.name}
              </Link>
            </th>
            {columns === 'ranked_with_score' && (
              <td className={`${cell} font-semibold`}>{numberOrDash(row.score)}</td>
            )}
            <td className={cell}>
              {number(row.people)}
              {row.headCount !== null && <span className="text-muted">/{number(row.headCount)}</span>}
            </td>
            <td className={`${cell} hidden sm:table-cell`}>{number(row.attempts)}</td>
            <td className="tabular w-20 py-2.5 text-right font-semibold sm:w-56">
              {row.headCount ? (
                <span className="items-center gap-3 sm:grid sm:grid-cols-[1fr_4.5rem]">
                  <ShareBar share={row.people / row.headCount} />
                  {percent(row.people / row.headCount)}
                </span>
              ) : (
                '–'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
