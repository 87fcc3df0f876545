import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTIVITY_SLOT_MS, fillMinutes, slotOf, summarizeActivity } from './live-activity.ts'
import type { ActivitySlot } from './live-activity.ts'

const now = new Date('2026-11-25T02:00:04.500Z')

function slot(secondsAgo: number, overrides: Partial<ActivitySlot> = {}): ActivitySlot {
  return {
    slotAt: new Date(slotOf(now).getTime() - secondsAgo * 1_000),
    processId: 'a',
    saves: 0,
    answers: 0,
    saveFailures: 0,
    requests: 0,
    serverErrors: 0,
    ...overrides,
  }
}

test('processes add up: the rate over three reports, the answers over six, the failures over an hour', () => {
  const activity = summarizeActivity(
    [
      slot(10, { saves: 30, answers: 31, requests: 90 }),
      slot(10, { processId: 'b', saves: 60, answers: 60, saveFailures: 1 }),
      slot(30, { saves: 30, answers: 30 }),
      slot(40, { saves: 1_000, answers: 5 }),
      slot(60, { answers: 4 }),
      slot(70, { processId: 'c', answers: 1_000 }),
      slot(3_600, { serverErrors: 2 }),
      slot(3_610, { serverErrors: 1_000 }),
    ],
    now,
  )

  expect(activity).toEqual({
    processes: 2,
    savesPerS: 4,
    answersInLastMinute: 130,
    requestsPerS: 3,
    serverErrorsInLastHour: 2,
    saveFailuresInLastHour: 1,
  })
})

test('steady work gives the same rate at every moment, whenever the last report came', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_400_000 }), (offsetMs) => {
      const at = new Date(Date.parse('2026-11-25T00:00:00Z') + offsetMs)
      const newest = slotOf(at).getTime() - ACTIVITY_SLOT_MS
      const slots = Array.from({ length: 20 }, (_, index) => ({
        ...slot(0, { saves: 50, answers: 50 }),
        slotAt: new Date(newest - index * ACTIVITY_SLOT_MS),
      }))

      expect(summarizeActivity(slots, at)).toMatchObject({ savesPerS: 5, answersInLastMinute: 300 })
    }),
  )
})

test('the last hour has sixty minutes in order, ending with the one that runs', () => {
  const minutes = fillMinutes(
    [
      { minuteAt: new Date('2026-11-25T02:00:00Z'), count: 3 },
      { minuteAt: new Date('2026-11-25T01:01:00Z'), count: 1 },
      { minuteAt: new Date('2026-11-25T01:00:00Z'), count: 9 },
    ],
    now,
  )

  expect(minutes).toHaveLength(60)
  expect(minutes[0]).toEqual({ minuteAt: new Date('2026-11-25T01:01:00Z'), count: 1 })
  expect(minutes.at(-1)).toEqual({ minuteAt: new Date('2026-11-25T02:00:00Z'), count: 3 })
  expect(minutes.reduce((sum, { count }) => sum + count, 0)).toBe(4)
})
