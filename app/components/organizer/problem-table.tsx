import { useFormatters } from '#app/i18n/use-texts.ts'
import { CELL_CLASS, DataTable } from '../ui/data-table.tsx'

/** Rows beyond this nobody corrects on a screen. */
export const SHOWN_ROWS = 200

type ProblemTableProps = {
  label: string
  headings: { row: string; column: string; value: string; problem: string }
  problems: readonly { row: number; column: string; value: string; problem: string }[]
  moreText: (count: string) => string
}

/** What is wrong in an uploaded list, with its place in the spreadsheet. */
export function ProblemTable({ label, headings, problems, moreText }: ProblemTableProps) {
  const { number } = useFormatters()

  return (
    <>
      <DataTable label={label} headings={[headings.row, headings.column, headings.value, headings.problem]}>
        {problems.slice(0, SHOWN_ROWS).map(({ row, column, value, problem }, index) => (
          <tr key={index}>
            <th scope="row" className={`${CELL_CLASS} tabular font-semibold`}>
              {row}
            </th>
            <td className={CELL_CLASS}>{column}</td>
            <td className={`${CELL_CLASS} break-all`}>{value}</td>
            <td className={`${CELL_CLASS} min-w-52`}>{problem}</td>
          </tr>
        ))}
      </DataTable>
      {problems.length > SHOWN_ROWS && (
        <p className="text-sm text-muted">{moreText(number(problems.length - SHOWN_ROWS))}</p>
      )}
    </>
  )
}
