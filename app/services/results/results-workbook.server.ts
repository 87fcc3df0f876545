import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ResultsPerson } from '../../core/results/results-sheets.ts'
import { pool } from '../../db/client.server.ts'
import { readFullFile } from './published-results.server.ts'
import { projectFile } from '../project-file.server.ts'

const WORKER = projectFile('app/services/results/results-workbook-worker.ts')
const WRITE_WITHIN_MS = 5 * 60_000
/** Also has the thread tidy up in time: it would take twice as much where there is plenty. */
const MAX_MEMORY_MB = 1_024

/** What the thread needs. */
export type WorkbookOrder = {
  gzipped: Uint8Array
  roundSlug: string
  /** By pseudonym. */
  people: ReadonlyMap<string, ResultsPerson>
}

/**
 * The stored official result of a round as an XLSX file, with the names that people have now.
 * @throws DomainError round_not_found | round_not_settled
 */
export async function makeResultsWorkbook(roundSlug: string, now: Date): Promise<Uint8Array> {
  const { snapshotId, fullFile } = await readFullFile(roundSlug, now)
  const order: WorkbookOrder = { gzipped: fullFile, roundSlug, people: await loadPeople(snapshotId) }
  const worker = new Worker(WORKER, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  })
  try {
    const [bytes] = (await once(worker, 'message', { signal: AbortSignal.timeout(WRITE_WITHIN_MS) })) as [
      Uint8Array,
    ]

    return bytes
  } finally {
    await worker.terminate()
  }
}

async function loadPeople(snapshotId: string): Promise<ReadonlyMap<string, ResultsPerson>> {
  const { rows } = await pool.query<{ pseudonym: string; full_name: string; login_name: string }>(
    `SELECT r.pseudonym, u.full_name, u.login_name
     FROM published_row r JOIN user_account u ON u.id = r.participant_id WHERE r.snapshot_id = $1`,
    [snapshotId],
  )

  return new Map(rows.map((row) => [row.pseudonym, { fullName: row.full_name, loginName: row.login_name }]))
}
