import { z } from 'zod'
import { db } from '../db/client.server.ts'
import { isComplaintAction } from './audit.server.ts'
import type { ComplaintAction } from './audit.server.ts'

/** How many events the console shows. */
const SHOWN_EVENTS = 50

const RoundChangeSchema = z.object({ reason: z.string(), from: z.coerce.date(), to: z.coerce.date() })
const TimeGrantSchema = RoundChangeSchema.extend({ roundTitle: z.string(), extraMs: z.number() })
/** The title as it was then: an edit may have changed it since. */
const AnnouncementSchema = z.object({ title: z.string() })
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
  | ({ action: 'attempt.extend'; personName: string } & z.infer<typeof TimeGrantSchema>)
  | ({ action: AnnouncementAction } & z.infer<typeof AnnouncementSchema>)
  | ({ action: 'bank.load'; bankTitle: string } & z.infer<typeof BankLoadSchema>)
  | { action: 'profile_request.handle'; personName: string }
  | { action: 'item_analysis.request'; roundTitle: string }
  | { action: ComplaintAction; number: string }
  /** An action this version has no sentence for: shown as it is stored rather than left out. */
  | { action: 'other'; name: string; subject: string }

type AnnouncementAction = 'announcement.publish' | 'announcement.edit' | 'announcement.withdraw'

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

  const grant = TimeGrantSchema.safeParse(details)
  if (action === 'attempt.extend' && grant.success) return { action, personName: name, ...grant.data }

  const announcement = AnnouncementSchema.safeParse(details)
  if (isAnnouncementAction(action) && announcement.success) return { action, ...announcement.data }

  const load = BankLoadSchema.safeParse(details)
  if (action === 'bank.load' && load.success) return { action, bankTitle: name, ...load.data }

  if (action === 'profile_request.handle') return { action, personName: name }

  if (action === 'item_analysis.request') return { action, roundTitle: name }

  if (isComplaintAction(action)) return { action, number: subject.slice('complaint:'.length) }

  return { action: 'other', name: action, subject }
}

function isAnnouncementAction(action: string): action is AnnouncementAction {
  return ['announcement.publish', 'announcement.edit', 'announcement.withdraw'].includes(action)
}

/** Names for subjects such as "round:dot-1"; one query per kind, however many events. */
async function loadSubjectNames(subjects: readonly string[]): Promise<SubjectNames> {
  const keysOf = (kind: string): string[] => [
    ...new Set(subjects.filter((subject) => subject.startsWith(`${kind}:`))),
  ]
  const idsOf = (kind: string): string[] => keysOf(kind).map((subject) => subject.slice(kind.length + 1))
  const [rounds, banks, requests, attempts] = await Promise.all([
    db.round.findMany({ where: { slug: { in: idsOf('round') } }, select: { slug: true, title: true } }),
    db.questionBank.findMany({ where: { slug: { in: idsOf('bank') } }, select: { slug: true, title: true } }),
    db.profileRequest.findMany({
      where: { id: { in: idsOf('profile_request') } },
      select: { id: true, user: { select: { fullName: true } } },
    }),
    db.attempt.findMany({
      where: { id: { in: idsOf('attempt') } },
      select: { id: true, participant: { select: { fullName: true, loginName: true } } },
    }),
  ])

  return new Map([
    ...rounds.map(({ slug, title }) => [`round:${slug}`, title] as const),
    ...banks.map(({ slug, title }) => [`bank:${slug}`, title] as const),
    ...attempts.map(
      ({ id, participant }) =>
        [`attempt:${id}`, `${participant.fullName} (${participant.loginName})`] as const,
    ),
    ...requests.map(({ id, user }) => [`profile_request:${id}`, user.fullName] as const),
  ])
}
