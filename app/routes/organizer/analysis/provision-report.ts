import { mergeGroups, rankProvisions } from '#app/core/analysis/provision-analysis.ts'
import type { ProvisionRow, UnitGroupProvisions } from '#app/core/analysis/provision-analysis.ts'

/** How many articles stand for a type of unit in the comparison. */
const MOST_WRONG_COUNT = 3

export type ProvisionReport = {
  all: UnitGroupProvisions
  /** The types of unit that may be shown apart. */
  groups: readonly UnitGroupProvisions[]
  /** For each of them the articles most often answered wrong. */
  mostWrong: ProvisionRow[][]
}

/** What the page and the file show of the provisions: one computation, so that their numbers are the same. */
export function provisionReportOf(groups: readonly UnitGroupProvisions[]): ProvisionReport {
  return {
    all: mergeGroups(groups, null),
    groups,
    mostWrong: groups.map((group) => rankProvisions(group, null).slice(0, MOST_WRONG_COUNT)),
  }
}

/** The articles of a group with their clauses, most often answered wrong first. */
export function articlesOf(group: UnitGroupProvisions): (ProvisionRow & { clauses: ProvisionRow[] })[] {
  return rankProvisions(group, null).map((article) => ({
    ...article,
    clauses: rankProvisions(group, article.provision),
  }))
}
