import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNIT_ORDERS, missingOf, rateOf, sortUnits } from './unit-participation.ts'

const unit = (name: string, people: number, headCount: number | null) => ({
  unitId: name,
  name,
  people,
  headCount,
})
const big = unit('Trường Tiểu học 10', 41, 56)
const small = unit('Trường Tiểu học 9', 9, 10)
const unsigned = unit('Đội A', 50, null)
const names = (units: { name: string }[]) => units.map(({ name }) => name)

test('the rate and the missing are known only with a head-count, and nobody is missing less than nobody', () => {
  expect(rateOf(big)).toBeCloseTo(0.732, 3)
  expect(missingOf(big)).toBe(15)
  expect(missingOf(unit('X', 12, 10))).toBe(0)
  expect([rateOf(unsigned), missingOf(unsigned)]).toEqual([null, null])
  expect(rateOf(unit('X', 0, 0))).toBeNull()
})

test('units are sorted by what they are asked for, those without a head-count last either way', () => {
  const units = [big, unsigned, small]

  expect(names(sortUnits(units, 'rate', 'descending'))).toEqual([small.name, big.name, unsigned.name])
  expect(names(sortUnits(units, 'rate', 'ascending'))).toEqual([big.name, small.name, unsigned.name])
  expect(names(sortUnits(units, 'missing', 'descending'))).toEqual([big.name, small.name, unsigned.name])
  expect(names(sortUnits(units, 'people', 'descending'))).toEqual([unsigned.name, big.name, small.name])
  expect(names(sortUnits(units, 'unit', 'ascending'))).toEqual([unsigned.name, small.name, big.name])
})

test('sorting loses and invents nobody, and equal units keep their order', () => {
  const anyUnit = fc.record({
    unitId: fc.uuid(),
    name: fc.constantFrom('A', 'B'),
    people: fc.nat(3),
    headCount: fc.option(fc.nat(3)),
  })
  fc.assert(
    fc.property(fc.array(anyUnit), fc.constantFrom(...UNIT_ORDERS), (units, order) => {
      const sorted = sortUnits(units, order, 'ascending')

      expect(sorted.toSorted((a, b) => units.indexOf(a) - units.indexOf(b))).toEqual(units)
      expect(sortUnits(sorted, order, 'ascending')).toEqual(sorted)
    }),
  )
})
