import { deadlineOf, remainingMsAt } from '#app/core/attempts/attempt-window.ts'
import type { EndRule } from '#app/core/attempts/attempt-window.ts'
import type { Phase } from './round-phase.ts'

export type OfferRound = {
  id: string
  kind: 'ranked' | 'practice'
  phase: Phase
  closesAt: Date
  durationMs: number
  endRule: EndRule
  /** Null: unlimited. */
  attemptsAllowed: number | null
}

/** An attempt of the person who looks, in whatever round. */
export type OfferAttempt = {
  id: string
  roundId: string
  roundTitle: string
  roundKind: 'ranked' | 'practice'
  status: 'running' | 'submitted' | 'expired'
}

export type Viewer = 'visitor' | 'participant' | 'staff'

/** What the page of a round offers to whoever looks at it. */
export type StartOffer =
  | { kind: 'continue'; attemptId: string }
  | { kind: 'not_open_yet' }
  | { kind: 'over' }
  | { kind: 'sign_in' }
  | { kind: 'staff' }
  | { kind: 'used_up' }
  | { kind: 'busy_elsewhere'; attemptId: string; roundTitle: string }
  /** `attemptMs`: what an attempt started now would really have; less than the round's duration when `isCutShort`. */
  | { kind: 'start'; attemptMs: number; isCutShort: boolean; attemptsLeft: number | null }

/**
 * The one thing a person can do about a round now, or why nothing can be done. It only explains: the limits
 * themselves are held by `startAttempt`.
 * @param attempts all attempts of the viewer that matter: those of this round and any running one
 */
export function startOfferOf(
  round: OfferRound,
  viewer: Viewer,
  attempts: readonly OfferAttempt[],
  now: Date,
): StartOffer {
  const own = attempts.filter((attempt) => attempt.roundId === round.id)
  const running = own.find((attempt) => attempt.status === 'running')
  // Comes first: by the rule "must start before" an attempt goes on after the round has closed.
  if (running) return { kind: 'continue', attemptId: running.id }
  if (round.phase === 'draft' || round.phase === 'scheduled') return { kind: 'not_open_yet' }
  if (round.phase !== 'open') return { kind: 'over' }
  if (viewer === 'visitor') return { kind: 'sign_in' }
  if (viewer === 'staff') return { kind: 'staff' }

  const attemptsLeft = round.attemptsAllowed === null ? null : round.attemptsAllowed - own.length
  if (attemptsLeft !== null && attemptsLeft <= 0) return { kind: 'used_up' }

  const elsewhere = attempts.find(({ status, roundKind }) => status === 'running' && roundKind === round.kind)
  if (elsewhere) return { kind: 'busy_elsewhere', attemptId: elsewhere.id, roundTitle: elsewhere.roundTitle }

  const attemptMs = remainingMsAt(deadlineOf(round, now), now)

  return { kind: 'start', attemptMs, isCutShort: attemptMs < round.durationMs, attemptsLeft }
}
