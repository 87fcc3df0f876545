import { useId, useState } from 'react'
import { foldForSearch } from '#app/core/vietnamese-text.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Field, Select, TextInput } from '../ui/field.tsx'

export type UnitChoice = { id: string; name: string; searchName: string }

type UnitPickerProps = { units: readonly UnitChoice[]; defaultUnitId?: string; error?: string | null }

/**
 * Picks a unit from the organizer's list: a plain list that works everywhere, with a search in front of it that narrows
 * the list as one types, with or without accents. Every word must occur, in any order.
 */
export function UnitPicker({ units, defaultUnitId = '', error }: UnitPickerProps) {
  const t = useT(account)
  const { number } = useFormatters()
  const searchId = useId()
  const [search, setSearch] = useState('')
  const [unitId, setUnitId] = useState(defaultUnitId)
  const words = foldForSearch(search).split(' ').filter(Boolean)
  const matches = units.filter((unit) => words.every((word) => unit.searchName.includes(word)))
  // What was picked stays picked while the search changes.
  const shown = matches.some((unit) => unit.id === unitId)
    ? matches
    : [...units.filter((unit) => unit.id === unitId), ...matches]

  const narrow = (text: string): void => {
    setSearch(text)
    const folded = foldForSearch(text).split(' ').filter(Boolean)
    const left = units.filter((unit) => folded.every((word) => unit.searchName.includes(word)))
    if (folded.length > 0 && left.length === 1 && left[0]) setUnitId(left[0].id)
  }

  return (
    <Field id="unitId" label={t('unit')} hint={t('unitHint')} error={error}>
      {(control) => (
        <div className="grid gap-2">
          <label htmlFor={searchId} className="sr-only">
            {t('unitSearch')}
          </label>
          <TextInput
            id={searchId}
            type="search"
            value={search}
            autoComplete="off"
            placeholder={t('unitSearch')}
            onChange={(event) => narrow(event.target.value)}
          />
          <p role="status" className="text-sm text-muted">
            {words.length > 0 && t('unitCount', { count: number(matches.length) })}
          </p>
          <Select
            {...control}
            name="unitId"
            required
            value={unitId}
            onChange={(event) => setUnitId(event.target.value)}
          >
            <option value="">{t('unitChoose')}</option>
            {shown.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </Select>
        </div>
      )}
    </Field>
  )
}
