import type { Phase } from '../../core/round-phase.ts'
import type { OwnAttempt } from '../account/own-attempts.tsx'
import type { PublicDecision } from './decision-list.tsx'
import type { RoundSettings } from './round-facts.tsx'

/** What the page of a round shows. */
export type RoundDetails = RoundSettings & {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  phase: Phase
  endRule: 'must_start_before' | 'must_finish_before'
  predictionPrompt: string | null
}

export type RoundViewData = {
  round: RoundDetails
  attemptMs: number
  opensInMs: number
  closesInMs: number
  role: 'participant' | 'organizer' | null
  attempts: OwnAttempt[]
  decisions: PublicDecision[]
}

export type Refusal = { code: string; runningAttemptId: string | null }
