import { dateOfDay, dayOfDate } from '../../core/calendar-day.ts'
import { DomainError } from '../../core/domain-error.ts'
import type { UnitForm } from '../../core/units/unit-form.ts'
import { makeUnitCode } from '../../core/units/unit-sheet.ts'
import { branchOf } from '../../core/units/unit-tree.ts'
import { foldForSearch } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { isUniqueViolation } from '../../db/errors.server.ts'
import type { Unit } from '../../db/generated/client.ts'
import { recordAudit } from '../audit.server.ts'

/** Who changes something, and when. */
export type ChangedBy = { actorId: string; now: Date }

/**
 * Adds a unit as the last child of its parent.
 * @returns its id
 * @throws DomainError unit_code_taken | unit_unusable when the parent is none any more
 */
export async function createUnit(form: UnitForm, { actorId, now }: ChangedBy): Promise<string> {
  try {
    return await db.$transaction(async (tx) => {
      await lockUnitTree(tx)
      await requireParent(tx, form.parentId)
      const code = form.code ?? makeUnitCode(form.name, await usedCodes(tx))
      const position = await nextPosition(tx, form.parentId)
      const { id } = await tx.unit.create({
        data: { ...columnsOf(form), code, position },
        select: { id: true },
      })
      await recordAudit(tx, {
        actorId,
        action: 'unit.create',
        subject: `unit:${id}`,
        details: { name: form.name, code, ...auditValuesOf(form) },
        now,
      })

      return id
    })
  } catch (error) {
    throw isUniqueViolation(error) ? new DomainError('unit_code_taken') : error
  }
}

/**
 * Changes a unit; what stays the same is not written to the audit log.
 * @throws DomainError not_found | unit_code_taken | unit_unusable | unit_in_own_branch
 * @throws DomainError head_count_signed when the number would change although it was signed off
 */
export async function changeUnit(unitId: string, form: UnitForm, { actorId, now }: ChangedBy): Promise<void> {
  try {
    await db.$transaction(async (tx) => {
      await lockUnitTree(tx)
      const unit = await requireUnit(tx, unitId)
      if (unit.headCountSignedOn && unit.headCount !== form.headCount)
        throw new DomainError('head_count_signed')
      if (form.parentId !== unit.parentId) await requireNewParent(tx, unitId, form.parentId)
      const before = { name: unit.name, code: unit.code, ...auditValuesOf(formOf(unit)) }
      const after = { name: form.name, code: form.code ?? unit.code, ...auditValuesOf(form) }
      if (JSON.stringify(before) === JSON.stringify(after)) return

      await tx.unit.update({
        where: { id: unitId },
        data: {
          ...columnsOf(form),
          code: after.code,
          ...(form.parentId !== unit.parentId && { position: await nextPosition(tx, form.parentId) }),
        },
      })
      await recordAudit(tx, {
        actorId,
        action: 'unit.change',
        subject: `unit:${unitId}`,
        details: { before, after },
        now,
      })
    })
  } catch (error) {
    throw isUniqueViolation(error) ? new DomainError('unit_code_taken') : error
  }
}

/** Moves a unit one place up or down among the units of the same parent. @throws DomainError not_found */
export async function moveUnit(
  unitId: string,
  direction: 'up' | 'down',
  { actorId, now }: ChangedBy,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockUnitTree(tx)
    const unit = await requireUnit(tx, unitId)
    const brothers = await tx.unit.findMany({
      where: { parentId: unit.parentId, mergedIntoId: null },
      orderBy: [{ position: 'asc' }, { name: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const from = brothers.findIndex(({ id }) => id === unitId)
    const to = from + (direction === 'up' ? -1 : 1)
    const ids = brothers.map(({ id }) => id)
    const other = ids[to]
    if (other === undefined) return
    ids[from] = other
    ids[to] = unitId
    // Written for all of them: positions may be equal or have gaps.
    await tx.$executeRaw`
      UPDATE unit SET position = p.position FROM unnest(${ids}::text[]) WITH ORDINALITY AS p(id, position)
      WHERE unit.id = p.id AND unit.position <> p.position`
    await recordAudit(tx, {
      actorId,
      action: 'unit.move',
      subject: `unit:${unitId}`,
      details: { direction },
      now,
    })
  })
}

export type SignOff = { unitId: string; signedBy: string; signedOn: string }

/**
 * Records who answers for a unit's head-count; the number is locked from then on.
 * @throws DomainError not_found | invalid_input when there is no number yet
 */
export async function signOffHeadCount(
  { unitId, signedBy, signedOn }: SignOff,
  { actorId, now }: ChangedBy,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const unit = await requireUnit(tx, unitId)
    if (unit.headCount === null) throw new DomainError('invalid_input', { headCount: 'head_count_missing' })
    await tx.unit.update({
      where: { id: unitId },
      data: { headCountSignedBy: signedBy, headCountSignedOn: dateOfDay(signedOn) },
    })
    await recordAudit(tx, {
      actorId,
      action: 'unit.sign_off',
      subject: `unit:${unitId}`,
      details: { headCount: unit.headCount, signedBy, signedOn },
      now,
    })
  })
}

/** Opens a signed head-count again, with a reason. @throws DomainError not_found */
export async function reopenHeadCount(
  unitId: string,
  reason: string,
  { actorId, now }: ChangedBy,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const unit = await requireUnit(tx, unitId)
    if (!unit.headCountSignedOn) return
    await tx.unit.update({
      where: { id: unitId },
      data: { headCountSignedBy: null, headCountSignedOn: null },
    })
    await recordAudit(tx, {
      actorId,
      action: 'unit.reopen',
      subject: `unit:${unitId}`,
      details: {
        reason,
        headCount: unit.headCount,
        signedBy: unit.headCountSignedBy,
        signedOn: dayOfDate(unit.headCountSignedOn),
      },
      now,
    })
  })
}

export type NewAlias = { unitId: string; name: string; replacedOn: string | null }

/** Adds another name under which the unit is found; the same name again only moves its date. @throws DomainError not_found */
export async function addAlias(alias: NewAlias, { actorId, now }: ChangedBy): Promise<void> {
  const { unitId, name, replacedOn } = alias
  await db.$transaction(async (tx) => {
    await requireUnit(tx, unitId)
    await saveAlias(tx, alias)
    await recordAudit(tx, {
      actorId,
      action: 'unit.alias',
      subject: `unit:${unitId}`,
      details: { name, replacedOn },
      now,
    })
  })
}

export async function saveAlias(tx: Tx, { unitId, name, replacedOn }: NewAlias): Promise<void> {
  const searchName = foldForSearch(name)
  const data = { name, replacedOn: replacedOn === null ? null : dateOfDay(replacedOn) }
  await tx.unitAlias.upsert({
    where: { unitId_searchName: { unitId, searchName } },
    create: { unitId, searchName, ...data },
    update: data,
  })
}

/** Takes a name away again. Does nothing when it is gone already. */
export async function removeAlias(
  unitId: string,
  aliasId: string,
  { actorId, now }: ChangedBy,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const [alias] = await tx.unitAlias.findMany({ where: { id: aliasId, unitId } })
    if (!alias) return
    await tx.unitAlias.delete({ where: { id: aliasId } })
    await recordAudit(tx, {
      actorId,
      action: 'unit.alias_remove',
      subject: `unit:${unitId}`,
      details: { name: alias.name },
      now,
    })
  })
}

/** Changes of the tree are made one after the other: two moves at once could hang two units below each other. */
export async function lockUnitTree(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('unit tree'))`
}

/** @throws DomainError not_found also for a unit that was merged into another one */
export async function requireUnit(tx: Tx, unitId: string): Promise<Unit> {
  const unit = await tx.unit.findUnique({ where: { id: unitId, mergedIntoId: null } })
  if (!unit) throw new DomainError('not_found')

  return unit
}

async function requireParent(tx: Tx, parentId: string | null): Promise<void> {
  if (parentId === null) return
  const parent = await tx.unit.findUnique({
    where: { id: parentId, mergedIntoId: null },
    select: { id: true },
  })
  if (!parent) throw new DomainError('unit_unusable')
}

async function requireNewParent(tx: Tx, unitId: string, parentId: string | null): Promise<void> {
  await requireParent(tx, parentId)
  const units = await tx.unit.findMany({ select: { id: true, parentId: true } })
  if (parentId !== null && branchOf(unitId, units).includes(parentId))
    throw new DomainError('unit_in_own_branch')
}

async function nextPosition(tx: Tx, parentId: string | null): Promise<number> {
  const { _max } = await tx.unit.aggregate({ where: { parentId }, _max: { position: true } })

  return (_max.position ?? 0) + 1
}

async function usedCodes(tx: Tx): Promise<Set<string>> {
  return new Set((await tx.unit.findMany({ select: { code: true } })).map(({ code }) => code.toUpperCase()))
}

function columnsOf(form: UnitForm) {
  return {
    name: form.name,
    searchName: foldForSearch(form.name),
    parentId: form.parentId,
    headCount: form.headCount,
    validFrom: form.validFrom === null ? null : dateOfDay(form.validFrom),
    validTo: form.validTo === null ? null : dateOfDay(form.validTo),
  }
}

function formOf(unit: Unit): Omit<UnitForm, 'code'> {
  return {
    name: unit.name,
    parentId: unit.parentId,
    headCount: unit.headCount,
    validFrom: unit.validFrom && dayOfDate(unit.validFrom),
    validTo: unit.validTo && dayOfDate(unit.validTo),
  }
}

function auditValuesOf({ parentId, headCount, validFrom, validTo }: Omit<UnitForm, 'code' | 'name'>) {
  return { parentId, headCount, validFrom, validTo }
}
