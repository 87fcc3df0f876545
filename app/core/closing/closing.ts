import { isSettledPhase } from '#app/core/rounds/round-phase.ts'
import type { Phase } from '#app/core/rounds/round-phase.ts'

/** The way from the end of a round to its final result, in this order. */
export const CLOSING_STEPS = [
  'close',
  'anomalies',
  'exclusions',
  'candidates',
  'identities',
  'minutes',
  'official',
  'final',
] as const
export type ClosingStep = (typeof CLOSING_STEPS)[number]

/** When each step was done; null while it is not. */
export type ClosingProgress = {
  settledAt: Date | null
  anomaliesReviewedAt: Date | null
  exclusionsSettledAt: Date | null
  candidatesSettledAt: Date | null
  identitiesSettledAt: Date | null
  minutesSavedAt: Date | null
  officialAt: Date | null
  /** The latest correction of an official result. */
  correctedAt: Date | null
  complaintsUntil: Date | null
  finalizedAt: Date | null
}

export type StepState = {
  step: ClosingStep
  /** `waiting`: a step before it is not done, or its time has not come. */
  state: 'done' | 'current' | 'waiting'
  doneAt: Date | null
}

/** Where the closing of a round stands: steps are done in order, one is current at most. */
export function closingStepsOf(phase: Phase, progress: ClosingProgress, now: Date): StepState[] {
  const doneAt: Record<ClosingStep, Date | null> = {
    close: isSettledPhase(phase) ? progress.settledAt : null,
    anomalies: progress.anomaliesReviewedAt,
    exclusions: progress.exclusionsSettledAt,
    candidates: progress.candidatesSettledAt,
    identities: progress.identitiesSettledAt,
    minutes: progress.minutesSavedAt,
    // After a correction the result has to be declared anew.
    official: phase === 'corrected' && declaredAtOf(progress) === null ? null : progress.officialAt,
    final: phase === 'final' ? progress.finalizedAt : null,
  }
  let areAllDone = true

  return CLOSING_STEPS.map((step) => {
    const at = areAllDone ? doneAt[step] : null
    if (at) return { step, state: 'done', doneAt: at }

    const isCurrent = areAllDone && (step !== 'final' || isComplaintTimeOver(progress, now))
    areAllDone = false

    return { step, state: isCurrent ? 'current' : 'waiting', doneAt: null }
  })
}

/** Whether the organizers may still do or redo this step: the result is not official and the steps before are done. */
export function isStepOpen(step: ClosingStep, phase: Phase, steps: readonly StepState[]): boolean {
  if ((phase === 'official' || phase === 'final') && step !== 'final') return false
  // A correction moves places and with them prizes; whom the organizers excluded before stays excluded.
  if (phase === 'corrected' && !REDONE_AFTER_CORRECTION.includes(step)) return false

  return steps.some(
    (each) => each.step === step && (each.state === 'current' || (each.state === 'done' && step !== 'final')),
  )
}

const REDONE_AFTER_CORRECTION: readonly ClosingStep[] = [
  'candidates',
  'identities',
  'minutes',
  'official',
  'final',
]

/** When the result was declared as it stands: null too after a correction, until it is declared anew. */
export function declaredAtOf({
  officialAt,
  correctedAt,
}: Pick<ClosingProgress, 'officialAt' | 'correctedAt'>): Date | null {
  return officialAt !== null && (correctedAt === null || officialAt > correctedAt) ? officialAt : null
}

export function isComplaintTimeOver(
  { complaintsUntil }: Pick<ClosingProgress, 'complaintsUntil'>,
  now: Date,
): boolean {
  return complaintsUntil !== null && now >= complaintsUntil
}

/** What must be done anew when a step is done again: everything that rests on it. */
export function stepsAfter(step: ClosingStep): readonly ClosingStep[] {
  return CLOSING_STEPS.slice(CLOSING_STEPS.indexOf(step) + 1)
}
