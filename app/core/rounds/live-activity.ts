/** Application processes report what they did once in this time. */
export const ACTIVITY_SLOT_MS = 10_000

const MINUTE_MS = 60_000
/** Saves per second are the mean of so many reports: one alone jumps about. */
const RATE_SLOTS = 3
const SLOTS_OF_A_MINUTE = MINUTE_MS / ACTIVITY_SLOT_MS

export const CHART_MINUTES = 60

/** What one process did in the slot that began at `slotAt`. */
export type ActivitySlot = {
  slotAt: Date
  processId: string
  saves: number
  answers: number
  saveFailures: number
  requests: number
  serverErrors: number
}

export type LiveActivity = {
  /** Application processes that reported in the last minute. */
  processes: number
  savesPerS: number
  answersInLastMinute: number
  requestsPerS: number
  serverErrorsInLastHour: number
  saveFailuresInLastHour: number
}

/** The start of the slot an instant lies in; the same in every process. */
export function slotOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / ACTIVITY_SLOT_MS) * ACTIVITY_SLOT_MS)
}

/**
 * Sums up what all processes reported. A slot is reported when it is over, so the newest numbers are up to ten
 * seconds old; a window of n slots ends at the newest slot that can have been reported.
 */
export function summarizeActivity(slots: readonly ActivitySlot[], now: Date): LiveActivity {
  const within = (count: number) => {
    const since = now.getTime() - (count + 1) * ACTIVITY_SLOT_MS

    return slots.filter(({ slotAt }) => slotAt.getTime() > since)
  }
  const rated = within(RATE_SLOTS)
  const lastMinute = within(SLOTS_OF_A_MINUTE)
  const lastHour = within(SLOTS_OF_A_MINUTE * CHART_MINUTES)
  const rateOf = (part: 'saves' | 'requests') =>
    (sumOf(rated, part) * 1_000) / (RATE_SLOTS * ACTIVITY_SLOT_MS)

  return {
    processes: new Set(lastMinute.map(({ processId }) => processId)).size,
    savesPerS: rateOf('saves'),
    answersInLastMinute: sumOf(lastMinute, 'answers'),
    requestsPerS: rateOf('requests'),
    serverErrorsInLastHour: sumOf(lastHour, 'serverErrors'),
    saveFailuresInLastHour: sumOf(lastHour, 'saveFailures'),
  }
}

type Counted = Exclude<keyof ActivitySlot, 'slotAt' | 'processId'>

function sumOf(slots: readonly ActivitySlot[], part: Counted): number {
  return slots.reduce((sum, slot) => sum + slot[part], 0)
}

export type MinuteCount = { minuteAt: Date; count: number }

/** The last sixty minutes, oldest first, the running one last, with zeros where nothing happened. */
export function fillMinutes(counts: readonly MinuteCount[], now: Date): MinuteCount[] {
  const byMinute = new Map(counts.map(({ minuteAt, count }) => [minuteAt.getTime(), count]))
  const newest = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS

  return Array.from({ length: CHART_MINUTES }, (_, index) => {
    const minuteAt = newest - (CHART_MINUTES - 1 - index) * MINUTE_MS

    return { minuteAt: new Date(minuteAt), count: byMinute.get(minuteAt) ?? 0 }
  })
}
