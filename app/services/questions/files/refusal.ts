import { DomainError } from '../../../core/domain-error.ts'

/** Why a file is not read at all; each has a sentence in app/i18n/messages/question-import. */
export type RefusalReason =
  | 'empty'
  | 'too_large'
  | 'too_many_questions'
  | 'no_questions'
  | 'unknown_format'
  | 'zip_broken'
  | 'zip_bomb'
  | 'zip_unsafe_names'
  | 'password'
  | 'macros'
  | 'legacy_word'
  | 'legacy_excel'
  | 'legacy_office'
  | 'binary_workbook'
  | 'open_document'
  | 'rich_text'
  | 'web_page'
  | 'pdf'
  | 'picture'
  | 'archive'
  | 'xml_dtd'
  | 'xml_broken'
  | 'xml_unknown'
  | 'yaml_broken'
  | 'sheet_too_large'
  | 'document_too_large'

/** A file that is refused with a sentence: `reason` picks it, the other details fill it. */
export function refuseFile(
  reason: RefusalReason,
  details: Record<string, string | number> = {},
): DomainError {
  return new DomainError('question_file_refused', { reason, ...details })
}
