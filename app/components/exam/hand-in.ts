import { finish, hasPending, noteTrouble } from './answer-sync.ts'
import type { AttemptRequests, Reply } from './attempt-requests.ts'
import { remainingMsAt } from './exam-clock.ts'
import { createPause } from './exam-state.ts'
import type { ExamState, ExamStore, ExamTimers, HandIn } from './exam-state.ts'
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
  start: (reason: HandIn['reason']) => void
  /** Back to the paper; a submission that is already on its way may still arrive and then counts. */
  cancel: () => void
  /** Takes the next step if nothing has to be waited for. */
  advance: () => void
  /** The same, without waiting out a pause. */
  retryNow: () => void
  /** A time from the server arrived: it confirms the deadline or shows that it moved. */
  checkTime: () => void
  dispose: () => void
}

/**
 * Hands the attempt in, on wish or at the deadline: first every pending answer, then the submission with the guess,
 * again and again until the server has answered.
 */
export function createHandingIn({ store, requests, timers, askTime, sendAnswers }: Settings): HandingIn {
  let isPosting = false
  let hasAskedTime = false
  let failures = 0
  const pause = createPause(timers)

  function start(reason: HandIn['reason']): void {
    const { handIn, sync } = store.get()
    if (sync.phase !== 'working' || handIn?.reason === reason || handIn?.reason === 'deadline') return

    hasAskedTime = false
    store.update((state) => beginHandIn(state, reason))
    sendAnswers()
    if (reason === 'asked' || hasPending(store.get().sync)) return advance()

    pause.start(DEADLINE_SPREAD_MS * timers.random(), advance)
  }

  function stop(): void {
    pause.cancel()
    store.update((state) => ({ ...state, handIn: null }))
  }

  function advance(): void {
    const { handIn, sync } = store.get()
    if (!handIn || isPosting || pause.isWaiting()) return
    if (sync.phase !== 'working') return stop()
    // The sender is at it and comes back here after its reply.
    if (sync.inFlight || hasPending(sync)) return
    if (handIn.reason === 'deadline' && !handIn.isTimeConfirmed) return askTimeOnce()

    void post()
  }

  /** Once asked, the pulse repeats the question by itself, with pauses, until there is an answer. */
  function askTimeOnce(): void {
    if (hasAskedTime) return
    hasAskedTime = true
    askTime()
  }

  async function post(): Promise<void> {
    isPosting = true
    const reply = await requests.submit(guessOf(store.get()))
    isPosting = false
    store.update((state) => applySubmissionReply(state, reply))
    if (!hasFailed(reply)) return advance()

    failures += 1
    pause.start(Math.min(LONGEST_PAUSE_MS, retryPauseMs(failures, timers.random())), advance)
  }

  function checkTime(): void {
    const { handIn, clock } = store.get()
    if (handIn?.reason !== 'deadline' || handIn.isTimeConfirmed) return
    if (remainingMsAt(clock, timers.nowMs()) > CLOCK_DIFFERENCE_MS) return stop()

    store.update((state) => ({ ...state, handIn: { ...handIn, isTimeConfirmed: true } }))
  }

  return {
    start,
    cancel: () => {
      if (store.get().handIn?.reason === 'asked') stop()
    },
    advance,
    retryNow: () => {
      pause.cancel()
      advance()
    },
    checkTime,
    dispose: pause.cancel,
  }
}

function beginHandIn(state: ExamState, reason: HandIn['reason']): ExamState {
  return { ...state, handIn: { reason, isTimeConfirmed: false }, isPredictionRefused: false }
}

function guessOf({ prediction, isPredictionRefused }: ExamState): string | null {
  const guess = prediction.trim()

  return guess === '' || isPredictionRefused ? null : guess
}

function hasFailed({ outcome }: Reply<unknown>): boolean {
  return (
    outcome === 'unreachable' || outcome === 'failing' || outcome === 'conflict' || outcome === 'signed_out'
  )
}

function applySubmissionReply(state: ExamState, reply: Reply<unknown>): ExamState {
  switch (reply.outcome) {
    case 'done':
    case 'ended':
      return { ...state, sync: finish(state.sync, 'ended') }
    case 'not_found':
      return { ...state, sync: finish(state.sync, 'unavailable') }
    case 'prediction_invalid':
      // The participant corrects it; at the deadline nobody can, and the answers count without it.
      return {
        ...state,
        isPredictionRefused: true,
        handIn: state.handIn?.reason === 'deadline' ? state.handIn : null,
      }
    case 'signed_out':
      return { ...state, sync: noteTrouble(state.sync, 'signed_out') }
    case 'unreachable':
      return { ...state, sync: noteTrouble(state.sync, 'network') }
    case 'failing':
    case 'conflict':
      return { ...state, sync: noteTrouble(state.sync, 'server') }
    default:
      return reply satisfies never
  }
}
