import { Check, ChevronDown } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import type { UnitGroup } from '#app/core/units/unit-groups.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'
import { TextInput } from '../ui/field.tsx'
import type { ControlProps } from '../ui/field.tsx'
import { MAX_SHOWN, useUnitSearch } from './use-unit-search.ts'
import type { UnitChoice } from './use-unit-search.ts'

const LIST_ID = 'unit-list'

type UnitComboboxProps = {
  control: ControlProps
  /** Holds the choice and sends it with the form. */
  select: RefObject<HTMLSelectElement>
  groups: readonly UnitGroup<UnitChoice>[]
}

/** A field that searches the list of units (ARIA combobox with a list: the focus stays in the field). */
export function UnitCombobox({ control, select, groups }: UnitComboboxProps) {
  const t = useT(account)
  const { number } = useFormatters()
  const units = useMemo(() => groups.flatMap((group) => group.units), [groups])
  const search = useUnitSearch(units, select)
  const { active, isOpen, shown, foundCount } = search
  const list = useScrollTo(active?.key)

  return (
    <div className="relative">
      <TextInput
        {...control}
        {...search.field}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={active && optionIdOf(active)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={t('unitSearch')}
        className="pr-12"
        value={search.text}
        onChange={(event) => search.narrow(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-3.5 right-3.5 size-5 text-muted"
      />
      <p role="status" className="sr-only">
        {search.isSearching && t('unitCount', { count: number(foundCount) })}
      </p>
      <div
        className={classNames(
          'absolute z-10 mt-1 w-full rounded-md border border-edge bg-surface shadow-card',
          !isOpen && 'hidden',
        )}
      >
        <ul
          ref={list}
          id={LIST_ID}
          role="listbox"
          aria-label={t('unit')}
          className="max-h-72 overflow-y-auto p-1"
        >
          {shown.map((unit) => (
            <UnitOption
              key={unit.key}
              unit={unit}
              isActive={unit.key === active?.key}
              isChosen={unit.id === search.unitId && !unit.isFormerName}
              onPick={() => search.pick(unit)}
            />
          ))}
        </ul>
        <ListNote foundCount={foundCount} />
      </div>
    </div>
  )
}

type UnitOptionProps = { unit: UnitChoice; isActive: boolean; isChosen: boolean; onPick: () => void }

function UnitOption({ unit, isActive, isChosen, onPick }: UnitOptionProps) {
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the focus stays in the field, which has the keys
    <li
      id={optionIdOf(unit)}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      // Pressing must not take the focus out of the field: that would close the list before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={classNames(
        'flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-sm px-3 py-2 hover:bg-sunken',
        isActive && 'bg-brand-soft outline-2 -outline-offset-2 outline-brand',
        isChosen && 'font-semibold',
      )}
    >
      {unit.name}
      {isChosen && <Check aria-hidden="true" className="size-5 shrink-0 text-brand-text" />}
    </li>
  )
}

/** What the list does not show. */
function ListNote({ foundCount }: { foundCount: number }) {
  const t = useT(account)
  const { number } = useFormatters()
  if (foundCount > 0 && foundCount <= MAX_SHOWN) return null

  return (
    <p className={classNames('px-4 py-3 text-sm text-muted', foundCount > 0 && 'border-t border-line')}>
      {foundCount === 0 ? t('unitNotFound') : t('unitMore', { count: number(foundCount - MAX_SHOWN) })}
    </p>
  )
}

/** Keeps the active option in view while the keys move through the list. */
function useScrollTo(key: string | undefined) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (key) list.current?.querySelector(`[id="unit-${key}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [key])

  return list
}

function optionIdOf(unit: UnitChoice): string {
  return `unit-${unit.key}`
}
