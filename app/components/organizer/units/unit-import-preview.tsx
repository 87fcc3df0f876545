import { listImport } from '#app/i18n/messages/list-import.ts'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import type { UnitsText } from '#app/i18n/messages/units.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { PlannedUnit, UnitPlan } from '../../../core/units/unit-sheet.ts'
import { Badge } from '../../ui/badge.tsx'
import { CELL_CLASS, DataTable } from '../../ui/data-table.tsx'
import { PreviewProblems, PreviewSummary } from '../list-preview.tsx'
import { MoreRows } from '../more-rows.tsx'
import { SHOWN_ROWS } from '../problem-table.tsx'

/** What an uploaded list of units would change, row by row, before anything is stored. */
export function UnitImportPreview({ plan: { units, problems } }: { plan: UnitPlan }) {
  const t = useT(unitTexts)
  const { number } = useFormatters()
  const countOf = (change: PlannedUnit['change']): number =>
    units.filter((unit) => unit.change === change).length
  const toStore = countOf('add') + countOf('update')

  return (
    <>
      <PreviewSummary
        counts={[
          { label: t('previewAdd'), count: countOf('add') },
          { label: t('previewUpdate'), count: countOf('update') },
          { label: t('previewUnchanged'), count: countOf('unchanged') },
        ]}
        problemRows={new Set(problems.map(({ row }) => row)).size}
        confirmLabel={toStore > 0 ? t('confirmButton', { count: number(toStore) }) : null}
        nothingToDo={t('nothingToDo')}
      />
      <PreviewProblems
        problems={problems.map(({ row, column, value, code }) => ({
          row,
          column: t(`column_${column}`),
          value,
          problem: t(code as UnitsText, { value }),
        }))}
        total={problems.length}
      />
      {toStore > 0 && <Changes units={units.filter(({ change }) => change !== 'unchanged')} />}
      {countOf('unchanged') > 0 && (
        <p className="text-sm text-muted">{t('unchangedHidden', { count: number(countOf('unchanged')) })}</p>
      )}
    </>
  )
}

function Changes({ units }: { units: readonly PlannedUnit[] }) {
  const t = useT(unitTexts)
  const tList = useT(listImport)
  const { number } = useFormatters()

  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t('changesTitle')}</h2>
      <DataTable
        label={t('changesTitle')}
        headings={[tList('colRow'), t('colName'), t('colCode'), t('colHeadCount'), t('colChange')]}
      >
        {units.slice(0, SHOWN_ROWS).map((unit) => (
          <tr key={unit.row}>
            <th scope="row" data-label={tList('colRow')} className={`${CELL_CLASS} tabular font-normal`}>
              {unit.row}
            </th>
            <td className={`${CELL_CLASS} max-sm:basis-full`}>{unit.values.name}</td>
            <td data-label={t('colCode')} className={`${CELL_CLASS} text-sm text-muted`}>
              {unit.code}
            </td>
            <td data-label={t('colHeadCount')} className={`${CELL_CLASS} tabular`}>
              {unit.values.headCount === null ? '' : number(unit.values.headCount)}
            </td>
            <td className={CELL_CLASS}>
              {unit.change === 'add' ? (
                <Badge tone="good">{t('previewAdd')}</Badge>
              ) : (
                t('changedColumns', {
                  columns: unit.changed.map((column) => t(`column_${column}`)).join(', '),
                })
              )}
            </td>
          </tr>
        ))}
      </DataTable>
      <MoreRows total={units.length} shown={SHOWN_ROWS} />
    </section>
  )
}
