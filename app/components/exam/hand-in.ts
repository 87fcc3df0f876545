import { finish, hasPending, noteTrouble } from './answer-sync.ts'
import type { AttemptRequests } from './attempt-requests.ts'
import { remainingMsAt } from './exam-clock.ts'
import type { ExamStore, ExamTimers, HandIn } from './exam-state.ts'
import { retryPauseMs } from './retry-pause.ts'

type Settings = {
  store: ExamStore
  requests: Pick<AttemptRequests, 'submit'>
  timers: ExamTimers
  /** Asks the server whether the time is really over. */
  askTime: () => void
  sendAnswers: () => void
}

/** Pages of one round end in the same second; those with nothing left to save wait up to this long. */
const DEADLINE_SPREAD_MS = 1_500
/** A clock this close to the server's says the same. */
const CLOCK_DIFFERENCE_MS = 1_000
const LONGEST_PAUSE_MS = 5_000

export type HandingIn = {
  start(reason: HandIn['reason']): void
  /** Back to the paper; a submission that is already on its way may still arrive and then counts. */
  cancel(): void
  /** Takes the next step if nothing has to be waited for. */
  advance(): void
  /** The same, without waiting out a pause. */
  retryNow(): void
  /** A time from the server arrived: it confirms the deadline or shows that it moved. */
  checkTime(): void
  dispose(): void
}

/**
 * Hands the attempt in, on wish or at the deadline: first every pending answer, then the submission with the guess,
 * again and again until the server has answered.
 */
export function createHandingIn({ store, requests, timers, askTime, sendAnswers }: Settings): HandingIn {
  let isPosting = false
  let isDisposed = false
  let failures = 0
  let cancelPause: (() => void) | null = null

  function start(reason: HandIn['reason']): void {
    const { handIn, sync } = store.get()
    if (sync.phase !== 'working' || handIn?.reason === reason || handIn?.reason === 'deadline') return

    store.update((state) => ({ ...state, handIn: { reason, isTimeConfirmed: false }, isPredictionRefused: false }))
    sendAnswers()
    if (reason === 'asked' || hasPending(store.get().sync)) return advance()

    pause(DEADLINE_SPREAD_MS * timers.random())
  }

  function cancel(): void {
    if (store.get().handIn?.reason === 'asked') stop()
  }

  function stop(): void {
    cancelPause?.()
    cancelPause = null
    store.update((state) => ({ ...state, handIn: null }))
  }

  function pause(pauseMs: number): void {
    cancelPause?.()
    cancelPause = timers.after(pauseMs, retryNow)
  }

  function retryNow(): void {
    cancelPause?.()
    cancelPause = null
    advance()
  }

  function advance(): void {
    const { handIn, sync } = store.get()
    if (!handIn || isPosting || cancelPause || isDisposed) return
    if (sync.phase !== 'working') return stop()
    // The sender is at it and comes back here after its reply.
    if (sync.inFlight || hasPending(sync)) return
    if (handIn.reason === 'deadline' && !handIn.isTimeConfirmed) return askTime()

    void post()
  }

  async function post(): Promise<void> {
    const { prediction, isPredictionRefused } = store.get()
    isPosting = true
    const guess = isPredictionRefused ? '' : prediction.trim()
    const reply = await requests.submit(guess === '' ? null : guess)
    isPosting = false
    if (isDisposed) return

    switch (reply.outcome) {
      case 'done':
      case 'ended':
        return store.update((state) => ({ ...state, sync: finish(state.sync, 'ended') }))
      case 'not_found':
        return store.update((state) => ({ ...state, sync: finish(state.sync, 'unavailable') }))
      case 'prediction_invalid':
        return refusePrediction()
      case 'signed_out':
        return failPost('signed_out')
      case 'unreachable':
        return failPost('network')
      case 'failing':
      case 'conflict':
        return failPost('server')
      default:
        return reply satisfies never
    }
  }

  /** The participant corrects it; at the deadline nobody can, and the answers count without it. */
  function refusePrediction(): void {
    store.update((state) => ({ ...state, isPredictionRefused: true }))
    if (store.get().handIn?.reason === 'deadline') return advance()

    stop()
  }

  function failPost(trouble: 'network' | 'server' | 'signed_out'): void {
    failures += 1
    store.update((state) => ({ ...state, sync: noteTrouble(state.sync, trouble) }))
    pause(Math.min(LONGEST_PAUSE_MS, retryPauseMs(failures, timers.random())))
  }

  function checkTime(): void {
    const { handIn, clock } = store.get()
    if (handIn?.reason !== 'deadline' || handIn.isTimeConfirmed) return
    if (remainingMsAt(clock, timers.nowMs()) > CLOCK_DIFFERENCE_MS) return stop()

    store.update((state) => ({ ...state, handIn: { ...handIn, isTimeConfirmed: true } }))
  }

  return {
    start,
    cancel,
    advance,
    retryNow,
    checkTime,
    dispose: () => {
      isDisposed = true
      cancelPause?.()
    },
  }
}
