import { isOfficialPhase, phaseOf } from '#app/core/rounds/round-phase.ts'
import type { RoundWindow } from '#app/core/rounds/round-phase.ts'

const DAY_MS = 24 * 60 * 60_000
const MINUTE_MS = 60_000

/** How old public counters are while a round asks for a prediction, unless the round says otherwise. */
export const DEFAULT_COUNTERS_DELAY_MS = DAY_MS

/** Delayed counters step: in between they stand still, so that watching them tells no more than the delay allows. */
const COUNTER_STEP_MS = 10 * MINUTE_MS

/** Rows that everybody sees of an open board whose length must not be known. */
export const LEADING_ROWS = 10

export type VisibilityRules = RoundWindow & {
  predictionKind: string | null
  countersDelayMs: number | null
  freezeBeforeMs: number | null
  freezeUntil: 'provisional' | 'official'
}

/**
 * What the public sees of a board at one moment. Organizers see all of it always.
 * `leaders`: a prediction can still be made, so neither numbers nor the length of the board may tell what the last guess
 * would profit from; `frozen`: places are hidden from everybody, their own too. `numbersFrom`: when the first delayed
 * numbers appear, while there can be none yet; until then nobody knows how many take part, which is not the same as
 * nobody.
 */
export type BoardVisibility =
  | { kind: 'whole' }
  | { kind: 'leaders'; countedUntil: Date; numbersFrom: Date | null }
  | { kind: 'frozen'; since: Date; countedUntil: Date | null; numbersFrom: Date | null }

/** The delay of a round's public counters; 0 where no prediction could profit from them. */
export function countersDelayOf({
  predictionKind,
  countersDelayMs,
}: Pick<VisibilityRules, 'predictionKind' | 'countersDelayMs'>): number {
  return predictionKind === null ? 0 : (countersDelayMs ?? DEFAULT_COUNTERS_DELAY_MS)
}

/** Attempts that ended until this moment are in the public counters; null: all of them. */
export function countedUntil(round: VisibilityRules, now: Date): Date | null {
  const delayMs = countersDelayOf(round)
  // Until the round is settled somebody may still hand a paper in, with a guess.
  if (delayMs === 0 || !['open', 'closed'].includes(phaseOf(round, now))) return null

  return new Date(Math.floor((now.getTime() - delayMs) / COUNTER_STEP_MS) * COUNTER_STEP_MS)
}

/** When the public counters of an opened round count their first attempts; null when they may have some already. */
function firstNumbersAt(round: VisibilityRules, now: Date): Date | null {
  const until = countedUntil(round, now)
  if (!until || until > round.opensAt) return null
  const firstStep = (Math.floor(round.opensAt.getTime() / COUNTER_STEP_MS) + 1) * COUNTER_STEP_MS

  return new Date(firstStep + countersDelayOf(round))
}

/** Since when the board of this round hides its places; null while it shows them. */
export function frozenSince(round: VisibilityRules, now: Date): Date | null {
  if (round.freezeBeforeMs === null) return null

  const since = new Date(Math.max(round.closesAt.getTime() - round.freezeBeforeMs, round.opensAt.getTime()))
  const phase = phaseOf(round, now)
  if (phase === 'draft' || phase === 'scheduled' || isOfficialPhase(phase)) return null
  if (phase === 'provisional' && round.freezeUntil === 'provisional') return null

  return now >= since ? since : null
}

/**
 * What a board made of these rounds shows: of one round, or the contest's of all of them. It shows no more than the
 * most reserved of them.
 */
export function boardVisibilityOf(rounds: readonly VisibilityRules[], now: Date): BoardVisibility {
  const counted = earliestOf(rounds.map((round) => countedUntil(round, now)))
  const since = earliestOf(rounds.map((round) => frozenSince(round, now)))
  const opened = rounds.filter((round) => !['draft', 'scheduled'].includes(phaseOf(round, now)))
  const firstNumbers = opened.map((round) => firstNumbersAt(round, now))
  const numbersFrom = firstNumbers.includes(null) ? null : earliestOf(firstNumbers)
  if (since) return { kind: 'frozen', since, countedUntil: counted, numbersFrom }

  return counted ? { kind: 'leaders', countedUntil: counted, numbersFrom } : { kind: 'whole' }
}

function earliestOf(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce(
    (earliest, moment) => (moment && (!earliest || moment < earliest) ? moment : earliest),
    null,
  )
}

/** When the numbers of a board appear that shows none because of their delay; null when its numbers say what they say. */
export function numbersWaitUntil(visibility: BoardVisibility): Date | null {
  return visibility.kind === 'whole' ? null : visibility.numbersFrom
}
