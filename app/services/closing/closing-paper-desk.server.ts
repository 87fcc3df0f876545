import type { Winner } from '../../core/closing/papers/snapshot.ts'
import { DomainError } from '../../core/domain-error.ts'
import { isOfficialPhase, phaseOf } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import { loadPaperWinners } from './closing-paper-winners.server.ts'
import { requireRound } from '../rounds/rounds.server.ts'

export type PaperDesk = {
  slug: string
  title: string
  phase: Phase
  closesAt: Date
  isSettled: boolean
  contestSlug: string
  /** What the head of every paper needs and the contest's settings don't say. */
  missing: ('issuingBody' | 'place')[]
  winners: Pick<Winner, 'participantId' | 'fullName' | 'unitName' | 'prizeTitle'>[]
  tiedCount: number
  uncheckedCount: number
}

/**
 * What the page with a round's papers shows: what stands in their way, and whose certificates there are. Counts nothing,
 * so that it is quick however large the round is.
 * @throws DomainError round_not_found also for practice, which has no result
 */
export async function loadPaperDesk(slug: string, now: Date): Promise<PaperDesk> {
  const round = await requireRound(slug)
  if (round.kind === 'practice') throw new DomainError('round_not_found', { slug })
  const phase = phaseOf(round, now)
  const contest = await db.contest.findUniqueOrThrow({
    where: { id: round.contestId },
    select: { slug: true, issuingBody: true, place: true },
  })
  const { winners, tiedCount, uncheckedCount } = round.settledAt
    ? await loadPaperWinners(db, round, isOfficialPhase(phase))
    : { winners: [], tiedCount: 0, uncheckedCount: 0 }

  return {
    slug,
    title: round.title,
    phase,
    closesAt: round.closesAt,
    isSettled: round.settledAt !== null,
    contestSlug: contest.slug,
    missing: (['issuingBody', 'place'] as const).filter((field) => contest[field] === ''),
    winners: winners.map(({ participantId, fullName, unitName, prizeTitle }) => ({
      participantId,
      fullName,
      unitName,
      prizeTitle,
    })),
    tiedCount,
    uncheckedCount,
  }
}
