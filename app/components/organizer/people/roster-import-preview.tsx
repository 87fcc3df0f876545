import { listImport } from '#app/i18n/messages/list-import.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import type { PeopleText } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { RosterColumn } from '../../../core/people/roster-sheet.ts'
import { CELL_CLASS, DataTable } from '../../ui/data-table.tsx'
import { PreviewProblems, PreviewSummary } from '../list-preview.tsx'
import { MoreRows } from '../more-rows.tsx'
import type { ParentChoice } from '../units/unit-form.tsx'
import { UnknownUnits } from '../units/unknown-units.tsx'
import type { UnknownUnitRow } from '../units/unknown-units.tsx'

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
  const tList = useT(listImport)
  const { number } = useFormatters()
  const { counts, people, problems, unknownUnits } = preview

  return (
    <>
      <PreviewSummary
        counts={[
          { label: t('previewAdd'), count: counts.add },
          { label: t('previewUnchanged'), count: counts.unchanged },
          { label: t('previewUnknownUnit'), count: counts.unknownUnit },
        ]}
        problemRows={counts.problems}
        confirmLabel={counts.add > 0 ? t('confirmButton', { count: number(counts.add) }) : null}
        nothingToDo={t('nothingToDo')}
      />
      {unknownUnits.length > 0 && <UnknownUnits rows={unknownUnits} units={units} />}
      <PreviewProblems
        problems={problems.map(({ row, column, value, code }) => ({
          row,
          column: t(`column_${column}`),
          value,
          problem: t(code as PeopleText, { value }),
        }))}
        total={counts.problems}
      />
      {people.length > 0 && (
        <section className="grid gap-3">
          <h2 className="text-xl">{t('sampleTitle')}</h2>
          <DataTable
            label={t('sampleTitle')}
            headings={[tList('colRow'), t('colName'), t('colLogin'), t('colUnit')]}
          >
            {people.map((person) => (
              <tr key={person.row}>
                <td data-label={tList('colRow')} className={`${CELL_CLASS} tabular`}>
                  {person.row}
                </td>
                <th scope="row" className={`${CELL_CLASS} font-semibold`}>
                  {person.fullName}
                </th>
                <td data-label={t('colLogin')} className={`${CELL_CLASS} tabular whitespace-nowrap`}>
                  {person.maskedLogin}
                </td>
                <td data-label={t('colUnit')} className={CELL_CLASS}>
                  {person.unitName}
                </td>
              </tr>
            ))}
          </DataTable>
          <MoreRows total={counts.add} shown={people.length} />
        </section>
      )}
    </>
  )
}
