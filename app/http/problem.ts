import type { DomainError, DomainErrorCode } from '../core/domain-error.ts'

/** The one table from refusals to HTTP statuses; a code without a status fails the typecheck. */
const STATUS_OF_CODE = {
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  invalid_input: 422,
  round_not_open: 409,
  round_not_found: 404,
  attempts_used_up: 409,
  another_attempt_running: 409,
  blueprint_not_met: 409,
  attempt_not_found: 404,
  attempt_ended: 410,
  revision_conflict: 409,
  unknown_position: 422,
  unknown_option: 422,
  prediction_invalid: 422,
  login_name_taken: 409,
  wrong_credentials: 401,
  account_locked: 403,
  too_many_tries: 429,
  link_used_or_expired: 410,
  extension_not_later: 422,
  round_already_closed: 409,
  reason_missing: 422,
  bank_not_found: 404,
  question_not_found: 404,
  topic_unknown: 422,
  version_outdated: 409,
  question_incomplete: 422,
  nothing_changed: 422,
  note_missing: 422,
  round_left_short: 409,
  amendment_not_found: 404,
  person_not_found: 404,
  own_account: 409,
  last_administrator: 409,
  round_not_settled: 409,
  complaint_not_found: 404,
  complaint_window_closed: 409,
  complaint_already_open: 409,
  complaint_subject_hidden: 403,
  complaint_state_changed: 409,
  decider_is_involved: 403,
  extra_time_overtaken: 409,
  announcement_not_found: 404,
  announcement_overtaken: 409,
  announcement_withdrawn: 409,
  settings_locked: 409,
  settings_changed: 409,
  round_incomplete: 422,
  opening_passed: 422,
  slug_taken: 409,
  document_not_pdf: 422,
  too_many_documents: 422,
  upload_missing: 422,
  step_overtaken: 409,
  upload_too_large: 413,
  closing_step_not_open: 409,
  participant_not_found: 422,
  nothing_to_draw: 409,
  lots_incomplete: 422,
  prizes_missing: 409,
  ties_undecided: 409,
  identities_unchecked: 409,
  workbook_unreadable: 422,
  consent_missing: 403,
  code_wrong_or_expired: 401,
  unit_code_taken: 409,
  unit_in_own_branch: 422,
  unit_unusable: 422,
  head_count_signed: 409,
  import_gone: 404,
  question_file_refused: 422,
  import_not_whole: 409,
  correction_invalid: 422,
  regrade_state_changed: 409,
  regrade_not_ready: 409,
  regrade_outdated: 409,
} satisfies Record<DomainErrorCode, number>

/** The code of a failure of ours, whatever it was. */
export const INTERNAL_ERROR = 'internal_error'

/** RFC 9457 problem details; `code` is stable, `requestId` is what a user can quote. */
export type Problem = { type: string; title: string; status: number; code: string; requestId: string }

export function statusOf(code: DomainErrorCode): number {
  return STATUS_OF_CODE[code]
}

/** How long a refusal asks to wait, in milliseconds; null when it does not. */
export function retryAfterMsOf({ details }: DomainError): number | null {
  return typeof details.retryAfterMs === 'number' ? details.retryAfterMs : null
}

export function problemOf(error: DomainError, requestId: string): Problem & Record<string, unknown> {
  return { ...error.details, ...createProblem(error.code, statusOf(error.code), requestId) }
}

/** A problem that is not a refusal by a use case: unreadable requests and our own failures. */
export function createProblem(code: string, status: number, requestId: string): Problem {
  return { type: 'about:blank', title: code.replaceAll('_', ' '), status, code, requestId }
}
