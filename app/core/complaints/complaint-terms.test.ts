import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complaintDeadlines, complaintWindowOf, endOfWorkingDay, isInWindow } from './complaint-terms.ts'

const HOUR_MS = 60 * 60_000
const at = (text: string) => new Date(`${text}+07:00`)

const FACTS = {
  roundKind: 'ranked',
  attemptEndedAt: at('2026-11-20T09:00'),
  roundClosesAt: at('2026-11-23T17:00'),
  windowHours: 72,
  officialWindowEndsAt: null,
} as const

test('complaints are accepted from the end of the attempt until so many hours after the round', () => {
  const window = complaintWindowOf(FACTS)

  expect(window).toEqual({ opensAt: at('2026-11-20T09:00'), closesAt: at('2026-11-26T17:00') })
  expect(isInWindow(window, at('2026-11-20T08:59'))).toBe(false)
  expect(isInWindow(window, at('2026-11-20T09:00'))).toBe(true)
  expect(isInWindow(window, at('2026-11-26T16:59'))).toBe(true)
  expect(isInWindow(window, at('2026-11-26T17:00'))).toBe(false)
})

test('an attempt that ended after the round has the full time from its own end', () => {
  const window = complaintWindowOf({ ...FACTS, attemptEndedAt: at('2026-11-23T17:09') })

  expect(window?.closesAt).toEqual(at('2026-11-26T17:09'))
})

test('the window of an official result counts instead, earlier or later', () => {
  const official = at('2026-12-05T17:00')

  expect(complaintWindowOf({ ...FACTS, officialWindowEndsAt: official })?.closesAt).toEqual(official)
})

test('practice allows no complaint', () => {
  expect(complaintWindowOf({ ...FACTS, roundKind: 'practice' })).toBeNull()
  expect(isInWindow(null, at('2026-11-24T00:00'))).toBe(false)
})

test.each([
  // 23 November 2026 is a Monday.
  {
    filed: '2026-11-23T08:00',
    days: 2,
    ends: '2026-11-26T00:00',
    why: 'Monday counts not, Tuesday and Wednesday do',
  },
  { filed: '2026-11-23T23:59', days: 2, ends: '2026-11-26T00:00', why: 'however late on Monday' },
  {
    filed: '2026-11-26T10:00',
    days: 2,
    ends: '2026-12-01T00:00',
    why: 'Friday and Monday, over the weekend',
  },
  { filed: '2026-11-28T10:00', days: 1, ends: '2026-12-01T00:00', why: 'filed on a Saturday' },
  {
    filed: '2026-11-29T10:00',
    days: 5,
    ends: '2026-12-05T00:00',
    why: 'a week from a Sunday ends with its Friday',
  },
])('$days working days after $filed end at $ends: $why', ({ filed, days, ends }) => {
  expect(endOfWorkingDay(at(filed), days)).toEqual(at(ends))
})

test('a complaint is confirmed in two working days and answered in as many as the contest says', () => {
  expect(complaintDeadlines(at('2026-11-23T08:00'), 5)).toEqual({
    acknowledgeBy: at('2026-11-26T00:00'),
    answerBy: at('2026-12-01T00:00'),
  })
})

test('a term ends at a midnight of Vietnam after a working day, and one day more is later', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 30 }),
      (filedAt, days) => {
        const end = endOfWorkingDay(filedAt, days)
        const localEnd = new Date(end.getTime() + 7 * HOUR_MS)
        const lastDay = new Date(localEnd.getTime() - 1)

        expect(localEnd.getTime() % (24 * HOUR_MS)).toBe(0)
        expect([1, 2, 3, 4, 5]).toContain(lastDay.getUTCDay())
        expect(endOfWorkingDay(filedAt, days + 1).getTime()).toBeGreaterThan(end.getTime())
        expect(end.getTime() - filedAt.getTime()).toBeGreaterThan(days * 24 * HOUR_MS)
      },
    ),
  )
})
