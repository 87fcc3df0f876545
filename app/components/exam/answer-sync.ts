import type { Answers } from '#app/core/attempts/answers.ts'
import { countAnswered, isSameChoice } from './attempt-copy.ts'
import type { AnswerCopy } from './attempt-copy.ts'

/**
 * How the answers on the page and those on the server stay the same: a state and its transitions, without timers,
 * requests or storage. A choice is pending until the server acknowledged it. The server refuses a save made on an
 * older copy, so of all sends made on one revision at most one was stored, and a page that is overtaken notices it.
 */
export type SyncState = {
  /** asking: worked on elsewhere before this page opened; elsewhere: overtaken while open. */
  phase: 'asking' | 'working' | 'elsewhere' | 'ended' | 'unavailable'
  /** What the page shows: the server's copy and the pending choices over it. */
  answers: Answers
  /** Of the server's copy this page last saw; every save is made on it. */
  revision: number
  /** The newest this browser is known to have seen; ahead of `revision` when the page was made before a last save. */
  knownRevision: number
  savedAt: string | null
  /** Choices the server has not acknowledged, the newest of each position. */
  pending: Answers
  inFlight: Answers | null
  /** Sends made on `revision` that got no reply: one of them may have been stored. */
  unresolved: readonly Answers[]
  /** The person chose to go on here although another page worked on the attempt. */
  isTakingOver: boolean
  trouble: 'network' | 'server' | 'signed_out' | null
  /** Failed sends in a row, for the pause before the next try. */
  failures: number
  /** What is known of the other page's work. */
  other: { answeredCount: number | null; savedAt: string | null } | null
}

/** What has to survive a reload or a crash. */
export type KeptAnswers = Pick<SyncState, 'revision' | 'pending' | 'unresolved'>

/**
 * The state of a page that opens an attempt.
 * @param kept what this browser kept of the attempt; null when it never worked on it
 */
export function openSync(copy: AnswerCopy, kept: KeptAnswers | null): SyncState {
  const isOurs = kept
    ? copy.revision <= kept.revision || isOwnWork(kept.revision, kept.unresolved, copy)
    : copy.revision === 0
  const opened: SyncState = {
    phase: isOurs ? 'working' : 'asking',
    answers: copy.answers,
    revision: copy.revision,
    knownRevision: kept?.revision ?? 0,
    savedAt: copy.savedAt,
    pending: kept?.pending ?? {},
    inFlight: null,
    unresolved: [],
    isTakingOver: false,
    trouble: null,
    failures: 0,
    other: isOurs ? null : { answeredCount: countAnswered(copy.answers), savedAt: copy.savedAt },
  }

  const adopted = adopt(opened, copy)
  // The last send of the page before may still be on its way.
  const mayStillArrive = kept !== null && kept.revision === copy.revision

  return { ...adopted, unresolved: mayStillArrive ? kept.unresolved : [] }
}

/** Takes a choice; ignored while the attempt is worked on elsewhere or over. */
export function choose(state: SyncState, position: number, optionIds: readonly string[]): SyncState {
  if (state.phase !== 'working') return state
  const choice = { [String(position)]: [...optionIds] }

  return { ...state, answers: { ...state.answers, ...choice }, pending: { ...state.pending, ...choice } }
}

/**
 * What should be sent now, one request at a time; null when nothing should. Taking over sends even nothing; so does a
 * page that is behind its own browser: the refusal brings the newer copy.
 */
export function nextSend(state: SyncState): Answers | null {
  if (state.inFlight) return null
  if (state.isTakingOver) return state.pending

  return state.phase === 'working' && (hasPending(state) || isBehind(state)) ? state.pending : null
}

export function startSend(state: SyncState): SyncState {
  return { ...state, inFlight: nextSend(state) }
}

/** The send in flight was stored. Choices changed since then stay pending. */
export function acknowledge(state: SyncState, stored: { revision: number; savedAt: string }): SyncState {
  return {
    ...settled(state),
    phase: 'working',
    revision: stored.revision,
    knownRevision: stored.revision,
    savedAt: stored.savedAt,
    pending: without(state.pending, state.inFlight ?? {}),
    unresolved: [],
    isTakingOver: false,
    other: null,
  }
}

/** No reply, or one that does not say whether the send was stored. */
export function failSend(state: SyncState, trouble: 'network' | 'server'): SyncState {
  return {
    ...state,
    inFlight: null,
    unresolved: state.inFlight ? withSend(state.unresolved, state.inFlight) : state.unresolved,
    trouble,
    failures: state.failures + 1,
  }
}

/**
 * The server holds a newer copy. When that is a send of ours whose reply was lost, or the person asked to take over,
 * the page goes on from it; otherwise somebody works elsewhere, and nothing here is thrown away.
 */
export function meetConflict(state: SyncState, newer: AnswerCopy): SyncState {
  const sends = state.inFlight ? withSend(state.unresolved, state.inFlight) : state.unresolved
  const met = settled(state)
  const isOurs = newer.revision <= state.knownRevision || isOwnWork(state.revision, sends, newer)
  if (isOurs || state.isTakingOver) return adopt(met, newer)

  return {
    ...met,
    phase: 'elsewhere',
    unresolved: sends,
    other: { answeredCount: countAnswered(newer.answers), savedAt: newer.savedAt },
  }
}

/** A pulse that is ahead of us while we have sent nothing: somebody works elsewhere. */
export function seePulse(state: SyncState, pulse: { revision: number; savedAt: string | null }): SyncState {
  // Saves that the server fails to store are not cured by a pulse that it answers.
  const seen = state.trouble === 'server' && hasPending(state) ? state : clearTrouble(state)
  if (pulse.revision <= state.knownRevision || state.isTakingOver) return seen

  switch (state.phase) {
    case 'asking':
    case 'elsewhere':
      return { ...seen, other: { answeredCount: null, savedAt: pulse.savedAt } }
    case 'working':
      // With something unacknowledged the send itself finds out whether the newer copy is our own work.
      if (state.inFlight || hasPending(state) || isBehind(state)) return seen

      return { ...seen, phase: 'elsewhere', other: { answeredCount: null, savedAt: pulse.savedAt } }
    case 'ended':
    case 'unavailable':
      return seen
    default:
      return state.phase satisfies never
  }
}

export function takeOver(state: SyncState): SyncState {
  if (state.phase !== 'asking' && state.phase !== 'elsewhere') return state

  return { ...state, isTakingOver: true, failures: 0 }
}

/** Nobody is signed in any more; choices go on being taken and kept. */
export function loseSession(state: SyncState): SyncState {
  return { ...state, inFlight: null, trouble: 'signed_out', failures: state.failures + 1 }
}

/** Trouble met by another request than a save. */
export function noteTrouble(state: SyncState, trouble: NonNullable<SyncState['trouble']>): SyncState {
  const isKnown = state.trouble !== null && trouble !== 'signed_out'

  return isKnown || state.trouble === trouble ? state : { ...state, trouble }
}

/** The server answers again: what waits may go out at once. */
function clearTrouble(state: SyncState): SyncState {
  return state.trouble ? { ...state, trouble: null, failures: 0 } : state
}

/** The attempt is over (counted by the server), or it can't be found for this person. */
export function finish(state: SyncState, phase: 'ended' | 'unavailable'): SyncState {
  return { ...settled(state), phase, isTakingOver: false }
}

export function hasPending(state: Pick<SyncState, 'pending'>): boolean {
  return Object.keys(state.pending).length > 0
}

function isBehind(state: SyncState): boolean {
  return state.revision < state.knownRevision
}

/** A send in flight is kept as unresolved: the page may die before its reply comes. */
export function keptAnswersOf(state: SyncState): KeptAnswers {
  return {
    revision: state.knownRevision,
    pending: state.pending,
    unresolved: state.inFlight ? withSend(state.unresolved, state.inFlight) : state.unresolved,
  }
}

/** One step ahead and holding everything that was sent: a stored send whose reply was lost. */
function isOwnWork(revision: number, sends: readonly Answers[], newer: AnswerCopy): boolean {
  return (
    newer.revision === revision + 1 &&
    sends.some((send) => Object.keys(without(send, newer.answers)).length === 0)
  )
}

/** The server's copy with what is still pending over it. */
function adopt(state: SyncState, copy: AnswerCopy): SyncState {
  const pending = without(state.pending, copy.answers)

  return {
    ...state,
    answers: { ...copy.answers, ...pending },
    revision: copy.revision,
    knownRevision: Math.max(copy.revision, state.knownRevision),
    savedAt: copy.savedAt,
    pending,
    unresolved: [],
  }
}

function settled(state: SyncState): SyncState {
  return { ...state, inFlight: null, trouble: null, failures: 0 }
}

/** Those choices that differ from what is stored. */
function without(choices: Answers, stored: Answers): Answers {
  return Object.fromEntries(
    Object.entries(choices).filter(([position, choice]) => {
      const storedChoice = stored[position]

      return !storedChoice || !isSameChoice(choice, storedChoice)
    }),
  )
}

/** Retries of the same choices count once, however long the connection is gone. */
function withSend(sends: readonly Answers[], send: Answers): readonly Answers[] {
  const last = sends.at(-1)
  const isRetry =
    last &&
    Object.keys(last).length === Object.keys(send).length &&
    Object.keys(without(send, last)).length === 0

  return isRetry ? sends : [...sends, send]
}
