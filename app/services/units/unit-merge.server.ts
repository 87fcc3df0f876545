import { dateOfDay } from '../../core/calendar-day.ts'
import { DomainError } from '../../core/domain-error.ts'
import { branchOf } from '../../core/units/unit-tree.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { lockUnitTree, requireUnit, saveAlias } from './unit-changes.server.ts'
import type { ChangedBy } from './unit-changes.server.ts'

export type MergeEffect = {
  source: { id: string; name: string; headCount: number | null }
  target: { id: string; name: string; headCount: number | null; isSigned: boolean }
  /** What moves to the target. */
  people: number
  standings: number
  children: number
  aliases: number
}

/**
 * What merging would move; nothing is changed.
 * @throws DomainError not_found | unit_unusable when the two can't be merged
 */
export async function previewMerge(sourceId: string, targetId: string): Promise<MergeEffect> {
  const { source, target } = await requirePair(db, sourceId, targetId)
  const [people, standings, children, aliases] = await Promise.all([
    db.user.count({ where: { unitId: sourceId } }),
    db.standing.count({ where: { unitId: sourceId } }),
    db.unit.count({ where: { parentId: sourceId, mergedIntoId: null } }),
    db.unitAlias.count({ where: { unitId: sourceId } }),
  ])

  return {
    source: { id: source.id, name: source.name, headCount: source.headCount },
    target: {
      id: target.id,
      name: target.name,
      headCount: target.headCount,
      isSigned: target.headCountSignedOn !== null,
    },
    people,
    standings,
    children,
    aliases,
  }
}

export type MergeUnits = { sourceId: string; targetId: string; mergedOn: string; reason: string }

/**
 * Merges a unit into another: people, standings, units below and former names move, the source's own name becomes a
 * former name of the target with its date. The source stays as a row that is offered nowhere, so that the audit log
 * goes on to mean something. The target's head-count is left alone: it is somebody's signature.
 * @throws DomainError not_found | unit_unusable
 */
export async function mergeUnits(merge: MergeUnits, { actorId, now }: ChangedBy): Promise<void> {
  const { sourceId, targetId, mergedOn, reason } = merge
  await db.$transaction(async (tx) => {
    await lockUnitTree(tx)
    const { source, target } = await requirePair(tx, sourceId, targetId)
    // Nobody can be put into the source any more from here on.
    await tx.$executeRaw`SELECT id FROM unit WHERE id = ${sourceId} FOR UPDATE`
    await tx.unit.update({
      where: { id: sourceId },
      // A unit that ended before keeps its own end.
      data: { mergedIntoId: targetId, parentId: null, validTo: lastDayOf(source, mergedOn) },
    })
    // People first: whoever ends an attempt now either has written the old standing already, which follows in the
    // next statement, or waits for this row and reads the new unit.
    const people = await tx.user.updateMany({ where: { unitId: sourceId }, data: { unitId: targetId } })
    const standings = await tx.standing.updateMany({
      where: { unitId: sourceId },
      data: { unitId: targetId },
    })
    const children = await tx.unit.updateMany({ where: { parentId: sourceId }, data: { parentId: targetId } })
    await moveAliases(tx, sourceId, targetId)
    await saveAlias(tx, { unitId: targetId, name: source.name, replacedOn: mergedOn })
    await recordAudit(tx, {
      actorId,
      action: 'unit.merge',
      subject: `unit:${targetId}`,
      details: {
        source: { id: sourceId, code: source.code, name: source.name, headCount: source.headCount },
        target: target.name,
        mergedOn,
        reason,
        people: people.count,
        standings: standings.count,
        children: children.count,
      },
      now,
    })
  })
}

async function requirePair(tx: Tx, sourceId: string, targetId: string) {
  const [source, target] = [await requireUnit(tx, sourceId), await requireUnit(tx, targetId)]
  const units = await tx.unit.findMany({ select: { id: true, parentId: true } })
  // Into itself or into something below it: the branch would hang in the air.
  if (branchOf(sourceId, units).includes(targetId)) throw new DomainError('unit_unusable')

  return { source, target }
}

/** The day before the merger, unless the unit is younger than that. */
function lastDayOf(
  { validFrom, validTo }: { validFrom: Date | null; validTo: Date | null },
  mergedOn: string,
): Date {
  const dayBefore = new Date(dateOfDay(mergedOn).getTime() - 24 * 60 * 60_000)
  if (validTo !== null && validTo < dayBefore) return validTo

  return validFrom !== null && validFrom > dayBefore ? validFrom : dayBefore
}

async function moveAliases(tx: Tx, sourceId: string, targetId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE unit_alias a SET unit_id = ${targetId}
    WHERE a.unit_id = ${sourceId}
      AND NOT EXISTS (SELECT 1 FROM unit_alias b WHERE b.unit_id = ${targetId} AND b.search_name = a.search_name)`
  await tx.unitAlias.deleteMany({ where: { unitId: sourceId } })
}
