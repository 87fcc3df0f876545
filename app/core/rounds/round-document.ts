import { canonicalJson } from '#app/core/results/canonical-json.ts'
import type { RoundSettings } from './round-form.ts'

/** The set of questions a round was scheduled with, as far as it may be told. */
export type PublishedSet = { count: number; sha256: string }

/** Changes when the document's own form changes, so that an old fingerprint is never compared with a new form. */
const FORMAT = 'hoi-thi/round/1'

/** What of a round draws, scores, ranks and releases. Its bank is told by the set of questions. */
export type FixedSettings = Omit<RoundSettings, 'title' | 'bankId'>

/**
 * Everything that draws and ranks, as one canonical text: JSON without spaces, keys in alphabetical order, instants in
 * UTC. Its SHA-256 is the fingerprint of the round's rules. The order of the blueprint is part of it: it is the order of
 * the questions when they are not shuffled.
 */
export function roundDocumentOf(round: FixedSettings, questionSet: PublishedSet): string {
  return canonicalJson({
    format: FORMAT,
    round: round.slug,
    kind: round.kind,
    opensAt: round.opensAt.toISOString(),
    closesAt: round.closesAt.toISOString(),
    durationMs: round.durationMs,
    attemptsAllowed: round.attemptsAllowed,
    endRule: round.endRule,
    shuffleQuestions: round.shuffleQuestions,
    shuffleOptions: round.shuffleOptions,
    pointsPerQuestion: round.pointsPerQuestion,
    blueprint: round.blueprint,
    acceptsFlaggedQuestions: round.acceptsFlaggedQuestions,
    prediction: round.predictionKind && { kind: round.predictionKind, prompt: round.predictionPrompt },
    releaseAfterSubmission: round.releaseAfterSubmission,
    releaseAfterClose: round.releaseAfterClose,
    rankingPolicy: round.rankingPolicy,
    board: {
      countersDelayMs: round.countersDelayMs,
      freezeBeforeMs: round.freezeBeforeMs,
      freezeUntil: round.freezeUntil,
    },
    questionSet,
  })
}
