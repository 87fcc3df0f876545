import { db } from '../db/client.server.ts'
import type { Prisma } from '../db/generated/client.ts'
import { recordAudit } from './audit.server.ts'
import { describe, loadSubjectNames } from './audit-descriptions.server.ts'
import type { AuditedAction } from './audit-descriptions.server.ts'

/** How many events the console's first page shows. */
const SHOWN_EVENTS = 50
const PAGE_SIZE = 50
/** Bound of an export; a filter by period gets at the rest. */
export const MAX_EXPORTED_EVENTS = 20_000

export type AuditLogEvent = {
  id: string
  recordedAt: Date
  /** Null for commands run by the operator of the server. */
  actor: { fullName: string; loginName: string } | null
  done: AuditedAction
}

/** Which events are asked for; empty and null mean all. */
export type AuditFilter = {
  /** Id of who acted, or "operator" for commands of the server's operator. */
  actor: string
  action: string
  /** Text in the subject, such as a code of a question. */
  subject: string
  /** Inclusive. */
  from: Date | null
  /** Exclusive. */
  to: Date | null
}

export const WHOLE_LOG: AuditFilter = { actor: '', action: '', subject: '', from: null, to: null }
export const OPERATOR_ACTOR = 'operator'

/** The newest events of the audit log, newest first. */
export async function listAuditLog(): Promise<AuditLogEvent[]> {
  return readEvents(WHOLE_LOG, null, SHOWN_EVENTS)
}

/** Everything that was done with one subject, such as "question:law-06-2022/chung-001"; newest first. */
export async function listAuditOf(subject: string): Promise<AuditLogEvent[]> {
  return toEvents(
    await db.auditEvent.findMany({
      where: { subject },
      orderBy: NEWEST_FIRST,
      take: PAGE_SIZE,
      include: withActor,
    }),
  )
}

export type AuditPage = {
  events: AuditLogEvent[]
  /** Leads to the page of the events before these; null when there are none. */
  olderCursor: string | null
}

/**
 * One page of the log, newest first, by keyset: new events do not shift it, and page 1,000 costs what page 1 does.
 * @param cursor of the page before; nonsense is the first page
 */
export async function readAuditPage(filter: AuditFilter, cursor: string | null): Promise<AuditPage> {
  const events = await readEvents(filter, parseCursor(cursor), PAGE_SIZE + 1)
  const shown = events.slice(0, PAGE_SIZE)
  const last = shown.at(-1)

  return {
    events: shown,
    olderCursor: events.length > PAGE_SIZE && last ? `${last.recordedAt.toISOString()}_${last.id}` : null,
  }
}

export type ExportAuditLog = { filter: AuditFilter; format: 'xlsx' | 'csv'; actorId: string; now: Date }

/** The newest events the filter lets through, for a file; at most MAX_EXPORTED_EVENTS. That they left is an event too. */
export async function exportAuditLog({
  filter,
  format,
  actorId,
  now,
}: ExportAuditLog): Promise<AuditLogEvent[]> {
  const events = await readEvents(filter, null, MAX_EXPORTED_EVENTS)
  const details = { format: format.toUpperCase(), count: events.length }
  await recordAudit(db, { actorId, action: 'audit.export', subject: 'audit_log', details, now })

  return events
}

/** Who and what the log can be filtered by: everybody who ever acted, every action that ever happened. */
export async function listAuditChoices(): Promise<{
  actors: { id: string; fullName: string; loginName: string }[]
  actions: string[]
}> {
  const [actors, actions] = await Promise.all([
    db.user.findMany({
      where: { auditEvents: { some: {} } },
      orderBy: { loginName: 'asc' },
      select: { id: true, fullName: true, loginName: true },
    }),
    db.auditEvent.findMany({ distinct: ['action'], orderBy: { action: 'asc' }, select: { action: true } }),
  ])

  return { actors, actions: actions.map(({ action }) => action) }
}

type Cursor = { recordedAt: Date; id: string }

const NEWEST_FIRST = [
  { recordedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.AuditEventOrderByWithRelationInput[]
const withActor = {
  actor: { select: { fullName: true, loginName: true } },
} satisfies Prisma.AuditEventInclude

async function readEvents(
  filter: AuditFilter,
  before: Cursor | null,
  take: number,
): Promise<AuditLogEvent[]> {
  return toEvents(
    await db.auditEvent.findMany({
      where: { AND: [whereOf(filter), before ? beforeWhere(before) : {}] },
      orderBy: NEWEST_FIRST,
      take,
      include: withActor,
    }),
  )
}

function whereOf({ actor, action, subject, from, to }: AuditFilter): Prisma.AuditEventWhereInput {
  return {
    ...(actor && { actorId: actor === OPERATOR_ACTOR ? null : actor }),
    ...(action && { action }),
    ...(subject && { subject: { contains: subject, mode: 'insensitive' } }),
    recordedAt: { ...(from && { gte: from }), ...(to && { lt: to }) },
  }
}

function beforeWhere({ recordedAt, id }: Cursor): Prisma.AuditEventWhereInput {
  return { OR: [{ recordedAt: { lt: recordedAt } }, { recordedAt, id: { lt: id } }] }
}

function parseCursor(cursor: string | null): Cursor | null {
  const [time = '', id = ''] = (cursor ?? '').split('_')
  const recordedAt = new Date(time)

  return Number.isNaN(recordedAt.getTime()) || id === '' ? null : { recordedAt, id }
}

type StoredEvent = Prisma.AuditEventGetPayload<{ include: typeof withActor }>

async function toEvents(rows: readonly StoredEvent[]): Promise<AuditLogEvent[]> {
  const names = await loadSubjectNames(rows.map((row) => row.subject))

  return rows.map((row) => ({
    id: row.id,
    recordedAt: row.recordedAt,
    actor: row.actor,
    done: describe(row, names),
  }))
}
