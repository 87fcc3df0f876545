import { expect, test } from 'vitest'
import { clockOf, wholeMinutesOrSeconds } from './clock-face.ts'

test.each([
  [0, { days: 0, clock: '00:00:00' }],
  [999, { days: 0, clock: '00:00:00' }],
  [61_000, { days: 0, clock: '00:01:01' }],
  [24 * 3_600_000 - 1, { days: 0, clock: '23:59:59' }],
  [11 * 24 * 3_600_000 + 7 * 3_600_000 + 5 * 60_000 + 9_000, { days: 11, clock: '07:05:09' }],
])('%i ms left stand on the clock as %o', (leftMs, face) => {
  expect(clockOf(leftMs)).toEqual(face)
})

test('the time of an attempt is never said longer than it is', () => {
  expect(wholeMinutesOrSeconds(4 * 60_000)).toEqual({ unit: 'minutes', count: 4 })
  expect(wholeMinutesOrSeconds(4 * 60_000 - 1)).toEqual({ unit: 'minutes', count: 3 })
  expect(wholeMinutesOrSeconds(59_999)).toEqual({ unit: 'seconds', count: 59 })
})
