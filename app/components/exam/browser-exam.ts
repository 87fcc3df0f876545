import type { PaperAnnouncement } from '#app/core/contests/announcement.ts'
import type { AttemptCopy } from './attempt-copy.ts'
import { createAttemptRequests } from './attempt-requests.ts'
import { hasPending } from './answer-sync.ts'
import { createExamSession } from './exam-session.ts'
import type { ExamSession } from './exam-session.ts'
import type { ExamState, ExamTimers } from './exam-state.ts'
import type { KeptStorage } from './kept-work.ts'

/** An exam session in a browser; it runs while somebody listens, which on the server nobody does. */
export type BrowserExam = {
  subscribe: (listener: () => void) => () => void
  /** Null until the session runs. */
  get: () => ExamState | null
  /** Whole seconds left, for the display. */
  secondsLeft: () => number
  /** Runs an action of the session; nothing happens before the page is ready. */
  act: (action: (session: ExamSession) => void) => void
  /** The person leaves on purpose and comes back (to sign in): no warning, everything is kept. */
  allowLeaving: () => void
}

const SECOND_MS = 1_000

/**
 * @param leave shows the result, in place of the paper in the browser's history
 */
export function createBrowserExam(
  copy: AttemptCopy,
  announcements: readonly PaperAnnouncement[],
  leave: () => void,
): BrowserExam {
  const listeners = new Set<() => void>()
  let session: ExamSession | null = null
  let close: (() => void) | null = null
  let mayLeave = false

  function open(): void {
    const opened = createExamSession({
      copy,
      announcements,
      storage: getStorage(),
      requests: createAttemptRequests({
        attemptId: copy.attemptId,
        fetch: (...request) => fetch(...request),
        nowMs: browserTimers.nowMs,
      }),
      timers: browserTimers,
      leave,
    })
    const stopListening = opened.subscribe(() => {
      for (const listener of listeners) listener()
    })
    const stopWatching = watchPage(opened, () => mayLeave)
    session = opened
    close = () => {
      stopListening()
      stopWatching()
      opened.dispose()
    }
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      if (!session) open()

      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        close?.()
        session = null
      }
    },
    get: () => session?.get() ?? null,
    secondsLeft: () => Math.ceil((session?.remainingMs() ?? copy.remainingMs) / SECOND_MS),
    act: (action) => {
      if (session) action(session)
    },
    allowLeaving: () => {
      mayLeave = true
    },
  }
}

const browserTimers: ExamTimers = {
  nowMs: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)

    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}

/** Reading the property alone throws where the browser forbids storage. */
function getStorage(): KeptStorage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/** Tells the session what happens to the page: network, focus, waking up, leaving. */
function watchPage(session: ExamSession, mayLeave: () => boolean): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const wakeIfVisible = () => {
    if (document.visibilityState === 'visible') session.wake()
  }
  const warnOfUnsent = (event: BeforeUnloadEvent) => {
    const { sync, handIn } = session.get()
    const isUnsent = sync.phase === 'working' && (hasPending(sync) || handIn !== null)
    if (isUnsent && !mayLeave()) event.preventDefault()
  }
  window.addEventListener('online', session.wake, { signal })
  window.addEventListener('offline', session.loseNetwork, { signal })
  window.addEventListener('focus', session.wake, { signal })
  window.addEventListener('pageshow', session.wake, { signal })
  document.addEventListener('visibilitychange', wakeIfVisible, { signal })
  window.addEventListener('beforeunload', warnOfUnsent, { signal })

  return () => stop.abort()
}
