import { Form, Link } from '@remix-run/react'
import { board } from '#app/i18n/messages/board.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'

type BoardFilterProps = {
  search: string
  unitId: string
  units: readonly { id: string; name: string }[]
  /** The board without a filter. */
  plainHref: string
}

export function BoardFilter({ search, unitId, units, plainHref }: BoardFilterProps) {
  const t = useT(board)

  return (
    <Form method="get" role="search" className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
      <Field id="tim" label={t('searchLabel')}>
        {(control) => (
          <TextInput
            {...control}
            name="tim"
            type="search"
            defaultValue={search}
            placeholder={t('searchPlaceholder')}
          />
        )}
      </Field>
      <Field id="don-vi" label={t('unitLabel')}>
        {(control) => (
          <Select {...control} name="don-vi" defaultValue={unitId}>
            <option value="">{t('allUnits')}</option>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex items-center gap-4">
        <Button look="secondary">{t('search')}</Button>
        {(search !== '' || unitId !== '') && (
          <Link to={plainHref} className="link py-3">
            {t('clear')}
          </Link>
        )}
      </div>
    </Form>
  )
}
