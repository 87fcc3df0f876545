import { ITEM_FLAGS } from '../core/analysis/item-flags.ts'
import type { ItemFlag } from '../core/analysis/item-flags.ts'

/** What the table of questions can be sorted by; the keys stand in the address. */
export const ITEM_ORDERS = {
  'can-xem': 'order',
  'ma-cau': 'question',
  'so-nguoi': 'shown',
  'ty-le-dung': 'facility',
  'phan-biet': 'discrimination',
  'tuong-quan': 'correlation',
  'bo-trong': 'unanswered',
} as const
export type ItemOrderKey = keyof typeof ITEM_ORDERS
export type ItemOrder = (typeof ITEM_ORDERS)[ItemOrderKey]

export type AnalysisQuery = {
  order: ItemOrder
  direction: 'up' | 'down'
  /** Which questions are shown: all, those with any flag, or those with this one. */
  filter: 'all' | 'flagged' | ItemFlag
  /** From 1. */
  page: number
}

/** Questions on one page: what can be looked through on a phone. */
const PAGE_SIZE = 25

/** What the address of the analysis asks for; nonsense becomes the whole list, what needs a look first. */
export function parseAnalysisQuery(url: string): AnalysisQuery {
  const { searchParams } = new URL(url)
  const key = searchParams.get('xep') ?? ''
  const filter = searchParams.get('loc') ?? ''
  const page = Number(searchParams.get('trang'))

  return {
    order: key in ITEM_ORDERS ? ITEM_ORDERS[key as ItemOrderKey] : 'order',
    direction: searchParams.get('chieu') === 'giam' ? 'down' : 'up',
    filter: filter === 'flagged' ? 'flagged' : (ITEM_FLAGS.find((flag) => flag === filter) ?? 'all'),
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
  }
}

/** The search part of the address that asks for this. */
export function analysisSearch({ order, direction, filter, page }: AnalysisQuery): string {
  const key = Object.entries(ITEM_ORDERS).find(([, name]) => name === order)?.[0] ?? 'can-xem'
  const params = new URLSearchParams()
  if (filter !== 'all') params.set('loc', filter)
  if (order !== 'order') params.set('xep', key)
  if (direction === 'down') params.set('chieu', 'giam')
  if (page > 1) params.set('trang', String(page))

  return params.size === 0 ? '' : `?${params}`
}

type Sortable = {
  shown: number
  facility: number | null
  discrimination: number | null
  correlation: number | null
  unansweredShare: number | null
  flags: readonly ItemFlag[]
}

/** The questions that are asked for, in their order; given in the order of the bank, which decides between equals. */
export function selectItems<T extends Sortable>(items: readonly T[], query: AnalysisQuery): T[] {
  const { filter, order, direction } = query
  const chosen = items.filter(
    ({ flags }) => filter === 'all' || (filter === 'flagged' ? flags.length > 0 : flags.includes(filter)),
  )
  if (order === 'question') return direction === 'up' ? chosen : chosen.reverse()
  const sign = direction === 'up' ? 1 : -1

  return chosen
    .map((item) => ({ item, value: sortValueOf(item, order) }))
    .sort((a, b) => compareValues(a.value, b.value, sign))
    .map(({ item }) => item)
}

/** The page of them that is asked for, or the last one there is. */
export function pageOfItems<T>(items: readonly T[], { page }: Pick<AnalysisQuery, 'page'>) {
  const pageCount = Math.max(1, Math.ceil(items.length / PAGE_SIZE))
  const shown = Math.min(page, pageCount)

  return { page: shown, pageCount, rows: items.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE) }
}

/** What can't be told comes last in both directions. */
function compareValues(a: number | null, b: number | null, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)

  return sign * (a - b)
}

function sortValueOf(item: Sortable, order: Exclude<ItemOrder, 'question'>): number | null {
  switch (order) {
    case 'order':
      return item.flags[0] ? ITEM_FLAGS.indexOf(item.flags[0]) : ITEM_FLAGS.length
    case 'shown':
      return item.shown
    case 'facility':
      return item.facility
    case 'discrimination':
      return item.discrimination
    case 'correlation':
      return item.correlation
    case 'unanswered':
      return item.unansweredShare
    default:
      return order satisfies never
  }
}
