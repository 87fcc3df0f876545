import { isStepOpen } from '../../core/closing/closing.ts'
import type { ExclusionKind } from '../../core/rounds/decision-facts.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import { stepStatesOf } from '../closing/closing-progress.server.ts'
import { parseRound } from '../rounds/rounds.server.ts'

/** A ranked round somebody took part in, as far as leaving them out of its ranking goes. */
export type PersonRanking = {
  slug: string
  title: string
  /** Whether the list of those excluded can be changed now. */
  isOpen: boolean
  exclusion: {
    kind: ExclusionKind
    reason: string
    decidedAt: Date
    decidedByName: string
    liftedAt: Date | null
  } | null
}

/** The ranked rounds a person took part in, the newest first, with the exclusions from them and their reasons. */
export async function listPersonRankings(participantId: string, now: Date): Promise<PersonRanking[]> {
  const rows = await db.round.findMany({
    where: { kind: 'ranked', attempts: { some: { participantId } } },
    orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
    include: {
      closing: true,
      exclusions: { where: { participantId }, include: { decidedBy: { select: { fullName: true } } } },
    },
  })

  return rows.map(({ closing, exclusions, ...row }) => {
    const round = parseRound(row)
    const exclusion = exclusions[0]

    return {
      slug: round.slug,
      title: round.title,
      isOpen: isStepOpen('exclusions', phaseOf(round, now), stepStatesOf(round, closing, now)),
      exclusion: exclusion
        ? {
            kind: exclusion.kind,
            reason: exclusion.reason,
            decidedAt: exclusion.decidedAt,
            decidedByName: exclusion.decidedBy.fullName,
            liftedAt: exclusion.liftedAt,
          }
        : null,
    }
  })
}
