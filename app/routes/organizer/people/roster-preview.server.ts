import type { RosterPlan } from '#app/core/people/roster-sheet.ts'
import { maskLoginName } from '#app/core/people/masked-login.ts'

/** Fields in which a unit is chosen for a name that is not in the list: the name follows. */
const UNIT_FIELD = 'don-vi:'

/** Rows that a page shows of a list; the counts are of all. */
const SHOWN_ROWS = 200

/** The unit chosen for each unknown name, by the name as it stands in the file. */
export function chosenUnitsOf(form: FormData): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>()
  for (const [field, unitId] of form) {
    if (field.startsWith(UNIT_FIELD) && typeof unitId === 'string')
      chosen.set(field.slice(UNIT_FIELD.length), unitId)
  }

  return chosen
}

/** What the page shows of a plan: a list of a hundred thousand rows does not go to the browser. */
export function previewOf(plan: RosterPlan, units: readonly { id: string; name: string }[]) {
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const added = plan.people.filter(({ change }) => change === 'add')

  return {
    counts: {
      add: added.length,
      unchanged: plan.people.length - added.length,
      unknownUnit: plan.unknownUnits.reduce((sum, { rows }) => sum + rows.length, 0),
      problems: plan.problems.length,
    },
    people: added.slice(0, SHOWN_ROWS).map(({ row, fullName, loginName, unitId }) => ({
      row,
      fullName,
      maskedLogin: maskLoginName(loginName),
      unitName: unitNames.get(unitId) ?? '',
    })),
    problems: plan.problems.slice(0, SHOWN_ROWS),
    unknownUnits: plan.unknownUnits.slice(0, SHOWN_ROWS).map(({ name, rows, proposal }) => ({
      name,
      field: `${UNIT_FIELD}${name}`,
      rowCount: rows.length,
      firstRow: rows[0] ?? 0,
      proposedId: proposal?.id ?? null,
    })),
  }
}
