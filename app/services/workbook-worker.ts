/**
 * Reads the first worksheet of an untrusted workbook in a thread of its own: a large file must not hold up the answers
 * of people who are taking a paper, and one made to fill the memory ends this thread and nothing else.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { DomainError } from '../core/domain-error.ts'
import { binaryKindOf, zipKindOf } from './questions/files/file-kind.server.ts'
import type { RefusalReason } from './questions/files/refusal.ts'
import { readPlainRows } from './questions/files/xlsx/plain-rows.ts'
import { openZip } from './questions/files/zip.server.ts'
import type { UnreadableReason, WorkbookOrder, WorkbookReply } from './workbook-orders.ts'

const REASONS: Partial<Record<RefusalReason, UnreadableReason>> = {
  macros: 'has_macros',
  legacy_excel: 'old_format',
  legacy_office: 'old_format',
  password: 'old_format',
  zip_bomb: 'too_large',
  document_too_large: 'too_large',
  sheet_too_large: 'too_many_rows',
}

parentPort?.postMessage(await answer(workerData as WorkbookOrder))

async function answer({ bytes, bounds }: WorkbookOrder): Promise<WorkbookReply> {
  try {
    const buffer = Buffer.from(bytes)
    if (binaryKindOf(buffer) !== 'zip') return { reason: 'not_a_workbook' }
    const zip = await openZip(buffer, bounds.maxInflatedBytes)
    if ((await zipKindOf(zip)) !== 'xlsx') return { reason: 'not_a_workbook' }
    const rows = await readPlainRows(zip, bounds)

    return rows ? { rows } : { reason: 'no_sheet' }
  } catch (error) {
    const reason =
      error instanceof DomainError ? REASONS[error.details['reason'] as RefusalReason] : undefined

    return { reason: reason ?? 'not_a_workbook' }
  }
}
