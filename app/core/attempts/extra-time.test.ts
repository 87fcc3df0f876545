import { expect, test } from 'vitest'
import { ExtraTimeSchema, extraMinutesTextOf } from './extra-time.ts'

const typed = {
  attemptId: 'A1',
  seenDeadlineAt: '2026-11-25T02:00:00.000Z',
  extraMs: '5',
  reason: ' Máy bị treo ',
}

test('minutes become time, and the deadline that was seen is carried along', () => {
  expect(ExtraTimeSchema.parse(typed)).toEqual({
    attemptId: 'A1',
    seenDeadlineAt: new Date('2026-11-25T02:00:00.000Z'),
    extraMs: 300_000,
    reason: 'Máy bị treo',
  })
})

test.each([
  ['extraMs', '', 'minutes_missing'],
  ['extraMs', 'năm', 'minutes_missing'],
  ['extraMs', '2.5', 'minutes_missing'],
  ['extraMs', '-5', 'minutes_missing'],
  ['extraMs', '0', 'minutes_range'],
  ['extraMs', '121', 'minutes_range'],
  ['attemptId', '', 'person_missing'],
  ['seenDeadlineAt', 'hôm qua', 'person_missing'],
  ['reason', '  ', 'reason_missing'],
])('%s “%s” is refused: %s', (field, value, message) => {
  const issues = ExtraTimeSchema.safeParse({ ...typed, [field]: value }).error?.issues

  expect(issues?.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[field, message]])
})

test('the chosen minutes count, the typed ones when nothing or “other” was chosen', () => {
  expect(extraMinutesTextOf('10', '7')).toBe('10')
  expect(extraMinutesTextOf('other', '7')).toBe('7')
  expect(extraMinutesTextOf('', '7')).toBe('7')
})
