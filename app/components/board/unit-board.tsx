import { board } from '#app/i18n/messages/board.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { UnitRanking } from '../../core/ranking/unit-ranking.ts'
import { UnitFormulaNote, useSizeClassTexts } from './unit-formula.tsx'
import { UnitTable, rankedColumnsOf } from './unit-table.tsx'
import type { UnitRow } from './unit-table.tsx'

export type UnitBoardView = {
  ranking: UnitRanking
  isHidden: boolean
  rows: (UnitRow & { sizeClass: number | null })[]
}

/** The board of units: one table per size class, and the formula. */
export function UnitBoard({ view: { ranking, isHidden, rows } }: { view: UnitBoardView }) {
  const t = useT(board)
  const classTexts = useSizeClassTexts(ranking)
  const byClass = [...Map.groupBy(rows, ({ sizeClass }) => sizeClass)]
  const columns = isHidden ? 'plain' : rankedColumnsOf(ranking)

  return (
    <>
      {byClass.map(([sizeClass, members]) => (
        <section key={sizeClass ?? 'none'} className="grid gap-3">
          {byClass.length > 1 && (
            <h2 className="text-lg">{sizeClass === null ? '–' : classTexts[sizeClass]}</h2>
          )}
          <UnitTable caption={t('unitsTab')} rows={members} columns={columns} />
        </section>
      ))}
      <UnitFormulaNote ranking={ranking} isHidden={isHidden} />
    </>
  )
}
