import type { Blueprint } from '../core/blueprint.ts'
import { BlueprintSchema } from '../core/blueprint.ts'
import { DomainError } from '../core/domain-error.ts'
import { RankingPolicySchema } from '../core/ranking.ts'
import type { RankingPolicy } from '../core/ranking.ts'
import { isSecretPhase, releaseAt } from '../core/release.ts'
import type { Release, SecretRound } from '../core/release.ts'
import { phaseOf } from '../core/round-phase.ts'
import type { Phase } from '../core/round-phase.ts'
import { db } from '../db/client.server.ts'
import type { Round as RoundRow } from '../db/generated/client.ts'

/** A round with its settings parsed. */
export type Round = Omit<RoundRow, 'blueprint' | 'rankingPolicy'> & {
  blueprint: Blueprint
  rankingPolicy: RankingPolicy
}

/** A round by its slug, or null. Drafts are returned too: callers for the public check the phase. */
export async function getRound(slug: string): Promise<Round | null> {
  const row = await db.round.findUnique({ where: { slug } })

  return row && parseRound(row)
}

/** @throws DomainError round_not_found also for a draft: the public must not learn that it exists. */
export async function requirePublicRound(slug: string, now: Date): Promise<Round & { phase: Phase }> {
  const round = await getRound(slug)
  const phase = round && phaseOf(round, now)
  if (!round || !phase || phase === 'draft') throw new DomainError('round_not_found', { slug })

  return { ...round, phase }
}

/** Rounds of a contest in the order of their opening. */
export async function listRounds(contestId: string): Promise<Round[]> {
  const rows = await db.round.findMany({ where: { contestId }, orderBy: [{ opensAt: 'asc' }, { id: 'asc' }] })

  return rows.map(parseRound)
}

/** Every ranked round whose answers are secret now, in any contest: they decide which keys are held back. */
export async function listSecretRounds(now: Date): Promise<SecretRound[]> {
  const rows = await db.round.findMany({
    where: { kind: 'ranked', scheduledAt: { not: null }, settledAt: null },
    select: {
      id: true,
      bankId: true,
      blueprint: true,
      scheduledAt: true,
      opensAt: true,
      closesAt: true,
      settledAt: true,
    },
  })

  return rows
    .filter((row) => isSecretPhase(phaseOf(row, now)))
    .map((row) => ({ roundId: row.id, bankId: row.bankId, blueprint: BlueprintSchema.parse(row.blueprint) }))
}

/** What the owner of an ended attempt of this round may see now. */
export function releaseOf(round: Round, now: Date): Release {
  return releaseAt(round, phaseOf(round, now))
}

export function parseRound(row: RoundRow): Round {
  return {
    ...row,
    blueprint: BlueprintSchema.parse(row.blueprint),
    rankingPolicy: RankingPolicySchema.parse(row.rankingPolicy),
  }
}
