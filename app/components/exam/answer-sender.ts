import type { Answers } from '#app/core/attempts/answers.ts'
import {
  acknowledge,
  failSend,
  finish,
  loseSession,
  meetConflict,
  nextSend,
  startSend,
} from './answer-sync.ts'
import type { SyncState } from './answer-sync.ts'
import type { SaveReceipt } from './attempt-copy.ts'
import type { AttemptRequests, Reply } from './attempt-requests.ts'
import type { TimeSample } from './exam-clock.ts'
import { createPause } from './exam-state.ts'
import type { ExamStore, ExamTimers } from './exam-state.ts'
import { retryPauseMs } from './retry-pause.ts'

type Settings = {
  store: ExamStore
  requests: Pick<AttemptRequests, 'save'>
  timers: ExamTimers
  onTime: (sample: TimeSample) => void
  /** After each reply, when the state is up to date. */
  onReply: () => void
}

/** At the deadline only seconds count: the pauses stay short. */
const LONGEST_PAUSE_AT_DEADLINE_MS = 3_000

export type AnswerSender = { pump: () => void; dispose: () => void }

/** Sends what is pending, one request at a time, at once after a choice and with growing pauses after failures. */
export function createAnswerSender({ store, requests, timers, onTime, onReply }: Settings): AnswerSender {
  let isSending = false
  let isDisposed = false
  const pause = createPause(timers)

  /** Sends now if there is something to send and nothing on its way; cuts a pause short. */
  function pump(): void {
    pause.cancel()
    if (isSending || isDisposed || nextSend(store.get().sync) === null) return

    store.update((state) => ({ ...state, sync: startSend(state.sync) }))
    const { revision, inFlight } = store.get().sync
    if (inFlight) void send(revision, inFlight)
  }

  async function send(revision: number, answers: Answers): Promise<void> {
    isSending = true
    const reply = await requests.save(revision, answers)
    isSending = false
    if (isDisposed) return

    store.update((state) => ({ ...state, sync: applySaveReply(state.sync, reply) }))
    if (reply.outcome === 'done') onTime({ ...reply, remainingMs: reply.body.remainingMs })
    onReply()
    goOn()
  }

  function goOn(): void {
    const { sync, handIn } = store.get()
    if (isDisposed || nextSend(sync) === null) return
    if (sync.failures === 0) return pump()

    const pauseMs = retryPauseMs(sync.failures, timers.random())
    pause.start(handIn ? Math.min(pauseMs, LONGEST_PAUSE_AT_DEADLINE_MS) : pauseMs, pump)
  }

  return {
    pump,
    dispose: () => {
      isDisposed = true
      pause.cancel()
    },
  }
}

function applySaveReply(sync: SyncState, reply: Reply<SaveReceipt>): SyncState {
  if (sync.phase === 'ended' || sync.phase === 'unavailable') return sync

  switch (reply.outcome) {
    case 'done':
      return acknowledge(sync, reply.body)
    case 'conflict':
      return meetConflict(sync, reply.newer)
    case 'ended':
      return finish(sync, 'ended')
    case 'not_found':
      return finish(sync, 'unavailable')
    case 'signed_out':
      return loseSession(sync)
    case 'unreachable':
      return failSend(sync, 'network')
    case 'failing':
    case 'prediction_invalid':
      return failSend(sync, 'server')
    default:
      return reply satisfies never
  }
}
