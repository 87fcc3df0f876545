import { dateOfDay, dayOfDate } from '../../core/calendar-day.ts'
import { DomainError } from '../../core/domain-error.ts'
import { normalizeText } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { amendmentFlag, isOvertaken } from './amendment-flags.server.ts'
import { recordAudit } from '../audit.server.ts'
import { listShortfalls } from '../rounds/bank-shortfalls.server.ts'
import { forgetCandidates } from '../attempts/question-cache.server.ts'

/** "This provision was amended on …", with the number of questions it still flags. */
export type Amendment = {
  id: string
  provision: string
  /** Day of Vietnam, "2026-10-01". */
  amendedOn: string
  note: string
  recordedBy: { fullName: string; loginName: string }
  recordedAt: Date
  flaggedCount: number
}

/** The amendments of a bank's law, newest first. */
export async function listAmendments(bankId: string): Promise<Amendment[]> {
  const rows = await db.amendment.findMany({
    where: { bankId },
    orderBy: [{ amendedOn: 'desc' }, { recordedAt: 'desc' }],
    include: {
      recordedBy: { select: { fullName: true, loginName: true } },
      _count: { select: { flags: { where: { clearedAt: null } } } },
    },
  })

  return rows.map(({ _count, amendedOn, bankId: _bank, recordedById: _id, ...row }) => ({
    ...row,
    amendedOn: dayOfDate(amendedOn),
    flaggedCount: _count.flags,
  }))
}

export type RecordAmendment = {
  bankSlug: string
  /** Id of an article, clause or point. */
  provision: string
  amendedOn: string
  note: string
  actorId: string
  now: Date
}

/**
 * Records that a provision was amended and flags every question resting on it, but for those whose days of validity begin
 * with the amendment or later: they were written for it. Flags even what a round needs, because an outdated question is
 * worse than a refused start, and names the rounds that are short now.
 * @throws DomainError bank_not_found
 */
export async function recordAmendment(
  amendment: RecordAmendment,
): Promise<{ flagged: number; shortRounds: string[] }> {
  const { bankSlug, provision, amendedOn, actorId, now } = amendment
  const note = normalizeText(amendment.note)
  const result = await db.$transaction(async (tx) => {
    const bank = await tx.questionBank.findUnique({ where: { slug: bankSlug }, select: { id: true } })
    if (!bank) throw new DomainError('bank_not_found')
    const { id } = await tx.amendment.create({
      data: {
        bankId: bank.id,
        provision,
        amendedOn: dateOfDay(amendedOn),
        note,
        recordedById: actorId,
        recordedAt: now,
      },
    })
    const resting = await findResting(tx, bank.id, provision, amendedOn)
    const { count } = await tx.questionFlag.createMany({
      data: resting.map((questionId) => ({
        questionId,
        ...amendmentFlag({ id, note }),
        raisedById: actorId,
        raisedAt: now,
      })),
    })
    await recordAudit(tx, {
      actorId,
      action: 'amendment.record',
      subject: `bank:${bankSlug}`,
      details: { provision, amendedOn, note, flagged: count },
      now,
    })

    return { flagged: count, shortRounds: (await listShortfalls(tx, bank.id, now)).map(({ title }) => title) }
  })
  forgetCandidates()

  return result
}

/**
 * Takes the record of an amendment away, and with it the flags it raised; flags of other reasons stay.
 * @throws DomainError amendment_not_found
 */
export async function removeAmendment(
  bankSlug: string,
  id: string,
  actorId: string,
  now: Date,
): Promise<{ unflagged: number }> {
  const result = await db.$transaction(async (tx) => {
    const found = await tx.amendment.findFirst({ where: { id, bank: { slug: bankSlug } } })
    if (!found) throw new DomainError('amendment_not_found')
    const unflagged = await tx.questionFlag.count({ where: { amendmentId: id, clearedAt: null } })
    const { count } = await tx.amendment.deleteMany({ where: { id } })
    if (count === 0) throw new DomainError('amendment_not_found')
    await recordAudit(tx, {
      actorId,
      action: 'amendment.remove',
      subject: `bank:${bankSlug}`,
      details: {
        provision: found.provision,
        amendedOn: dayOfDate(found.amendedOn),
        note: found.note,
        unflagged,
      },
      now,
    })

    return { unflagged }
  })
  forgetCandidates()

  return result
}

async function findResting(tx: Tx, bankId: string, provision: string, amendedOn: string): Promise<string[]> {
  const rows = await tx.question.findMany({
    where: { bankId },
    select: {
      id: true,
      currentVersion: true,
      latestVersion: true,
      versions: { select: { version: true, citations: true, validFrom: true } },
    },
  })

  return rows
    .filter(({ currentVersion, latestVersion, versions }) =>
      versions.some(
        ({ version, citations, validFrom }) =>
          (version === currentVersion || version === latestVersion) &&
          isOvertaken({ citations, validFrom: validFrom && dayOfDate(validFrom) }, { provision, amendedOn }),
      ),
    )
    .map(({ id }) => id)
}
