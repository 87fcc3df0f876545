import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Field, Select } from '../../ui/field.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { UnitOptions } from '../units/unit-form.tsx'
import type { ParentChoice } from '../units/unit-form.tsx'

type PeopleFilterProps = {
  query: { search: string; unitId: string | null; state: 'all' | 'new' | 'locked' }
  units: readonly ParentChoice[]
}

/** Whom to list: by name or number, unit with all below it, and state of the account. */
export function PeopleFilter({ query, units }: PeopleFilterProps) {
  const t = useT(peopleTexts)

  return (
    <SearchForm label={t('search')} hint={t('searchHint')} search={query.search} button={t('searchButton')}>
      <div className="w-full sm:w-64">
        <Field id="don-vi" label={t('unit')}>
          {(control) => (
            <Select {...control} name="don-vi" defaultValue={query.unitId ?? ''}>
              <option value="">{t('unitAll')}</option>
              <UnitOptions units={units} />
            </Select>
          )}
        </Field>
      </div>
      <div className="w-full sm:w-52">
        <Field id="tinh-trang" label={t('state')}>
          {(control) => (
            <Select {...control} name="tinh-trang" defaultValue={query.state}>
              {(['all', 'new', 'locked'] as const).map((state) => (
                <option key={state} value={state}>
                  {t(`state_${state}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </SearchForm>
  )
}
