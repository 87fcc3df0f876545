import { contestRankingValuesOf } from '../../core/contests/contest-ranking-form.ts'
import type { ContestRanking } from '../../core/contests/contest-ranking-form.ts'
import { DomainError } from '../../core/domain-error.ts'
import { DEFAULT_UNIT_RANKING, UnitRankingSchema } from '../../core/ranking/unit-ranking.ts'
import { db } from '../../db/client.server.ts'
import type { Contest } from '../../db/generated/client.ts'
import { recordAudit } from '../audit.server.ts'
import { parseContestPolicy } from './contest-policy.server.ts'
import { textChangesOf } from '../rounds/round-changes.ts'

/** How a contest ranks people and units, with the defaults where nothing was set. */
export function contestRankingOf(contest: Contest): ContestRanking {
  return {
    boardPolicy: parseContestPolicy(contest.boardPolicy),
    unitRanking: contest.unitRanking ? UnitRankingSchema.parse(contest.unitRanking) : DEFAULT_UNIT_RANKING,
    complaintWindowHours: contest.complaintWindowHours,
    complaintAnswerDays: contest.complaintAnswerDays,
  }
}

/** Whether a ranked round of the contest has opened: from then on the rules stand (invariant 8). */
export async function isContestRankingLocked(contestId: string, now: Date): Promise<boolean> {
  const opened = await db.round.count({ where: { contestId, ...openedBy(now) } })

  return opened > 0
}

type SaveContestRanking = {
  contest: Contest
  ranking: ContestRanking
  revision: number
  actorId: string
  now: Date
}

/**
 * Sets how the contest ranks. That no round has opened is a condition of the write.
 * @throws DomainError settings_locked | settings_changed when somebody else saved since the form was opened
 */
export async function saveContestRanking({
  contest,
  ranking,
  revision,
  actorId,
  now,
}: SaveContestRanking): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.contest.updateMany({
      where: { id: contest.id, revision, rounds: { none: openedBy(now) } },
      data: { ...ranking, revision: { increment: 1 } },
    })
    if (count !== 1)
      throw new DomainError(
        (await isContestRankingLocked(contest.id, now)) ? 'settings_locked' : 'settings_changed',
      )
    await recordAudit(tx, {
      actorId,
      action: 'contest.rank',
      subject: `contest:${contest.slug}`,
      details: {
        title: contest.title,
        changes: textChangesOf(
          contestRankingValuesOf(contestRankingOf(contest)),
          contestRankingValuesOf(ranking),
        ),
      },
      now,
    })
  })
}

function openedBy(now: Date) {
  return { kind: 'ranked' as const, scheduledAt: { not: null }, opensAt: { lte: now } }
}
