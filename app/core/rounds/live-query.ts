import { UNIT_ORDERS } from '#app/core/units/unit-participation.ts'
import type { Direction, UnitOrder } from '#app/core/units/unit-participation.ts'

/** What somebody looks for on the live page, carried in its address so that every refresh keeps it. */
export type LiveQuery = {
  order: UnitOrder
  direction: Direction
  unitSearch: string
  personSearch: string
  /** Whether every unit is listed, or the first ones only. */
  isWhole: boolean
}

export const LIVE_PARAMS = {
  order: 'sap-xep',
  direction: 'chieu',
  unitSearch: 'don-vi',
  personSearch: 'nguoi',
  isWhole: 'tat-ca',
} as const

const ORDER_VALUES: Record<UnitOrder, string> = {
  unit: 'don-vi',
  people: 'so-nguoi',
  rate: 'ty-le',
  missing: 'con-thieu',
}
const ASCENDING = 'tang'
const YES = 'co'
const MOST_SEARCH_LENGTH = 80

/** Reads the parameters of an address; what is unknown is left out. */
export function liveQueryOf(params: URLSearchParams): LiveQuery {
  const text = (name: string) => (params.get(name) ?? '').slice(0, MOST_SEARCH_LENGTH)
  const wanted = text(LIVE_PARAMS.order)

  return {
    order: UNIT_ORDERS.find((order) => ORDER_VALUES[order] === wanted) ?? 'people',
    direction: text(LIVE_PARAMS.direction) === ASCENDING ? 'ascending' : 'descending',
    unitSearch: text(LIVE_PARAMS.unitSearch),
    personSearch: text(LIVE_PARAMS.personSearch),
    isWhole: text(LIVE_PARAMS.isWhole) === YES,
  }
}

/** The parameters that say this and nothing more, each with its name: for addresses and hidden fields. */
export function liveParamsOf(query: LiveQuery): [name: string, value: string][] {
  const params: [string, string][] = [
    [LIVE_PARAMS.order, query.order === 'people' ? '' : ORDER_VALUES[query.order]],
    [LIVE_PARAMS.direction, query.direction === 'ascending' ? ASCENDING : ''],
    [LIVE_PARAMS.unitSearch, query.unitSearch],
    [LIVE_PARAMS.personSearch, query.personSearch],
    [LIVE_PARAMS.isWhole, query.isWhole ? YES : ''],
  ]

  return params.filter(([, value]) => value !== '')
}

/** An address with these parameters. */
export function withLiveQuery(path: string, query: LiveQuery): string {
  const params = new URLSearchParams(liveParamsOf(query)).toString()

  return params === '' ? path : `${path}?${params}`
}
