import { createHash, randomUUID } from 'node:crypto'
import { DomainError } from '../../core/domain-error.ts'
import { needsOptions, problemOf } from '../../core/regrades/regrade.ts'
import type { CorrectionKind } from '../../core/regrades/regrade.ts'
import { isSettledPhase, phaseOf } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import type { Regrade } from '../../db/generated/client.ts'
import { recordAudit } from '../audit.server.ts'
import { lockRound, requireReason } from '../rounds/decisions.server.ts'
import { getServedVersions, getVersionKeys } from '../attempts/question-cache.server.ts'
import { isQuestionOfRound } from './regrade-questions.server.ts'
import { requireRound } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

type Doing = { roundSlug: string; actorId: string; now: Date }

export type WriteCorrection = Doing & {
  versionId: string
  kind: CorrectionKind
  options: readonly number[]
  reason: string
}

/**
 * Puts a correction into the round's open set, in the place of an earlier one for the same question; opens a set when
 * there is none. Nothing is marked anew: the preview is computed in the background, once the round is settled.
 * @throws DomainError round_not_found also for practice | round_not_open before the opening | question_not_found |
 * correction_invalid with the problem | reason_missing | regrade_state_changed
 */
export async function writeCorrection({
  roundSlug,
  versionId,
  kind,
  options,
  reason,
  actorId,
  now,
}: WriteCorrection): Promise<void> {
  const named = needsOptions(kind) ? [...new Set(options)].sort((a, b) => a - b) : []
  const written = {
    kind,
    options: named,
    reason: requireReason(reason),
    writtenById: actorId,
    writtenAt: now,
  }
  await requireValid(await requireRound(roundSlug), versionId, { kind, options: named })
  await db.$transaction(async (tx) => {
    const round = await lockRankedRound(tx, roundSlug, now)
    const regrade =
      (await tx.regrade.findUnique({ where: { openKey: round.id } })) ??
      (await tx.regrade.create({
        data: { roundId: round.id, openKey: round.id, createdById: actorId, createdAt: now },
      }))
    await askForPreview(tx, regrade, now)
    await tx.keyCorrection.upsert({
      where: { regradeId_questionVersionId: { regradeId: regrade.id, questionVersionId: versionId } },
      create: { regradeId: regrade.id, questionVersionId: versionId, ...written },
      update: written,
    })
    await recordAudit(tx, {
      actorId,
      action: 'regrade.correct',
      subject: `round:${round.slug}`,
      details: { versionId, kind, options: named, note: written.reason },
      now,
    })
  })
}

/**
 * Takes a correction out of the open set; a set that is empty then is cancelled.
 * @throws DomainError round_not_found | regrade_state_changed when there is no open set, or it is being applied
 */
export async function removeCorrection({
  roundSlug,
  versionId,
  actorId,
  now,
}: Doing & { versionId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockRankedRound(tx, roundSlug, now)
    const regrade = await requireOpen(tx, round)
    await askForPreview(tx, regrade, now)
    await tx.keyCorrection.deleteMany({ where: { regradeId: regrade.id, questionVersionId: versionId } })
    await recordAudit(tx, {
      actorId,
      action: 'regrade.remove',
      subject: `round:${round.slug}`,
      details: { versionId },
      now,
    })
    if ((await tx.keyCorrection.count({ where: { regradeId: regrade.id } })) === 0)
      await cancel(tx, round, regrade, actorId, now)
  })
}

/** Gives the open set up; it stays readable. @throws DomainError round_not_found | regrade_state_changed */
export async function cancelRegrade({ roundSlug, actorId, now }: Doing): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockRankedRound(tx, roundSlug, now)
    await cancel(tx, round, await requireOpen(tx, round), actorId, now)
  })
}

/** Has the preview of the open set computed anew. @throws DomainError round_not_found | regrade_state_changed */
export async function renewPreview({ roundSlug, actorId, now }: Doing): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockRankedRound(tx, roundSlug, now)
    const regrade = await requireOpen(tx, round)
    await askForPreview(tx, regrade, now)
    await recordAudit(tx, {
      actorId,
      action: 'regrade.renew',
      subject: `round:${round.slug}`,
      details: { regradeId: regrade.id },
      now,
    })
  })
}

/**
 * Confirms the open set as it was previewed; the background work applies it. From here on it can't be changed or
 * cancelled.
 * @param previewKey the preview that was looked at
 * @throws DomainError round_not_found | round_not_settled | reason_missing | regrade_state_changed |
 * regrade_not_ready without a preview, or with a newer one | regrade_outdated when exclusions, prizes or lots have
 * changed since; a new preview is on its way then
 */
export async function confirmRegrade({
  roundSlug,
  previewKey,
  publicNote,
  actorId,
  now,
}: Doing & { previewKey: string; publicNote: string }): Promise<void> {
  const note = requireReason(publicNote)
  const isCurrent = await db.$transaction(async (tx) => {
    const round = await lockRankedRound(tx, roundSlug, now)
    if (!isSettledPhase(round.phase)) throw new DomainError('round_not_settled', { phase: round.phase })
    const regrade = await requireOpen(tx, round)
    if (!regrade.previewedAt || regrade.previewKey !== previewKey) throw new DomainError('regrade_not_ready')
    if (regrade.basis !== (await basisOf(tx, round))) return false

    await tx.regrade.update({
      where: { id: regrade.id },
      data: { state: 'applying', publicNote: note, confirmedById: actorId, confirmedAt: now },
    })
    await recordAudit(tx, {
      actorId,
      action: 'regrade.confirm',
      subject: `round:${round.slug}`,
      details: { regradeId: regrade.id, note },
      now,
    })

    return true
  })
  if (isCurrent) return

  await renewPreview({ roundSlug, actorId, now })
  throw new DomainError('regrade_outdated')
}

/** What a preview rests on besides papers and keys: when it changes, what was looked at is no longer what would happen. */
export async function basisOf(client: Tx | typeof db, round: Round): Promise<string> {
  const { id: roundId, predictionTruth, prizes, settledAt, correctedAt } = round
  const [exclusions, lots] = await Promise.all([
    client.exclusion.findMany({
      where: { roundId, liftedAt: null },
      orderBy: { participantId: 'asc' },
      select: { participantId: true },
    }),
    client.lot.findMany({
      where: { roundId },
      orderBy: { participantId: 'asc' },
      select: { participantId: true, number: true },
    }),
  ])
  const basis = [predictionTruth?.toString() ?? null, prizes, settledAt, correctedAt, exclusions, lots]

  return createHash('sha256').update(JSON.stringify(basis)).digest('hex')
}

/** The round, locked, if there can be papers to regrade. */
async function lockRankedRound(tx: Tx, slug: string, now: Date): Promise<Round & { phase: Phase }> {
  const round = await lockRound(tx, slug)
  const phase = phaseOf(round, now)
  if (round.kind === 'practice') throw new DomainError('round_not_found', { slug })
  if (phase === 'draft' || phase === 'scheduled') throw new DomainError('round_not_open', { phase })

  return { ...round, phase }
}

async function requireOpen(tx: Tx, round: Round): Promise<Regrade> {
  const regrade = await tx.regrade.findUnique({ where: { openKey: round.id } })
  if (regrade?.state !== 'draft') throw new DomainError('regrade_state_changed')

  return regrade
}

/** The set has changed: what was computed for it goes, and whoever is computing finds that it is not wanted any more. */
async function askForPreview(tx: Tx, { id }: Regrade, now: Date): Promise<void> {
  const { count } = await tx.regrade.updateMany({
    where: { id, state: 'draft' },
    data: {
      previewKey: randomUUID(),
      requestedAt: now,
      heardAt: null,
      previewedAt: null,
      basis: null,
      doneCount: 0,
      totalCount: 0,
    },
  })
  if (count === 0) throw new DomainError('regrade_state_changed')
  await tx.regradeScore.deleteMany({ where: { regradeId: id } })
}

async function cancel(tx: Tx, round: Round, { id }: Regrade, actorId: string, now: Date): Promise<void> {
  await tx.regrade.update({
    where: { id },
    data: { state: 'cancelled', openKey: null, previewKey: null, requestedAt: null, cancelledAt: now },
  })
  await tx.regradeScore.deleteMany({ where: { regradeId: id } })
  await recordAudit(tx, {
    actorId,
    action: 'regrade.cancel',
    subject: `round:${round.slug}`,
    details: { regradeId: id },
    now,
  })
}

/** @throws DomainError question_not_found | correction_invalid */
async function requireValid(
  round: Round,
  versionId: string,
  correction: { kind: CorrectionKind; options: readonly number[] },
): Promise<void> {
  if (!(await isQuestionOfRound(round, versionId))) throw new DomainError('question_not_found')
  const [served, keys] = await Promise.all([getServedVersions([versionId]), getVersionKeys([versionId])])
  const problem = problemOf(correction, {
    key: keys.get(versionId)?.key ?? [],
    optionCount: served.get(versionId)?.options.length ?? 0,
  })
  if (problem) throw new DomainError('correction_invalid', { problem })
}
