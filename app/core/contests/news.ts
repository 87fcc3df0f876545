import type { DecisionFacts } from '#app/core/rounds/decision-facts.ts'
import type { ShownAnnouncement } from './announcement.ts'
import { isSettledPhase } from '#app/core/rounds/round-phase.ts'
import type { Phase } from '#app/core/rounds/round-phase.ts'

export type NewsRound = {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  phase: Phase
  opensAt: Date
  settledAt: Date | null
}

/** A recorded change of a round, as the public reads it. */
export type NewsDecision = DecisionFacts & {
  id: string
  roundSlug: string
  roundTitle: string
  /** Empty where the kind says everything. */
  reason: string
  decidedAt: Date
}

export type News =
  | { kind: 'opened' | 'settled'; at: Date; roundSlug: string; roundTitle: string }
  | { kind: 'decision'; at: Date; decision: NewsDecision }
  | { kind: 'announcement'; at: Date; announcement: ShownAnnouncement }

/** What has happened in a contest, newest first: rounds that opened, results that were computed, decisions. */
export function newsOf(
  rounds: readonly NewsRound[],
  decisions: readonly NewsDecision[],
  announcements: readonly ShownAnnouncement[],
): News[] {
  const ofRounds = rounds.flatMap(({ slug, title, kind, phase, opensAt, settledAt }): News[] => {
    const round = { roundSlug: slug, roundTitle: title }
    const hasOpened = phase !== 'draft' && phase !== 'scheduled'

    return [
      ...(hasOpened ? [{ kind: 'opened' as const, at: opensAt, ...round }] : []),
      ...(kind === 'ranked' && isSettledPhase(phase) && settledAt
        ? [{ kind: 'settled' as const, at: settledAt, ...round }]
        : []),
    ]
  })
  const ofDecisions = decisions.map((decision) => ({
    kind: 'decision' as const,
    at: decision.decidedAt,
    decision,
  }))

  const ofAnnouncements = announcements.map((announcement) => ({
    kind: 'announcement' as const,
    at: announcement.visibleFrom,
    announcement,
  }))

  return [...ofRounds, ...ofDecisions, ...ofAnnouncements].toSorted((a, b) => b.at.getTime() - a.at.getTime())
}
