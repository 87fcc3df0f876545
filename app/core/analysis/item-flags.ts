import { discriminationOf, facilityOf, unansweredShareOf } from './item-analysis.ts'
import type { Item } from './item-analysis.ts'
import { isTooSmall } from '#app/core/ranking/small-numbers.ts'

/** Why somebody should look at a question again; most telling first. A flag is a hint, never a verdict. */
export const ITEM_FLAGS = [
  'key_never_chosen',
  'wrong_option_ahead',
  'negative_discrimination',
  'very_hard',
  'very_easy',
  'often_unanswered',
  'option_never_chosen',
] as const
export type ItemFlag = (typeof ITEM_FLAGS)[number]

/** With fewer papers any of the shares below is a matter of chance. */
export const FEWEST_PAPERS_FOR_FLAGS = 30

export const VERY_HARD_BELOW = 0.2
export const VERY_EASY_ABOVE = 0.95
export const OFTEN_UNANSWERED_ABOVE = 0.2

/** Whether there are enough papers to say anything about the question. */
export function isJudged({ overall }: Pick<Item, 'overall'>): boolean {
  return overall.shown >= FEWEST_PAPERS_FOR_FLAGS
}

/**
 * The flags of a question version, in the order of ITEM_FLAGS; none while too few papers had it.
 * @param key places of the right options in the version
 */
export function flagsOf(item: Item, key: readonly number[]): ItemFlag[] {
  if (!isJudged(item)) return []

  return ITEM_FLAGS.filter((flag) => isRaised(flag, item, key))
}

function isRaised(flag: ItemFlag, item: Item, key: readonly number[]): boolean {
  switch (flag) {
    case 'key_never_chosen':
      return key.some((index) => item.overall.chosen[index] === 0)
    case 'wrong_option_ahead':
      return isWrongOptionAhead(item, key)
    case 'negative_discrimination':
      return (discriminationOf(item) ?? 0) < 0
    case 'very_hard':
      return (facilityOf(item) ?? 1) < VERY_HARD_BELOW
    case 'very_easy':
      return (facilityOf(item) ?? 0) > VERY_EASY_ABOVE
    case 'often_unanswered':
      return (unansweredShareOf(item) ?? 0) > OFTEN_UNANSWERED_ABOVE
    case 'option_never_chosen':
      return item.overall.chosen.some((count, index) => count === 0 && !key.includes(index))
    default:
      return flag satisfies never
  }
}

/**
 * Whether the best people chose a wrong option more often than a right one: the key may be wrong, or the stem
 * ambiguous. Of several right options the least chosen one is compared.
 */
function isWrongOptionAhead({ upper }: Item, key: readonly number[]): boolean {
  if (isTooSmall(upper.shown)) return false
  const right = key.map((index) => upper.chosen[index] ?? 0)
  const wrong = upper.chosen.filter((_, index) => !key.includes(index))

  return Math.max(0, ...wrong) > Math.min(...right)
}
