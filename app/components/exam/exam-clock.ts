/**
 * The time left, counted from what the server says with a monotonic clock (milliseconds of performance.now); the
 * device's date is never read (invariant 1). Plain data and functions; `nowMs` is always the monotonic clock.
 */
export type ExamClock = {
  /** The server said this much was left … */
  remainingMs: number
  /** … at this moment. */
  atMs: number
  deadlineAt: string
  /** Announcements that were made or whose time was over when the page opened. */
  announced: readonly AnnouncementMs[]
}

export type TimeSample = { remainingMs: number; sentAtMs: number; receivedAtMs: number }

/** Spoken at 10, 5 and 1 minutes and 30 seconds before the end. */
export const ANNOUNCEMENTS_MS = [600_000, 300_000, 60_000, 30_000] as const
export type AnnouncementMs = (typeof ANNOUNCEMENTS_MS)[number]

/** A smaller difference is noise of the network: correcting it would only make the display jump. */
const VISIBLE_DIFFERENCE_MS = 1_000

export function startClock(copy: { remainingMs: number; deadlineAt: string }, nowMs: number): ExamClock {
  return {
    remainingMs: copy.remainingMs,
    atMs: nowMs,
    deadlineAt: copy.deadlineAt,
    announced: ANNOUNCEMENTS_MS.filter((mark) => mark >= copy.remainingMs),
  }
}

/** Milliseconds left, never negative. */
export function remainingMsAt(clock: ExamClock, nowMs: number): number {
  return Math.max(0, clock.remainingMs - (nowMs - clock.atMs))
}

/**
 * Corrects the clock by a reply of the server. The reply was written somewhere between sending and receiving; a
 * difference that this uncertainty explains, or that nobody would see, changes nothing.
 */
export function resyncClock(clock: ExamClock, sample: TimeSample): ExamClock {
  const { sentAtMs, receivedAtMs, remainingMs } = sample
  const writtenAtMs = (sentAtMs + receivedAtMs) / 2
  const toleranceMs = Math.max(VISIBLE_DIFFERENCE_MS, (receivedAtMs - sentAtMs) / 2)
  const isNoise = Math.abs(remainingMs - remainingMsAt(clock, writtenAtMs)) <= toleranceMs

  return isNoise ? clock : { ...clock, remainingMs, atMs: writtenAtMs }
}

/**
 * Takes a deadline from the server, which moves when the organizers extend the round. The announcements that lie
 * ahead again will be made again.
 * @returns how much later the deadline is now; zero when it did not move
 */
export function moveDeadline(
  clock: ExamClock,
  sample: TimeSample & { deadlineAt: string },
): { clock: ExamClock; laterByMs: number } {
  const laterByMs = Date.parse(sample.deadlineAt) - Date.parse(clock.deadlineAt)
  if (laterByMs === 0) return { clock: resyncClock(clock, sample), laterByMs }

  const { announced } = startClock(sample, sample.receivedAtMs)

  return {
    clock: {
      remainingMs: sample.remainingMs,
      atMs: (sample.sentAtMs + sample.receivedAtMs) / 2,
      deadlineAt: sample.deadlineAt,
      announced,
    },
    laterByMs,
  }
}

/**
 * Whether a mark was passed since the last call. After a device slept over several marks only the last one speaks.
 * @returns the clock that remembers it, and the time left to speak of; null when there is nothing to say
 */
export function takeAnnouncement(
  clock: ExamClock,
  nowMs: number,
): { clock: ExamClock; remainingMs: number } | null {
  const remainingMs = remainingMsAt(clock, nowMs)
  const passed = ANNOUNCEMENTS_MS.filter((mark) => mark >= remainingMs && !clock.announced.includes(mark))
  if (passed.length === 0) return null

  return { clock: { ...clock, announced: [...clock.announced, ...passed] }, remainingMs }
}

/** "09:58", "1:02:03": whole seconds, rounded up so that 00:00 means over. */
export function formatTimeLeft(remainingMs: number): string {
  const totalSeconds = Math.ceil(remainingMs / 1_000)
  const hours = Math.floor(totalSeconds / 3_600)
  const minutes = String(Math.floor((totalSeconds % 3_600) / 60)).padStart(2, '0')
  const seconds = String(totalSeconds % 60).padStart(2, '0')

  return hours > 0 ? `${hours}:${minutes}:${seconds}` : `${minutes}:${seconds}`
}

/** Time left as it is said aloud: minutes, and below one minute seconds. */
export function spokenTimeLeft(remainingMs: number): { unit: 'minutes' | 'seconds'; count: number } {
  const seconds = Math.ceil(remainingMs / 1_000)

  return seconds >= 60
    ? { unit: 'minutes', count: Math.ceil(seconds / 60) }
    : { unit: 'seconds', count: seconds }
}
