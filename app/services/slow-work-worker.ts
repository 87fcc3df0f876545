/**
 * Background work on a round of many attempts in a thread of its own: sorting, hashing and writing sixty thousand rows
 * takes seconds in one piece, and nobody's answer may wait for it.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { disconnectDatabase } from '../db/client.server.ts'
import { computePreview } from './regrades/regrade-figures.server.ts'
import type { SlowOrder, SlowResults } from './slow-work-orders.ts'
import { storeResult } from './results/store-result.server.ts'

const result = await carryOut(workerData as SlowOrder)
await disconnectDatabase()
parentPort?.postMessage(result)

async function carryOut({ kind, order }: SlowOrder): Promise<SlowResults[keyof SlowResults]> {
  switch (kind) {
    case 'store_result':
      return storeResult(order)
    case 'preview_regrade':
      return computePreview(order)
    default:
      return kind satisfies never
  }
}
