/**
 * Does the slow work on question files in a thread of its own: a large file must not hold up the answers of people who
 * are taking a paper, and one made to fill the memory ends this thread and nothing else.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { rowsOfDrafts } from '../../../core/questions/export/sheet-rows.ts'
import { DomainError } from '../../../core/domain-error.ts'
import { findDuplicates } from '../../../core/questions/import/duplicates.ts'
import { exportBank } from './export.server.ts'
import { previewQuestionFile } from './preview.server.ts'
import type { FileOrder, FileReply, FileResults } from './worker-orders.ts'
import { writeXlsx } from './write-xlsx.server.ts'

parentPort?.postMessage(await reply(workerData as FileOrder))

async function reply(order: FileOrder): Promise<FileReply> {
  try {
    return { result: await carryOut(order) }
  } catch (error) {
    if (error instanceof DomainError) return { refusal: { code: error.code, details: error.details } }
    throw error
  }
}

async function carryOut(order: FileOrder): Promise<FileResults[keyof FileResults]> {
  switch (order.kind) {
    case 'read':
      return previewQuestionFile(Buffer.from(order.bytes), order.fileName, { bank: order.bank })
    case 'compare':
      return findDuplicates(order.drafts, order.bank)
    case 'export':
      return exportBank(order.content, order.format)
    case 'failed_rows':
      return writeXlsx(
        rowsOfDrafts(order.drafts, (draft) => order.sentences[order.drafts.indexOf(draft)] ?? ''),
      )
    default:
      return order satisfies never
  }
}
