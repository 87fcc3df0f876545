import type { PaperAnnouncement } from '#app/core/contests/announcement.ts'
import { keptAnswersOf, noteTrouble, openSync } from './answer-sync.ts'
import { createAnswerSender } from './answer-sender.ts'
import type { AttemptCopy } from './attempt-copy.ts'
import { createAttemptPulse } from './attempt-pulse.ts'
import type { AttemptRequests } from './attempt-requests.ts'
import { createExamActions } from './exam-actions.ts'
import type { ExamActions } from './exam-actions.ts'
import { moveDeadline, remainingMsAt, resyncClock, startClock } from './exam-clock.ts'
import { createExamStore, withNotice } from './exam-state.ts'
import type { ExamState, ExamStore, ExamTimers } from './exam-state.ts'
import { startTicking } from './exam-ticker.ts'
import { createHandingIn } from './hand-in.ts'
import { forgetKeptWork, forgetPastWork, readKeptWork, writeKeptWork } from './kept-work.ts'
import type { KeptStorage } from './kept-work.ts'

export type ExamSettings = {
  copy: AttemptCopy
  /** What stood on every page when the paper was opened. */
  announcements: readonly PaperAnnouncement[]
  storage: KeptStorage | null
  requests: AttemptRequests
  timers: ExamTimers
  /** The attempt is over: show its result. */
  leave: () => void
}

export type ExamSession = Pick<ExamStore, 'get' | 'subscribe'> &
  ExamActions & {
    remainingMs: () => number
    handIn: () => void
    cancelHandIn: () => void
    /** The page is looked at again, or the network is back: catch up at once. */
    wake: () => void
    loseNetwork: () => void
    dispose: () => void
  }

/** An open paper: answers, time, pulses and hand-in, without any markup. */
export function createExamSession(settings: ExamSettings): ExamSession {
  const { copy, storage, timers } = settings
  const store = createExamStore(openState(settings))
  const { sender, pulse, handingIn } = connect(store, settings)
  const stopTicking = startTicking(store, timers, () => {
    if (store.get().sync.phase === 'working') handingIn.start('deadline')
  })
  const parts = [sender, pulse, handingIn, { dispose: stopTicking }]
  const stopKeeping = keepWork(store, settings, () => {
    for (const part of parts) part.dispose()
  })

  forgetPastWork(storage, Date.parse(copy.deadlineAt) - copy.remainingMs)
  pulse.askNow()
  sender.pump()

  return {
    get: store.get,
    subscribe: store.subscribe,
    ...createExamActions({ store, paper: copy.paper, sendAnswers: sender.pump }),
    remainingMs: () => remainingMsAt(store.get().clock, timers.nowMs()),
    handIn: () => handingIn.start('asked'),
    cancelHandIn: handingIn.cancel,
    wake: () => {
      sender.pump()
      pulse.askNow()
      handingIn.retryNow()
    },
    loseNetwork: () => store.update((state) => ({ ...state, sync: noteTrouble(state.sync, 'network') })),
    dispose: () => {
      stopKeeping()
      for (const part of parts) part.dispose()
    },
  }
}

function openState({ copy, announcements, storage, timers }: ExamSettings): ExamState {
  const kept = readKeptWork(storage, copy.attemptId, copy.paper)

  return {
    sync: openSync(copy, kept),
    clock: startClock(copy, timers.nowMs()),
    handIn: null,
    flagged: kept?.flagged ?? [],
    prediction: kept?.prediction ?? '',
    isPredictionRefused: false,
    notice: null,
    announcements,
  }
}

/** Saves, pulses and hand-in listen to each other's replies. */
function connect(store: ExamStore, { requests, timers }: ExamSettings) {
  const sender = createAnswerSender({
    store,
    requests,
    timers,
    onTime: (sample) => {
      store.update((state) => ({ ...state, clock: resyncClock(state.clock, sample) }))
      handingIn.checkTime()
    },
    onReply: () => handingIn.advance(),
  })
  const pulse = createAttemptPulse({
    store,
    requests,
    timers,
    onPulse: (sample) => {
      const { clock, laterByMs } = moveDeadline(store.get().clock, sample)
      store.update((state) => {
        const moved = { ...state, clock, announcements: sample.announcements ?? state.announcements }

        return laterByMs > 0 ? withNotice(moved, { kind: 'deadline_moved', laterByMs }) : moved
      })
      handingIn.checkTime()
      // What failed before is sent at once now that the server answers.
      if (store.get().sync.failures === 0) sender.pump()
    },
    onReply: () => handingIn.advance(),
  })
  const handingIn = createHandingIn({
    store,
    requests,
    timers,
    askTime: () => pulse.askNow(),
    sendAnswers: () => sender.pump(),
  })

  return { sender, pulse, handingIn }
}

/**
 * Writes the state to the browser's storage at every change while this page may work, and forgets it at the end.
 * @returns a function that stops it
 */
function keepWork(store: ExamStore, { copy, storage, leave }: ExamSettings, stopAll: () => void): () => void {
  let kept: ExamState | null = null
  let hasLeft = false
  function keep(): void {
    const state = store.get()
    if (state === kept || hasLeft) return
    kept = state
    if (state.sync.phase === 'working') {
      const { sync, flagged, prediction, clock } = state
      writeKeptWork(storage, copy.attemptId, {
        ...keptAnswersOf(sync),
        flagged: [...flagged],
        prediction,
        deadlineAt: clock.deadlineAt,
      })
    }
    if (state.sync.phase === 'ended') {
      hasLeft = true
      forgetKeptWork(storage, copy.attemptId)
      stopAll()
      leave()
    }
  }
  keep()

  return store.subscribe(keep)
}
