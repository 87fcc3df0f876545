/**
 * The life of a round. `provisional` begins when every attempt is counted and the board is computed with the
 * prediction; until then a round past its end is `closed`.
 */
export type Phase = 'draft' | 'scheduled' | 'open' | 'closed' | 'provisional'

export type RoundWindow = {
  scheduledAt: Date | null
  /** Inclusive. */
  opensAt: Date
  /** Exclusive. */
  closesAt: Date
  settledAt: Date | null
}

/** The phase of a round at one moment: computed from settings, clock and decisions, never stored. */
export function phaseOf(round: RoundWindow, now: Date): Phase {
  if (!round.scheduledAt) return 'draft'
  if (now < round.opensAt) return 'scheduled'
  if (now < round.closesAt) return 'open'

  return round.settledAt ? 'provisional' : 'closed'
}
