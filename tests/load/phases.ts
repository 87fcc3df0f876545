import { setTimeout as wait } from 'node:timers/promises'
import { BENCH_ROUND, FULL_BOARD_ROUND } from './bench-contest.ts'
import type { BenchPerson } from './bench-contest.ts'
import type { ContestClient } from './contest-client.ts'
import { createStepRecorders, saveOne, startAttempt, takePaper } from './lifecycle.ts'
import type { Ledger, StepRecorders, Taker } from './lifecycle.ts'
import { createRecorder, round, runConcurrently, timed } from './measure.ts'
import type { Latency, Recorder } from './measure.ts'

/** Each phase takes the ledger that the final check against the database is made with. */
export type PhaseContext = { client: ContestClient; ledger: Ledger; concurrency: number }

const SAVES_PER_ATTEMPT = 20

/** Everybody signs in over HTTP. @returns those who got in */
export async function signInAll(
  { client, ledger, concurrency }: PhaseContext,
  people: readonly BenchPerson[],
): Promise<{ takers: Taker[]; elapsedS: number; latency: Latency }> {
  const recorder = createRecorder()
  const takers: Taker[] = []
  const startedAtMs = performance.now()
  await runConcurrently(people, concurrency, async ({ id, loginName, password }) => {
    const cookie = await timed(recorder, () => client.signIn(loginName, password))
    if (cookie) takers.push({ participantId: id, cookie })
    else ledger.errors++
  })

  return { takers, elapsedS: (performance.now() - startedAtMs) / 1000, latency: recorder.summary() }
}

/** Complete lifecycles, each of a person of its own: start, 20 saves, submission, result. */
export async function runLifecycles(
  { client, ledger, concurrency }: PhaseContext,
  takers: readonly Taker[],
): Promise<{ elapsedS: number; steps: StepRecorders }> {
  const steps = createStepRecorders()
  const startedAtMs = performance.now()
  await runConcurrently(takers, concurrency, (taker) =>
    takePaper(client, taker, BENCH_ROUND, SAVES_PER_ATTEMPT, ledger, steps),
  )

  return { elapsedS: (performance.now() - startedAtMs) / 1000, steps }
}

/** Nothing but saves, as fast as they are answered, each attempt by one client after the other. */
export async function runSaves(
  { client, ledger, concurrency }: PhaseContext,
  takers: readonly Taker[],
  durationMs: number,
): Promise<{ savesPerS: number; latency: Latency; attemptIds: string[] }> {
  const recorder = createRecorder()
  const attempts = await startAll(client, takers.slice(0, concurrency), ledger, createRecorder())
  const savesBefore = ledger.saves
  const startedAtMs = performance.now()
  await Promise.all(
    attempts.map(async ({ taker, attempt, acknowledged }) => {
      for (let save = 0; performance.now() - startedAtMs < durationMs; save++) {
        await saveOne(client, taker, attempt, acknowledged, save, ledger, recorder)
      }
    }),
  )
  const elapsedS = (performance.now() - startedAtMs) / 1000

  return {
    savesPerS: round((ledger.saves - savesBefore) / elapsedS, 0),
    latency: recorder.summary(),
    attemptIds: attempts.map(({ attempt }) => attempt.attemptId),
  }
}

/** All start in the same moment. @returns how many got a complete paper, and how long they waited */
export async function runBurst(
  { client, ledger }: PhaseContext,
  takers: readonly Taker[],
  questionCount: number,
): Promise<{ starts: number; complete: number } & Latency> {
  const recorder = createRecorder()
  const attempts = await startAll(client, takers, ledger, recorder)

  return {
    starts: takers.length,
    complete: attempts.filter(({ attempt }) => attempt.paper.length === questionCount).length,
    ...recorder.summary(),
  }
}

/** Many attempts in progress, each saved once in `intervalMs`, at moments spread over the interval. */
export async function runInProgress(
  { client, ledger, concurrency }: PhaseContext,
  takers: readonly Taker[],
  intervalMs: number,
): Promise<{ attempts: number } & Latency> {
  const attempts: Started[] = []
  await runConcurrently(takers, concurrency, async (taker) => {
    attempts.push(...(await startAll(client, [taker], ledger, createRecorder())))
  })
  const recorder = createRecorder()
  const startedAtMs = performance.now()
  await Promise.all(
    attempts.map(async ({ taker, attempt, acknowledged }, index) => {
      const dueAtMs = startedAtMs + (index / attempts.length) * intervalMs
      await wait(Math.max(0, dueAtMs - performance.now()))
      await saveOne(client, taker, attempt, acknowledged, 0, ledger, recorder)
    }),
  )

  return { attempts: attempts.length, ...recorder.summary() }
}

/** The public board is read as fast as it is answered while papers are taken and submitted beside it. */
export async function readBoard(
  context: PhaseContext,
  takers: readonly Taker[],
  durationMs: number,
): Promise<{ readsPerS: number; submissions: number } & Latency> {
  const recorder = createRecorder()
  const startedAtMs = performance.now()
  const isOver = (): boolean => performance.now() - startedAtMs > durationMs
  let reads = 0
  const readers = Array.from({ length: context.concurrency }, async (_, reader) => {
    while (!isOver()) {
      // Mostly the first page, as people do.
      const page = reader % 4 === 0 ? 1 + (reads % 20) : 1
      const status = await timed(recorder, () =>
        context.client.read(`/dot-thi/${FULL_BOARD_ROUND}/bang-xep-hang?trang=${page}`),
      )
      if (status === 200) reads++
      else context.ledger.errors++
    }
  })
  let submissions = 0
  const writer = (async () => {
    for (const taker of takers) {
      if (isOver()) return
      await takePaper(context.client, taker, BENCH_ROUND, 5, context.ledger, createStepRecorders())
      submissions++
    }
  })()
  await Promise.all([...readers, writer])

  return {
    readsPerS: round((reads * 1000) / (performance.now() - startedAtMs), 0),
    submissions,
    ...recorder.summary(),
  }
}

type Started = {
  taker: Taker
  attempt: NonNullable<Awaited<ReturnType<typeof startAttempt>>>
  acknowledged: Ledger['attempts'][number]
}

async function startAll(
  client: ContestClient,
  takers: readonly Taker[],
  ledger: Ledger,
  recorder: Recorder,
): Promise<Started[]> {
  const started = await Promise.all(
    takers.map(async (taker) => {
      const attempt = await startAttempt(client, taker, BENCH_ROUND, ledger, recorder)
      if (!attempt) return []
      const acknowledged = { attemptId: attempt.attemptId, answers: new Map<string, string[]>(), score: null }
      ledger.attempts.push(acknowledged)

      return [{ taker, attempt, acknowledged }]
    }),
  )

  return started.flat()
}
