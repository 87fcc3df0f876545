import type { ComplaintState, ComplaintSubject } from '../../core/complaints/complaint.ts'
import { db } from '../../db/client.server.ts'
import type { Prisma } from '../../db/generated/client.ts'

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

/** What the list needs of a row. */
export const listSelect = {
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

export function toListed(row: ListRow): ListedComplaint {
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
