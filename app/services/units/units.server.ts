import { dayOfDate } from '../../core/calendar-day.ts'
import { inTreeOrder, isValidOn } from '../../core/units/unit-tree.ts'
import type { TreeUnit } from '../../core/units/unit-tree.ts'
import { foldForSearch, normalizeText } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import type { Unit } from '../../db/generated/client.ts'

/** A unit that people look for, or another name of it. */
export type UnitChoice = {
  id: string
  name: string
  /** Names from the top of the tree down to the parent. */
  path: readonly string[]
  /** For an entry that stands for a former name: the name that holds now. */
  nowCalled: string | null
}

/** The units a person can belong to today, in the order of the tree, each followed by its former names. */
export async function listUnitChoices(today: string): Promise<UnitChoice[]> {
  const [units, aliases] = await Promise.all([listTreeUnits(db), db.unitAlias.findMany()])
  const aliasesOf = Map.groupBy(aliases, (alias) => alias.unitId)

  return inTreeOrder(units)
    .filter((unit) => isValidOn(unit, today))
    .flatMap(({ id, name, path }) => [
      { id, name, path, nowCalled: null },
      ...(aliasesOf.get(id) ?? []).map((alias) => ({ id, name: alias.name, path, nowCalled: name })),
    ])
}

/** Every unit that boards may have rows of, in the order of the tree: closed ones too, merged ones not. */
export async function listUnitNames(): Promise<{ id: string; name: string }[]> {
  const units = await listTreeUnits(db)

  return inTreeOrder(units)
    .filter((unit) => unit.mergedIntoId === null)
    .map(({ id, name }) => ({ id, name }))
}

/** All units as the rules about the tree want them. */
export async function listTreeUnits(tx: Tx): Promise<TreeUnit[]> {
  return (await tx.unit.findMany({ orderBy: { position: 'asc' } })).map(toTreeUnit)
}

export function toTreeUnit(unit: Unit): TreeUnit {
  return {
    id: unit.id,
    name: unit.name,
    parentId: unit.parentId,
    position: unit.position,
    validFrom: unit.validFrom && dayOfDate(unit.validFrom),
    validTo: unit.validTo && dayOfDate(unit.validTo),
    mergedIntoId: unit.mergedIntoId,
  }
}

export type NewUnit = { code: string; name: string; headCount: number | null }

/** Adds units or brings known ones (by code) up to date; the order given is the order shown. */
export async function saveUnits(units: readonly NewUnit[]): Promise<void> {
  await db.$transaction(
    units.map((unit, index) => {
      const data = {
        name: normalizeText(unit.name),
        searchName: foldForSearch(unit.name),
        headCount: unit.headCount,
        position: index + 1,
      }

      return db.unit.upsert({
        where: { code: unit.code },
        create: { code: unit.code, ...data },
        update: data,
      })
    }),
  )
}

/** The name of a unit, or null when it does not exist. */
export async function getUnitName(unitId: string): Promise<string | null> {
  const unit = await db.unit.findUnique({ where: { id: unitId }, select: { name: true } })

  return unit?.name ?? null
}
