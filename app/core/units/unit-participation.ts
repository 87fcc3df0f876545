/** How many of a unit's people took part; never how well (only the board says that, and only with consent). */
export type UnitParticipation = {
  unitId: string
  name: string
  /** Null when it is not signed off. */
  headCount: number | null
  people: number
}

export const UNIT_ORDERS = ['unit', 'people', 'rate', 'missing'] as const
export type UnitOrder = (typeof UNIT_ORDERS)[number]
export type Direction = 'ascending' | 'descending'

/** The share of a unit's people who took part; null without a head-count. */
export function rateOf({ people, headCount }: UnitParticipation): number | null {
  return headCount ? people / headCount : null
}

/** How many of a unit's people are missing; more may come than were counted. Null without a head-count. */
export function missingOf({ people, headCount }: UnitParticipation): number | null {
  return headCount === null ? null : Math.max(0, headCount - people)
}

/**
 * Units in the order asked for. Those that can't be compared (no head-count) come last whichever way round; equal
 * ones keep the organizer's order, which is the order given.
 */
export function sortUnits<T extends UnitParticipation>(
  units: readonly T[],
  order: UnitOrder,
  direction: Direction,
): T[] {
  const sign = direction === 'ascending' ? 1 : -1
  if (order === 'unit') return units.toSorted((a, b) => sign * collator.compare(a.name, b.name))

  const valueOf = VALUE_OF[order]

  return units.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)

    return sign * (left - right)
  })
}

const VALUE_OF = {
  people: ({ people }: UnitParticipation) => people,
  rate: rateOf,
  missing: missingOf,
} as const

const collator = new Intl.Collator('vi', { numeric: true })
