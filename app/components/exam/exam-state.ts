import type { PaperAnnouncement } from '#app/core/contests/announcement.ts'
import type { SyncState } from './answer-sync.ts'
import type { ExamClock } from './exam-clock.ts'

/** A hand-in under way; null while the participant works. */
export type HandIn = {
  reason: 'asked' | 'deadline'
  /** The server has said, after the page's clock ran out, that the time is over: the round was not extended meanwhile. */
  isTimeConfirmed: boolean
}

/** Something the page has to say aloud once; `id` tells two equal ones apart. */
export type Notice = { id: number } & (
  { kind: 'time_left'; remainingMs: number } | { kind: 'deadline_moved'; laterByMs: number }
)

/** Everything the page shows of a running attempt except the paper itself. */
export type ExamState = {
  sync: SyncState
  clock: ExamClock
  handIn: HandIn | null
  flagged: readonly number[]
  /** The guess as typed. */
  prediction: string
  /** The server could not read the guess. */
  isPredictionRefused: boolean
  notice: Notice | null
  /** What the organizers want everybody to know now. */
  announcements: readonly PaperAnnouncement[]
}

export type ExamStore = {
  get: () => ExamState
  update: (change: (state: ExamState) => ExamState) => void
  subscribe: (listener: () => void) => () => void
  /** Calls the listeners although nothing changed but the time. */
  notify: () => void
}

/** The environment of an open paper, so that tests can bring their own time and chance. */
export type ExamTimers = {
  /** Monotonic, milliseconds. */
  nowMs: () => number
  /** @returns a function that takes the call back */
  after: (delayMs: number, run: () => void) => () => void
  /** 0 ≤ random < 1 */
  random: () => number
}

/** One call that waits for its time; starting another one replaces it. */
export type Pause = {
  start: (pauseMs: number, run: () => void) => void
  cancel: () => void
  isWaiting: () => boolean
}

export function createPause(timers: ExamTimers): Pause {
  let cancelTimer: (() => void) | null = null

  function cancel(): void {
    cancelTimer?.()
    cancelTimer = null
  }

  return {
    start: (pauseMs, run) => {
      cancel()
      cancelTimer = timers.after(pauseMs, () => {
        cancelTimer = null
        run()
      })
    },
    cancel,
    isWaiting: () => cancelTimer !== null,
  }
}

export function createExamStore(initial: ExamState): ExamStore {
  const listeners = new Set<() => void>()
  let state = initial
  const notify = () => {
    for (const listener of listeners) listener()
  }

  return {
    get: () => state,
    update: (change) => {
      const next = change(state)
      if (next === state) return
      state = next
      notify()
    },
    subscribe: (listener) => {
      listeners.add(listener)

      return () => listeners.delete(listener)
    },
    notify,
  }
}

/** Notice without its number: Omit over the union as a whole would lose its branches. */
type NewNotice = Notice extends infer Kind ? (Kind extends Notice ? Omit<Kind, 'id'> : never) : never

export function withNotice(state: ExamState, notice: NewNotice): ExamState {
  return { ...state, notice: { ...notice, id: (state.notice?.id ?? 0) + 1 } }
}
