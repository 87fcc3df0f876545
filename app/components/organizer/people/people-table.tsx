import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../../http/paths.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { CELL_CLASS, DataTable } from '../../ui/data-table.tsx'
import { useHasScripts } from '../../use-has-scripts.ts'

export type PersonTableRow = {
  id: string
  fullName: string
  maskedLogin: string
  unitName: string | null
  hasPassword: boolean
  isLocked: boolean
}

/** People with boxes to tick; what is done with those ticked is asked on a page of its own. */
export function PeopleTable({ rows, canManage }: { rows: readonly PersonTableRow[]; canManage: boolean }) {
  const t = useT(peopleTexts)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string): void => {
    setChosen((before) =>
      before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
    )
  }

  return (
    <Form method="get" action={paths.slips} className="grid gap-4">
      <DataTable
        label={t('table')}
        headings={[
          ...(canManage
            ? [
                <SelectAll
                  key="all"
                  isChecked={chosen.size === rows.length}
                  onToggle={(isAll) => setChosen(new Set(isAll ? rows.map(({ id }) => id) : []))}
                />,
              ]
            : []),
          t('colName'),
          t('colLogin'),
          t('colUnit'),
          t('colState'),
        ]}
      >
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-sunken/50">
            {canManage && (
              <td className={CELL_CLASS}>
                <input
                  type="checkbox"
                  name="nguoi"
                  value={row.id}
                  aria-label={t('selectNamed', { name: row.fullName })}
                  checked={chosen.has(row.id)}
                  onChange={() => toggle(row.id)}
                  className="size-6 accent-brand"
                />
              </td>
            )}
            <th scope="row" className={`${CELL_CLASS} font-normal sm:min-w-44`}>
              <Link to={paths.person(row.id)} className="link inline-block py-1 font-semibold">
                {row.fullName}
              </Link>
            </th>
            <td data-label={t('colLogin')} className={`${CELL_CLASS} tabular whitespace-nowrap`}>
              {row.maskedLogin}
            </td>
            <td data-label={t('colUnit')} className={`${CELL_CLASS} sm:min-w-44`}>
              {row.unitName ?? <span className="text-muted">{t('noUnit')}</span>}
            </td>
            <td className={CELL_CLASS}>
              <StateBadge row={row} />
            </td>
          </tr>
        ))}
      </DataTable>
      {canManage && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-muted">{t('bulk')}</p>
          <Button look="secondary">{t('bulkSlips')}</Button>
          <Button look="danger" formAction={paths.lockPeople}>
            {t('bulkLock')}
          </Button>
        </div>
      )}
    </Form>
  )
}

function SelectAll({ isChecked, onToggle }: { isChecked: boolean; onToggle: (isAll: boolean) => void }) {
  const t = useT(peopleTexts)
  if (!useHasScripts()) return t('colSelect')

  return (
    <label className="flex items-center gap-3">
      <input
        type="checkbox"
        aria-label={t('selectAll')}
        checked={isChecked}
        onChange={(event) => onToggle(event.target.checked)}
        className="size-6 accent-brand"
      />
      <span aria-hidden="true" className="sm:hidden">
        {t('selectAll')}
      </span>
    </label>
  )
}

function StateBadge({ row }: { row: PersonTableRow }) {
  const t = useT(peopleTexts)
  if (row.isLocked) return <Badge tone="warn">{t('badgeLocked')}</Badge>
  if (!row.hasPassword) return <Badge tone="info">{t('badgeNew')}</Badge>

  return <Badge>{t('badgeActive')}</Badge>
}
