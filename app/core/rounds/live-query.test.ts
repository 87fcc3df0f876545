import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liveQueryOf, withLiveQuery } from './live-query.ts'
import { UNIT_ORDERS } from '#app/core/units/unit-participation.ts'

test('an address gives back the question it was made from', () => {
  const query = fc.record({
    order: fc.constantFrom(...UNIT_ORDERS),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
    unitSearch: fc.string({ maxLength: 80 }),
    personSearch: fc.string({ maxLength: 80 }),
    isWhole: fc.boolean(),
  })
  fc.assert(
    fc.property(query, (asked) => {
      expect(liveQueryOf(new URL(withLiveQuery('http://x/', asked)).searchParams)).toEqual(asked)
    }),
  )
})

test('unknown values are left out, and the plain question has a plain address', () => {
  const plain = liveQueryOf(new URLSearchParams('sap-xep=diem&chieu=ngang'))

  expect(plain).toEqual({
    order: 'people',
    direction: 'descending',
    unitSearch: '',
    personSearch: '',
    isWhole: false,
  })
  expect(withLiveQuery('/x', plain)).toBe('/x')
})
