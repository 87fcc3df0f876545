import { useRef } from 'react'
import type { UnitGroup } from '#app/core/units/unit-groups.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'
import { CONTROL_CLASS, Field } from '../ui/field.tsx'
import { useHasScripts } from '../use-has-scripts.ts'
import { UnitCombobox } from './unit-combobox.tsx'
import type { UnitChoice } from './use-unit-search.ts'

type UnitPickerProps = {
  /** Other words for what is picked here than those of the registration. */
  label?: string
  groups: readonly UnitGroup<UnitChoice>[]
  defaultUnitId?: string
  error?: string | null
}

/**
 * Picks a unit from the organizer's list. The list is a plain <select>, which is what the form sends; once scripts run
 * it is hidden behind a field that searches it.
 */
export function UnitPicker({ label, groups, defaultUnitId = '', error }: UnitPickerProps) {
  const t = useT(account)
  const select = useRef<HTMLSelectElement>(null)
  const hasScripts = useHasScripts()

  return (
    <Field
      id="unitId"
      label={label ?? t('unit')}
      hint={hasScripts ? t('unitSearchHint') : t('unitHint')}
      error={error}
    >
      {({ id, ...description }) => (
        <>
          {hasScripts && <UnitCombobox control={{ id, ...description }} select={select} groups={groups} />}
          <select
            ref={select}
            {...(hasScripts ? { 'aria-hidden': true, tabIndex: -1 } : { id, ...description })}
            name="unitId"
            className={classNames(CONTROL_CLASS, hasScripts && 'hidden')}
            defaultValue={defaultUnitId}
          >
            <option value="">{t('unitChoose')}</option>
            {groups.map((group) =>
              group.label === null && groups.length === 1 ? (
                <UnitOptions key="" units={group.units} />
              ) : (
                <optgroup key={group.label ?? ''} label={group.label ?? t('unitOthers')}>
                  <UnitOptions units={group.units} />
                </optgroup>
              ),
            )}
          </select>
        </>
      )}
    </Field>
  )
}

function UnitOptions({ units }: { units: readonly UnitChoice[] }) {
  return units.map((unit) => (
    <option key={unit.key} value={unit.id}>
      {unit.name}
    </option>
  ))
}
