import { setTimeout as wait } from 'node:timers/promises'
import { DomainError } from '../core/domain-error.ts'
import { db } from '../db/client.server.ts'
import type { Tx } from '../db/client.server.ts'
import { Prisma } from '../db/generated/client.ts'
import { listWaitingDrafts, requireDraft } from './import-drafts.server.ts'

/** Lists of units and of people; questions have ways of their own (apply-question-import). */
export type ListKind = 'units' | 'people'

const BEAT_EVERY_MS = 5_000
/** After so long without a sign of life the process is gone, or so stuck that another may go on. */
const SILENT_AFTER_S = 30

/** What an import is told to do its work with. */
export type Claim = { id: string; appliedAt: Date }

/**
 * Runs an import as the only one that applies this draft, with a sign of life every few seconds; a draft whose process
 * died can be confirmed again half a minute later. The work must be safe to be done twice, and end with `finishClaim`.
 * @throws DomainError import_gone: applied, being applied or thrown away; and whatever the work throws
 */
export async function applyClaimed(
  id: string,
  now: Date,
  work: (claim: Claim) => Promise<void>,
): Promise<void> {
  await releaseSilent()
  const claim = { id, appliedAt: now }
  if (!(await take(claim))) throw new DomainError('import_gone')
  const stop = new AbortController()
  const beating = beatUntil(claim, stop.signal)
  try {
    await work(claim)
  } catch (error) {
    await release(claim)
    throw error
  } finally {
    stop.abort()
    await beating
  }
}

/** Of several confirmations at once one gets the draft; it is alive from then on, by the database's clock. */
async function take({ id, appliedAt }: Claim): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE import_draft SET applied_at = ${appliedAt}, heartbeat_at = clock_timestamp()
    WHERE id = ${id} AND applied_at IS NULL`

  return count === 1
}

/** After a failure; a claim that another process has taken over is not ours to give back. */
async function release({ id, appliedAt }: Claim): Promise<void> {
  await db.importDraft.updateMany({
    where: { id, appliedAt, outcome: { equals: Prisma.DbNull } },
    data: { appliedAt: null },
  })
}

async function beatUntil(claim: Claim, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(BEAT_EVERY_MS, undefined, { signal }).catch(() => undefined)
    // A beat that does not come through is missed, no more: the next one counts.
    if (!signal.aborted) await beat(claim).catch(() => undefined)
  }
}

/** By the database's clock, which all processes share. */
async function beat({ id, appliedAt }: Claim): Promise<void> {
  await db.$executeRaw`
    UPDATE import_draft SET heartbeat_at = clock_timestamp() WHERE id = ${id} AND applied_at = ${appliedAt}`
}

/**
 * Stores what came of an import, in its transaction; the uploaded rows go.
 * @throws DomainError import_gone when the claim was lost meanwhile: another process has taken over
 */
export async function finishClaim(
  tx: Tx,
  { id, appliedAt }: Claim,
  { outcome, doneCount }: { outcome: Prisma.InputJsonObject; doneCount: number },
): Promise<void> {
  const { count } = await tx.importDraft.updateMany({
    where: { id, appliedAt, outcome: { equals: Prisma.DbNull } },
    data: { rows: {}, outcome, doneCount },
  })
  if (count === 0) throw new DomainError('import_gone')
}

/** Gives back the drafts of processes that have died. */
async function releaseSilent(): Promise<void> {
  await db.$executeRaw`
    UPDATE import_draft SET applied_at = NULL, heartbeat_at = coalesce(heartbeat_at, applied_at)
    WHERE kind IN ('units', 'people') AND applied_at IS NOT NULL AND outcome IS NULL
      AND coalesce(heartbeat_at, applied_at) < clock_timestamp() - ${SILENT_AFTER_S} * interval '1 second'`
}

/** An uploaded list; one whose process died waits again, and says when that was. @throws DomainError import_gone */
export async function requireList(id: string, kind: ListKind) {
  await releaseSilent()
  const { appliedAt, heartbeatAt, ...draft } = await requireDraft(id, kind)

  return {
    ...draft,
    isRunning: appliedAt !== null && draft.outcome === null,
    interruptedAt: appliedAt === null ? heartbeatAt : null,
  }
}

/** Uploaded lists that wait for their confirmation, newest first. */
export async function listWaitingLists(kind: ListKind) {
  await releaseSilent()

  return listWaitingDrafts(kind)
}
