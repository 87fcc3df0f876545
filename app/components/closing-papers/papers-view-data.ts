import type { Phase } from '../../core/rounds/round-phase.ts'

/** What the page of a round's papers shows. */
export type PapersView = {
  slug: string
  title: string
  phase: Phase
  closesAt: Date
  isSettled: boolean
  contestSlug: string
  missing: readonly ('issuingBody' | 'place')[]
  winners: readonly { participantId: string; fullName: string; unitName: string; prizeTitle: string }[]
  tiedCount: number
  uncheckedCount: number
}
