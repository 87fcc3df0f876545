import { z } from 'zod'
import { sumCounts } from './item-tally.ts'
import type { ItemCounts, ItemTally } from './item-tally.ts'
import { isTooSmall } from '#app/core/ranking/small-numbers.ts'

const CountSchema = z.number().int().min(0)

const ItemCountsSchema = z.object({
  shown: CountSchema,
  right: CountSchema,
  unanswered: CountSchema,
  chosen: z.array(CountSchema),
})

/** One question version: counts among all papers and among the papers of the upper and the lower group. */
const ItemSchema = z.object({
  versionId: z.string(),
  overall: ItemCountsSchema,
  upper: ItemCountsSchema,
  lower: ItemCountsSchema,
  /** Corrected item-total correlation; null when it can't be computed. */
  correlation: z.number().nullable(),
})
export type Item = z.infer<typeof ItemSchema>

/** The two groups that are compared: papers with a total up to `lowerTo`, and papers with a total from `upperFrom`. */
const GroupsSchema = z.object({
  lowerTo: CountSchema,
  upperFrom: CountSchema,
  lowerPapers: CountSchema,
  upperPapers: CountSchema,
})
export type Groups = z.infer<typeof GroupsSchema>

/** The item analysis of a round, as stored. */
export const RoundItemsSchema = z.object({
  papers: CountSchema,
  /** Null when too many papers have the same total for two groups to be told apart. */
  groups: GroupsSchema.nullable(),
  items: z.array(ItemSchema),
})
export type RoundItems = z.infer<typeof RoundItemsSchema>

/** Per cent of the papers in each of the two groups: the share that tells them apart best (Kelley 1939). */
const GROUP_PERCENT = 27

/**
 * Computes the item analysis from the counts. The papers are to be one per person, its first with an answer: later
 * attempts have seen the questions before, and the best of several would make every question look easier.
 */
export function analyseItems(tally: ItemTally): RoundItems {
  const groups = groupsOf(tally.papersByTotal)

  return {
    papers: sumOf(tally.papersByTotal.values()),
    groups,
    items: [...tally.items]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([versionId, byTotal]) => {
        const countsWhere = (isIn: (total: number) => boolean) =>
          sumCounts([...byTotal].filter(([total]) => isIn(total)).map(([, counts]) => counts))
        const overall = countsWhere(() => true)
        const none = { ...sumCounts([]), chosen: overall.chosen.map(() => 0) }

        return {
          versionId,
          overall,
          upper: groups
            ? padded(
                countsWhere((total) => total >= groups.upperFrom),
                none,
              )
            : none,
          lower: groups
            ? padded(
                countsWhere((total) => total <= groups.lowerTo),
                none,
              )
            : none,
          correlation: correlationOf(byTotal),
        }
      }),
  }
}

/** As many options as the question has, also when nobody of a group saw it. */
function padded(counts: ItemCounts, none: ItemCounts): ItemCounts {
  return sumCounts([counts, none])
}

/**
 * The upper and the lower group by total. Each has at least 27 % of the papers, rounded up; papers that tie with its
 * last one all belong to it, because no order among equal totals would be anything but chance. Null when the two
 * groups would then share a total: with (nearly) equal totals nothing can be told apart.
 */
export function groupsOf(papersByTotal: ReadonlyMap<number, number>): Groups | null {
  const ascending = [...papersByTotal].sort(([a], [b]) => a - b)
  const wanted = Math.ceil((sumOf(papersByTotal.values()) * GROUP_PERCENT) / 100)
  const lower = takeUntil(ascending, wanted)
  const upper = takeUntil([...ascending].reverse(), wanted)
  if (!lower || !upper || lower.total >= upper.total) return null

  return {
    lowerTo: lower.total,
    upperFrom: upper.total,
    lowerPapers: lower.papers,
    upperPapers: upper.papers,
  }
}

function takeUntil(
  ordered: readonly (readonly [total: number, papers: number])[],
  wanted: number,
): { total: number; papers: number } | null {
  let papers = 0
  for (const [total, count] of ordered) {
    papers += count
    if (papers >= wanted) return { total, papers }
  }

  return null
}

/**
 * Facility (difficulty index p): right answers / papers that had the question. An unanswered question is wrong, as in
 * scoring. From 0 (nobody) to 1 (everybody).
 */
export function facilityOf({ overall }: Pick<Item, 'overall'>): number | null {
  return overall.shown === 0 ? null : overall.right / overall.shown
}

/** Share of the papers that left the question unanswered. */
export function unansweredShareOf({ overall }: Pick<Item, 'overall'>): number | null {
  return overall.shown === 0 ? null : overall.unanswered / overall.shown
}

/**
 * Discrimination index D = p(upper) − p(lower), the facility in the upper group minus that in the lower group
 * (Johnson 1951; Ebel 1965). From −1 to 1; below 0 the weaker people did better. Null when either group has fewer
 * people with this question than may be shown apart.
 */
export function discriminationOf({ upper, lower }: Pick<Item, 'upper' | 'lower'>): number | null {
  if (isTooSmall(upper.shown) || isTooSmall(lower.shown)) return null

  return upper.right / upper.shown - lower.right / lower.shown
}

/**
 * Corrected item-total correlation (point-biserial, the question taken out of the total; Henrysson 1963): Pearson's r of
 * x = 1 right, 0 wrong and y = total − x. Null when x or y is the same on every paper, or for too few papers.
 */
export function correlationOf(byTotal: ReadonlyMap<number, ItemCounts>): number | null {
  // Big integers: n·Σy² of a million papers is beyond what a number holds exactly.
  let n = 0n
  let sumX = 0n
  let sumY = 0n
  let sumYY = 0n
  let sumXY = 0n
  for (const [total, { shown, right }] of byTotal) {
    const [ofRight, ofWrong] = [BigInt(total - 1), BigInt(total)]
    const [rightPapers, wrongPapers] = [BigInt(right), BigInt(shown - right)]
    n += BigInt(shown)
    sumX += rightPapers
    sumY += rightPapers * ofRight + wrongPapers * ofWrong
    sumYY += rightPapers * ofRight * ofRight + wrongPapers * ofWrong * ofWrong
    sumXY += rightPapers * ofRight
  }
  const spreadX = n * sumX - sumX * sumX
  const spreadY = n * sumYY - sumY * sumY
  if (isTooSmall(Number(n)) || spreadX === 0n || spreadY === 0n) return null

  return Number(n * sumXY - sumX * sumY) / (Math.sqrt(Number(spreadX)) * Math.sqrt(Number(spreadY)))
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value

  return sum
}
