import { setTimeout as wait } from 'node:timers/promises'
import { saveAnswers } from '#app/services/attempts/save-answers.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { submitAttempt } from '#app/services/attempts/end-attempt.server.ts'
import { personId } from './closing-seed.ts'
import { createRecorder } from './measure.ts'

const EVERY_MS = 50

export type OpenRound = {
  /** What people waited for since the last call: start, save and submission of a paper, each. */
  takeWaits: () => { count: number; p50Ms: number; p99Ms: number; maxMs: number }
  errors: () => number
  stop: () => Promise<void>
}

/**
 * People of the closed round take papers of an open one of the same contest, one person every 50 ms whether or not the
 * others have been answered.
 */
export function keepRoundOpen(roundSlug: string, people: number): OpenRound {
  let recorder = createRecorder()
  let maxMs = 0
  let errors = 0
  let isStopped = false
  const underWay = new Set<Promise<void>>()
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const startedAtMs = performance.now()
    const result = await work()
    const ms = performance.now() - startedAtMs
    recorder.record(ms)
    maxMs = Math.max(maxMs, ms)

    return result
  }
  const takePaper = async (number: number): Promise<void> => {
    const participantId = personId(1 + ((number * 7_919) % people))
    const { attempt } = await timed(() => startAttempt({ roundSlug, participantId, now: new Date() }))
    const { attemptId, paper } = attempt
    const answers = { '1': [paper[0]?.options[0]?.id ?? ''] }
    await timed(() => saveAnswers({ attemptId, participantId, revision: 0, answers, now: new Date() }))
    await timed(() => submitAttempt({ attemptId, participantId, prediction: '9', now: new Date() }))
  }
  const arriving = (async () => {
    for (let number = 1; !isStopped; number++) {
      const paper = takePaper(number)
        .catch(() => void errors++)
        .finally(() => underWay.delete(paper))
      underWay.add(paper)
      await wait(EVERY_MS)
    }
  })()

  return {
    takeWaits: () => {
      const { count, p50Ms, p99Ms } = recorder.summary()
      const waits = { count, p50Ms, p99Ms, maxMs: Math.round(maxMs) }
      recorder = createRecorder()
      maxMs = 0

      return waits
    },
    errors: () => errors,
    stop: async () => {
      isStopped = true
      await arriving
      await Promise.all(underWay)
    },
  }
}
