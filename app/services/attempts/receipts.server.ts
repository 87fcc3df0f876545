import { PaperPositionsSchema } from '../../core/attempts/paper.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import { parseReceiptCode } from '../../core/attempts/receipt.ts'
import { isReleased } from '../../core/rounds/release.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { initialsOf } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import { getPublicRank } from '../boards/boards.server.ts'
import { findPublishedPlace } from '../results/published-results.server.ts'
import type { PublishedPlace } from '../results/published-results.server.ts'
import { parseRound, releaseOf } from '../rounds/rounds.server.ts'

/** What anybody with the code may check: nothing personal beyond what the board shows (invariant 11). */
export type CheckedReceipt = {
  receiptCode: string
  roundSlug: string
  roundTitle: string
  roundKind: 'ranked' | 'practice'
  phase: Phase
  displayName: string
  unitName: string | null
  number: number
  endedAt: Date
  durationMs: number
  questionCount: number
  answeredCount: number
  /** Whether the round asks for a prediction. */
  hasPrediction: boolean
  /** Sealed while others can still guess; null when the round asks for none or none was made. */
  prediction: { kind: PredictionKind; value: bigint } | 'sealed' | null
  score: { points: number; maxPoints: number } | null
  /** Rank of this very attempt on the round's board; null when another attempt of the person counts. */
  rank: number | null
  /** Where the attempt stands in the stored official list; null while there is none. */
  published: PublishedPlace | null
}

/** The receipt with this code, however it was typed; null when there is none. */
export async function checkReceipt(typedCode: string, now: Date): Promise<CheckedReceipt | null> {
  const receiptCode = parseReceiptCode(typedCode)
  if (!receiptCode) return null

  const attempt = await db.attempt.findUnique({
    where: { receiptCode },
    include: {
      round: true,
      paper: { select: { positions: true } },
      participant: { select: { fullName: true, publishesName: true, unit: { select: { name: true } } } },
    },
  })
  if (!attempt?.endedAt) return null

  const round = parseRound(attempt.round)
  const { participant } = attempt

  return {
    receiptCode,
    roundSlug: round.slug,
    roundTitle: round.title,
    roundKind: round.kind,
    phase: phaseOf(round, now),
    displayName: participant.publishesName ? participant.fullName : initialsOf(participant.fullName),
    unitName: participant.unit?.name ?? null,
    number: attempt.number,
    endedAt: attempt.endedAt,
    durationMs: attempt.durationMs ?? 0,
    questionCount: attempt.paper
      ? PaperPositionsSchema.parse(attempt.paper.positions).length
      : attempt.questionCount,
    answeredCount: attempt.answeredCount ?? 0,
    hasPrediction: round.predictionKind !== null,
    prediction: shownPrediction(round.predictionKind, attempt.prediction, phaseOf(round, now)),
    score: isReleased(releaseOf(round, now), 'score')
      ? { points: attempt.score ?? 0, maxPoints: attempt.questionCount * round.pointsPerQuestion }
      : null,
    rank: await rankOfAttempt(round.id, attempt.participantId, attempt.id, now),
    published: await findPublishedPlace(round, attempt, now),
  }
}

function shownPrediction(
  kind: PredictionKind | null,
  value: bigint | null,
  phase: Phase,
): CheckedReceipt['prediction'] {
  if (!kind) return null
  // Not even whether there is one: who checks many receipts would learn how many people guessed.
  if (phase === 'open') return 'sealed'

  return value === null ? null : { kind, value }
}

async function rankOfAttempt(
  roundId: string,
  participantId: string,
  attemptId: string,
  now: Date,
): Promise<number | null> {
  const standing = await db.standing.findUnique({
    where: { boardId_participantId: { boardId: roundId, participantId } },
    select: { attemptId: true, sortKey: true },
  })

  return standing?.attemptId === attemptId ? getPublicRank(roundId, standing.sortKey, now) : null
}
