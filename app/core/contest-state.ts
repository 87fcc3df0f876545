import { phaseOf } from './round-phase.ts'
import type { RoundWindow } from './round-phase.ts'

/**
 * What a contest as a whole tells the public at one moment, with the round it is about: the open one, else the next
 * one, else the last one.
 */
export type ContestState<R> =
  { kind: 'open'; round: R } | { kind: 'upcoming'; round: R } | { kind: 'over'; round: R } | { kind: 'none' }

type ContestRound = RoundWindow & { kind: 'ranked' | 'practice' }

/**
 * Practice and drafts don't count. Of several open rounds the one that closes first is told, because its end is
 * what people must not miss.
 */
export function contestStateOf<R extends ContestRound>(rounds: readonly R[], now: Date): ContestState<R> {
  const ranked = rounds.filter((round) => round.kind === 'ranked')
  const inPhase = (phase: string) => ranked.filter((round) => phaseOf(round, now) === phase)

  const open = firstBy(inPhase('open'), (round) => round.closesAt.getTime())
  if (open) return { kind: 'open', round: open }

  const upcoming = firstBy(inPhase('scheduled'), (round) => round.opensAt.getTime())
  if (upcoming) return { kind: 'upcoming', round: upcoming }

  const last = firstBy(
    [...inPhase('closed'), ...inPhase('provisional')],
    (round) => -round.closesAt.getTime(),
  )

  return last ? { kind: 'over', round: last } : { kind: 'none' }
}

/** The next moment at which the clock alone changes the state; null when nothing will. */
export function nextChangeAt(state: ContestState<RoundWindow>): Date | null {
  switch (state.kind) {
    case 'open':
      return state.round.closesAt
    case 'upcoming':
      return state.round.opensAt
    case 'over':
    case 'none':
      return null
  }
}

function firstBy<T>(items: readonly T[], keyOf: (item: T) => number): T | undefined {
  return items.toSorted((a, b) => keyOf(a) - keyOf(b))[0]
}
