import { DomainError } from '../../core/domain-error.ts'
import type { ExclusionKind } from '../../core/rounds/decision-facts.ts'
import { EXCLUSION_KINDS } from '../../core/rounds/decision-facts.ts'
import { parseLoginName } from '../../core/people/login-name.ts'
import { formatPrediction, predictionTruthOf } from '../../core/ranking/prediction.ts'
import { db } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { lockForStep, markStep } from './closing-progress.server.ts'
import { requestItemAnalysis } from '../analysis/item-analysis-run.server.ts'
import { requireRound } from '../rounds/rounds.server.ts'
import { factsOf, storedFacts } from '../rounds/settle-rounds.server.ts'
import { rebuildBoard } from '../boards/standings.server.ts'

type Deciding = { roundSlug: string; decidedById: string; now: Date }

export type Exclude = Deciding & {
  /** Account name or phone number, as typed. */
  loginName: string
  kind: ExclusionKind
  reason: string
}

/**
 * Puts a person on the list of those excluded from a round. The board and the prediction's truth follow when the list
 * is settled.
 * @throws DomainError round_not_found | closing_step_not_open | participant_not_found
 */
export async function exclude({
  roundSlug,
  loginName,
  kind,
  reason,
  decidedById,
  now,
}: Exclude): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'exclusions', now)
    const person = await tx.user.findUnique({
      where: { loginName: parseLoginName(loginName) ?? '', attempts: { some: { roundId: round.id } } },
      select: { id: true },
    })
    if (!person) throw new DomainError('participant_not_found')

    const facts = { kind, reason, decidedById, decidedAt: now, liftedAt: null }
    await tx.exclusion.upsert({
      where: { roundId_participantId: { roundId: round.id, participantId: person.id } },
      create: { roundId: round.id, participantId: person.id, ...facts },
      update: facts,
    })
    await markStep(tx, round.id, 'exclusions', null)
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.exclude',
      subject: `round:${round.slug}`,
      details: { participantId: person.id, kind, reason },
      now,
    })
  })
}

/** Takes an exclusion back. @throws DomainError round_not_found | closing_step_not_open | participant_not_found */
export async function liftExclusion({
  roundSlug,
  exclusionId,
  decidedById,
  now,
}: Deciding & { exclusionId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'exclusions', now)
    const { count } = await tx.exclusion.updateMany({
      where: { id: exclusionId, roundId: round.id, liftedAt: null },
      data: { liftedAt: now },
    })
    if (count === 0) throw new DomainError('participant_not_found')

    await markStep(tx, round.id, 'exclusions', null)
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.lift_exclusion',
      subject: `round:${round.slug}`,
      details: { exclusionId },
      now,
    })
  })
}

/**
 * Settles the list: computes the prediction's truth without the excluded people, rebuilds the board with it, and records
 * the decision. The public reads how many of which kind, and what happened to the truth.
 * @throws DomainError round_not_found | closing_step_not_open
 */
export async function settleExclusions({ roundSlug, decidedById, now }: Deciding): Promise<void> {
  await db.$transaction((tx) => lockForStep(tx, roundSlug, 'exclusions', now))
  const round = await requireRound(roundSlug)
  const facts = { ...(await factsOf(round.id)), computedAt: now }
  const truth = round.predictionKind && predictionTruthOf(round.predictionKind, facts)
  // Before the step is marked: when it fails on the way, the step is still to be done, and does the same again.
  await rebuildBoard({ ...round, predictionTruth: truth })
  const hasChanged =
    facts.excluded !== (round.predictionFacts?.excluded ?? 0) || truth !== round.predictionTruth

  await db.$transaction(async (tx) => {
    await lockForStep(tx, roundSlug, 'exclusions', now)
    const excluded = await countExclusions(round.id)
    await tx.round.update({
      where: { id: round.id },
      data: { predictionTruth: truth, predictionFacts: storedFacts(facts) },
    })
    await markStep(tx, round.id, 'exclusions', now)
    await requestItemAnalysis(tx, round.id, now)
    const kind = round.predictionKind
    const textOf = (value: bigint | null) =>
      kind && value !== null ? formatPrediction(kind, value, 'vi') : null
    const details = { excluded, truthBefore: textOf(round.predictionTruth), truthAfter: textOf(truth) }
    if (hasChanged)
      await tx.decision.create({
        data: { roundId: round.id, kind: 'exclusions', reason: '', details, decidedById, decidedAt: now },
      })
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.settle_exclusions',
      subject: `round:${round.slug}`,
      details,
      now,
    })
  })
}

/** How many people are excluded from a round, by kind: as much as the public may know. */
async function countExclusions(roundId: string): Promise<{ kind: ExclusionKind; count: number }[]> {
  const groups = await db.exclusion.groupBy({
    by: ['kind'],
    where: { roundId, liftedAt: null },
    _count: true,
  })
  const counts = new Map(groups.map(({ kind, _count }) => [kind, _count]))

  return EXCLUSION_KINDS.flatMap((kind) => {
    const count = counts.get(kind)

    return count ? [{ kind, count }] : []
  })
}
