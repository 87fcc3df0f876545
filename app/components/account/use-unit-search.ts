import { useMemo, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { UnitOption } from '#app/core/units/unit-groups.ts'
import { createUnitSearch } from '#app/core/units/unit-search.ts'
import { useSelectValue } from './use-select-value.ts'

export type UnitChoice = UnitOption

/** More rows than this nobody reads; typing one more word is faster. */
export const MAX_SHOWN = 100

const NOTHING_ACTIVE = -1

/** What a combobox over the units does: searching, moving through the list by keys, choosing. */
export function useUnitSearch(units: readonly UnitChoice[], select: RefObject<HTMLSelectElement>) {
  const search = useMemo(() => createUnitSearch(units), [units])
  const [unitId, choose] = useSelectValue(select)
  // Null: nothing is being typed, the field shows what is chosen.
  const [query, setQuery] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [activeIndex, setActiveIndex] = useState(NOTHING_ACTIVE)
  // Former names are for those who look for them.
  const found = useMemo(
    () => search(query ?? '').filter((unit) => !unit.isFormerName || query?.trim()),
    [search, query],
  )
  const shown = found.slice(0, MAX_SHOWN)
  const active = isOpen ? shown[activeIndex] : undefined

  function open(index: number): void {
    setIsOpen(true)
    setActiveIndex(index)
  }

  function close(): void {
    setIsOpen(false)
  }

  function step(by: 1 | -1): void {
    setActiveIndex(stepIn(shown.length, activeIndex, by))
  }

  function openAll(): void {
    if (!isOpen) open(query === null ? shown.findIndex((unit) => unit.id === unitId) : 0)
  }

  function pick(unit: UnitChoice): void {
    choose(unit.id)
    setQuery(null)
    close()
  }

  function narrow(text: string): void {
    choose('')
    setQuery(text)
    open(text.trim() === '' ? NOTHING_ACTIVE : 0)
  }

  /** The field is left: what can only mean one unit means it; anything else stays to be corrected. */
  function leave(): void {
    const only = query?.trim() && found.length === 1 ? found[0] : undefined
    if (only) return pick(only)

    if (query?.trim() === '') setQuery(null)
    close()
  }

  return {
    unitId,
    text: query ?? units.find((unit) => unit.id === unitId)?.name ?? '',
    isSearching: isOpen && query !== null,
    isOpen,
    shown,
    foundCount: found.length,
    active,
    pick,
    field: {
      onKeyDown: (event: KeyboardEvent) =>
        moveByKey(event, { isOpen, active, isTyping: query !== null, openAll, step, pick, close }),
      onClick: openAll,
      onBlur: leave,
    },
    narrow,
  }
}

type UnitList = {
  isOpen: boolean
  active: UnitChoice | undefined
  isTyping: boolean
  openAll: () => void
  step: (by: 1 | -1) => void
  pick: (unit: UnitChoice) => void
  close: () => void
}

/** The keys of an ARIA combobox; all others are the text field's own. */
function moveByKey(event: KeyboardEvent, list: UnitList): void {
  if (event.nativeEvent.isComposing) return
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      event.preventDefault()
      if (list.isOpen) list.step(event.key === 'ArrowDown' ? 1 : -1)
      else list.openAll()
      break
    case 'Enter':
      // Only an open list takes the key; otherwise it sends the form, as in any field.
      if (!list.isOpen) break
      event.preventDefault()
      if (list.active) list.pick(list.active)
      break
    case 'Tab':
      if (list.active && list.isTyping) list.pick(list.active)
      break
    case 'Escape':
      list.close()
      break
  }
}

/** The next index in a list that goes round. */
function stepIn(length: number, index: number, step: 1 | -1): number {
  if (length === 0) return NOTHING_ACTIVE
  if (index === NOTHING_ACTIVE) return step === 1 ? 0 : length - 1

  return (index + step + length) % length
}
