import { expect, test } from 'vitest'
import { analysisSearch, pageOfItems, parseAnalysisQuery } from './analysis-query.ts'

const parse = (search: string) =>
  parseAnalysisQuery(`http://localhost/to-chuc/dot-thi/dot-1/phan-tich${search}`)

test('what the analysis is asked for survives its address', () => {
  const query = { order: 'facility', direction: 'down', filter: 'flagged', page: 3 } as const
  expect(parse(analysisSearch(query))).toEqual(query)
  expect(analysisSearch({ order: 'order', direction: 'up', filter: 'all', page: 1 })).toBe('')
})

test.each(['?trang=0', '?trang=-2', '?trang=x', '?trang=1.5', ''])('“%s” is the first page', (search) => {
  expect(parse(search).page).toBe(1)
})

test('every question stands on one page, and a page beyond the last is the last', () => {
  const items = Array.from({ length: 93 }, (_, index) => index)
  const { pageCount } = pageOfItems(items, { page: 1 })
  const all = Array.from({ length: pageCount }, (_, index) => pageOfItems(items, { page: index + 1 }).rows)

  expect(all.flat()).toEqual(items)
  expect(pageOfItems(items, { page: 99 })).toEqual(pageOfItems(items, { page: pageCount }))
  expect(pageOfItems([], { page: 1 })).toEqual({ page: 1, pageCount: 1, rows: [] })
})
