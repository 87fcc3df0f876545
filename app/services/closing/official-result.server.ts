import type { Minutes } from '../../core/closing/closing-forms.ts'
import { DomainError } from '../../core/domain-error.ts'
import { db, pool } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { loadAwardsElsewhere, loadCandidates, requireSettled } from './candidates.server.ts'
import { lockForStep, markStep } from './closing-progress.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

const HOUR_MS = 60 * 60_000

type Deciding = { roundSlug: string; decidedById: string; now: Date }

/** Saves the minutes of the board's meeting. @throws DomainError round_not_found | closing_step_not_open */
export async function saveMinutes({
  roundSlug,
  minutes,
  decidedById,
  now,
}: Deciding & { minutes: Minutes }): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'minutes', now)
    await markStep(tx, round.id, 'minutes', now)
    await tx.roundClosing.update({ where: { roundId: round.id }, data: { minutes } })
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.save_minutes',
      subject: `round:${round.slug}`,
      details: minutes,
      now,
    })
  })
}

/**
 * Declares the result: prizes are written down with the figures they were given for, and complaints are accepted for so
 * many hours. There is no way back but a correction.
 * @throws DomainError round_not_found | closing_step_not_open | ties_undecided | identities_unchecked
 */
export async function publishOfficial({
  roundSlug,
  complaintHours,
  decidedById,
  now,
}: Deciding & { complaintHours: number }): Promise<void> {
  const complaintsUntil = new Date(now.getTime() + complaintHours * HOUR_MS)
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'official', now)
    const winners = requireSettled(await loadCandidates(round))
    const figures = await loadFigures(
      round.id,
      round.predictionTruth,
      winners.map(({ participantId }) => participantId),
    )
    // After a correction the prizes are given anew; what they were stays with the regrade.
    await tx.award.deleteMany({ where: { roundId: round.id } })
    await tx.award.createMany({
      data: winners.map(({ participantId, rank, prizeIndex }) => ({
        roundId: round.id,
        participantId,
        rank,
        prizeIndex: prizeIndex ?? 0,
        prizeTitle: round.prizes[prizeIndex ?? 0]?.title ?? '',
        awardedAt: now,
        ...requireFigures(figures, participantId),
      })),
    })
    await keepPriorWins(tx, round)
    await tx.round.update({ where: { id: round.id }, data: { officialAt: now, complaintsUntil } })
    const details = { complaintsUntil: complaintsUntil.toISOString() }
    await tx.decision.create({
      data: { roundId: round.id, kind: 'official', reason: '', details, decidedById, decidedAt: now },
    })
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.publish_official',
      subject: `round:${round.slug}`,
      details: { ...details, winners: winners.length },
      now,
    })
  })
}

/**
 * Makes an official (or corrected) result final, after the time for complaints.
 * @throws DomainError round_not_found | closing_step_not_open
 */
export async function finalizeResult({ roundSlug, decidedById, now }: Deciding): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'final', now)
    await tx.round.update({ where: { id: round.id }, data: { finalizedAt: now } })
    await tx.decision.create({
      data: { roundId: round.id, kind: 'finalization', reason: '', decidedById, decidedAt: now },
    })
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.finalize',
      subject: `round:${round.slug}`,
      details: {},
      now,
    })
  })
}

/** What this result rests on of others, before they may be corrected (docs/results-format.md). */
async function keepPriorWins(tx: Tx, round: Round): Promise<void> {
  await tx.priorWin.deleteMany({ where: { roundId: round.id } })
  const awards = await loadAwardsElsewhere(tx, round)
  const onBoard = await tx.standing.findMany({
    where: { boardId: round.id, participantId: { in: awards.map(({ participantId }) => participantId) } },
    select: { participantId: true },
  })
  const here = new Set(onBoard.map(({ participantId }) => participantId))
  await tx.priorWin.createMany({
    data: awards
      .filter(({ participantId }) => here.has(participantId))
      .map(({ participantId, roundId: wonRoundId }) => ({ roundId: round.id, participantId, wonRoundId })),
  })
}

type Figures = { scoreHundredths: number; durationMs: bigint; predictionOffset: bigint | null }

async function loadFigures(
  roundId: string,
  truth: bigint | null,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, Figures>> {
  const { rows } = await pool.query<{
    participant_id: string
    score_hundredths: number
    duration_ms: string
    prediction: string | null
    distance: string | null
  }>(
    `SELECT s.participant_id, s.score * 100 + s.score_fraction AS score_hundredths, s.duration_ms,
            a.prediction, s.prediction_distance AS distance
     FROM standing s LEFT JOIN attempt a ON a.id = s.attempt_id
     WHERE s.board_id = $1 AND s.participant_id = ANY($2)`,
    [roundId, [...participantIds]],
  )

  return new Map(
    rows.map((row) => {
      const distance = row.distance === null ? null : BigInt(row.distance)
      const isUnder = truth !== null && row.prediction !== null && BigInt(row.prediction) < truth

      return [
        row.participant_id,
        {
          scoreHundredths: row.score_hundredths,
          durationMs: BigInt(row.duration_ms),
          predictionOffset: distance !== null && isUnder ? -distance : distance,
        },
      ]
    }),
  )
}

function requireFigures(figures: ReadonlyMap<string, Figures>, participantId: string): Figures {
  const found = figures.get(participantId)
  if (!found) throw new DomainError('participant_not_found')

  return found
}
