import { expect, test } from 'vitest'
import {
  formatTimeLeft,
  moveDeadline,
  remainingMsAt,
  resyncClock,
  spokenTimeLeft,
  startClock,
  takeAnnouncement,
} from './exam-clock.ts'
import type { ExamClock } from './exam-clock.ts'

const DEADLINE = '2026-11-23T03:00:00.000Z'
const MINUTE = 60_000

function clockWith(remainingMs: number, nowMs = 0): ExamClock {
  return startClock({ remainingMs, deadlineAt: DEADLINE }, nowMs)
}

test('the time left runs down with the monotonic clock and stops at zero', () => {
  const clock = clockWith(10_000, 500)
  expect(remainingMsAt(clock, 500)).toBe(10_000)
  expect(remainingMsAt(clock, 4_500)).toBe(6_000)
  expect(remainingMsAt(clock, 99_000)).toBe(0)
})

test.each([
  ['a difference nobody would see is left alone', 59_100, 60_000],
  ['exactly one second is left alone', 59_000, 60_000],
  ['more than a second behind is corrected', 58_900, 58_900],
  ['more than a second ahead is corrected', 61_001, 61_001],
])('%s', (_title, serverMs, shownMs) => {
  const synced = resyncClock(clockWith(60_000), { remainingMs: serverMs, sentAtMs: 0, receivedAtMs: 0 })
  expect(remainingMsAt(synced, 0)).toBe(shownMs)
})

test('a reply that took long is taken as written half-way, and is not believed beyond that uncertainty', () => {
  const clock = clockWith(60_000)
  const slow = { sentAtMs: 0, receivedAtMs: 8_000 }
  // Written at 4 s by the best guess: 56 s were left then by our clock.
  expect(resyncClock(clock, { ...slow, remainingMs: 59_900 })).toBe(clock)
  const corrected = resyncClock(clock, { ...slow, remainingMs: 50_000 })
  expect(remainingMsAt(corrected, 8_000)).toBe(46_000)
})

test('a device that slept learns the real time from the next reply', () => {
  // The monotonic clock stood still for five minutes.
  const woken = resyncClock(clockWith(20 * MINUTE), {
    remainingMs: 15 * MINUTE,
    sentAtMs: 1_000,
    receivedAtMs: 1_100,
  })
  expect(remainingMsAt(woken, 1_050)).toBe(15 * MINUTE)
})

test('a clock that ran out long ago starts again when the server has time left', () => {
  const clock = clockWith(1_000)
  const extended = resyncClock(clock, { remainingMs: 30_000, sentAtMs: 90_000, receivedAtMs: 90_000 })
  expect(remainingMsAt(extended, 90_000)).toBe(30_000)
  expect(resyncClock(clock, { remainingMs: 0, sentAtMs: 90_000, receivedAtMs: 90_000 })).toBe(clock)
})

test('each announcement is made once, at 10, 5 and 1 minutes and 30 seconds', () => {
  let clock = clockWith(11 * MINUTE)
  const made: [number, number][] = []
  for (let nowMs = 0; nowMs <= 11 * MINUTE; nowMs += 500) {
    const announcement = takeAnnouncement(clock, nowMs)
    if (!announcement) continue
    clock = announcement.clock
    made.push([nowMs / 1_000, announcement.remainingMs / 1_000])
  }
  expect(made).toEqual([
    [60, 600],
    [360, 300],
    [600, 60],
    [630, 30],
  ])
})

test('announcements whose time was over when the page opened are not made up for', () => {
  expect(takeAnnouncement(clockWith(4 * MINUTE), 0)).toBeNull()
  expect(takeAnnouncement(clockWith(5 * MINUTE), 0)).toBeNull()
})

test('after sleeping over several marks the page speaks once, of the time that is really left', () => {
  const announcement = takeAnnouncement(clockWith(20 * MINUTE), 16.5 * MINUTE)
  expect(announcement?.remainingMs).toBe(3.5 * MINUTE)
  expect(announcement && takeAnnouncement(announcement.clock, 16.6 * MINUTE)).toBeNull()
})

test('a correction by the server does not repeat an announcement', () => {
  const announced = takeAnnouncement(clockWith(6 * MINUTE), MINUTE)
  const corrected = resyncClock(announced!.clock, {
    remainingMs: 5 * MINUTE + 2_000,
    sentAtMs: MINUTE,
    receivedAtMs: MINUTE,
  })
  expect(takeAnnouncement(corrected, MINUTE + 3_000)).toBeNull()
})

test('an extension moves the deadline, says by how much and arms the announcements again', () => {
  const announced = takeAnnouncement(clockWith(6 * MINUTE), MINUTE)
  const { clock, laterByMs } = moveDeadline(announced!.clock, {
    deadlineAt: '2026-11-23T03:15:00.000Z',
    remainingMs: 20 * MINUTE,
    sentAtMs: MINUTE,
    receivedAtMs: MINUTE,
  })
  expect(laterByMs).toBe(15 * MINUTE)
  expect(remainingMsAt(clock, MINUTE)).toBe(20 * MINUTE)
  expect(takeAnnouncement(clock, 11 * MINUTE)?.remainingMs).toBe(10 * MINUTE)
  expect(takeAnnouncement(clock, 16 * MINUTE)?.remainingMs).toBe(5 * MINUTE)
})

test('the same deadline is no extension', () => {
  const sample = { deadlineAt: DEADLINE, remainingMs: 60_000, sentAtMs: 0, receivedAtMs: 0 }
  expect(moveDeadline(clockWith(60_000), sample).laterByMs).toBe(0)
})

test.each([
  [0, '00:00'],
  [1, '00:01'],
  [59_001, '01:00'],
  [598_000, '09:58'],
  [3_600_000, '1:00:00'],
  [3_723_000, '1:02:03'],
])('%i ms left are shown as %s', (remainingMs, text) => {
  expect(formatTimeLeft(remainingMs)).toBe(text)
})

test.each([
  [600_000, { unit: 'minutes', count: 10 }],
  [599_800, { unit: 'minutes', count: 10 }],
  [250_000, { unit: 'minutes', count: 5 }],
  [59_900, { unit: 'minutes', count: 1 }],
  [29_800, { unit: 'seconds', count: 30 }],
])('%i ms left are said as %o', (remainingMs, spoken) => {
  expect(spokenTimeLeft(remainingMs)).toEqual(spoken)
})
