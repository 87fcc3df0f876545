import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import writeExcelFile from 'write-excel-file/node'
import { DomainError } from '../core/domain-error.ts'
import type { SheetRows } from '../core/sheet-table.ts'
import type { UnreadableReason, WorkbookOrder, WorkbookReply } from './workbook-orders.ts'
import { projectFile } from './project-file.server.ts'

const WORKER = projectFile('app/services/workbook-worker.ts')

/** A hundred thousand rows of a roster inflate to about 40 MB. */
const MAX_INFLATED_BYTES = 120 * 1024 * 1024
const MAX_COLUMNS = 60
const MAX_MEMORY_MB = 768
const READ_WITHIN_MS = 60_000

/**
 * The cells of the first worksheet of an XLSX file as text, read within bounds in a thread of its own.
 * @throws DomainError workbook_unreadable {reason}
 */
export async function readWorkbook(bytes: Uint8Array, { maxRows }: { maxRows: number }): Promise<SheetRows> {
  const order: WorkbookOrder = {
    bytes,
    bounds: { maxRows, maxInflatedBytes: MAX_INFLATED_BYTES, maxColumns: MAX_COLUMNS },
  }
  const worker = new Worker(WORKER, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  })
  try {
    const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(READ_WITHIN_MS) })) as [
      WorkbookReply,
    ]
    if ('reason' in answer) throw unreadable(answer.reason)

    return answer.rows
  } catch (error) {
    if (error instanceof DomainError) throw error
    // Out of memory or out of time: the file is too much for us, whatever is in it.
    throw unreadable('too_large')
  } finally {
    await worker.terminate()
  }
}

export function unreadable(reason: UnreadableReason): DomainError {
  return new DomainError('workbook_unreadable', { reason })
}

export type WorkbookSheet = {
  name: string
  /** Heading and width in characters of each column. */
  columns: readonly { heading: string; width: number }[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** An XLSX file with bold headings that stay in view; cells that look like formulas stay text. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
      data: [
        columns.map(({ heading }) => ({ value: heading, fontWeight: 'bold' as const, wrap: true })),
        // Bare values are text or numbers as they come, without an object for each of two million cells.
        ...rows.map((row) => [...row]),
      ],
    })),
  ).toBuffer()
}
