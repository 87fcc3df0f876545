import { foldForSearch, normalizeText } from '../core/vietnamese-text.ts'
import { db } from '../db/client.server.ts'

export type UnitChoice = { id: string; name: string; searchName: string }

/** The units a participant can pick, in the organizer's order. */
export async function listUnitChoices(): Promise<UnitChoice[]> {
  return db.unit.findMany({
    orderBy: { position: 'asc' },
    select: { id: true, name: true, searchName: true },
  })
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
