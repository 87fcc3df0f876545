/**
 * Every refusal the use cases can answer with. The code is stable: it is the `code` of problem+json replies,
 * the key of the message shown to people (app/i18n) and of the HTTP status (app/http/domain-response.ts).
 */
export type DomainErrorCode =
  | 'not_signed_in'
  | 'not_allowed'
  | 'not_found'
  | 'invalid_input'
  | 'round_not_open'
  | 'round_not_found'
  | 'attempts_used_up'
  | 'another_attempt_running'
  | 'blueprint_not_met'
  | 'attempt_not_found'
  | 'attempt_ended'
  | 'revision_conflict'
  | 'unknown_position'
  | 'unknown_option'
  | 'prediction_invalid'
  | 'login_name_taken'
  | 'wrong_credentials'
  | 'account_locked'
  | 'too_many_tries'
  | 'link_used_or_expired'
  | 'extension_not_later'
  | 'round_already_closed'
  | 'reason_missing'
  | 'bank_not_found'
  | 'question_not_found'
  | 'topic_unknown'
  | 'version_outdated'
  | 'nothing_changed'
  | 'note_missing'
  | 'round_left_short'
  | 'amendment_not_found'
  | 'person_not_found'
  | 'own_account'
  | 'last_administrator'
  | 'round_not_settled'
  | 'complaint_not_found'
  | 'complaint_window_closed'
  | 'complaint_already_open'
  | 'complaint_subject_hidden'
  | 'complaint_state_changed'
  | 'decider_is_involved'
  | 'extra_time_overtaken'
  | 'announcement_not_found'
  | 'announcement_overtaken'
  | 'announcement_withdrawn'
  | 'settings_locked'
  | 'settings_changed'
  | 'round_incomplete'
  | 'opening_passed'
  | 'slug_taken'
  | 'document_not_pdf'
  | 'too_many_documents'
  | 'upload_missing'
  | 'upload_too_large'
  | 'closing_step_not_open'
  | 'participant_not_found'
  | 'nothing_to_draw'
  | 'lots_incomplete'
  | 'prizes_missing'
  | 'ties_undecided'
  | 'identities_unchecked'
  | 'workbook_unreadable'
  | 'consent_missing'
  | 'code_wrong_or_expired'
  | 'unit_code_taken'
  | 'unit_in_own_branch'
  | 'unit_unusable'
  | 'head_count_signed'
  | 'import_gone'
  | 'question_file_refused'
  | 'import_not_whole'
  | 'correction_invalid'
  | 'regrade_state_changed'
  | 'regrade_not_ready'
  | 'regrade_outdated'

/** An expected refusal, never a bug: services throw it, app/http turns it into a response. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: DomainErrorCode
  /** Facts the reply may carry (counts, dates, the newer copy of an attempt); never personal data of others. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: DomainErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
