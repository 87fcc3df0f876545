import { shortfallsOf } from '../../core/rounds/blueprint.ts'
import { DomainError } from '../../core/domain-error.ts'
import { roundDocumentOf } from '../../core/rounds/round-document.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { Prisma } from '../../db/generated/client.ts'
import { recordAudit } from '../audit.server.ts'
import { lockRound } from './decisions.server.ts'
import { createQuestionSet, listInScope } from '../questions/question-sets.server.ts'
import type { BankCandidate } from '../attempts/question-cache.server.ts'
import { sha256Of } from './round-fingerprints.server.ts'
import { getRound } from './rounds.server.ts'
import type { Round } from './rounds.server.ts'

/**
 * Makes a draft public: checks that the bank can fill every paper (invariant 6), fixes the questions a ranked round draws
 * from and publishes the fingerprint of its settings.
 * @param actorId who does it; null for sample contests and measurements, which may lie in the past and leave no trace
 * in the audit log
 * @throws DomainError round_not_found | round_incomplete | opening_passed | settings_locked | settings_changed |
 * blueprint_not_met with the shortfalls
 */
export async function scheduleRound(slug: string, now: Date, actorId: string | null = null): Promise<void> {
  const round = await requireRound(slug)
  if (round.scheduledAt) throw new DomainError('settings_locked')
  if (actorId !== null && round.opensAt <= now) throw new DomainError('opening_passed')
  const candidates = await requireEnough(round, now)

  await db.$transaction(async (tx) => {
    const pinned = await pin(tx, round, candidates, now)
    // A condition of the write: whatever was changed since it was read is not scheduled unseen.
    const { count } = await tx.round.updateMany({
      where: {
        id: round.id,
        scheduledAt: null,
        settingsRevision: round.settingsRevision,
        draftForm: { equals: Prisma.DbNull },
      },
      data: { ...pinned, scheduledAt: now },
    })
    if (count !== 1) throw await refusalOfSchedule(tx, round)
    if (actorId !== null) await auditPin(tx, 'round.schedule', actorId, { ...round, ...pinned }, now)
  })
}

/**
 * Takes a scheduled round back to a draft, as long as it has not opened: by the clock of the request and by that of the
 * database, and nobody may have started.
 * @throws DomainError round_not_found | settings_locked
 */
export async function unscheduleRound(slug: string, actorId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockRound(tx, slug)
    await requireNotOpened(tx, round, now)
    await tx.round.update({
      where: { id: round.id },
      data: {
        scheduledAt: null,
        questionSetId: null,
        settingsDocument: null,
        settingsFingerprint: null,
        settingsRevision: { increment: 1 },
      },
    })
    await recordAudit(tx, {
      actorId,
      action: 'round.unschedule',
      subject: `round:${round.slug}`,
      details: { title: round.title, fingerprint: round.settingsFingerprint },
      now,
    })
  })
}

/**
 * Gives a scheduled round that has not opened the questions as the bank has them now, in the place of those it was
 * scheduled with; the fingerprint changes with them. Sets of before stay, so that an old fingerprint can be explained.
 * @throws DomainError round_not_found | settings_locked | blueprint_not_met with the shortfalls
 */
export async function renewQuestionSet(slug: string, actorId: string, now: Date): Promise<void> {
  const candidates = await requireEnough(await requireRound(slug), now)
  await db.$transaction(async (tx) => {
    const round = await lockRound(tx, slug)
    await requireNotOpened(tx, round, now)
    const pinned = await pin(tx, round, candidates, now)
    await tx.round.update({ where: { id: round.id }, data: pinned })
    await auditPin(tx, 'round.renew_questions', actorId, { ...round, ...pinned }, now)
  })
}

async function requireRound(slug: string): Promise<Round> {
  const round = await getRound(slug)
  if (!round) throw new DomainError('round_not_found', { slug })

  return round
}

async function requireEnough(round: Round, now: Date): Promise<BankCandidate[]> {
  if (round.blueprint.length === 0) throw new DomainError('round_incomplete')
  const candidates = await listInScope(round, now)
  const shortfalls = shortfallsOf(round.blueprint, candidates)
  if (shortfalls.length > 0) throw new DomainError('blueprint_not_met', { shortfalls })

  return candidates
}

type Pinned = Pick<Round, 'questionSetId' | 'settingsDocument' | 'settingsFingerprint'>

/** Practice ranks nobody and runs for months: it is pinned to nothing and draws what the bank offers at each start. */
const NOT_PINNED: Pinned = { questionSetId: null, settingsDocument: null, settingsFingerprint: null }

async function pin(tx: Tx, round: Round, candidates: readonly BankCandidate[], now: Date): Promise<Pinned> {
  if (round.kind === 'practice') return NOT_PINNED
  const { id, count, sha256 } = await createQuestionSet(tx, candidates, now)
  const settingsDocument = roundDocumentOf(round, { count, sha256 })

  return { questionSetId: id, settingsDocument, settingsFingerprint: sha256Of(settingsDocument) }
}

/** The lock on the settings (invariant 8); call it with the round's row locked, so that no start can come between. */
async function requireNotOpened(tx: Tx, round: Round, now: Date): Promise<void> {
  const [row] = await tx.$queryRaw<{ has_opened: boolean }[]>`
    SELECT opens_at <= clock_timestamp() OR EXISTS (SELECT 1 FROM attempt WHERE round_id = round.id) AS has_opened
    FROM round WHERE id = ${round.id}`
  if (phaseOf(round, now) !== 'scheduled' || row?.has_opened !== false)
    throw new DomainError('settings_locked')
}

async function refusalOfSchedule(tx: Tx, round: Round): Promise<DomainError> {
  const present = await tx.round.findUnique({ where: { id: round.id } })
  if (!present) return new DomainError('round_not_found', { slug: round.slug })
  if (present.scheduledAt) return new DomainError('settings_locked')

  return new DomainError(present.draftForm === null ? 'settings_changed' : 'round_incomplete')
}

async function auditPin(
  tx: Tx,
  action: 'round.schedule' | 'round.renew_questions',
  actorId: string,
  round: Round,
  now: Date,
): Promise<void> {
  await recordAudit(tx, {
    actorId,
    action,
    subject: `round:${round.slug}`,
    details: { title: round.title, fingerprint: round.settingsFingerprint },
    now,
  })
}
