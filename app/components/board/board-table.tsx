import { board } from '#app/i18n/messages/board.ts'
import { useFormatters, useLocale, useT } from '#app/i18n/use-texts.ts'
import { formatPrediction } from '../../core/ranking/prediction.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import { classNames } from '../class-names.ts'
import { RankMark } from '../ui/rank-mark.tsx'

export type BoardRow = {
  rank: number
  displayName: string
  unitName: string | null
  score: number
  durationMs: number
  endedAt: Date
  predictionDistance: bigint | null
  /** Whether it is the reader's; marked, and the target of the link from their place. */
  isOwn: boolean
}

export const OWN_ROW_ID = 'hang-cua-ban'

type BoardTableProps = {
  caption: string
  rows: readonly BoardRow[]
  /** Set when distances are known and shown. */
  predictionKind: PredictionKind | null
  /** A brief table stands beside other things and leaves the moment out. */
  extent?: 'whole' | 'brief'
}

/** A table on wide screens, a list of cards on phones: the same rows, told apart by layout only. */
export function BoardTable({ caption, rows, predictionKind, extent = 'whole' }: BoardTableProps) {
  const t = useT(board)
  const format = useFormatters()
  const locale = useLocale()
  const isWhole = extent === 'whole'
  const columns = [
    t('score'),
    t('duration'),
    ...(predictionKind ? [t('distance')] : []),
    ...(isWhole ? [t('endedAt')] : []),
  ]

  return (
    <table className="block w-full md:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="border-b-2 border-edge text-left text-sm text-muted">
          <th scope="col" className="w-16 py-3 pr-3 text-center font-semibold">
            {t('rank')}
          </th>
          <th scope="col" className="py-3 pr-3 font-semibold">
            {t('name')}
          </th>
          {columns.map((label) => (
            <th key={label} scope="col" className="py-3 pr-3 text-right font-semibold">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {rows.map((row, index) => (
          <tr
            key={index}
            id={row.isOwn ? OWN_ROW_ID : undefined}
            className={classNames(
              'grid grid-cols-[3.5rem_1fr_auto] items-center gap-x-2 border-b border-line py-3 md:table-row',
              row.isOwn ? 'bg-gold-soft' : 'md:hover:bg-sunken',
            )}
          >
            <td className="row-span-2 text-center md:py-2.5 md:pr-3">
              <RankMark rank={row.rank} />
            </td>
            <th scope="row" className="text-left font-semibold md:py-2.5 md:pr-3">
              {row.displayName}
              {row.isOwn && <span className="ml-2 text-sm text-gold-text">({t('you')})</span>}
              {row.unitName && <span className="block text-sm font-normal text-muted">{row.unitName}</span>}
            </th>
            <td className="tabular text-right text-lg font-semibold md:py-2.5 md:pr-3">
              {format.number(row.score)}
            </td>
            <td className="tabular col-start-2 text-sm text-muted md:py-2.5 md:pr-3 md:text-right md:whitespace-nowrap">
              {format.duration(row.durationMs)}
            </td>
            {predictionKind && (
              <td className="tabular col-start-3 text-right text-sm text-muted md:py-2.5 md:pr-3">
                <span className="md:hidden">{t('distance')} </span>
                {row.predictionDistance === null
                  ? '–'
                  : formatPrediction(predictionKind, row.predictionDistance, locale)}
              </td>
            )}
            {isWhole && (
              <td className="tabular col-span-2 col-start-2 text-sm text-muted md:py-2.5 md:pr-3 md:text-right">
                {format.dateTime(row.endedAt)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
