import { expect, test } from 'vitest'
import { groupUnits } from './unit-groups.ts'

function named(...names: string[]): { name: string }[] {
  return names.map((name) => ({ name }))
}

function schools(kind: string, count: number): { name: string }[] {
  return named(...Array.from({ length: count }, (_, index) => `${kind} ${'ABCDEFGHIJ'[index] ?? index}`))
}

test('schools stand under their kind, in the order of the list', () => {
  const nurseries = schools('Trường Mầm non', 5)
  const primaries = schools('Trường Tiểu học', 5)
  const secondaries = schools('Trường Trung học cơ sở', 5)

  expect(groupUnits([...nurseries, ...primaries, ...secondaries])).toEqual([
    { label: 'Trường Mầm non', units: nurseries },
    { label: 'Trường Tiểu học', units: primaries },
    { label: 'Trường Trung học cơ sở', units: secondaries },
  ])
})

test('names that share only their first word form a group, and those that share nothing come last', () => {
  const offices = named('Phòng Nội vụ', 'Phòng Tư pháp')
  const lone = named('Thanh tra huyện')
  const communes = schools('UBND xã', 10)

  expect(groupUnits([...lone, ...offices, ...communes])).toEqual([
    { label: 'Phòng', units: offices },
    { label: 'UBND xã', units: communes },
    { label: null, units: lone },
  ])
})

test('a short list has no headings', () => {
  const units = schools('Trường Tiểu học', 10)

  expect(groupUnits(units)).toEqual([{ label: null, units }])
})

test('every unit appears exactly once, names that occur twice too', () => {
  const units = [...schools('Phòng', 10), ...schools('Phòng', 10), ...named('Đội Một', 'đội Hai', 'Sở')]
  const shown = groupUnits(units).flatMap((group) => group.units)

  expect(shown).toHaveLength(units.length)
  expect(new Set(shown)).toEqual(new Set(units))
})
