// For the tests of this folder: a clock that moves by command, a browser's storage in memory, and a server that keeps
// one attempt by the rules of the public contract behind a network that can fail in the ways networks do.
import type { Answers } from '#app/core/attempts/answers.ts'
import type { AttemptCopy, Pulse, SaveReceipt } from './attempt-copy.ts'
import type { AttemptRequests, Reply } from './attempt-requests.ts'
import { createExamSession } from './exam-session.ts'
import type { ExamTimers } from './exam-state.ts'
import type { KeptStorage } from './kept-work.ts'

const GRACE_MS = 5_000
/** From the page to the server, before it answers. */
const TRAVEL_MS = 20
const SERVER_EPOCH_MS = Date.parse('2026-11-23T02:00:00.000Z')

export type Network = 'up' | 'down' | 'replies_lost' | 'server_failing'

export function createSimulatedExam({ durationMs = 20 * 60_000 } = {}) {
  const time = createTime()
  const server = createServer(time, durationMs)

  /** A page of some browser; the same storage means the same browser. */
  function openPage(storage: KeptStorage = createStorage()) {
    const page = { network: 'up' as Network, leftTimes: 0, tries: 0 }
    const session = createExamSession({
      copy: server.copy(),
      announcements: [],
      storage,
      requests: requestsTo(server, time, () => {
        page.tries += 1

        return page.network
      }),
      timers: time,
      leave: () => (page.leftTimes += 1),
    })

    return { page, session, storage }
  }

  return { time, attempt: server.attempt, openPage }
}

/** The endpoints as the contract describes them, for one attempt. */
function createServer(time: ExamTimers, durationMs: number) {
  const attempt = {
    revision: 0,
    savedAt: null as string | null,
    answers: {} as Answers,
    deadlineMs: durationMs,
    isSignedIn: true,
    announcements: undefined as Pulse['announcements'],
    result: null as { answers: Answers; prediction: string | null; atMs: number } | null,
    /** Every request that reached the server, in order. */
    requests: [] as string[],
  }
  const done = <T>(body: T): Reply<T> => ({
    outcome: 'done',
    body,
    sentAtMs: time.nowMs(),
    receivedAtMs: time.nowMs(),
  })
  const times = () => ({
    deadlineAt: isoAt(attempt.deadlineMs),
    remainingMs: Math.max(0, attempt.deadlineMs - time.nowMs()),
  })

  function save(revision: number, answers: Answers): Reply<SaveReceipt> {
    if (attempt.result) return { outcome: 'ended' }
    if (attempt.revision > revision) return { outcome: 'conflict', newer: { ...attempt } }

    attempt.revision += 1
    attempt.savedAt = isoAt(time.nowMs())
    attempt.answers = { ...attempt.answers, ...answers }

    return done({ revision: attempt.revision, savedAt: attempt.savedAt, remainingMs: times().remainingMs })
  }

  return {
    attempt,
    copy: () => copyOf(attempt, times()),
    save,
    pulse: (): Reply<Pulse> => {
      const { result, revision, savedAt, announcements } = attempt

      return result ? { outcome: 'ended' } : done({ ...times(), revision, savedAt, announcements })
    },
    submit: (prediction: string | null): Reply<unknown> => {
      if (prediction === 'unreadable') return { outcome: 'prediction_invalid' }
      attempt.result ??= { answers: attempt.answers, prediction, atMs: time.nowMs() }

      return done({})
    },
    /** The server counts what is overdue when it is asked next. */
    countOverdue: () => {
      const isOver = time.nowMs() > attempt.deadlineMs + GRACE_MS
      if (isOver) attempt.result ??= { answers: attempt.answers, prediction: null, atMs: attempt.deadlineMs }
    },
  }
}

function requestsTo(
  server: ReturnType<typeof createServer>,
  time: ReturnType<typeof createTime>,
  /** Asked once for each request. */
  useNetwork: () => Network,
): AttemptRequests {
  async function over<T>(label: string, answer: () => Reply<T>): Promise<Reply<T>> {
    await time.pass(TRAVEL_MS)
    const network = useNetwork()
    if (network === 'down') return { outcome: 'unreachable' }
    server.attempt.requests.push(label)
    if (network === 'server_failing') return { outcome: 'failing' }
    if (!server.attempt.isSignedIn) return { outcome: 'signed_out' }
    server.countOverdue()
    const reply = answer()

    return network === 'replies_lost' ? { outcome: 'unreachable' } : reply
  }

  return {
    save: (revision, answers) =>
      over(`save ${JSON.stringify(answers)}`, () => server.save(revision, answers)),
    pulse: () => over('pulse', server.pulse),
    submit: (prediction) => over(`submit ${prediction ?? '-'}`, () => server.submit(prediction)),
  }
}

function isoAt(sinceOpeningMs: number): string {
  return new Date(SERVER_EPOCH_MS + sinceOpeningMs).toISOString()
}

type Attempt = { revision: number; savedAt: string | null; answers: Answers }

function copyOf(attempt: Attempt, times: Pick<AttemptCopy, 'remainingMs' | 'deadlineAt'>): AttemptCopy {
  return {
    attemptId: 'A1',
    roundSlug: 'dot-1',
    roundTitle: 'Đợt 1',
    number: 1,
    startedAt: new Date(SERVER_EPOCH_MS).toISOString(),
    ...times,
    revision: attempt.revision,
    savedAt: attempt.savedAt,
    answers: { ...attempt.answers },
    paper: [1, 2, 3].map((position) => ({
      position,
      stem: `Câu ${position}`,
      isMultiple: position === 3,
      options: ['a', 'b', 'c', 'd'].map((letter) => ({ id: letter + position, text: letter })),
    })),
    prediction: { kind: 'people', prompt: 'Bao nhiêu người?' },
  }
}

export function createStorage(): KeptStorage & { items: Map<string, string> } {
  const items = new Map<string, string>()

  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size
    },
  }
}

/** Monotonic time that passes only by `advance`; what falls due runs in order. */
function createTime() {
  let nowMs = 0
  let timers: { dueMs: number; run: () => void }[] = []

  const time: ExamTimers & { pass(ms: number): Promise<void>; advance(ms: number): Promise<void> } = {
    nowMs: () => nowMs,
    random: () => 0,
    after: (delayMs, run) => {
      const timer = { dueMs: nowMs + delayMs, run }
      timers.push(timer)

      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass: (ms) => new Promise((resolve) => time.after(ms, resolve)),
    advance: async (ms) => {
      const untilMs = nowMs + ms
      for (;;) {
        await settleReplies()
        const next = timers.filter(({ dueMs }) => dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0]
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        nowMs = Math.max(nowMs, next.dueMs)
        next.run()
      }
      nowMs = untilMs
    },
  }

  return time
}

/** Lets everything that waits for an already resolved promise run. */
function settleReplies(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
