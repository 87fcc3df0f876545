/** What the rules about units need of one. Days as "2026-11-23". */
export type TreeUnit = {
  id: string
  name: string
  parentId: string | null
  position: number
  validFrom: string | null
  validTo: string | null
  mergedIntoId: string | null
}

export type UnitInTree<T> = T & {
  /** 0 for units at the top. */
  depth: number
  /** Names from the top down to the parent. */
  path: readonly string[]
}

/** The order in which a tree is read: each unit before its children, brothers by position and then by name. */
export function inTreeOrder<T extends TreeUnit>(units: readonly T[]): UnitInTree<T>[] {
  const ids = new Set(units.map(({ id }) => id))
  const isTop = (unit: T): boolean => unit.parentId === null || !ids.has(unit.parentId)
  const byParent = Map.groupBy(units, (unit) => (isTop(unit) ? '' : (unit.parentId ?? '')))
  const listed: UnitInTree<T>[] = []
  const add = (parentId: string, path: readonly string[]): void => {
    for (const unit of (byParent.get(parentId) ?? []).toSorted(byPosition)) {
      listed.push({ ...unit, depth: path.length, path })
      add(unit.id, [...path, unit.name])
    }
  }
  add('', [])

  return listed
}

/** Whether people can belong to the unit on that day. */
export function isValidOn(unit: TreeUnit, day: string): boolean {
  if (unit.mergedIntoId !== null) return false

  return (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day <= unit.validTo)
}

/** The unit and everything below it. */
export function branchOf(unitId: string, units: readonly Pick<TreeUnit, 'id' | 'parentId'>[]): string[] {
  const children = Map.groupBy(units, (unit) => unit.parentId)
  const branch = [unitId]
  // The list grows while it is walked, by each unit's children.
  for (const id of branch) branch.push(...(children.get(id) ?? []).map((child) => child.id))

  return branch
}

const collator = new Intl.Collator('vi', { numeric: true })

function byPosition(a: TreeUnit, b: TreeUnit): number {
  return a.position - b.position || collator.compare(a.name, b.name)
}
