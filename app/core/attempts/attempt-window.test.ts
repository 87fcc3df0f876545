import { expect, test } from 'vitest'
import { NETWORK_GRACE_MS, deadlineOf, endOf, isInTime, remainingMsAt } from './attempt-window.ts'
import type { EndRule } from './attempt-window.ts'

const CLOSES_AT = new Date('2026-12-15T10:00:00.000Z')
const DURATION_MS = 20 * 60_000
const after = (moment: Date, ms: number) => new Date(moment.getTime() + ms)
const rules = (endRule: EndRule) => ({ closesAt: CLOSES_AT, durationMs: DURATION_MS, endRule })

const DEADLINES: [started: string, beforeCloseMs: number, startRuleMs: number, finishRuleMs: number][] = [
  ['an hour before the close', 60 * 60_000, DURATION_MS, DURATION_MS],
  ['exactly its time before the close', DURATION_MS, DURATION_MS, DURATION_MS],
  ['a millisecond less than its time before the close', DURATION_MS - 1, DURATION_MS, DURATION_MS - 1],
  ['a minute before the close', 60_000, DURATION_MS, 60_000],
  ['in the last millisecond', 1, DURATION_MS, 1],
]

test.each(DEADLINES)(
  'an attempt started %s has its full time when it must start before the close, else what is left',
  (_started, beforeCloseMs, startRuleMs, finishRuleMs) => {
    const startedAt = after(CLOSES_AT, -beforeCloseMs)

    expect(deadlineOf(rules('must_start_before'), startedAt)).toEqual(after(startedAt, startRuleMs))
    expect(deadlineOf(rules('must_finish_before'), startedAt)).toEqual(after(startedAt, finishRuleMs))
  },
)

const DEADLINE = new Date('2026-12-10T03:20:00.000Z')

const MOMENTS: [moment: string, fromDeadlineMs: number, inTime: boolean, remainingMs: number][] = [
  ['a minute before the deadline', -60_000, true, 60_000],
  ['a millisecond before the deadline', -1, true, 1],
  ['the deadline itself', 0, true, 0],
  ['inside the grace', 1, true, 0],
  ['the last millisecond of the grace', NETWORK_GRACE_MS, true, 0],
  ['a millisecond after the grace', NETWORK_GRACE_MS + 1, false, 0],
  ['an hour after the deadline', 60 * 60_000, false, 0],
]

test.each(MOMENTS)(
  'for a request received at %s (%i ms) "counts" is %s with %i ms left',
  (_moment, ms, inTime, left) => {
    expect(isInTime(DEADLINE, after(DEADLINE, ms))).toBe(inTime)
    expect(remainingMsAt(DEADLINE, after(DEADLINE, ms))).toBe(left)
  },
)

test('the grace for requests on their way is five seconds', () => {
  expect(NETWORK_GRACE_MS).toBe(5_000)
})

test('a submission before the deadline ends the attempt when it is received', () => {
  const startedAt = after(DEADLINE, -DURATION_MS)
  const receivedAt = after(startedAt, 431_007)

  expect(endOf(startedAt, DEADLINE, receivedAt)).toEqual({ endedAt: receivedAt, durationMs: 431_007 })
})

test.each([0, 1, NETWORK_GRACE_MS, 24 * 60 * 60_000])(
  'an attempt ended %i ms after its deadline is counted as ended at the deadline',
  (lateMs) => {
    const startedAt = after(DEADLINE, -DURATION_MS)

    expect(endOf(startedAt, DEADLINE, after(DEADLINE, lateMs))).toEqual({
      endedAt: DEADLINE,
      durationMs: DURATION_MS,
    })
  },
)
