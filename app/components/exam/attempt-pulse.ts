import { finish, noteTrouble, seePulse } from './answer-sync.ts'
import type { SyncState } from './answer-sync.ts'
import type { Pulse } from './attempt-copy.ts'
import type { AttemptRequests, Reply } from './attempt-requests.ts'
import { remainingMsAt } from './exam-clock.ts'
import type { TimeSample } from './exam-clock.ts'
import { createPause } from './exam-state.ts'
import type { ExamStore, ExamTimers } from './exam-state.ts'
import { retryPauseMs } from './retry-pause.ts'

type Settings = {
  store: ExamStore
  requests: Pick<AttemptRequests, 'pulse'>
  timers: ExamTimers
  onPulse: (pulse: TimeSample & Pulse) => void
  /** After each reply, when the state is up to date. */
  onReply: () => void
}

const INTERVAL_MS = 15_000
/** Pulses spread by a fifth, so that pages opened together do not ask together. */
const JITTER = 0.2
/** After the deadline the server is asked often: it counts the attempt within seconds. */
const LONGEST_PAUSE_AT_DEADLINE_MS = 2_500
/** One lost pulse is nothing to worry anybody with. */
const FAILURES_TO_MENTION = 2

export type AttemptPulse = { askNow: () => void; dispose: () => void }

/** Asks the server again and again for the time, which may be extended, and whether another page is ahead. */
export function createAttemptPulse({ store, requests, timers, onPulse, onReply }: Settings): AttemptPulse {
  let isAsking = false
  let isDisposed = false
  let failures = 0
  const untilNext = createPause(timers)

  function askNow(): void {
    if (isAsking || isDisposed) return
    untilNext.cancel()
    void ask()
  }

  async function ask(): Promise<void> {
    isAsking = true
    const reply = await requests.pulse()
    isAsking = false
    if (isDisposed) return

    failures = reply.outcome === 'done' ? 0 : failures + 1
    store.update((state) => ({ ...state, sync: applyPulseReply(state.sync, reply, failures) }))
    if (reply.outcome === 'done')
      onPulse({ ...reply.body, sentAtMs: reply.sentAtMs, receivedAtMs: reply.receivedAtMs })
    onReply()
    if (!isDisposed) untilNext.start(pauseMs(), askNow)
  }

  function pauseMs(): number {
    const { clock } = store.get()
    const intervalMs = INTERVAL_MS * (1 - JITTER * timers.random())
    const untilNextMs =
      failures > 0 ? Math.min(intervalMs, retryPauseMs(failures, timers.random())) : intervalMs
    const isOver = remainingMsAt(clock, timers.nowMs()) === 0

    return isOver ? Math.min(untilNextMs, LONGEST_PAUSE_AT_DEADLINE_MS) : untilNextMs
  }

  return {
    askNow,
    dispose: () => {
      isDisposed = true
      untilNext.cancel()
    },
  }
}

function applyPulseReply(sync: SyncState, reply: Reply<Pulse>, failures: number): SyncState {
  switch (reply.outcome) {
    case 'done':
      return seePulse(sync, reply.body)
    case 'ended':
      return finish(sync, 'ended')
    case 'not_found':
      return finish(sync, 'unavailable')
    case 'signed_out':
      return noteTrouble(sync, 'signed_out')
    case 'unreachable':
      return failures >= FAILURES_TO_MENTION ? noteTrouble(sync, 'network') : sync
    case 'failing':
    case 'conflict':
    case 'prediction_invalid':
      return failures >= FAILURES_TO_MENTION ? noteTrouble(sync, 'server') : sync
    default:
      return reply satisfies never
  }
}
