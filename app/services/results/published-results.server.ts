import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { declaredAtOf } from '../../core/closing/closing.ts'
import { DomainError } from '../../core/domain-error.ts'
import { isOfficialPhase, phaseOf } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import { Prisma } from '../../db/generated/client.ts'
import { takeSnapshot } from './results-snapshot.server.ts'
import { requireRound } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'
import { hasManyAttempts, inSlowThread } from '../slow-work.server.ts'
import { storeResult } from './store-result.server.ts'

const decompress = promisify(gunzip)

/** What the public reads of a stored result. */
export type PublishedResults = { sha256: string; takenAt: Date }

/**
 * Stores the files of every official result that has none yet: of a new one, and of one that was declared anew after a correction. Background work;
 * of two processes at it at once one finds that the other was first.
 * @returns slugs of the rounds whose results were stored by this call
 */
export async function storeOfficialResults(now: Date): Promise<string[]> {
  const official = await db.round.findMany({
    where: {
      kind: 'ranked',
      settledAt: { not: null },
      officialAt: { not: null },
      // Settled by an earlier version: completed first (services/rounds/settle-rounds.server.ts).
      predictionFacts: { not: Prisma.DbNull },
      // A regrade that is under way moves the board: its result is declared anew afterwards.
      regrades: { none: { state: { in: ['applying', 'applied'] }, rebuiltAt: null } },
    },
    select: {
      id: true,
      slug: true,
      officialAt: true,
      correctedAt: true,
      resultSnapshots: { select: { resultAt: true } },
    },
  })
  const stored: string[] = []
  for (const { resultSnapshots, ...round } of official) {
    const resultAt = declaredAtOf(round)
    if (!resultAt || resultSnapshots.some((each) => each.resultAt.getTime() === resultAt.getTime())) continue
    const order = { roundId: round.id, roundSlug: round.slug, now }
    const isLarge = await hasManyAttempts(round.id)
    if (await (isLarge ? inSlowThread('store_result', order) : storeResult(order))) stored.push(round.slug)
  }

  return stored
}

/** The stored result of the state a round is in; null as long as it is not official, and for a moment after. */
export async function getPublishedResults(round: Round, now: Date): Promise<PublishedResults | null> {
  const key = storedKeyOf(round, now)
  const snapshot =
    key &&
    (await db.resultSnapshot.findUnique({
      where: { roundId_resultAt: key },
      select: { resultsSha256: true, takenAt: true },
    }))

  return snapshot && { sha256: snapshot.resultsSha256, takenAt: snapshot.takenAt }
}

/** The file for everybody, as it was stored: JSON compressed by gzip. @throws DomainError round_not_settled */
export async function readBoardFile(round: Round, now: Date): Promise<Uint8Array> {
  const key = storedKeyOf(round, now)
  const snapshot =
    key &&
    (await db.resultSnapshot.findUnique({ where: { roundId_resultAt: key }, select: { boardFile: true } }))
  if (!snapshot) throw new DomainError('round_not_settled')

  return snapshot.boardFile
}

/** The file for those who may read results, papers and keys. @throws DomainError round_not_found | round_not_settled */
export async function readFullFile(
  roundSlug: string,
  now: Date,
): Promise<{ snapshotId: string; fullFile: Uint8Array }> {
  const key = storedKeyOf(await requireRound(roundSlug), now)
  const snapshot =
    key &&
    (await db.resultSnapshot.findUnique({
      where: { roundId_resultAt: key },
      select: { id: true, fullFile: true },
    }))
  if (!snapshot) throw new DomainError('round_not_settled')

  return { snapshotId: snapshot.id, fullFile: snapshot.fullFile }
}

/**
 * The full and the public file as text for the operator: as stored, or of a result that is not official yet as it is now.
 * @throws DomainError round_not_found | round_not_settled
 */
export async function exportResults(
  roundSlug: string,
  detail: 'full' | 'board',
  now: Date,
): Promise<{ text: Buffer; isStored: boolean }> {
  const key = storedKeyOf(await requireRound(roundSlug), now)
  const stored = key && (await db.resultSnapshot.findUnique({ where: { roundId_resultAt: key } }))
  const files = stored ?? (await takeSnapshot(roundSlug, now))

  return {
    text: await decompress(detail === 'full' ? files.fullFile : files.boardFile),
    isStored: stored !== null,
  }
}

/** Where an attempt stands in the stored list of a round: `other_attempt` when another one of the person counts. */
export type PublishedPlace =
  { state: 'listed'; rank: number; pseudonym: string } | { state: 'other_attempt' | 'not_listed' }

/** Null without a stored result. */
export async function findPublishedPlace(
  round: Round,
  attempt: { id: string; participantId: string },
  now: Date,
): Promise<PublishedPlace | null> {
  const key = storedKeyOf(round, now)
  const snapshot =
    key &&
    (await db.resultSnapshot.findUnique({
      where: { roundId_resultAt: key },
      select: { rows: { where: { participantId: attempt.participantId } } },
    }))
  if (!snapshot) return null
  const [row] = snapshot.rows
  if (!row) return { state: 'not_listed' }

  return row.attemptId === attempt.id
    ? { state: 'listed', rank: row.rank, pseudonym: row.pseudonym }
    : { state: 'other_attempt' }
}

function storedKeyOf(round: Round, now: Date): { roundId: string; resultAt: Date } | null {
  const resultAt = declaredAtOf(round)

  return resultAt && isOfficialPhase(phaseOf(round, now)) ? { roundId: round.id, resultAt } : null
}
