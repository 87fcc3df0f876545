import type { Answers } from '#app/core/attempts/answers.ts'
import type { KeptAnswers } from './answer-sync.ts'
import type { PaperQuestion } from './attempt-copy.ts'

/**
 * What the browser keeps of an attempt until it is handed in: unacknowledged answers, marks for review, the guess as
 * typed. One entry per attempt. Storage may be missing, full or forbidden: then the page works from memory.
 */
export type KeptWork = KeptAnswers & {
  flagged: number[]
  prediction: string
  /** By the server's clock; tells when the entry is of no use any more. */
  deadlineAt: string
}

export type KeptStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const KEY_PREFIX = 'hoi-thi:bai-lam:'
const FORMAT = 1
/** Entries of attempts that were never handed in here are dropped this long after their deadline. */
const KEEP_AFTER_DEADLINE_MS = 60 * 60_000

export function readKeptWork(
  storage: KeptStorage | null,
  attemptId: string,
  paper: readonly PaperQuestion[],
): KeptWork | null {
  return quietly(() => parseKeptWork(storage?.getItem(KEY_PREFIX + attemptId) ?? null, paper)) ?? null
}

export function writeKeptWork(storage: KeptStorage | null, attemptId: string, work: KeptWork): void {
  quietly(() => storage?.setItem(KEY_PREFIX + attemptId, JSON.stringify({ format: FORMAT, ...work })))
}

export function forgetKeptWork(storage: KeptStorage | null, attemptId: string): void {
  quietly(() => storage?.removeItem(KEY_PREFIX + attemptId))
}

/** Drops what other attempts left behind on a shared computer once the server has counted them. */
export function forgetPastWork(storage: KeptStorage | null, serverNowMs: number): void {
  quietly(() => {
    if (!storage) return
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    for (const key of keys.filter((name) => name.startsWith(KEY_PREFIX))) {
      const work = asRecord(parseJson(storage.getItem(key)))
      const deadlineMs = typeof work?.deadlineAt === 'string' ? Date.parse(work.deadlineAt) : NaN
      const isOfUse = deadlineMs + KEEP_AFTER_DEADLINE_MS >= serverNowMs
      if (!isOfUse) storage.removeItem(key)
    }
  })
}

/** Entries of another format, or damaged ones, count as none; choices the paper does not offer are left out. */
function parseKeptWork(text: string | null, paper: readonly PaperQuestion[]): KeptWork | null {
  const entry = asRecord(parseJson(text))
  if (entry?.format !== FORMAT || !Number.isInteger(entry.revision) || typeof entry.deadlineAt !== 'string')
    return null

  return {
    revision: entry.revision as number,
    pending: readChoices(entry.pending, paper),
    unresolved: Array.isArray(entry.unresolved)
      ? entry.unresolved.map((send) => readChoices(send, paper))
      : [],
    flagged: Array.isArray(entry.flagged)
      ? paper.map((q) => q.position).filter((p) => asList(entry.flagged).includes(p))
      : [],
    prediction: typeof entry.prediction === 'string' ? entry.prediction : '',
    deadlineAt: entry.deadlineAt,
  }
}

function readChoices(value: unknown, paper: readonly PaperQuestion[]): Answers {
  const choices = asRecord(value)
  if (!choices) return {}

  return Object.fromEntries(
    paper.flatMap(({ position, options }) => {
      const choice = choices[position]
      if (!Array.isArray(choice)) return []

      const isOffered = choice.every((id) => options.some((option) => option.id === id))

      return isOffered ? [[String(position), choice as string[]]] : []
    }),
  )
}

function parseJson(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
