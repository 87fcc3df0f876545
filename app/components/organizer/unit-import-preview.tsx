import { Form } from '@remix-run/react'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import type { UnitsText } from '#app/i18n/messages/units.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { PlannedUnit, UnitPlan } from '../../core/unit-sheet.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { CELL_CLASS, DataTable } from '../ui/data-table.tsx'
import { Stat } from '../ui/stat.tsx'
import { useIsSending } from './form-answer.ts'
import { ProblemTable, SHOWN_ROWS } from './problem-table.tsx'

/** What an uploaded list of units would change, row by row, before anything is stored. */
export function UnitImportPreview({ plan: { units, problems } }: { plan: UnitPlan }) {
  const t = useT(unitTexts)
  const { number } = useFormatters()
  const countOf = (change: PlannedUnit['change']): number =>
    units.filter((unit) => unit.change === change).length
  const isSending = useIsSending('apply')
  const toStore = countOf('add') + countOf('update')

  return (
    <>
      <Card className="grid gap-6">
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <Stat label={t('previewAdd')} value={number(countOf('add'))} />
          <Stat label={t('previewUpdate')} value={number(countOf('update'))} />
          <Stat label={t('previewUnchanged')} value={number(countOf('unchanged'))} />
          <Stat label={t('previewProblems')} value={number(new Set(problems.map(({ row }) => row)).size)} />
        </dl>
        <Form method="post" className="flex flex-wrap items-center gap-3">
          {toStore > 0 ? (
            <Button name="intent" value="apply" isPending={isSending} pendingLabel={t('working')}>
              {t('confirmButton', { count: number(toStore) })}
            </Button>
          ) : (
            <p className="font-semibold">{t('nothingToDo')}</p>
          )}
          <Button look="quiet" name="intent" value="discard">
            {t('discard')}
          </Button>
        </Form>
      </Card>
      {problems.length > 0 && (
        <section className="grid gap-3">
          <h2 className="text-xl">{t('problemsTitle')}</h2>
          <p className="text-muted">{t('problemsText')}</p>
          <ProblemTable
            label={t('problemsTitle')}
            headings={{
              row: t('colRow'),
              column: t('colColumn'),
              value: t('colValue'),
              problem: t('colProblem'),
            }}
            problems={problems.map(({ row, column, value, code }) => ({
              row,
              column: t(`column_${column}`),
              value,
              problem: t(code as UnitsText, { value }),
            }))}
            moreText={(count) => t('moreRows', { count })}
          />
        </section>
      )}
      {toStore > 0 && <Changes units={units.filter(({ change }) => change !== 'unchanged')} />}
      {countOf('unchanged') > 0 && (
        <p className="text-sm text-muted">{t('unchangedHidden', { count: number(countOf('unchanged')) })}</p>
      )}
    </>
  )
}

function Changes({ units }: { units: readonly PlannedUnit[] }) {
  const t = useT(unitTexts)
  const { number } = useFormatters()

  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t('changesTitle')}</h2>
      <DataTable
        label={t('changesTitle')}
        headings={[t('colRow'), t('colName'), t('colCode'), t('colHeadCount'), t('colChange')]}
      >
        {units.slice(0, SHOWN_ROWS).map((unit) => (
          <tr key={unit.row}>
            <th scope="row" className={`${CELL_CLASS} tabular font-normal`}>
              {unit.row}
            </th>
            <td className={CELL_CLASS}>{unit.values.name}</td>
            <td className={`${CELL_CLASS} text-sm text-muted`}>{unit.code}</td>
            <td className={`${CELL_CLASS} tabular`}>
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
      {units.length > SHOWN_ROWS && (
        <p className="text-sm text-muted">{t('moreRows', { count: number(units.length - SHOWN_ROWS) })}</p>
      )}
    </section>
  )
}
