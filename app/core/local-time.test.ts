import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { fullMinuteAfter, instantOfLocalTime, localTimeOf } from './local-time.ts'

const usualZone = process.env.TZ

afterEach(() => {
  process.env.TZ = usualZone
})

test.each(['Asia/Ho_Chi_Minh', 'UTC', 'America/Los_Angeles', 'Pacific/Auckland'])(
  'a typed time is Vietnam’s on a machine set to %s',
  (zone) => {
    process.env.TZ = zone

    expect(instantOfLocalTime('2026-11-23T14:03')).toEqual(new Date('2026-11-23T07:03:00.000Z'))
    expect(localTimeOf(new Date('2026-11-23T17:30:00.000Z'))).toBe('2026-11-24T00:30')
  },
)

test('an hour that other countries skip for summer time exists', () => {
  process.env.TZ = 'Europe/Berlin'

  expect(instantOfLocalTime('2027-03-28T02:30')).toEqual(new Date('2027-03-27T19:30:00.000Z'))
})

test('the seconds that some browsers add are accepted when they are zero', () => {
  expect(instantOfLocalTime('2026-11-23T14:03:00')).toEqual(new Date('2026-11-23T07:03:00.000Z'))
  expect(instantOfLocalTime('2026-11-23T14:03:00.000')).toEqual(new Date('2026-11-23T07:03:00.000Z'))
})

test.each([
  '',
  '23/11/2026 14:03',
  '2026-11-23',
  '2026-11-23 14:03',
  '2026-02-30T10:00',
  '2026-02-29T10:00',
  '2026-13-01T10:00',
  '2026-11-23T24:00',
  '2026-11-23T14:60',
  '2026-11-23T14:03Z',
  '2026-11-23T14:03+09:00',
  '2026-11-23T14:03:30',
  '12026-11-23T14:03',
])('“%s” is no time', (text) => {
  expect(instantOfLocalTime(text)).toBeNull()
})

test('29 February is a day of leap years', () => {
  expect(instantOfLocalTime('2028-02-29T10:00')).toEqual(new Date('2028-02-29T03:00:00.000Z'))
})

test('every full minute comes back from its text', () => {
  const minutes = fc.integer({ min: 0, max: 66_000_000 }).map((minute) => new Date(minute * 60_000))
  fc.assert(
    fc.property(minutes, (instant) => {
      expect(instantOfLocalTime(localTimeOf(instant))).toEqual(instant)
    }),
  )
})

test('the full minute is never earlier, and a full minute is its own', () => {
  expect(fullMinuteAfter(new Date('2026-11-23T07:03:00.001Z'))).toEqual(new Date('2026-11-23T07:04:00.000Z'))
  expect(fullMinuteAfter(new Date('2026-11-23T07:03:00.000Z'))).toEqual(new Date('2026-11-23T07:03:00.000Z'))
})
