import { Link } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { live } from '#app/i18n/messages/live.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { withLiveQuery } from '../../../../core/rounds/live-query.ts'
import type { LiveQuery } from '../../../../core/rounds/live-query.ts'
import { UNIT_ORDERS, missingOf, rateOf } from '../../../../core/units/unit-participation.ts'
import type { Direction, UnitOrder, UnitParticipation } from '../../../../core/units/unit-participation.ts'
import { ShareBar } from '../../../board/share-bar.tsx'
import { classNames } from '../../../class-names.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { LiveSearch } from './live-search.tsx'

type UnitParticipationTableProps = {
  /** The first of `count` rows, or all of them. */
  units: { rows: readonly UnitParticipation[]; count: number; total: { people: number; headCount: number } }
  query: LiveQuery
  path: string
}

/** How many of each unit's people took part, sortable and searchable; never how well. */
export function UnitParticipationTable({ units, query, path }: UnitParticipationTableProps) {
  const t = useT(live)
  const { number, percent } = useFormatters()
  const { people, headCount } = units.total

  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 id="units" className="text-xl">
          {t('unitsTitle')}
        </h2>
        <p className="text-sm text-muted">{t('unitsLead')}</p>
        {headCount > 0 && (
          <p className="tabular font-semibold">
            {t('unitsTotal', {
              people: number(people),
              headCount: number(headCount),
              rate: percent(people / headCount),
            })}
          </p>
        )}
      </div>
      <LiveSearch part="unitSearch" label={t('unitSearch')} query={query} />
      {units.rows.length === 0 ? (
        <p className="text-muted">{t('unitsNone')}</p>
      ) : (
        <table className="w-full" aria-labelledby="units">
          <thead className="sticky top-0 bg-surface">
            <tr className="border-b-2 border-edge text-left text-sm text-muted">
              {UNIT_ORDERS.map((order) => (
                <SortHeading key={order} order={order} query={query} path={path} />
              ))}
            </tr>
          </thead>
          <tbody>
            {units.rows.map((unit) => (
              <UnitRow key={unit.unitId} unit={unit} />
            ))}
          </tbody>
        </table>
      )}
      {units.rows.length < units.count && (
        <LinkButton
          to={withLiveQuery(path, { ...query, isWhole: true })}
          look="secondary"
          preventScrollReset
          className="sm:justify-self-start"
        >
          {t('unitsAll', { count: number(units.count) })}
        </LinkButton>
      )}
    </Card>
  )
}

const FIRST_DIRECTION: Record<UnitOrder, Direction> = {
  unit: 'ascending',
  people: 'descending',
  rate: 'descending',
  missing: 'descending',
}

function SortHeading({ order, query, path }: { order: UnitOrder; query: LiveQuery; path: string }) {
  const t = useT(live)
  const isSorted = query.order === order
  const Arrow = query.direction === 'ascending' ? ArrowUp : ArrowDown
  const turned = query.direction === 'ascending' ? 'descending' : 'ascending'
  const direction = isSorted ? turned : FIRST_DIRECTION[order]

  return (
    <th
      scope="col"
      aria-sort={isSorted ? query.direction : undefined}
      className={classNames(
        'py-1 font-semibold',
        order !== 'unit' && 'text-right',
        order === 'missing' && 'hidden sm:table-cell',
      )}
    >
      <Link
        to={withLiveQuery(path, { ...query, order, direction })}
        preventScrollReset
        className={classNames(
          'inline-flex min-h-11 items-center gap-1 underline-offset-4 hover:underline',
          isSorted && 'text-ink',
        )}
      >
        {t(`order_${order}`)}
        {isSorted && <Arrow aria-hidden="true" className="size-4 shrink-0" />}
      </Link>
    </th>
  )
}

function UnitRow({ unit }: { unit: UnitParticipation }) {
  const t = useT(live)
  const { number, percent } = useFormatters()
  const rate = rateOf(unit)
  const missing = missingOf(unit)
  const people = number(unit.people)

  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-2.5 pr-3 text-left font-normal">
        {unit.name}
      </th>
      <td className="tabular py-2.5 pl-2 text-right whitespace-nowrap">
        {unit.headCount === null
          ? t('unitPeopleOnly', { people })
          : t('unitPeople', { people, headCount: number(unit.headCount) })}
      </td>
      <td className="tabular w-16 py-2.5 pl-2 text-right font-semibold sm:w-56">
        {rate === null ? (
          <span className="text-sm font-normal text-muted">
            <span aria-hidden="true" className="sm:hidden">
              –
            </span>
            <span className="max-sm:sr-only">{t('noHeadCount')}</span>
          </span>
        ) : (
          <span className="items-center gap-3 sm:grid sm:grid-cols-[1fr_4.5rem]">
            <ShareBar share={rate} />
            {percent(rate)}
          </span>
        )}
      </td>
      <td className="tabular hidden py-2.5 pl-2 text-right sm:table-cell">
        {missing === null ? '–' : number(missing)}
      </td>
    </tr>
  )
}
