import { board } from '#app/i18n/messages/board.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'

export type UnitRow = { unitId: string; name: string; headCount: number | null; people: number }

/** Units by the number of people who took part, with their participation rate where a head-count is signed off. */
export function UnitTable({ caption, rows }: { caption: string; rows: readonly UnitRow[] }) {
  const t = useT(board)
  const { number, percent } = useFormatters()

  return (
    <table className="w-full">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-edge text-left text-sm text-muted">
          <th scope="col" className="py-3 pr-3 font-semibold">
            {t('unit')}
          </th>
          <th scope="col" className="py-3 pr-3 text-right font-semibold">
            {t('participation')}
          </th>
          <th scope="col" className="py-3 text-right font-semibold">
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
            <td className="tabular py-2.5 pr-3 text-right whitespace-nowrap">
              {number(row.people)}
              {row.headCount !== null && `/${number(row.headCount)}`}
            </td>
            <td className="tabular py-2.5 text-right font-semibold">
              {row.headCount ? percent(row.people / row.headCount) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
