import { cellKey } from './blueprint-cell.ts'
import type { Offer } from './blueprint-cell.ts'
import type { Blueprint } from './blueprint.ts'
import { isSettledPhase } from './round-phase.ts'
import type { Phase } from './round-phase.ts'

/** How much of a result its owner sees; each level includes the one before it. */
export type Release = 'nothing' | 'score' | 'marks' | 'key'

const RELEASE_ORDER: readonly Release[] = ['nothing', 'score', 'marks', 'key']

export type ReleaseRules = {
  kind: 'ranked' | 'practice'
  releaseAfterSubmission: Release
  releaseAfterClose: Release
}

/**
 * What the owner of an ended attempt may see of it. While a ranked round is not settled nothing beyond the score is
 * released, whatever the settings say (invariant 2): with several attempts marks would tell the key. Keys and marks of
 * questions that another round may still draw are held back one by one: `isHeldBack`.
 */
export function releaseAt(rules: ReleaseRules, phase: Phase): Release {
  if (isSettledPhase(phase)) return furtherOf(rules.releaseAfterSubmission, rules.releaseAfterClose)
  if (rules.kind === 'practice') return rules.releaseAfterSubmission

  return isReleased(rules.releaseAfterSubmission, 'score') ? 'score' : 'nothing'
}

/** Whether `release` includes everything that `needed` shows. */
export function isReleased(release: Release, needed: Release): boolean {
  return RELEASE_ORDER.indexOf(release) >= RELEASE_ORDER.indexOf(needed)
}

/** A ranked round whose answers are still secret, as far as drawing is concerned. */
export type SecretRound = {
  roundId: string
  bankId: string
  blueprint: Blueprint
  /** The questions it was scheduled with; null when it draws from the bank as it is. */
  questionIds: ReadonlySet<string> | null
}

/**
 * Whether a secret round may draw this question, so that nothing may tell its key yet: it is of the set the round was
 * scheduled with (wherever the bank keeps it now), or stands where the round draws and may join a newer set.
 */
export function isHeldBack(
  question: Offer & { bankId: string; questionId: string },
  secretRounds: readonly SecretRound[],
): boolean {
  return secretRounds.some(
    (round) =>
      round.questionIds?.has(question.questionId) ||
      (round.bankId === question.bankId &&
        round.blueprint.some((cell) => cellKey(cell) === cellKey(question))),
  )
}

/** Whether the answers of a ranked round are secret in this phase: from scheduling until it is settled. */
export function isSecretPhase(phase: Phase): boolean {
  return phase === 'scheduled' || phase === 'open' || phase === 'closed'
}

function furtherOf(a: Release, b: Release): Release {
  return isReleased(a, b) ? a : b
}
