import { Form, Link } from '@remix-run/react'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { writtenDay } from '../../../core/calendar-day.ts'
import { paths } from '../../../http/paths.ts'
import { classNames } from '../../class-names.ts'
import { Badge } from '../../ui/badge.tsx'
import { CELL_CLASS, DataTable } from '../../ui/data-table.tsx'

export type UnitTableRow = {
  id: string
  code: string
  name: string
  depth: number
  validFrom: string | null
  validTo: string | null
  isValid: boolean
  headCount: number | null
  signedOn: string | null
  people: number
}

/** By depth. Trees of agencies have three levels; what is deeper stands with the last. */
const INDENTS = ['', 'pl-6', 'pl-12', 'pl-18', 'pl-24'] as const

/** The tree as a table: what hangs below is set in. */
export function UnitTable({ units, canMove }: { units: readonly UnitTableRow[]; canMove: boolean }) {
  const t = useT(unitTexts)
  const { number } = useFormatters()

  return (
    <DataTable
      label={t('table')}
      headings={[
        t('colName'),
        t('colCode'),
        t('colHeadCount'),
        t('colPeople'),
        t('colValidity'),
        ...(canMove ? [t('colActions')] : []),
      ]}
    >
      {units.map((unit) => (
        <tr key={unit.id} className="hover:bg-sunken/50">
          <th scope="row" className={classNames(CELL_CLASS, 'min-w-52 font-normal max-sm:basis-full')}>
            <span className={classNames('block', INDENTS[Math.min(unit.depth, INDENTS.length - 1)])}>
              <Link to={paths.unit(unit.id)} className="link inline-block py-1 font-semibold">
                {unit.name}
              </Link>
            </span>
          </th>
          <td
            data-label={t('colCode')}
            className={classNames(CELL_CLASS, 'text-sm whitespace-nowrap text-muted')}
          >
            {unit.code}
          </td>
          <td data-label={t('colHeadCount')} className={classNames(CELL_CLASS, 'tabular whitespace-nowrap')}>
            {unit.headCount === null ? (
              <span className="text-sm text-muted">{t('noHeadCount')}</span>
            ) : (
              <span className="flex items-center gap-2">
                {number(unit.headCount)}
                {unit.signedOn && <Badge tone="good">{t('signed')}</Badge>}
              </span>
            )}
          </td>
          <td data-label={t('colPeople')} className={classNames(CELL_CLASS, 'tabular')}>
            {number(unit.people)}
          </td>
          <td className={classNames(CELL_CLASS, 'max-sm:empty:hidden')}>
            <Validity unit={unit} />
          </td>
          {canMove && (
            <td className={classNames(CELL_CLASS, 'max-sm:ml-auto')}>
              <MoveButtons unit={unit} />
            </td>
          )}
        </tr>
      ))}
    </DataTable>
  )
}

function Validity({ unit }: { unit: UnitTableRow }) {
  const t = useT(unitTexts)
  const days = [
    unit.validFrom && t('from', { day: writtenDay(unit.validFrom) }),
    unit.validTo && t('until', { day: writtenDay(unit.validTo) }),
  ].filter(Boolean)
  if (unit.isValid && days.length === 0) return null

  return (
    <span className="tabular flex flex-wrap items-center gap-2 text-sm whitespace-nowrap">
      {!unit.isValid && <Badge tone="warn">{t(unit.validTo ? 'closed' : 'notYet')}</Badge>}
      {days.join(', ')}
    </span>
  )
}

function MoveButtons({ unit }: { unit: UnitTableRow }) {
  const t = useT(unitTexts)
  const button =
    'inline-flex size-11 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink'

  return (
    <Form method="post" preventScrollReset className="flex">
      <input type="hidden" name="unitId" value={unit.id} />
      <button name="direction" value="up" aria-label={t('up', { name: unit.name })} className={button}>
        <ChevronUp aria-hidden="true" className="size-5" />
      </button>
      <button name="direction" value="down" aria-label={t('down', { name: unit.name })} className={button}>
        <ChevronDown aria-hidden="true" className="size-5" />
      </button>
    </Form>
  )
}
