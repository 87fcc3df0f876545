import { deadlineOf } from '../core/attempt-window.ts'
import { DecisionFactsSchema } from '../core/decision-facts.ts'
import { DomainError } from '../core/domain-error.ts'
import type { NewsDecision } from '../core/news.ts'
import { isSettledPhase, phaseOf } from '../core/round-phase.ts'
import { normalizeText } from '../core/vietnamese-text.ts'
import { db } from '../db/client.server.ts'
import type { Tx } from '../db/client.server.ts'
import { recordAudit } from './audit.server.ts'
import { parseRound } from './rounds.server.ts'
import type { Round } from './rounds.server.ts'

export type ExtendRound = {
  roundSlug: string
  closesAt: Date
  reason: string
  decidedById: string
  now: Date
}
export type CloseRound = { roundSlug: string; reason: string; decidedById: string; now: Date }

/** A decision as the public sees it: what, why, when; not by whose account. */
export type PublicDecision = NewsDecision

/**
 * Moves the end of a scheduled or open round to a later moment (invariant 8: recorded, with its reason, shown to
 * the public). Running attempts that the old end had cut get the time they gain.
 * @throws DomainError round_not_found | round_already_closed | extension_not_later | reason_missing
 */
export async function extendRound({
  roundSlug,
  closesAt,
  reason,
  decidedById,
  now,
}: ExtendRound): Promise<void> {
  const publicReason = requireReason(reason)
  await db.$transaction(async (tx) => {
    const round = await lockRound(tx, roundSlug)
    const phase = phaseOf(round, now)
    if (phase === 'closed' || isSettledPhase(phase)) throw new DomainError('round_already_closed')
    if (closesAt <= round.closesAt || closesAt <= now) throw new DomainError('extension_not_later')

    await moveEnd(tx, round, 'extension', closesAt, publicReason, decidedById, now)
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.extend',
      subject: `round:${round.slug}`,
      details: { reason: publicReason, from: round.closesAt.toISOString(), to: closesAt.toISOString() },
      now,
    })
  })
}

/**
 * Ends an open round now. By the round's own rule running attempts keep their time (must start before) or are
 * cut off and counted with what they hold (must finish before).
 * @throws DomainError round_not_found | round_not_open | reason_missing
 */
export async function closeRound({ roundSlug, reason, decidedById, now }: CloseRound): Promise<void> {
  const publicReason = requireReason(reason)
  await db.$transaction(async (tx) => {
    const round = await lockRound(tx, roundSlug)
    if (phaseOf(round, now) !== 'open')
      throw new DomainError('round_not_open', { phase: phaseOf(round, now) })

    await moveEnd(tx, round, 'closure', now, publicReason, decidedById, now)
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.close',
      subject: `round:${round.slug}`,
      details: { reason: publicReason, from: round.closesAt.toISOString(), to: now.toISOString() },
      now,
    })
  })
}

/** Decisions of a contest's rounds, newest first. */
export async function listDecisions(contestId: string): Promise<PublicDecision[]> {
  const rows = await db.decision.findMany({
    where: { round: { contestId, scheduledAt: { not: null } } },
    include: { round: { select: { slug: true, title: true } } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
  })

  return rows.map((row) => ({
    id: row.id,
    roundSlug: row.round.slug,
    roundTitle: row.round.title,
    ...DecisionFactsSchema.parse({
      ...(typeof row.details === 'object' ? row.details : {}),
      kind: row.kind,
      closesAtBefore: row.closesAtBefore,
      closesAtAfter: row.closesAtAfter,
    }),
    reason: row.reason,
    decidedAt: row.decidedAt,
  }))
}

export function requireReason(reason: string): string {
  const publicReason = normalizeText(reason)
  if (publicReason === '') throw new DomainError('reason_missing')

  return publicReason
}

/** The round, locked: two decisions at once are made one after the other. */
export async function lockRound(tx: Tx, slug: string): Promise<Round> {
  await tx.$queryRaw`SELECT id FROM round WHERE slug = ${slug} FOR UPDATE`
  const row = await tx.round.findUnique({ where: { slug } })
  if (!row) throw new DomainError('round_not_found', { slug })

  return parseRound(row)
}

async function moveEnd(
  tx: Tx,
  round: Round,
  kind: 'extension' | 'closure',
  closesAt: Date,
  reason: string,
  decidedById: string,
  now: Date,
): Promise<void> {
  await tx.round.update({ where: { id: round.id }, data: { closesAt } })
  await tx.decision.create({
    data: {
      roundId: round.id,
      kind,
      reason,
      closesAtBefore: round.closesAt,
      closesAtAfter: closesAt,
      decidedById,
      decidedAt: now,
    },
  })
  if (round.endRule === 'must_finish_before') await moveDeadlines(tx, { ...round, closesAt })
}

/** Gives running attempts the deadline they would have had with the new end. */
async function moveDeadlines(tx: Tx, round: Round): Promise<void> {
  const running = await tx.attempt.findMany({
    where: { roundId: round.id, status: 'running' },
    select: { id: true, startedAt: true },
  })
  const ids = running.map((attempt) => attempt.id)
  const deadlines = running.map((attempt) => deadlineOf(round, attempt.startedAt))
  await tx.$executeRaw`
    UPDATE attempt SET deadline_at = d.deadline_at
    FROM unnest(${ids}::text[], ${deadlines}::timestamptz[]) AS d(id, deadline_at)
    WHERE attempt.id = d.id AND attempt.status = 'running'`
}
