import { listImport } from '#app/i18n/messages/list-import.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { CELL_CLASS, DataTable } from '../ui/data-table.tsx'
import { MoreRows } from './more-rows.tsx'

/** Rows beyond this nobody corrects on a screen. */
export const SHOWN_ROWS = 200

type ProblemTableProps = {
  problems: readonly { row: number; column: string; value: string; problem: string }[]
  /** Of how many these are the first. */
  total: number
}

/** What is wrong in an uploaded list, with its place in the spreadsheet. */
export function ProblemTable({ problems, total }: ProblemTableProps) {
  const t = useT(listImport)
  const shown = problems.slice(0, SHOWN_ROWS)

  return (
    <>
      <DataTable
        label={t('problemsTitle')}
        headings={[t('colRow'), t('colColumn'), t('colValue'), t('colProblem')]}
      >
        {shown.map(({ row, column, value, problem }, index) => (
          <tr key={index}>
            <th scope="row" data-label={t('colRow')} className={`${CELL_CLASS} tabular font-semibold`}>
              {row}
            </th>
            <td data-label={t('colColumn')} className={CELL_CLASS}>
              {column}
            </td>
            <td data-label={t('colValue')} className={`${CELL_CLASS} break-all`}>
              {value}
            </td>
            <td className={`${CELL_CLASS} min-w-52 max-sm:basis-full`}>{problem}</td>
          </tr>
        ))}
      </DataTable>
      <MoreRows total={total} shown={shown.length} />
    </>
  )
}
