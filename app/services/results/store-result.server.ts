import { db } from '../../db/client.server.ts'
import { isUniqueViolation } from '../../db/errors.server.ts'
import { takeSnapshot } from './results-snapshot.server.ts'

/** Rows per statement. */
const CHUNK = 2_000
const STORE_WITHIN = { timeout: 2 * 60_000 }

export type ResultToStore = { roundId: string; roundSlug: string; now: Date }

/**
 * Takes the files of a declared result and stores them.
 * @returns false when another process was first, or the result was corrected since it was looked for
 */
export async function storeResult({ roundId, roundSlug, now }: ResultToStore): Promise<boolean> {
  const { resultAt, rows, resultsSha256, fullFile, boardFile } = await takeSnapshot(roundSlug, now)
  // The next run sees what it is now.
  if (!resultAt) return false
  try {
    await db.$transaction(async (tx) => {
      const { id: snapshotId } = await tx.resultSnapshot.create({
        data: {
          roundId,
          resultAt,
          takenAt: now,
          resultsSha256,
          fullFile: new Uint8Array(fullFile),
          boardFile: new Uint8Array(boardFile),
        },
        select: { id: true },
      })
      for (let from = 0; from < rows.length; from += CHUNK)
        await tx.publishedRow.createMany({
          data: rows.slice(from, from + CHUNK).map((row) => ({ snapshotId, ...row })),
        })
    }, STORE_WITHIN)

    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}
