import { db } from '../../db/client.server.ts'
import { basisOf } from './regrade-sets.server.ts'
import { computePreview } from './regrade-figures.server.ts'
import type { PreviewTask } from './regrade-figures.server.ts'
import { parseRound } from '../rounds/rounds.server.ts'
import { hasManyAttempts, inSlowThread } from '../slow-work.server.ts'

/** A process that took a preview on and was not heard of for this long is taken for dead. */
const SILENT_FOR_MS = 60_000

/**
 * Computes the previews that are asked for, of settled rounds. Every process may run it at any time: a set is taken on by
 * one, twice gives the same figures, and a set that is changed meanwhile is left.
 * @returns ids of the sets that were previewed by this call
 */
export async function previewRegrades(now: Date): Promise<string[]> {
  const done: string[] = []
  for (let task = await takeOn(now); task !== null; task = await takeOn(now)) {
    const basis = await basisOf(db, task.round)
    const isLarge = await hasManyAttempts(task.round.id)
    const preview = await (isLarge ? inSlowThread('preview_regrade', task) : computePreview(task))
    if (!preview) continue
    const { count } = await db.regrade.updateMany({
      where: { id: task.regradeId, previewKey: task.previewKey, state: 'draft' },
      data: { preview, basis, previewedAt: now, requestedAt: null, heardAt: null },
    })
    if (count === 1) done.push(task.regradeId)
  }

  return done
}

async function takeOn(now: Date): Promise<PreviewTask | null> {
  const silentSince = new Date(now.getTime() - SILENT_FOR_MS)
  const rows = await db.$queryRaw<{ id: string; round_id: string; preview_key: string }[]>`
    UPDATE regrade SET heard_at = ${now}, done_count = 0
    WHERE id = (
      SELECT g.id FROM regrade g JOIN round r ON r.id = g.round_id
      WHERE g.state = 'draft' AND g.requested_at <= ${now} AND r.settled_at IS NOT NULL
        AND (g.heard_at IS NULL OR g.heard_at < ${silentSince})
      ORDER BY g.requested_at LIMIT 1 FOR UPDATE OF g SKIP LOCKED)
    RETURNING id, round_id, preview_key`
  const row = rows[0]
  if (!row) return null
  const [round, corrections] = await Promise.all([
    db.round.findUniqueOrThrow({ where: { id: row.round_id } }),
    db.keyCorrection.findMany({ where: { regradeId: row.id }, orderBy: { questionVersionId: 'asc' } }),
  ])

  return {
    regradeId: row.id,
    previewKey: row.preview_key,
    round: parseRound(round),
    corrections: corrections.map(({ questionVersionId, kind, options }) => ({
      versionId: questionVersionId,
      kind,
      options,
    })),
  }
}
