import type { DomainErrorCode } from '../../../core/domain-error.ts'
import type { DraftQuestion } from '../../../core/questions/import/draft.ts'
import type { BankQuestion, Duplicate } from '../../../core/questions/import/duplicates.ts'
import type { BankContent, ExportFormat, ExportedFile } from './export.server.ts'
import type { QuestionFilePreview } from './preview.server.ts'

/** What the thread for question files can be asked to do. */
export type FileOrder =
  | { kind: 'read'; bytes: Uint8Array; fileName: string; bank: readonly BankQuestion[] }
  | { kind: 'compare'; drafts: readonly DraftQuestion[]; bank: readonly BankQuestion[] }
  | { kind: 'export'; content: BankContent; format: ExportFormat }
  | { kind: 'failed_rows'; drafts: readonly DraftQuestion[]; sentences: readonly string[] }

export type FileResults = {
  read: QuestionFilePreview
  compare: Duplicate[]
  export: ExportedFile
  failed_rows: Uint8Array
}

export type FileReply =
  | { result: FileResults[keyof FileResults] }
  | { refusal: { code: DomainErrorCode; details: Readonly<Record<string, unknown>> } }
