import type { Prisma } from '../db/generated/client.ts'
import { db } from '../db/client.server.ts'
import type { Tx } from '../db/client.server.ts'

/** Everything the staff can do, and what participants do that concerns them, as the audit log names it. */
export type AuditAction =
  | RoundAction
  | ClosingAction
  | SetupAction
  | BankAction
  | PeopleAction
  | StaffAction
  | AnnouncementAction
  | ComplaintAction
  | RegradeAction

type RoundAction = 'round.extend' | 'round.close' | 'attempt.extend' | 'item_analysis.request'

/** The steps of closing a round (core/closing/closing). */
export type ClosingAction =
  | 'round.request_anomalies'
  | 'round.review_anomalies'
  | 'round.exclude'
  | 'round.lift_exclusion'
  | 'round.settle_exclusions'
  | 'round.set_prizes'
  | 'round.draw_lots'
  | 'round.settle_candidates'
  | 'round.check_identity'
  | 'round.settle_identities'
  | 'round.save_minutes'
  | 'round.publish_official'
  | 'round.finalize'

export const SETUP_ACTIONS = [
  'contest.create',
  'contest.update',
  'contest.rank',
  'contest.make_current',
  'contest.add_document',
  'contest.remove_document',
  'round.create',
  'round.update',
  'round.delete',
  'round.schedule',
  'round.unschedule',
  'round.renew_questions',
] as const
export type SetupAction = (typeof SETUP_ACTIONS)[number]

type BankAction =
  | 'bank.load'
  | 'question.create'
  | 'question.edit'
  | 'question.import'
  | 'question.export'
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

type PeopleAction =
  | 'profile_request.handle'
  | 'person.import'
  | 'person.slips'
  | 'person.code'
  | 'person.lock'
  | 'person.unlock'
  | 'person.correct'
  | 'person.distinct'
  | 'person.undistinct'
  | 'unit.create'
  | 'unit.change'
  | 'unit.move'
  | 'unit.sign_off'
  | 'unit.reopen'
  | 'unit.alias'
  | 'unit.alias_remove'
  | 'unit.merge'
  | 'unit.import'

type StaffAction =
  'staff.invite' | 'staff.link' | 'staff.role' | 'staff.lock' | 'staff.unlock' | 'audit.export'

type AnnouncementAction = 'announcement.publish' | 'announcement.edit' | 'announcement.withdraw'

/** The steps of a complaint; the participant's own are logged too, so that its way is whole. */
type ComplaintAction = 'complaint.file' | 'complaint.withdraw' | 'complaint.acknowledge' | 'complaint.answer'

/** The steps of a regrade; the last one is recorded when it takes effect. */
type RegradeAction =
  | 'regrade.correct'
  | 'regrade.remove'
  | 'regrade.renew'
  | 'regrade.cancel'
  | 'regrade.confirm'
  | 'round.regrade'

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

/** Runs work of another room (accounts and their secrets) in one transaction with the entry that records it. */
export async function withAudit<T>(entry: AuditEntry, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    const result = await work(tx)
    await recordAudit(tx, entry)

    return result
  })
}
