import type { ComplaintState, ComplaintSubject, ComplaintVerdict } from '../core/complaint.ts'
import { DomainError } from '../core/domain-error.ts'
import { db } from '../db/client.server.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Tx } from '../db/client.server.ts'
import { recordAudit } from './audit.server.ts'
import { getServedVersions, getVersionKeys } from './question-cache.server.ts'

/** Which complaints the list shows. */
export const COMPLAINT_FILTERS = ['open', 'received', 'in_review', 'answered', 'withdrawn', 'all'] as const
export type ComplaintFilter = (typeof COMPLAINT_FILTERS)[number]

const STATES_OF: Record<ComplaintFilter, ComplaintState[] | null> = {
  open: ['received', 'in_review'],
  received: ['received'],
  in_review: ['in_review'],
  answered: ['accepted', 'partly_accepted', 'rejected'],
  withdrawn: ['withdrawn'],
  all: null,
}

/** A complaint as the staff see it in the list. */
export type ListedComplaint = {
  number: number
  roundTitle: string
  subject: ComplaintSubject
  position: number | null
  questionCode: string | null
  person: { fullName: string; unitName: string | null }
  state: ComplaintState
  filedAt: Date
  /** Both exclusive. */
  acknowledgeBy: Date
  answerBy: Date
}

export type ComplaintPage = {
  complaints: ListedComplaint[]
  counts: Record<ComplaintFilter, number>
  pageCount: number
}

const PAGE_SIZE = 50

const listSelect = {
  number: true,
  round: { select: { title: true } },
  subject: true,
  position: true,
  questionVersion: { select: { question: { select: { code: true } } } },
  participant: { select: { fullName: true, unit: { select: { name: true } } } },
  state: true,
  filedAt: true,
  acknowledgeBy: true,
  answerBy: true,
} satisfies Prisma.ComplaintSelect

/** Complaints of all rounds by filter: open ones by their deadline, others newest first. */
export async function listComplaints(filter: ComplaintFilter, page: number): Promise<ComplaintPage> {
  const states = STATES_OF[filter]
  const isOpenOnly = filter === 'open' || filter === 'received' || filter === 'in_review'
  const [rows, byState] = await Promise.all([
    db.complaint.findMany({
      where: states ? { state: { in: states } } : {},
      select: listSelect,
      orderBy: isOpenOnly
        ? [{ answerBy: 'asc' }, { number: 'asc' }]
        : [{ filedAt: 'desc' }, { number: 'desc' }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
    db.complaint.groupBy({ by: ['state'], _count: true }),
  ])
  const countOf = (wanted: ComplaintState[] | null) =>
    byState
      .filter(({ state }) => wanted === null || wanted.includes(state))
      .reduce((sum, { _count }) => sum + _count, 0)
  const counts = Object.fromEntries(
    COMPLAINT_FILTERS.map((name) => [name, countOf(STATES_OF[name])]),
  ) as Record<ComplaintFilter, number>

  return {
    counts,
    pageCount: Math.max(1, Math.ceil(counts[filter] / PAGE_SIZE)),
    complaints: rows.map(toListed),
  }
}

type ListRow = Prisma.ComplaintGetPayload<{ select: typeof listSelect }>

function toListed(row: ListRow): ListedComplaint {
  const { number, subject, position, state, filedAt, acknowledgeBy, answerBy } = row

  return {
    number,
    roundTitle: row.round.title,
    subject,
    position,
    questionCode: row.questionVersion?.question.code ?? null,
    person: { fullName: row.participant.fullName, unitName: row.participant.unit?.name ?? null },
    state,
    filedAt,
    acknowledgeBy,
    answerBy,
  }
}

export type ComplaintSummary = {
  open: number
  /** The nearest term of an open complaint: to confirm a new one, or to answer. Null when none is open. */
  nextDeadline: Date | null
}

/** For the overview: how many complaints wait, and until when the next one may. */
export async function summarizeComplaints(): Promise<ComplaintSummary> {
  const rows = await db.$queryRaw<{ open: bigint; next_deadline: Date | null }[]>`
    SELECT count(*) AS open,
           min(CASE WHEN state = 'received' THEN least(acknowledge_by, answer_by) ELSE answer_by END) AS next_deadline
    FROM complaint WHERE state IN ('received', 'in_review')`

  return { open: Number(rows[0]?.open ?? 0), nextDeadline: rows[0]?.next_deadline ?? null }
}

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
