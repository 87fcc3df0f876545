import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { db } from '../db/client.server.ts'
import type { SlowOrders, SlowResults } from './slow-work-orders.ts'
import { projectFile } from './project-file.server.ts'

const WORKER = projectFile('app/services/slow-work-worker.ts')
const WITHIN_MS = 15 * 60_000
/** A bound that a hundred thousand attempts stay far below; it also has the thread tidy up in time. */
const MAX_MEMORY_MB = 512

/** A thread takes half a second of processor time to begin: fewer attempts than this are done with before. */
const MANY_ATTEMPTS = 2_000

/** Whether the work on a round's attempts would hold up the answers of people who are taking a paper. */
export async function hasManyAttempts(roundId: string): Promise<boolean> {
  return (await db.attempt.count({ where: { roundId }, take: MANY_ATTEMPTS })) === MANY_ATTEMPTS
}

/**
 * Does a piece of background work in a thread of its own, with connections of its own.
 * @throws whatever the work throws, and an AbortError when it takes too long
 */
export async function inSlowThread<K extends keyof SlowOrders>(
  kind: K,
  order: SlowOrders[K],
): Promise<SlowResults[K]> {
  const worker = new Worker(WORKER, {
    workerData: { kind, order },
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  })
  try {
    const [result] = (await once(worker, 'message', { signal: AbortSignal.timeout(WITHIN_MS) })) as [
      SlowResults[K],
    ]

    return result
  } finally {
    await worker.terminate()
  }
}
