import type { PredictionKind } from '../../core/ranking/prediction.ts'
import type { CorrectionKind } from '../../core/regrades/regrade.ts'
import type { MovedPerson, RegradePreview } from '../../core/regrades/regrade-preview.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'

/** What the pages of a regrade are given: the shapes of services/regrades/regrade-desk.server.ts and its neighbours. */
export type ListedCorrection = {
  versionId: string
  code: string
  version: number
  stem: string
  kind: CorrectionKind
  options: { place: number; text: string }[]
  reason: string
  writtenBy: string
  writtenAt: Date
  effect: { gained: number; lost: number } | null
}

export type NamedMove = MovedPerson & { fullName: string; loginName: string; unitName: string | null }

export type NamedPreview = Omit<RegradePreview, 'entering' | 'leaving' | 'corrections'> & {
  entering: NamedMove[]
  leaving: NamedMove[]
}

export type OpenRegrade = {
  stage: 'waiting' | 'computing' | 'previewed' | 'outdated' | 'applying' | 'rebuilding'
  previewKey: string
  progress: { done: number; total: number }
  corrections: ListedCorrection[]
  preview: NamedPreview | null
}

export type PastRegrade = {
  id: string
  state: 'applied' | 'cancelled'
  at: Date
  by: string
  publicNote: string | null
  corrections: ListedCorrection[]
  preview: NamedPreview | null
}

export type RegradeRound = {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  phase: Phase
  closesAt: Date
  predictionKind: PredictionKind | null
  complaintHours: number
}

export type QuestionToCorrect = {
  versionId: string
  code: string
  version: number
  topic: string
  stem: string
  options: string[]
  key: number[]
  citations: string[]
  law: string
  counts: { shown: number; unanswered: number; chosen: number[] } | null
  inForce: { kind: CorrectionKind; options: readonly number[] } | null
  prepared: { kind: CorrectionKind; options: readonly number[]; reason: string } | null
  complaints: number[]
}

export type FoundQuestions = {
  rows: { versionId: string; code: string; version: number; topic: string; stem: string }[]
  page: number
  pageCount: number
  matchCount: number
}
