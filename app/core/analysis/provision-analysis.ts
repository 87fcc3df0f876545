import { z } from 'zod'
import { parseCitation } from '#app/core/questions/citation.ts'
import { isTooSmall } from '#app/core/ranking/small-numbers.ts'

/** How the questions on one provision of the law were answered. */
const ProvisionCountsSchema = z.object({
  /** People with at least one question on it. */
  people: z.number().int().min(0),
  /** Questions on it, over all papers. */
  shown: z.number().int().min(0),
  unanswered: z.number().int().min(0),
  /** Answered, and not right. */
  wrong: z.number().int().min(0),
})
export type ProvisionCounts = z.infer<typeof ProvisionCountsSchema>

/** One group of units (core/units/unit-groups.ts), with its counts by provision: "D21" an article, "D21.1" its clause. */
export const UnitGroupProvisionsSchema = z.object({
  /** Null: the units that belong to no group, and people without a unit. */
  label: z.string().nullable(),
  people: z.number().int().min(0),
  provisions: z.record(z.string(), ProvisionCountsSchema),
})
export type UnitGroupProvisions = z.infer<typeof UnitGroupProvisionsSchema>

/** A question of somebody's paper, as far as provisions are concerned. */
export type ProvisionAnswer = { citations: readonly string[]; isAnswered: boolean; isRight: boolean }

export function emptyUnitGroup(label: string | null): UnitGroupProvisions {
  return { label, people: 0, provisions: {} }
}

/**
 * Counts one person's paper into their group, which is changed in place. A question counts once for each article and
 * each clause it rests on, however many points of it are cited.
 */
export function addAnswers(group: UnitGroupProvisions, answers: readonly ProvisionAnswer[]): void {
  group.people += 1
  const seen = new Set<string>()
  for (const { citations, isAnswered, isRight } of answers)
    for (const provision of provisionsOf(citations)) {
      const counts = (group.provisions[provision] ??= emptyCounts())
      counts.people += seen.has(provision) ? 0 : 1
      counts.shown += 1
      counts.unanswered += isAnswered ? 0 : 1
      counts.wrong += isAnswered && !isRight ? 1 : 0
      seen.add(provision)
    }
}

/** The articles and clauses that a question's citations name, each once; citations of another form name none. */
export function provisionsOf(citations: readonly string[]): string[] {
  const provisions = citations.flatMap((citation) => {
    const parts = parseCitation(citation)
    if (!parts) return []
    const article = `D${parts.article}`

    return parts.clause === null ? [article] : [article, `${article}.${parts.clause}`]
  })

  return [...new Set(provisions)]
}

/**
 * The groups as they may be shown: those of fewer people than may stand apart are counted with the rest, and the rest
 * takes in the smallest group as long as it is too small itself: otherwise it could be had by subtraction.
 */
export function foldSmallGroups(groups: readonly UnitGroupProvisions[]): UnitGroupProvisions[] {
  const taken = groups.filter(({ people }) => people > 0)
  const apart = taken
    .filter(({ label, people }) => label !== null && !isTooSmall(people))
    .sort((a, b) => a.people - b.people)
  let rest = taken.filter((group) => !apart.includes(group))
  while (rest.length > 0 && isTooSmall(peopleOf(rest)) && apart.length > 0)
    rest = [...rest, ...apart.splice(0, 1)]
  const kept = groups.filter((group) => apart.includes(group))

  return rest.length === 0 ? kept : [...kept, mergeGroups(rest, null)]
}

/** Several groups as one. Nobody is in two groups, so people add up too. */
export function mergeGroups(
  groups: readonly UnitGroupProvisions[],
  label: string | null,
): UnitGroupProvisions {
  const merged = { ...emptyUnitGroup(label), people: peopleOf(groups) }
  for (const { provisions } of groups)
    for (const [provision, counts] of Object.entries(provisions)) {
      const sum = (merged.provisions[provision] ??= emptyCounts())
      sum.people += counts.people
      sum.shown += counts.shown
      sum.unanswered += counts.unanswered
      sum.wrong += counts.wrong
    }

  return merged
}

export type ProvisionRow = ProvisionCounts & {
  provision: string
  answered: number
  /** Wrong / answered: what was left open says nothing about the provision. */
  wrongShare: number
}

/**
 * The articles, or the clauses of one article, from the most to the least often answered wrong; of equal shares the one
 * with more answers first. Provisions that fewer people answered than may be shown apart are left out.
 * @param article "D21" for its clauses; null for all articles
 */
export function rankProvisions(group: UnitGroupProvisions, article: string | null): ProvisionRow[] {
  return Object.entries(group.provisions)
    .filter(([provision, { people }]) => articleOf(provision) === article && !isTooSmall(people))
    .map(([provision, counts]) => ({ provision, ...counts, answered: counts.shown - counts.unanswered }))
    .filter(({ answered }) => answered > 0)
    .map((row) => ({ ...row, wrongShare: row.wrong / row.answered }))
    .sort(
      (a, b) =>
        b.wrongShare - a.wrongShare || b.answered - a.answered || compareProvisions(a.provision, b.provision),
    )
}

/** The article a clause belongs to; null for an article. */
function articleOf(provision: string): string | null {
  const dot = provision.indexOf('.')

  return dot === -1 ? null : provision.slice(0, dot)
}

/** In the order of the law: D5 before D21, D21.2 before D21.10. */
function compareProvisions(a: string, b: string): number {
  const [partsA, partsB] = [a, b].map((provision) => provision.slice(1).split('.').map(Number))

  return (partsA?.[0] ?? 0) - (partsB?.[0] ?? 0) || (partsA?.[1] ?? 0) - (partsB?.[1] ?? 0)
}

function peopleOf(groups: readonly { people: number }[]): number {
  return groups.reduce((sum, { people }) => sum + people, 0)
}

function emptyCounts(): ProvisionCounts {
  return { people: 0, shown: 0, unanswered: 0, wrong: 0 }
}
