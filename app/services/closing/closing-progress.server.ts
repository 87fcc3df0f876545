import { closingStepsOf, isStepOpen, stepsAfter } from '../../core/closing/closing.ts'
import type { ClosingStep, StepState } from '../../core/closing/closing.ts'
import { DomainError } from '../../core/domain-error.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import type { Tx } from '../../db/client.server.ts'
import type { RoundClosing } from '../../db/generated/client.ts'
import { lockRound } from '../rounds/decisions.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

/** The columns that say when a step was done; the other steps are done by the round's own columns. */
const DONE_COLUMNS = {
  anomalies: 'anomaliesReviewedAt',
  exclusions: 'exclusionsSettledAt',
  candidates: 'candidatesSettledAt',
  identities: 'identitiesSettledAt',
  minutes: 'minutesSavedAt',
} as const satisfies Partial<Record<ClosingStep, keyof RoundClosing>>

export function stepStatesOf(round: Round, closing: RoundClosing | null, now: Date): StepState[] {
  return closingStepsOf(
    phaseOf(round, now),
    {
      settledAt: round.settledAt,
      anomaliesReviewedAt: closing?.anomaliesReviewedAt ?? null,
      exclusionsSettledAt: closing?.exclusionsSettledAt ?? null,
      candidatesSettledAt: closing?.candidatesSettledAt ?? null,
      identitiesSettledAt: closing?.identitiesSettledAt ?? null,
      minutesSavedAt: closing?.minutesSavedAt ?? null,
      officialAt: round.officialAt,
      correctedAt: round.correctedAt,
      complaintsUntil: round.complaintsUntil,
      finalizedAt: round.finalizedAt,
    },
    now,
  )
}

/**
 * The round, locked, if this step can be done now: two organizers at once do it one after the other.
 * @throws DomainError round_not_found | closing_step_not_open
 */
export async function lockForStep(
  tx: Tx,
  roundSlug: string,
  step: ClosingStep,
  now: Date,
): Promise<Round & { phase: Phase }> {
  const round = await lockRound(tx, roundSlug)
  const closing = await tx.roundClosing.findUnique({ where: { roundId: round.id } })
  const phase = phaseOf(round, now)
  if (round.kind === 'practice' || !isStepOpen(step, phase, stepStatesOf(round, closing, now)))
    throw new DomainError('closing_step_not_open', { step })

  return { ...round, phase }
}

/** Marks a step as done or, with null, as to be done; the steps that rest on it must be done anew. */
export async function markStep(
  tx: Tx,
  roundId: string,
  step: keyof typeof DONE_COLUMNS,
  doneAt: Date | null,
): Promise<void> {
  const reopened = stepsAfter(step).flatMap((each) =>
    each in DONE_COLUMNS ? [DONE_COLUMNS[each as typeof step]] : [],
  )
  const data = {
    ...Object.fromEntries(reopened.map((column) => [column, null])),
    [DONE_COLUMNS[step]]: doneAt,
  }
  await tx.roundClosing.upsert({ where: { roundId }, create: { roundId, ...data }, update: data })
}
