import { parseDay } from '../core/calendar-day.ts'
import { instantOfLocalTime } from '../core/local-time.ts'

/** Names of the parameters in the address of the audit log; also of the controls of its form. */
export const AUDIT_PARAMS = {
  actor: 'nguoi',
  action: 'viec',
  subject: 'doi-tuong',
  from: 'tu',
  to: 'den',
  cursor: 'truoc',
} as const

export type AuditQuery = Record<'actor' | 'action' | 'subject' | 'from' | 'to', string>

const DAY_MS = 24 * 60 * 60_000
const MAX_LENGTH = 200

/** What the address of the log asks for, as it was typed; `period` in instants, days of Vietnam, the last one included. */
export function parseAuditQuery(url: string): {
  query: AuditQuery
  period: { from: Date | null; to: Date | null }
  cursor: string | null
} {
  const { searchParams } = new URL(url)
  const valueOf = (name: keyof typeof AUDIT_PARAMS) =>
    (searchParams.get(AUDIT_PARAMS[name]) ?? '').slice(0, MAX_LENGTH)
  const query = {
    actor: valueOf('actor'),
    action: valueOf('action'),
    subject: valueOf('subject').trim(),
    from: valueOf('from').trim(),
    to: valueOf('to').trim(),
  }
  const from = startOfDay(query.from)
  const to = startOfDay(query.to)

  return {
    query,
    period: { from, to: to && new Date(to.getTime() + DAY_MS) },
    cursor: valueOf('cursor') || null,
  }
}

/** The address's query for this; empty parameters are left out. */
export function auditQueryOf(query: AuditQuery, more: Record<string, string> = {}): string {
  const values = (Object.keys(query) as (keyof AuditQuery)[]).map(
    (name) => [AUDIT_PARAMS[name], query[name]] as const,
  )

  return new URLSearchParams([
    ...values.filter(([, value]) => value !== '').map(([name, value]) => [name, value]),
    ...Object.entries(more),
  ]).toString()
}

function startOfDay(typed: string): Date | null {
  const day = parseDay(typed)

  return day === null ? null : instantOfLocalTime(`${day}T00:00`)
}
