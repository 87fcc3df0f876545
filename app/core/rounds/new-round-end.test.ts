import { expect, test } from 'vitest'
import { newEndTextOf, quickEndOf } from './new-round-end.ts'

const MINUTE_MS = 60_000

test('a quick extension ends on the full minute and gives no second less', () => {
  expect(quickEndOf(new Date('2026-11-23T16:59:30.001Z'), 15 * MINUTE_MS)).toBe('2026-11-24T00:15')
  expect(quickEndOf(new Date('2026-11-23T17:00:00.000Z'), 15 * MINUTE_MS)).toBe('2026-11-24T00:15')
})

test('a quick choice counts before a typed time, and a typed time alone is enough', () => {
  expect(newEndTextOf('2026-11-23T18:15', '2026-11-25T10:00')).toBe('2026-11-23T18:15')
  expect(newEndTextOf('other', '2026-11-25T10:00')).toBe('2026-11-25T10:00')
  expect(newEndTextOf('', '2026-11-25T10:00')).toBe('2026-11-25T10:00')
})
