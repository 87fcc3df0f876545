import { expect, test } from 'vitest'
import { retryPauseMs } from './retry-pause.ts'

test.each([
  [1, 1_000],
  [2, 2_000],
  [3, 4_000],
  [5, 16_000],
  [6, 30_000],
  [500, 30_000],
])('after %i failures the pause is at least %i ms', (failures, pauseMs) => {
  expect(retryPauseMs(failures, 0)).toBe(pauseMs)
})

test('chance makes the pause up to half as long again, never longer than thirty seconds', () => {
  expect(retryPauseMs(1, 0.999)).toBeCloseTo(1_499.5, 0)
  expect(retryPauseMs(5, 0.999)).toBeLessThanOrEqual(24_000)
  expect(retryPauseMs(6, 0.999)).toBe(30_000)
})
