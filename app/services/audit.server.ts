import type { Prisma } from '../db/generated/client.ts'
import type { Tx } from '../db/client.server.ts'

/** Everything an organizer can do, as the audit log names it. */
export type AuditAction =
  | 'round.extend'
  | 'round.close'
  | 'bank.load'
  | 'profile_request.handle'
  | 'item_analysis.request'
  | BankAction
  | StaffAction
  | ComplaintAction

type BankAction =
  | 'question.create'
  | 'question.edit'
  | 'question.import'
  | 'question.submit'
  | 'question.withdraw'
  | 'question.approve'
  | 'question.reject'
  | 'question.retire'
  | 'question.restore'
  | 'question.flag'
  | 'question.unflag'
  | 'question.reflag'
  | 'amendment.record'
  | 'amendment.remove'

type StaffAction =
  | 'staff.invite'
  | 'staff.link'
  | 'staff.role'
  | 'staff.lock'
  | 'staff.unlock'
  | 'audit.export'
  | 'round.extend'
  | 'round.close'
  | 'attempt.extend'
  | 'announcement.publish'
  | 'announcement.edit'
  | 'announcement.withdraw'
  | 'bank.load'
  | 'profile_request.handle'

/** The steps of a complaint; the participant's own are logged too, so that its way is whole. */
const COMPLAINT_ACTIONS = [
  'complaint.file',
  'complaint.withdraw',
  'complaint.acknowledge',
  'complaint.answer',
] as const
export type ComplaintAction = (typeof COMPLAINT_ACTIONS)[number]

export function isComplaintAction(action: string): action is ComplaintAction {
  return COMPLAINT_ACTIONS.some((known) => known === action)
}

export type AuditEntry = {
  /** Null for commands run by the operator of the server. */
  actorId: string | null
  action: AuditAction
  /** What was acted on, such as "round:dot-1". */
  subject: string
  details: Prisma.InputJsonObject
  now: Date
}

/** Adds to the audit log inside the transaction of the action itself: neither exists without the other (invariant 10). */
export async function recordAudit(
  tx: Tx,
  { actorId, action, subject, details, now }: AuditEntry,
): Promise<void> {
  await tx.auditEvent.create({ data: { actorId, action, subject, details, recordedAt: now } })
}
