import { formatPrediction, predictionTruthOf } from '../../core/ranking/prediction.ts'
import { CORRECTION_KINDS } from '../../core/regrades/regrade.ts'
import type { KeyCorrection } from '../../core/regrades/regrade.ts'
import { RegradePreviewSchema } from '../../core/regrades/regrade-preview.ts'
import { isOfficialPhase, phaseOf } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import type { Regrade } from '../../db/generated/client.ts'
import { recordAudit } from '../audit.server.ts'
import { markStep } from '../closing/closing-progress.server.ts'
import { lockRound } from '../rounds/decisions.server.ts'
import { requestItemAnalysis } from '../analysis/item-analysis-run.server.ts'
import { parseRound } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'
import { factsOf, storedFacts } from '../rounds/settle-rounds.server.ts'
import { rebuildBoard } from '../boards/standings.server.ts'

const HOUR_MS = 60 * 60_000

/** Writing a hundred thousand scores takes seconds; this is for machines that are busy with something else. */
const TIMEOUT_MS = 5 * 60_000

/**
 * Applies the sets that were confirmed. Every process may run it at any time: scores, truth, decision and state change in
 * one transaction or not at all, and a board whose rebuilding was cut short is rebuilt by the next call.
 * @returns ids of the sets that were finished by this call
 */
export async function applyRegrades(now: Date): Promise<string[]> {
  const waiting = await db.regrade.findMany({
    where: { OR: [{ state: 'applying' }, { state: 'applied', rebuiltAt: null }] },
    orderBy: { confirmedAt: 'asc' },
    select: { id: true, round: { select: { id: true, slug: true } } },
  })
  const done: string[] = []
  for (const { id, round } of waiting) {
    await db.$transaction((tx) => apply(tx, id, round.slug, now), { timeout: TIMEOUT_MS })
    await rebuildBoard(parseRound(await db.round.findUniqueOrThrow({ where: { id: round.id } })))
    await db.regrade.updateMany({
      where: { id, rebuiltAt: null },
      data: { rebuiltAt: now, openKey: null },
    })
    done.push(id)
  }

  return done
}

async function apply(tx: Tx, id: string, roundSlug: string, now: Date): Promise<void> {
  const round = await lockRound(tx, roundSlug)
  const regrade = await tx.regrade.findUniqueOrThrow({ where: { id }, include: { corrections: true } })
  if (regrade.state !== 'applying') return

  const facts = { ...(await factsOf(round.id, id)), computedAt: now }
  const truth = round.predictionKind && predictionTruthOf(round.predictionKind, facts)
  await tx.$executeRaw`
    UPDATE attempt SET score = s.score_after, correct_count = s.correct_after, question_count = s.counted_after
    FROM regrade_score s WHERE s.regrade_id = ${id} AND attempt.id = s.attempt_id AND attempt.status <> 'running'`
  await tx.regrade.update({ where: { id }, data: { state: 'applied', appliedAt: now } })
  await tx.round.update({
    where: { id: round.id },
    data: {
      predictionTruth: truth,
      predictionFacts: storedFacts(facts),
      ...(isOfficialPhase(phaseOf(round, now)) ? await correctionOf(tx, round, now) : {}),
    },
  })
  await markStep(tx, round.id, 'candidates', null)
  await recordDecision(tx, round, regrade, truth, now)
  await requestItemAnalysis(tx, round.id, now)
}

/** An official result is corrected from now on, and people can complain about it as about a new one. */
async function correctionOf(tx: Tx, round: Round, now: Date) {
  const { complaintWindowHours } = await tx.contest.findUniqueOrThrow({ where: { id: round.contestId } })

  return { correctedAt: now, complaintsUntil: new Date(now.getTime() + complaintWindowHours * HOUR_MS) }
}

/** What the public reads, and for the log also the prizes that had been given. */
async function recordDecision(
  tx: Tx,
  round: Round,
  regrade: Regrade & { corrections: Pick<KeyCorrection, 'kind'>[] },
  truth: bigint | null,
  now: Date,
): Promise<void> {
  const { publicNote, confirmedById } = regrade
  if (publicNote === null || confirmedById === null)
    throw new Error('a confirmed regrade has a note and a name')
  const preview = RegradePreviewSchema.parse(regrade.preview)
  const kind = round.predictionKind
  const textOf = (value: bigint | null): string | null =>
    kind && value !== null ? formatPrediction(kind, value, 'vi') : null
  const regraded = {
    corrections: CORRECTION_KINDS.flatMap((each) => {
      const count = regrade.corrections.filter((correction) => correction.kind === each).length

      return count > 0 ? [{ kind: each, count }] : []
    }),
    gaining: preview.gaining,
    losing: preview.losing,
    moved: preview.movedCount,
    truthBefore: textOf(round.predictionTruth),
    truthAfter: textOf(truth),
  }
  await tx.decision.create({
    data: {
      roundId: round.id,
      kind: 'correction',
      reason: publicNote,
      details: { regraded },
      decidedById: confirmedById,
      decidedAt: now,
    },
  })
  const awards = await tx.award.findMany({
    where: { roundId: round.id },
    orderBy: { rank: 'asc' },
    select: { participantId: true, rank: true, prizeTitle: true },
  })
  await recordAudit(tx, {
    actorId: confirmedById,
    action: 'round.regrade',
    subject: `round:${round.slug}`,
    details: {
      regradeId: regrade.id,
      note: publicNote,
      ...regraded,
      awardsBefore: awards,
    },
    now,
  })
}
