import type { Prize } from '#app/core/ranking/awards.ts'
import type { Minutes } from '#app/core/closing/closing-forms.ts'
import type { ExclusionKind } from '#app/core/rounds/decision-facts.ts'
import type { PredictionKind } from '#app/core/ranking/prediction.ts'
import type { Phase } from '#app/core/rounds/round-phase.ts'

/** A person who gets a prize, or would get it if the result were declared now. */
export type Winner = {
  participantId: string
  fullName: string
  unitName: string
  prizeIndex: number
  prizeTitle: string
  rank: number
  scoreHundredths: number
  durationMs: number
  /** Of the guess from the truth, in hundred-thousandths; null where none was made or asked for. */
  predictionDistance: bigint | null
  /** Of the attempt that counts; null where no single one does. */
  receiptCode: string | null
}

export type PassedCandidate = {
  fullName: string
  unitName: string
  rank: number
  why: 'rejected' | 'won_elsewhere'
  /** Of a rejection. */
  reason: string
}

export type Turnout = { people: number; attempts: number }

/**
 * Everything the papers of a round say, read in one transaction: whichever paper a number stands on, it is this one.
 * Excluded people are in none of the counts, as they are on no board.
 */
export type PaperSnapshot = {
  takenAt: Date
  contest: {
    title: string
    organizerName: string
    parentBody: string
    issuingBody: string
    place: string
  }
  round: {
    slug: string
    title: string
    phase: Phase
    /** When the present state of the result began. */
    stateSince: Date | null
    opensAt: Date
    closesAt: Date
    settledAt: Date | null
    officialAt: Date | null
    complaintsUntil: Date | null
    questionCount: number
    maxPoints: number
    durationMs: number
    attemptsAllowed: number | null
    prizes: Prize[]
  }
  prediction: { kind: PredictionKind; truth: bigint; computedAt: Date | null } | null
  totals: Turnout & { peopleAllRight: number; excluded: number }
  /** In the order of the prizes, then of the board. */
  winners: Winner[]
  /** People of equal rank at a prize's border for whom lots are still to be drawn. */
  tiedCount: number
  /** Winners whose identity nobody has confirmed yet. */
  uncheckedCount: number
  reserves: { fullName: string; unitName: string; rank: number }[]
  passed: PassedCandidate[]
  exclusions: { kind: ExclusionKind; count: number }[]
  lotDraws: {
    method: 'by_hand' | 'by_machine'
    seed: string | null
    present: string[]
    drawnAt: Date
    people: number
  }[]
  minutes: Minutes | null
  complaints: { received: number; decided: number }
  /** Rounds of the contest whose attempts are all counted, in the order of their opening; with this one. */
  byRound: ({ title: string } & Turnout)[]
  /** People of the contest over all those rounds, each counted once. */
  contestPeople: number
  /** By the number of people; the last one, without a name, are those without a unit. */
  byUnit: ({ name: string | null; headCount: number | null } & Turnout)[]
  /** By the day an attempt was started ("2026-11-25"), in Vietnam's time. */
  byDay: ({ day: string } & Turnout)[]
  /** By the hour of the day (0–23) an attempt was started, in Vietnam's time. */
  byHour: { hour: number; attempts: number }[]
  /** From all right to none: people by their best attempt, and attempts. */
  byRight: ({ right: number } & Turnout)[]
}

/** Winners in one group per prize, best prize first; prizes nobody has got are left out. */
export function winnersByPrize(winners: readonly Winner[]): { title: string; winners: Winner[] }[] {
  return [...Map.groupBy(winners, ({ prizeIndex }) => prizeIndex).values()].map((group) => ({
    title: group[0]?.prizeTitle ?? '',
    winners: group,
  }))
}
