/** How long after its deadline a save or submission still counts, for requests that were on their way. */
export const NETWORK_GRACE_MS = 5_000

export type EndRule = 'must_start_before' | 'must_finish_before'

export type AttemptRules = {
  closesAt: Date
  durationMs: number
  endRule: EndRule
}

/**
 * The deadline of an attempt started at `startedAt`: its full time, cut at the end of the round when the rule
 * says that attempts must finish before it, and then what was given to this person alone. That counts beyond the
 * end of the round too: it makes good what the person lost before it.
 */
export function deadlineOf(rules: AttemptRules, startedAt: Date, extraMs = 0): Date {
  const fullTime = startedAt.getTime() + rules.durationMs
  switch (rules.endRule) {
    case 'must_start_before':
      return new Date(fullTime + extraMs)
    case 'must_finish_before':
      return new Date(Math.min(fullTime, rules.closesAt.getTime()) + extraMs)
    default:
      return rules.endRule satisfies never
  }
}

/** Milliseconds left, never negative. */
export function remainingMsAt(deadlineAt: Date, now: Date): number {
  return Math.max(0, deadlineAt.getTime() - now.getTime())
}

/** Whether a request received at `now` still counts: up to the deadline plus grace, both inclusive. */
export function isInTime(deadlineAt: Date, now: Date): boolean {
  return now.getTime() <= deadlineAt.getTime() + NETWORK_GRACE_MS
}

/**
 * Time used, from paper served to submission accepted; a submission inside the grace counts as the deadline,
 * so nobody gains or loses by the network. Never before the start: a server's clock may be set back in between.
 */
export function endOf(
  startedAt: Date,
  deadlineAt: Date,
  receivedAt: Date,
): { endedAt: Date; durationMs: number } {
  const inTime = receivedAt < deadlineAt ? receivedAt : deadlineAt
  const endedAt = inTime > startedAt ? inTime : startedAt

  return { endedAt, durationMs: endedAt.getTime() - startedAt.getTime() }
}
