import { board } from '#app/i18n/messages/board.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ShareBar } from './share-bar.tsx'

export type UnitRow = {
  unitId: string
  name: string
  headCount: number | null
  people: number
  attempts: number
}

/** Units by the number of people who took part, with their participation rate where a head-count is signed off. */
export function UnitTable({ caption, rows }: { caption: string; rows: readonly UnitRow[] }) {
  const t = useT(board)
  const { number, percent } = useFormatters()
  const cell = 'tabular py-2.5 pr-3 text-right whitespace-nowrap'
  const head = 'py-3 pr-3 font-semibold'
  if (rows.length === 0) return <EmptyState title={t('noUnits')} />

  return (
    <table className="w-full">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-edge text-left text-sm text-muted">
          <th scope="col" className={head}>
            {t('unit')}
          </th>
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
            <th scope="row" className="py-2.5 pr-3 text-left font-normal">
              {row.name}
            </th>
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
