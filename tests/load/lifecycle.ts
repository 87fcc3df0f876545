import type { ContestClient } from './contest-client.ts'
import { createRecorder, timed } from './measure.ts'
import type { Recorder } from './measure.ts'

export const STEPS = ['start', 'save', 'submit', 'result'] as const
export type Step = (typeof STEPS)[number]
export type StepRecorders = Record<Step, Recorder>

export type Taker = { participantId: string; cookie: string }

/** What the server acknowledged of one attempt: the database must hold exactly this. */
export type Acknowledged = { attemptId: string; answers: Map<string, string[]>; score: number | null }

export type Ledger = { attempts: Acknowledged[]; saves: number; errors: number }

export function createLedger(): Ledger {
  return { attempts: [], saves: 0, errors: 0 }
}

export function createStepRecorders(): StepRecorders {
  return {
    start: createRecorder(),
    save: createRecorder(),
    submit: createRecorder(),
    result: createRecorder(),
  }
}

type Paper = { attemptId: string; revision: number; paper: { position: number; options: { id: string }[] }[] }

/** One whole attempt: start, `saveCount` saves, submission, result. */
export async function takePaper(
  client: ContestClient,
  taker: Taker,
  roundSlug: string,
  saveCount: number,
  ledger: Ledger,
  steps: StepRecorders,
): Promise<void> {
  const attempt = await startAttempt(client, taker, roundSlug, ledger, steps.start)
  if (!attempt) return

  const acknowledged: Acknowledged = { attemptId: attempt.attemptId, answers: new Map(), score: null }
  ledger.attempts.push(acknowledged)
  for (let save = 0; save < saveCount; save++) {
    await saveOne(client, taker, attempt, acknowledged, save, ledger, steps.save)
  }
  const path = `/api/v1/attempts/${attempt.attemptId}/submission`
  const receipt = await timed(steps.submit, () =>
    client.call('POST', path, taker.cookie, { prediction: '12' }),
  )
  if (receipt.status === 200)
    acknowledged.score = (receipt.body as { score: { points: number } }).score.points
  else ledger.errors++
  const result = await timed(steps.result, () => client.call('POST', path, taker.cookie, {}))
  if (result.status !== 200) ledger.errors++
}

export async function startAttempt(
  client: ContestClient,
  taker: Taker,
  roundSlug: string,
  ledger: Ledger,
  recorder: Recorder,
): Promise<Paper | null> {
  const reply = await timed(recorder, () =>
    client.call('POST', `/api/v1/rounds/${roundSlug}/attempts`, taker.cookie, {}),
  )
  if (reply.status === 201) return reply.body as Paper

  ledger.errors++

  return null
}

/** Answers one position (in turn) with one of its options (in turn), on the newest revision. */
export async function saveOne(
  client: ContestClient,
  taker: Taker,
  attempt: Paper,
  acknowledged: Acknowledged,
  save: number,
  ledger: Ledger,
  recorder: Recorder,
): Promise<void> {
  const question = attempt.paper[save % attempt.paper.length]
  const optionId = question?.options[save % question.options.length]?.id
  if (!question || !optionId) throw new Error('a paper without questions or options')

  const position = String(question.position)
  const reply = await timed(recorder, () =>
    client.call('PUT', `/api/v1/attempts/${attempt.attemptId}/answers`, taker.cookie, {
      revision: attempt.revision,
      answers: { [position]: [optionId] },
    }),
  )
  if (reply.status !== 200) {
    ledger.errors++

    return
  }
  attempt.revision = (reply.body as { revision: number }).revision
  acknowledged.answers.set(position, [optionId])
  ledger.saves++
}
