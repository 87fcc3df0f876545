import { remainingMsAt, takeAnnouncement } from './exam-clock.ts'
import { withNotice } from './exam-state.ts'
import type { ExamStore, ExamTimers } from './exam-state.ts'

const SECOND_MS = 1_000

/**
 * Wakes the page each time the displayed second changes, makes the announcements due and tells when time is up.
 * @param onTimeUp called every second from the deadline on
 * @returns a function that stops it
 */
export function startTicking(store: ExamStore, timers: ExamTimers, onTimeUp: () => void): () => void {
  let cancelTick = timers.after(0, tick)
  let isStopped = false

  function tick(): void {
    const announcement = takeAnnouncement(store.get().clock, timers.nowMs())
    if (announcement) {
      const { clock, remainingMs } = announcement
      store.update((state) => withNotice({ ...state, clock }, { kind: 'time_left', remainingMs }))
    }
    const remainingMs = remainingMsAt(store.get().clock, timers.nowMs())
    if (remainingMs === 0) onTimeUp()
    if (isStopped) return

    store.notify()
    cancelTick = timers.after(remainingMs % SECOND_MS || SECOND_MS, tick)
  }

  return () => {
    isStopped = true
    cancelTick()
  }
}
