import { dayOfDate } from '../../core/calendar-day.ts'
import { branchOf, inTreeOrder, isValidOn } from '../../core/units/unit-tree.ts'
import type { UnitInTree } from '../../core/units/unit-tree.ts'
import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import type { Unit } from '../../db/generated/client.ts'
import { toTreeUnit } from './units.server.ts'

/** A unit as the organizers see it. Days as "2026-11-23". */
export type ConsoleUnit = {
  id: string
  code: string
  name: string
  parentId: string | null
  depth: number
  path: readonly string[]
  validFrom: string | null
  validTo: string | null
  isValid: boolean
  headCount: number | null
  signedBy: string | null
  signedOn: string | null
  /** Names it had before, or that units had which were merged into it. */
  formerNames: readonly string[]
  /** Accounts of participants in the unit itself. */
  people: number
}

/** All units but the merged ones, in the order of the tree, with how many people each has. */
export async function listConsoleUnits(today: string): Promise<ConsoleUnit[]> {
  const [units, people] = await Promise.all([
    db.unit.findMany({
      where: { mergedIntoId: null },
      orderBy: { position: 'asc' },
      include: { aliases: { select: { name: true } } },
    }),
    db.user.groupBy({ by: ['unitId'], where: { role: 'participant', unitId: { not: null } }, _count: true }),
  ])
  const peopleOf = new Map(people.map(({ unitId, _count }) => [unitId, _count]))

  return inTreeOrder(units.map((unit) => ({ ...unit, ...toTreeUnit(unit) }))).map((unit) =>
    toConsoleUnit(unit, today, peopleOf.get(unit.id) ?? 0),
  )
}

type TreeRow = UnitInTree<
  Omit<Unit, 'validFrom' | 'validTo'> & { aliases: { name: string }[] } & ReturnType<typeof toTreeUnit>
>

function toConsoleUnit(unit: TreeRow, today: string, people: number): ConsoleUnit {
  return {
    id: unit.id,
    code: unit.code,
    name: unit.name,
    parentId: unit.parentId,
    depth: unit.depth,
    path: unit.path,
    validFrom: unit.validFrom,
    validTo: unit.validTo,
    isValid: isValidOn(unit, today),
    headCount: unit.headCount,
    signedBy: unit.headCountSignedBy,
    formerNames: unit.aliases.map(({ name }) => name),
    signedOn: unit.headCountSignedOn && dayOfDate(unit.headCountSignedOn),
    people,
  }
}

export type UnitPage = {
  unit: ConsoleUnit
  aliases: { id: string; name: string; replacedOn: string | null }[]
  /** Units it could hang below or be merged into, in the order of the tree. */
  others: { id: string; name: string; depth: number; isBelow: boolean; isValid: boolean }[]
}

/**
 * Everything the page of a unit shows.
 * @throws DomainError not_found also for a unit that was merged: the page of the other one is the place
 */
export async function loadUnitPage(unitId: string, today: string): Promise<UnitPage> {
  const [units, aliases] = await Promise.all([
    listConsoleUnits(today),
    db.unitAlias.findMany({ where: { unitId }, orderBy: { name: 'asc' } }),
  ])
  const unit = units.find(({ id }) => id === unitId)
  if (!unit) throw new DomainError('not_found')
  const below = new Set(branchOf(unitId, units))

  return {
    unit,
    aliases: aliases.map(({ id, name, replacedOn }) => ({
      id,
      name,
      replacedOn: replacedOn && dayOfDate(replacedOn),
    })),
    others: units
      .filter(({ id }) => id !== unitId)
      .map(({ id, name, depth, isValid }) => ({ id, name, depth, isBelow: below.has(id), isValid })),
  }
}
