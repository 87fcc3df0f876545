import type { ComplaintState, ComplaintVerdict } from '../../core/complaints/complaint.ts'
import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { recordAudit } from '../audit.server.ts'
import { listSelect, toListed } from './complaint-list.server.ts'
import type { ListedComplaint } from './complaint-list.server.ts'
import { getServedVersions, getVersionKeys } from '../attempts/question-cache.server.ts'

/** Everything the staff need to answer a complaint. */
export type ComplaintFile = ListedComplaint & {
  roundSlug: string
  law: string
  citations: string[]
  text: string
  attempt: { number: number; receiptCode: string | null; endedAt: Date | null; score: number | null }
  /** As it stands in the bank, with the key; null for other subjects. */
  question: {
    versionId: string
    version: number
    stem: string
    options: { text: string; isKey: boolean }[]
    explanation: string
  } | null
  acknowledged: { at: Date; by: string } | null
  decided: { at: Date; by: string; answer: string } | null
  /** Whether this reader took no part in what is complained of, and so may answer. */
  isReaderFree: boolean
}

/** @throws DomainError complaint_not_found */
export async function getComplaintFile(number: number, readerId: string): Promise<ComplaintFile> {
  const row = await db.complaint.findUnique({
    where: { number },
    select: {
      ...listSelect,
      round: {
        select: { title: true, slug: true, bank: { select: { law: true } } },
      },
      citations: true,
      text: true,
      attempt: { select: { number: true, receiptCode: true, endedAt: true, score: true } },
      questionVersion: {
        select: { id: true, version: true, question: { select: { code: true } } },
      },
      acknowledgedBy: { select: { fullName: true } },
      acknowledgedAt: true,
      decidedBy: { select: { fullName: true } },
      decidedAt: true,
      answer: true,
    },
  })
  if (!row) throw new DomainError('complaint_not_found')
  const { acknowledgedAt, acknowledgedBy, decidedAt, decidedBy, answer, questionVersion } = row
  const [question, freeCount] = await Promise.all([
    questionVersion && loadQuestion(questionVersion.id, questionVersion.version),
    db.complaint.count({ where: { number, ...isFreeOf(readerId) } }),
  ])

  return {
    ...toListed(row),
    roundSlug: row.round.slug,
    law: row.round.bank.law,
    citations: row.citations,
    text: row.text,
    attempt: row.attempt,
    question,
    acknowledged: acknowledgedAt && acknowledgedBy && { at: acknowledgedAt, by: acknowledgedBy.fullName },
    decided:
      decidedAt && decidedBy && answer !== null ? { at: decidedAt, by: decidedBy.fullName, answer } : null,
    isReaderFree: freeCount === 1,
  }
}

async function loadQuestion(versionId: string, version: number): Promise<ComplaintFile['question']> {
  const [served, keys] = await Promise.all([getServedVersions([versionId]), getVersionKeys([versionId])])
  const { stem = '', options = [] } = served.get(versionId) ?? {}
  const { key = [], explanation = '' } = keys.get(versionId) ?? {}

  return {
    versionId,
    version,
    stem,
    options: options.map((text, index) => ({ text, isKey: key.includes(index) })),
    explanation,
  }
}

/**
 * Takes a new complaint up: from now on its owner can't withdraw it. Does nothing when somebody else already did.
 * @throws DomainError complaint_not_found | complaint_state_changed when it was withdrawn
 */
export async function acknowledgeComplaint(number: number, actorId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.complaint.updateMany({
      where: { number, state: 'received' },
      data: { state: 'in_review', acknowledgedById: actorId, acknowledgedAt: now },
    })
    if (count === 0) {
      const state = await requireState(tx, number)
      if (state === 'withdrawn') throw new DomainError('complaint_state_changed', { state })

      return
    }
    await recordAudit(tx, {
      actorId,
      action: 'complaint.acknowledge',
      subject: `complaint:${number}`,
      details: {},
      now,
    })
  })
}

export type AnswerComplaint = {
  number: number
  verdict: ComplaintVerdict
  /** Read by the participant. */
  answer: string
  actorId: string
  now: Date
}

/**
 * Decides a complaint that is in review, once. Whoever wrote the question, or made a decision on the round whose result
 * is complained of, does not decide: part of the write itself.
 * @throws DomainError complaint_not_found | complaint_state_changed | decider_is_involved
 */
export async function answerComplaint({
  number,
  verdict,
  answer,
  actorId,
  now,
}: AnswerComplaint): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.complaint.updateMany({
      where: { number, state: 'in_review', ...isFreeOf(actorId) },
      data: { state: verdict, answer, decidedById: actorId, decidedAt: now, openKey: null },
    })
    if (count === 0) {
      const state = await requireState(tx, number)
      throw state === 'in_review'
        ? new DomainError('decider_is_involved')
        : new DomainError('complaint_state_changed', { state })
    }
    await recordAudit(tx, {
      actorId,
      action: 'complaint.answer',
      subject: `complaint:${number}`,
      details: { verdict },
      now,
    })
  })
}

/** Complaints that this person took no part in: neither wrote the question nor decided anything about the round. */
function isFreeOf(staffId: string): Prisma.ComplaintWhereInput {
  return {
    AND: [
      { OR: [{ questionAuthorId: null }, { questionAuthorId: { not: staffId } }] },
      {
        OR: [{ subject: 'question' }, { round: { decisions: { none: { decidedById: staffId } } } }],
      },
    ],
  }
}

async function requireState(tx: Tx, number: number): Promise<ComplaintState> {
  const row = await tx.complaint.findUnique({ where: { number }, select: { state: true } })
  if (!row) throw new DomainError('complaint_not_found')

  return row.state
}
