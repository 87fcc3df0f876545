import { Link } from '@remix-run/react'
import { ArrowDown, ArrowUp, Eye } from 'lucide-react'
import { analysis } from '#app/i18n/messages/analysis.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { FEWEST_PAPERS_FOR_FLAGS } from '../../core/analysis/item-flags.ts'
import type { ItemFlag } from '../../core/analysis/item-flags.ts'
import { SMALLEST_GROUP } from '../../core/ranking/small-numbers.ts'
import { ShareBar } from '../board/share-bar.tsx'
import { Badge } from '../ui/badge.tsx'

export type ItemRow = {
  versionId: string
  code: string
  version: number
  stem: string
  shown: number
  facility: number | null
  discrimination: number | null
  correlation: number | null
  unansweredShare: number | null
  isProtected: boolean
  isJudged: boolean
  flags: ItemFlag[]
}

const COLUMNS = ['shown', 'facility', 'discrimination', 'correlation', 'unanswered'] as const
export type SortColumn = 'question' | (typeof COLUMNS)[number]

type ItemTableProps = {
  rows: readonly ItemRow[]
  sorted: { column: SortColumn; direction: 'up' | 'down' } | null
  /** The address that sorts by a column, the other way round when it is sorted by it already. */
  sortHrefOf: (column: SortColumn) => string
  questionHrefOf: (versionId: string) => string
}

/** A table on wide screens, cards on phones: the same rows, told apart by layout only. */
export function ItemTable({ rows, sorted, sortHrefOf, questionHrefOf }: ItemTableProps) {
  const t = useT(analysis)

  return (
    <table className="block w-full lg:table">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="sr-only lg:not-sr-only lg:table-header-group">
        <tr className="border-b-2 border-edge text-sm text-muted">
          {(['question', ...COLUMNS] as const).map((column) => (
            <SortHeader
              key={column}
              column={column}
              direction={sorted?.column === column ? sorted.direction : null}
              to={sortHrefOf(column)}
            />
          ))}
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {rows.map((row) => (
          <ItemCells key={row.versionId} row={row} to={questionHrefOf(row.versionId)} />
        ))}
      </tbody>
    </table>
  )
}

type SortHeaderProps = { column: SortColumn; direction: 'up' | 'down' | null; to: string }

function SortHeader({ column, direction, to }: SortHeaderProps) {
  const t = useT(analysis)
  const Icon = direction === 'down' ? ArrowDown : ArrowUp

  return (
    <th
      scope="col"
      aria-sort={direction === null ? undefined : direction === 'up' ? 'ascending' : 'descending'}
      className={`py-1 pr-3 font-semibold ${column === 'question' ? 'text-left' : 'text-right'}`}
    >
      <Link
        to={to}
        preventScrollReset
        aria-label={t('sortBy', { column: t(column) })}
        className="link inline-flex min-h-11 items-center gap-1"
      >
        {t(column)}
        {direction && <Icon aria-hidden="true" className="size-4 shrink-0" />}
      </Link>
    </th>
  )
}

function ItemCells({ row, to }: { row: ItemRow; to: string }) {
  const t = useT(analysis)
  const { number, percent, index } = useFormatters()
  const cell =
    'tabular inline-flex items-baseline gap-1.5 pr-5 lg:table-cell lg:py-3 lg:pr-3 lg:text-right lg:align-top'
  const numbers = [
    { column: 'shown', value: row.isProtected ? `< ${SMALLEST_GROUP}` : number(row.shown) },
    { column: 'facility', value: row.facility === null ? '–' : percent(row.facility), share: row.facility },
    { column: 'discrimination', value: row.discrimination === null ? '–' : index(row.discrimination) },
    { column: 'correlation', value: row.correlation === null ? '–' : index(row.correlation) },
    { column: 'unanswered', value: row.unansweredShare === null ? '–' : percent(row.unansweredShare) },
  ] as const

  return (
    <tr className="block border-b border-line py-3 lg:table-row lg:py-0 lg:hover:bg-sunken">
      <th scope="row" className="grid gap-1.5 pb-2 text-left font-normal lg:py-3 lg:pr-6">
        <Link to={to} className="link font-semibold">
          {t('questionName', { code: row.code, version: number(row.version) })}
        </Link>
        <span className="line-clamp-2">{row.stem}</span>
        <ItemNotes row={row} />
      </th>
      {numbers.map(({ column, value, ...rest }) => (
        <td key={column} className={cell}>
          <span className="text-sm text-muted lg:hidden">{t(column)}</span>
          <span className="grid gap-1 lg:min-w-20">
            <span className="text-right font-semibold">{value}</span>
            {'share' in rest && rest.share !== null && (
              <span className="hidden lg:block">
                <ShareBar share={rest.share} />
              </span>
            )}
          </span>
        </td>
      ))}
    </tr>
  )
}

function ItemNotes({ row }: { row: ItemRow }) {
  const t = useT(analysis)
  if (row.isProtected)
    return <span className="text-sm text-muted">{t('tooFewPeople', { least: SMALLEST_GROUP })}</span>
  if (!row.isJudged)
    return <span className="text-sm text-muted">{t('notJudged', { least: FEWEST_PAPERS_FOR_FLAGS })}</span>
  if (row.flags.length === 0) return null

  return (
    <ul className="flex flex-wrap gap-1.5">
      {row.flags.map((flag) => (
        <li key={flag}>
          <Badge tone="warn" icon={Eye}>
            {t(`flag_${flag}`)}
          </Badge>
        </li>
      ))}
    </ul>
  )
}
