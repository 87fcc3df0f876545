import type { Answers } from '#app/core/attempts/answers.ts'
import type { AnswerCopy, Pulse, SaveReceipt } from './attempt-copy.ts'
import type { TimeSample } from './exam-clock.ts'

/** What a request came to. Everything the page can meet has a name, so that nothing is ever just "an error". */
export type Reply<T> =
  | { outcome: 'done'; body: T; sentAtMs: number; receivedAtMs: number }
  | { outcome: 'conflict'; newer: AnswerCopy }
  | { outcome: 'ended' | 'signed_out' | 'not_found' | 'prediction_invalid' }
  /** No reply: the request may or may not have reached the server. */
  | { outcome: 'unreachable' }
  /** A reply that is none of ours, or a failure of the server. */
  | { outcome: 'failing' }

export type AttemptRequests = {
  save: (revision: number, answers: Answers) => Promise<Reply<SaveReceipt>>
  pulse: () => Promise<Reply<Pulse>>
  submit: (prediction: string | null) => Promise<Reply<unknown>>
}

/** A phone on a weak network may need seconds; longer than this the reply will not come. */
const REPLY_WITHIN_MS = 12_000

type Settings = {
  attemptId: string
  fetch: typeof globalThis.fetch
  /** Monotonic, milliseconds. */
  nowMs: () => number
}

/** The attempt endpoints of the public contract, as the page uses them. */
export function createAttemptRequests({ attemptId, fetch, nowMs }: Settings): AttemptRequests {
  const base = `/api/v1/attempts/${encodeURIComponent(attemptId)}`

  async function request<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const sentAtMs = nowMs()
    try {
      const response = await fetch(base + path, {
        method,
        headers: {
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: 'same-origin',
        cache: 'no-store',
        // Outlives the page, so that the last choice before closing it still arrives.
        keepalive: method !== 'GET',
        signal: AbortSignal.timeout(REPLY_WITHIN_MS),
      })
      const receivedAtMs = nowMs()
      const reply: unknown = await response.json().catch(() => null)

      return response.ok ? readDone<T>(reply, { sentAtMs, receivedAtMs }) : readRefusal(reply)
    } catch {
      return { outcome: 'unreachable' }
    }
  }

  return {
    save: (revision, answers) => request('PUT', '/answers', { revision, answers }),
    pulse: () => request('GET', '/pulse'),
    submit: (prediction) => request('POST', '/submission', prediction === null ? {} : { prediction }),
  }
}

/** A log-in page of the network in between (a hotel, an office) also answers 200, but not with our JSON. */
function readDone<T>(reply: unknown, times: Omit<TimeSample, 'remainingMs'>): Reply<T> {
  return typeof reply === 'object' && reply !== null
    ? { outcome: 'done', body: reply as T, ...times }
    : { outcome: 'failing' }
}

function readRefusal(reply: unknown): Reply<never> {
  const problem = (typeof reply === 'object' && reply !== null ? reply : {}) as {
    code?: unknown
  } & Partial<AnswerCopy>
  switch (problem.code) {
    case 'revision_conflict':
      return isCopy(problem) ? { outcome: 'conflict', newer: problem } : { outcome: 'failing' }
    case 'attempt_ended':
      return { outcome: 'ended' }
    case 'not_signed_in':
      return { outcome: 'signed_out' }
    case 'attempt_not_found':
    case 'not_allowed':
      return { outcome: 'not_found' }
    case 'prediction_invalid':
      return { outcome: 'prediction_invalid' }
    default:
      return { outcome: 'failing' }
  }
}

function isCopy(problem: Partial<AnswerCopy>): problem is AnswerCopy {
  return (
    typeof problem.revision === 'number' &&
    typeof problem.answers === 'object' &&
    problem.savedAt !== undefined
  )
}
