import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { DomainError } from '../../core/domain-error.ts'
import type { DraftQuestion } from '../../core/questions/import/draft.ts'
import { findDuplicates } from '../../core/questions/import/duplicates.ts'
import type { BankQuestion, Duplicate } from '../../core/questions/import/duplicates.ts'
import { refuseFile } from './files/refusal.ts'
import type { FileOrder, FileReply, FileResults } from './files/worker-orders.ts'
import { projectFile } from '../project-file.server.ts'

const WORKER = projectFile('app/services/questions/files/worker.ts')
/** A file of 5,000 questions takes some 300 MB and a few seconds. */
const MAX_MEMORY_MB = 1_024
const WITHIN_MS = 60_000
/** A comparison of so many questions takes some milliseconds: less than a thread takes to begin. */
const FEW_QUESTIONS = 300

/**
 * Has an order carried out away from the thread that serves answers, within bounds of memory and time.
 * @throws DomainError question_file_refused, also for a file that is too much for the bounds
 */
export async function inFileThread<K extends FileOrder['kind']>(
  order: Extract<FileOrder, { kind: K }>,
): Promise<FileResults[K]> {
  const worker = new Worker(WORKER, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  })
  try {
    const [reply] = (await once(worker, 'message', { signal: AbortSignal.timeout(WITHIN_MS) })) as [FileReply]
    if ('refusal' in reply) throw new DomainError(reply.refusal.code, reply.refusal.details)

    return reply.result as FileResults[K]
  } catch (error) {
    if (error instanceof DomainError || !isOutOfBounds(error)) throw error
    throw refuseFile('document_too_large')
  } finally {
    await worker.terminate()
  }
}

function isOutOfBounds(error: unknown): boolean {
  if (!(error instanceof Error)) return false

  return error.name === 'AbortError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
}

/** What the bank has of these questions already; thousands against thousands are compared in the thread for files. */
export async function compareWithBank(
  drafts: readonly DraftQuestion[],
  bank: readonly BankQuestion[],
): Promise<Duplicate[]> {
  if (drafts.length + bank.length <= FEW_QUESTIONS) return findDuplicates(drafts, bank)

  return inFileThread<'compare'>({ kind: 'compare', drafts, bank })
}
