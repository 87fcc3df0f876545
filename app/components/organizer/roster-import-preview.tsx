import { Form } from '@remix-run/react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import type { PeopleText } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { RosterColumn } from '../../core/roster-sheet.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { CELL_CLASS, DataTable } from '../ui/data-table.tsx'
import { Stat } from '../ui/stat.tsx'
import { useIsSending } from './form-answer.ts'
import { ProblemTable } from './problem-table.tsx'
import type { ParentChoice } from './unit-form.tsx'
import { UnknownUnits } from './unknown-units.tsx'
import type { UnknownUnitRow } from './unknown-units.tsx'

export type RosterPreview = {
  counts: { add: number; unchanged: number; unknownUnit: number; problems: number }
  people: readonly { row: number; fullName: string; maskedLogin: string; unitName: string }[]
  problems: readonly { row: number; column: RosterColumn; code: string; value: string }[]
  unknownUnits: readonly UnknownUnitRow[]
}

type RosterImportPreviewProps = {
  preview: RosterPreview
  units: readonly ParentChoice[]
}

/** What an uploaded roster would make, before anything is stored. */
export function RosterImportPreview({ preview, units }: RosterImportPreviewProps) {
  const t = useT(peopleTexts)
  const { number } = useFormatters()
  const isSending = useIsSending('apply')
  const { counts, people, problems, unknownUnits } = preview

  return (
    <>
      <Card className="grid gap-6">
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <Stat label={t('previewAdd')} value={number(counts.add)} />
          <Stat label={t('previewUnchanged')} value={number(counts.unchanged)} />
          <Stat label={t('previewUnknownUnit')} value={number(counts.unknownUnit)} />
          <Stat label={t('previewProblems')} value={number(counts.problems)} />
        </dl>
        <Form method="post" className="flex flex-wrap items-center gap-3">
          {counts.add > 0 ? (
            <Button name="intent" value="apply" isPending={isSending} pendingLabel={t('working')}>
              {t('confirmButton', { count: number(counts.add) })}
            </Button>
          ) : (
            <p className="font-semibold">{t('nothingToDo')}</p>
          )}
          <Button look="quiet" name="intent" value="discard">
            {t('discard')}
          </Button>
        </Form>
      </Card>
      {unknownUnits.length > 0 && <UnknownUnits rows={unknownUnits} units={units} />}
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
              problem: t(code as PeopleText, { value }),
            }))}
            moreText={(count) => t('moreRows', { count })}
          />
          {counts.problems > problems.length && (
            <p className="text-sm text-muted">
              {t('moreRows', { count: number(counts.problems - problems.length) })}
            </p>
          )}
        </section>
      )}
      {people.length > 0 && (
        <section className="grid gap-3">
          <h2 className="text-xl">{t('sampleTitle')}</h2>
          <DataTable
            label={t('sampleTitle')}
            headings={[t('colRow'), t('colName'), t('colLogin'), t('colUnit')]}
          >
            {people.map((person) => (
              <tr key={person.row}>
                <td className={`${CELL_CLASS} tabular`}>{person.row}</td>
                <th scope="row" className={`${CELL_CLASS} font-semibold`}>
                  {person.fullName}
                </th>
                <td className={`${CELL_CLASS} tabular whitespace-nowrap`}>{person.maskedLogin}</td>
                <td className={CELL_CLASS}>{person.unitName}</td>
              </tr>
            ))}
          </DataTable>
          {counts.add > people.length && (
            <p className="text-sm text-muted">
              {t('moreRows', { count: number(counts.add - people.length) })}
            </p>
          )}
        </section>
      )}
    </>
  )
}
