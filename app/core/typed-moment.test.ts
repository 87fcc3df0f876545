import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDay, shownDay } from './calendar-day.ts'
import { localTimeOf } from './local-time.ts'
import { parseMoment, writtenMoment } from './typed-moment.ts'

test.each([
  '23/11/2026 14:03',
  '23/11/2026, 14:03',
  '23/11/2026 14h03',
  '23/11/2026 14 giờ 03',
  '23-11-2026 lúc 14:03',
  '23112026 14:03',
  '14:03 23/11/2026',
  '14 giờ 03 phút ngày 23/11/2026',
  '2026-11-23T14:03',
  ' 23/11/2026  14:03 ',
])('“%s” is three minutes past two in the afternoon of 23 November', (text) => {
  expect(parseMoment(text)).toEqual(new Date('2026-11-23T07:03:00Z'))
})

test('a full hour needs no minutes', () => {
  expect(parseMoment('01/12/2026 8h')).toEqual(new Date('2026-12-01T01:00:00Z'))
})

test.each([
  '',
  '23/11/2026',
  '14:03',
  '11/23/2026 14:03',
  '30/02/2026 10:00',
  '23/11/2026 24:00',
  '23/11/2026 14:60',
  '23/11/26 14:03',
  '23/11/2026 14',
  'ngày mai',
])('“%s” is no time', (text) => {
  expect(parseMoment(text)).toBeNull()
})

test('every minute a form shows comes back as it was', () => {
  const minutes = fc.integer({ min: 0, max: 66_000_000 }).map((minute) => new Date(minute * 60_000))
  fc.assert(
    fc.property(minutes, (instant) => {
      expect(parseMoment(writtenMoment(localTimeOf(instant)))).toEqual(instant)
    }),
  )
})

test('what is no time is shown as it was typed', () => {
  expect(writtenMoment('2026-02-30T10:00')).toBe('2026-02-30T10:00')
  expect(writtenMoment('ngày mai')).toBe('ngày mai')
  expect(shownDay('2026-02-30')).toBe('2026-02-30')
})

test.each([
  ['1/7/2025', '2025-07-01'],
  ['01/07/2025', '2025-07-01'],
  ['01-07-2025', '2025-07-01'],
  ['01072025', '2025-07-01'],
  ['2025-07-01', '2025-07-01'],
  ['07/31/2025', null],
  ['31072025x', null],
  ['29/02/2026', null],
])('“%s” as a day', (text, day) => {
  expect(parseDay(text)).toBe(day)
  if (day) expect(shownDay(day)).toBe(day.split('-').reverse().join('/'))
})
