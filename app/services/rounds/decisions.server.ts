import type { AnnouncementInput } from '../../core/contests/announcement-form.ts'
import { deadlineOf } from '../../core/attempts/attempt-window.ts'
import { DecisionFactsSchema } from '../../core/rounds/decision-facts.ts'
import { DomainError } from '../../core/domain-error.ts'
import type { NewsDecision } from '../../core/contests/news.ts'
import { isSettledPhase, phaseOf } from '../../core/rounds/round-phase.ts'
import { normalizeText } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { addAnnouncement } from '../contests/announcements.server.ts'
import { recordAudit } from '../audit.server.ts'
import { parseRound } from './rounds.server.ts'
import type { Round } from './rounds.server.ts'

export type ExtendRound = {
  roundSlug: string
  closesAt: Date
  reason: string
  /** Published together with the extension or not at all; nothing is announced without it. */
  announcement?: AnnouncementInput | null
  decidedById: string
  now: Date
}
export type CloseRound = { roundSlug: string; reason: string; decidedById: string; now: Date }

/** A decision as the public sees it: what, why, when; not by whose account, and not about whom. */
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
  announcement,
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
    if (announcement) await addAnnouncement(tx, round.contestId, announcement, decidedById, now)
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

/** When a round was regraded and what the public was told, oldest first. */
export async function listRegradeNotes(roundId: string): Promise<RegradeNote[]> {
  const rows = await db.regrade.findMany({
    where: { roundId, appliedAt: { not: null } },
    orderBy: [{ appliedAt: 'asc' }, { id: 'asc' }],
    select: { appliedAt: true, publicNote: true },
  })

  return rows.flatMap(({ appliedAt, publicNote }) =>
    appliedAt && publicNote !== null ? [{ appliedAt, publicNote }] : [],
  )
}

export type RegradeNote = { appliedAt: Date; publicNote: string }

/** Decisions of a contest's rounds, about everybody and about one person, newest first. */
export async function listDecisions(contestId: string): Promise<PublicDecision[]> {
  const [decisions, grants] = await Promise.all([
    db.decision.findMany({
      where: { round: { contestId, scheduledAt: { not: null } } },
      include: { round: { select: { slug: true, title: true } } },
    }),
    db.timeGrant.findMany({
      where: { round: { contestId } },
      include: { round: { select: { slug: true, title: true } } },
    }),
  ])
  const commonOf = (row: (typeof decisions)[number] | (typeof grants)[number]) => ({
    id: row.id,
    roundSlug: row.round.slug,
    roundTitle: row.round.title,
    reason: row.reason,
    decidedAt: row.decidedAt,
  })

  return [
    ...decisions.map((row) => ({
      ...commonOf(row),
      ...DecisionFactsSchema.parse({
        ...(typeof row.details === 'object' ? row.details : {}),
        kind: row.kind,
        closesAtBefore: row.closesAtBefore,
        closesAtAfter: row.closesAtAfter,
      }),
    })),
    ...grants.map((row) => ({ ...commonOf(row), kind: 'extra_time' as const, extraMs: row.extraMs })),
  ].toSorted((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime() || (a.id < b.id ? 1 : -1))
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
  if (round.endRule === 'must_finish_before') await moveDeadlines(tx, { ...round, closesAt }, kind)
}

/**
 * Gives running attempts the deadline they would have had with the new end. An extension leaves the time that was
 * given to one person on top; a closing ends everybody's, whatever was given before.
 */
async function moveDeadlines(tx: Tx, round: Round, kind: 'extension' | 'closure'): Promise<void> {
  const running = await tx.attempt.findMany({
    where: { roundId: round.id, status: 'running' },
    select: { id: true, startedAt: true, extraMs: true },
  })
  const ids = running.map((attempt) => attempt.id)
  const deadlines = running.map(({ startedAt, extraMs }) =>
    deadlineOf(round, startedAt, kind === 'extension' ? extraMs : 0),
  )
  await tx.$executeRaw`
    UPDATE attempt SET deadline_at = d.deadline_at
    FROM unnest(${ids}::text[], ${deadlines}::timestamptz[]) AS d(id, deadline_at)
    WHERE attempt.id = d.id AND attempt.status = 'running'`
}
