/**
 * The life of a round, one state machine: draft → scheduled → open → closed → provisional → official → final, with
 * `corrected` after a correction of an official result. `provisional` begins when every attempt is counted and the
 * board is computed with the prediction; `official` and what follows are decisions of the organizers.
 */
export type Phase =
  'draft' | 'scheduled' | 'open' | 'closed' | 'provisional' | 'official' | 'corrected' | 'final'

export type RoundWindow = {
  scheduledAt: Date | null
  /** Inclusive. */
  opensAt: Date
  /** Exclusive. */
  closesAt: Date
  settledAt: Date | null
  officialAt: Date | null
  /** The latest correction of an official result. */
  correctedAt: Date | null
  finalizedAt: Date | null
}

/** The phase of a round at one moment: computed from settings, clock and decisions, never stored. */
export function phaseOf(round: RoundWindow, now: Date): Phase {
  if (!round.scheduledAt) return 'draft'
  if (now < round.opensAt) return 'scheduled'
  if (now < round.closesAt) return 'open'
  if (!round.settledAt) return 'closed'
  if (!round.officialAt) return 'provisional'
  // A correction of a final result opens it again, until it is made final anew.
  if (round.finalizedAt && (!round.correctedAt || round.correctedAt <= round.finalizedAt)) return 'final'

  return round.correctedAt ? 'corrected' : 'official'
}

/** Whether every attempt is counted and the board is computed with the prediction. */
export function isSettledPhase(phase: Phase): phase is 'provisional' | 'official' | 'corrected' | 'final' {
  return phase === 'provisional' || isOfficialPhase(phase)
}

/** Whether the organizers have declared the result. */
export function isOfficialPhase(phase: Phase): phase is 'official' | 'corrected' | 'final' {
  return phase === 'official' || phase === 'corrected' || phase === 'final'
}

/** When the present state of the result began; null before there is a result. */
export function resultStateSince(round: RoundWindow, phase: Phase): Date | null {
  switch (phase) {
    case 'draft':
    case 'scheduled':
    case 'open':
      return null
    case 'closed':
      return round.closesAt
    case 'provisional':
      return round.settledAt
    case 'official':
      return round.officialAt
    case 'corrected':
      return round.correctedAt
    case 'final':
      return round.finalizedAt
    default:
      return phase satisfies never
  }
}
