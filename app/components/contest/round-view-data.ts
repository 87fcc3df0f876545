import type { Phase } from '../../core/rounds/round-phase.ts'
import type { StartOffer } from '../../core/rounds/start-offer.ts'
import type { OwnAttempt } from '../account/own-attempts.tsx'
import type { FingerprintValue } from './fingerprint-card.tsx'
import type { PublicDecision } from './decision-list.tsx'
import type { PublishedResults } from '../result/proof-card.tsx'
import type { RoundSettings } from './round-facts.tsx'

/** What the page of a round shows. */
export type RoundDetails = RoundSettings & {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  phase: Phase
  endRule: 'must_start_before' | 'must_finish_before'
  predictionPrompt: string | null
  /** Practice that shows the key right after the submission. */
  showsKeyAtOnce: boolean
}

export type RoundViewData = {
  round: RoundDetails
  offer: StartOffer
  isSignedIn: boolean
  opensInMs: number
  closesInMs: number
  attempts: OwnAttempt[]
  decisions: PublicDecision[]
  /** Null for rounds scheduled before settings had one. */
  fingerprint: FingerprintValue | null
  /** Null as long as no official result is stored. */
  published: PublishedResults | null
}
