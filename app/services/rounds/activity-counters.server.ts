import { randomBytes } from 'node:crypto'
import type { ActivitySlot } from '../../core/rounds/live-activity.ts'

/**
 * What this process does, counted in memory: a save costs an addition and no statement. Every ten seconds the counts
 * become one row (activity.server.ts), so that all processes together can be watched.
 */

/** Tells this process from others and from earlier ones; the beginning of its request ids. */
export const PROCESS_ID = randomBytes(4).toString('hex')

export type Counters = Omit<ActivitySlot, 'slotAt' | 'processId'>

export type Problem = {
  occurredAt: Date
  /** Null for background work. */
  requestId: string | null
  place: string
  cause: string
}

/** When everything fails the same way, a few examples say it; the counters still count all. */
const MOST_PROBLEMS = 20

let counters = nothing()
let problems: Problem[] = []

export function noteSave(answerCount: number): void {
  counters.saves += 1
  counters.answers += answerCount
}

/** A save that failed by our fault; one that was refused by the rules is none. */
export function noteSaveFailure(): void {
  counters.saveFailures += 1
}

export function noteReply(status: number): void {
  counters.requests += 1
  if (status >= 500) counters.serverErrors += 1
}

/** A failure worth showing to whoever watches. @param place what failed, such as "PUT /api/v1/attempts/1/answers" */
export function noteProblem(problem: {
  requestId: string | null
  place: string
  error: unknown
  now: Date
}): void {
  if (problems.length >= MOST_PROBLEMS) return
  problems.push({
    occurredAt: problem.now,
    requestId: problem.requestId,
    place: withoutIdentities(problem.place),
    cause: causeOf(problem.error),
  })
}

/** Everything counted since the last call. */
export function takeActivity(): { counters: Counters; problems: Problem[] } {
  const taken = { counters, problems }
  counters = nothing()
  problems = []

  return taken
}

/** What could not be reported is counted on to the next report. */
export function giveBackActivity(taken: { counters: Counters; problems: Problem[] }): void {
  for (const key of Object.keys(counters) as (keyof Counters)[]) counters[key] += taken.counters[key]
  problems = [...taken.problems, ...problems].slice(0, MOST_PROBLEMS)
}

function nothing(): Counters {
  return { saves: 0, answers: 0, saveFailures: 0, requests: 0, serverErrors: 0 }
}

const PLAIN_SEGMENT = /^(?:v\d|[a-z][a-z.-]{0,30})$/

/** An address without what tells one attempt, round or person from another, and without its query. */
function withoutIdentities(place: string): string {
  const [method = '', address = ''] = place.split(' ')
  const [path = ''] = address.split('?')
  const segments = path.split('/').map((part) => (part === '' || PLAIN_SEGMENT.test(part) ? part : '…'))

  return `${method} ${segments.join('/')}`.trim()
}

/** Class and code of an error and of what caused it. Never its message: messages quote data. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const deeper = error.cause instanceof Error ? ` (${causeOf(error.cause)})` : ''

  return `${error.name}${code}${deeper}`.replace(/[^\w .()-]/g, '').slice(0, 120)
}
