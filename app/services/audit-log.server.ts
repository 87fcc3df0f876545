import { z } from 'zod'
import { db } from '../db/client.server.ts'
import { isComplaintAction } from './audit.server.ts'
import type { ComplaintAction } from './audit.server.ts'

/** How many events the console shows. */
const SHOWN_EVENTS = 50

const RoundChangeSchema = z.object({ reason: z.string(), from: z.coerce.date(), to: z.coerce.date() })
const BankLoadSchema = z.object({
  added: z.number(),
  changed: z.number(),
  retired: z.number(),
  restored: z.number(),
  unchanged: z.number(),
})

/** What was done, with the names of what it was done to. */
export type AuditedAction =
  | ({ action: 'round.extend' | 'round.close'; roundTitle: string } & z.infer<typeof RoundChangeSchema>)
  | ({ action: 'bank.load'; bankTitle: string } & z.infer<typeof BankLoadSchema>)
  | { action: 'profile_request.handle'; personName: string }
  | { action: 'item_analysis.request'; roundTitle: string }
  | { action: ComplaintAction; number: string }
  /** An action this version has no sentence for: shown as it is stored rather than left out. */
  | { action: 'other'; name: string; subject: string }

export type AuditLogEvent = {
  id: string
  recordedAt: Date
  /** Null for commands run by the operator of the server. */
  actor: { fullName: string; loginName: string } | null
  done: AuditedAction
}

/** The newest events of the audit log, newest first. */
export async function listAuditLog(): Promise<AuditLogEvent[]> {
  const rows = await db.auditEvent.findMany({
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_EVENTS,
    include: { actor: { select: { fullName: true, loginName: true } } },
  })
  const names = await loadSubjectNames(rows.map((row) => row.subject))

  return rows.map((row) => ({
    id: row.id,
    recordedAt: row.recordedAt,
    actor: row.actor,
    done: describe(row, names),
  }))
}

type StoredEvent = { action: string; subject: string; details: unknown }
type SubjectNames = ReadonlyMap<string, string>

function describe({ action, subject, details }: StoredEvent, names: SubjectNames): AuditedAction {
  const name = names.get(subject) ?? subject
  const change = RoundChangeSchema.safeParse(details)
  if ((action === 'round.extend' || action === 'round.close') && change.success)
    return { action, roundTitle: name, ...change.data }

  const load = BankLoadSchema.safeParse(details)
  if (action === 'bank.load' && load.success) return { action, bankTitle: name, ...load.data }

  if (action === 'profile_request.handle') return { action, personName: name }

  if (action === 'item_analysis.request') return { action, roundTitle: name }

  if (isComplaintAction(action)) return { action, number: subject.slice('complaint:'.length) }

  return { action: 'other', name: action, subject }
}

/** Names for subjects such as "round:dot-1"; one query per kind, however many events. */
async function loadSubjectNames(subjects: readonly string[]): Promise<SubjectNames> {
  const keysOf = (kind: string): string[] => [
    ...new Set(subjects.filter((subject) => subject.startsWith(`${kind}:`))),
  ]
  const idsOf = (kind: string): string[] => keysOf(kind).map((subject) => subject.slice(kind.length + 1))
  const [rounds, banks, requests] = await Promise.all([
    db.round.findMany({ where: { slug: { in: idsOf('round') } }, select: { slug: true, title: true } }),
    db.questionBank.findMany({ where: { slug: { in: idsOf('bank') } }, select: { slug: true, title: true } }),
    db.profileRequest.findMany({
      where: { id: { in: idsOf('profile_request') } },
      select: { id: true, user: { select: { fullName: true } } },
    }),
  ])

  return new Map([
    ...rounds.map(({ slug, title }) => [`round:${slug}`, title] as const),
    ...banks.map(({ slug, title }) => [`bank:${slug}`, title] as const),
    ...requests.map(({ id, user }) => [`profile_request:${id}`, user.fullName] as const),
  ])
}
