import { PrizesSchema } from '../../core/ranking/awards.ts'
import type { Prize } from '../../core/ranking/awards.ts'
import type { Blueprint } from '../../core/rounds/blueprint.ts'
import { StoredBlueprintSchema } from '../../core/rounds/blueprint.ts'
import { DomainError } from '../../core/domain-error.ts'
import { PredictionFactsSchema } from '../../core/ranking/prediction-facts.ts'
import type { PredictionFacts } from '../../core/ranking/prediction-facts.ts'
import { RankingPolicySchema } from '../../core/ranking/ranking.ts'
import type { RankingPolicy } from '../../core/ranking/ranking.ts'
import { isSecretPhase, releaseAt } from '../../core/rounds/release.ts'
import type { Release, SecretRound } from '../../core/rounds/release.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import type { Round as RoundRow } from '../../db/generated/client.ts'
import { getQuestionSet } from '../questions/question-sets.server.ts'
import { createShortCache } from '../short-cache.server.ts'

/** A round with its settings parsed; what is typed into a draft's form stays with the form (round-drafts.server.ts). */
export type Round = Omit<
  RoundRow,
  'blueprint' | 'rankingPolicy' | 'predictionFacts' | 'prizes' | 'draftForm'
> & {
  blueprint: Blueprint
  rankingPolicy: RankingPolicy
  predictionFacts: PredictionFacts | null
  prizes: Prize[]
}

/** A round by its slug, or null. Drafts are returned too: callers for the public check the phase. */
export async function getRound(slug: string): Promise<Round | null> {
  const row = await db.round.findUnique({ where: { slug } })

  return row && parseRound(row)
}

/** A round by its slug, drafts too. @throws DomainError round_not_found */
export async function requireRound(slug: string): Promise<Round> {
  const round = await getRound(slug)
  if (!round) throw new DomainError('round_not_found', { slug })

  return round
}

/**
 * Rounds are read with every start and every result, and change by a rare decision. A copy this old can show an end
 * that was moved in the same moment; what must not be wrong is checked again where it is written.
 */
const ROUND_TTL_MS = 500

const roundsBySlug = createShortCache<Round | null>({ ttlMs: ROUND_TTL_MS, maxEntries: 500 })
const roundsById = createShortCache<Round>({ ttlMs: ROUND_TTL_MS, maxEntries: 500 })

/** A round by its slug, at most half a second old. */
export function getRecentRound(slug: string): Promise<Round | null> {
  return roundsBySlug.get(slug, () => getRound(slug))
}

/** The round of a stored attempt, at most half a second old. */
export function getRecentRoundById(id: string): Promise<Round> {
  return roundsById.get(id, async () => parseRound(await db.round.findUniqueOrThrow({ where: { id } })))
}

/** @throws DomainError round_not_found also for a draft: the public must not learn that it exists. */
export async function requirePublicRound(slug: string, now: Date): Promise<Round & { phase: Phase }> {
  return requirePublic(await getRound(slug), slug, now)
}

/** The same of a round that was read already. */
export function requirePublic(round: Round | null, slug: string, now: Date): Round & { phase: Phase } {
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
      questionSetId: true,
      scheduledAt: true,
      opensAt: true,
      closesAt: true,
      settledAt: true,
      officialAt: true,
      correctedAt: true,
      finalizedAt: true,
    },
  })

  return Promise.all(
    rows
      .filter((row) => isSecretPhase(phaseOf(row, now)))
      .map(async (row) => ({
        roundId: row.id,
        bankId: row.bankId,
        blueprint: StoredBlueprintSchema.parse(row.blueprint),
        questionIds:
          row.questionSetId === null ? null : (await getQuestionSet(row.questionSetId)).questionIds,
      })),
  )
}

/** What the owner of an ended attempt of this round may see now. */
export function releaseOf(round: Round, now: Date): Release {
  return releaseAt(round, phaseOf(round, now))
}

export function parseRound({ draftForm: _typed, ...row }: RoundRow): Round {
  return {
    ...row,
    blueprint: StoredBlueprintSchema.parse(row.blueprint),
    rankingPolicy: RankingPolicySchema.parse(row.rankingPolicy),
    predictionFacts: row.predictionFacts === null ? null : PredictionFactsSchema.parse(row.predictionFacts),
    prizes: PrizesSchema.parse(row.prizes),
  }
}

/** @throws DomainError round_not_found also for practice, which has no board */
export async function requireRankedRound(slug: string, now: Date): Promise<Round & { phase: Phase }> {
  const round = await requirePublicRound(slug, now)
  if (round.kind === 'practice') throw new DomainError('round_not_found', { slug })

  return round
}
