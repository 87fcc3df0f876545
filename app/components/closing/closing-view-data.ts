import type { Candidate, Prize } from '../../core/ranking/awards.ts'
import type { StepState } from '../../core/closing/closing.ts'
import type { Minutes } from '../../core/closing/closing-forms.ts'
import type { ExclusionKind } from '../../core/rounds/decision-facts.ts'
import type { PredictionFacts, RoundFacts } from '../../core/ranking/prediction-facts.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import type { PublishedResults } from '../result/proof-card.tsx'

export type ClosingPerson = { fullName: string; loginName: string; unitName: string | null }

export type ClosingCandidate = Candidate &
  ClosingPerson & {
    prizeTitle: string | null
    figures: { score: number; durationMs: number; predictionDistance: bigint | null } | null
    /** Of a rejection; empty otherwise. */
    reason: string
  }

export type ClosingRound = {
  slug: string
  title: string
  phase: Phase
  closesAt: Date
  settledAt: Date | null
  officialAt: Date | null
  complaintsUntil: Date | null
  finalizedAt: Date | null
  prizes: Prize[]
  reserveCount: number
}

export type ClosingTruth = {
  kind: PredictionKind | null
  value: bigint | null
  facts: PredictionFacts | null
  /** What it becomes when the list of exclusions is settled. */
  pending: { value: bigint; facts: RoundFacts } | null
}

export type ClosingAnomalies = {
  computedAt: Date
  attempts: number
  fastCount: number
  fast: (ClosingPerson & {
    attemptId: string
    wordCount: number
    durationMs: number
    correctCount: number
    questionCount: number
  })[]
  equalCount: number
  equal: { mistakes: number; people: ClosingPerson[] }[]
}

export type ClosingExclusion = ClosingPerson & { id: string; kind: ExclusionKind; reason: string }

export type ClosingView = {
  round: ClosingRound
  steps: StepState[]
  truth: ClosingTruth
  anomalies: ClosingAnomalies | null
  isMakingAnomalies: boolean
  exclusions: ClosingExclusion[]
  candidates: ClosingCandidate[]
  /** People among whom lots must be drawn, by rank. */
  ties: ClosingCandidate[][]
  minutes: Minutes | null
  /** Null as long as the official result is not stored. */
  published: PublishedResults | null
  /** When the page was made: countdowns are counted from it. */
  now: Date
  /** Somebody whom the page before has named for exclusion; empty otherwise. */
  named: string
}
