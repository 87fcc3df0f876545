import { expect, test } from 'vitest'
import { embeddedBoardPath, parseEmbedQuery } from './embed-query.ts'

const parse = (query: string) => parseEmbedQuery(`http://portal.test/nhung/bang-xep-hang${query}`)

test('an address without options asks for ten people of the whole contest on a light ground', () => {
  expect(parse('')).toEqual({ rows: 10, theme: 'light', roundSlug: null })
})

test.each([
  ['?so=5', { rows: 5 }],
  ['?so=0.5', { rows: 3 }],
  ['?so=1000', { rows: 50 }],
  ['?so=-7', { rows: 3 }],
  ['?so=abc', { rows: 10 }],
  ['?nen=toi', { theme: 'dark' }],
  ['?nen=tu-dong', { theme: null }],
  ['?nen=toString', { theme: 'light' }],
  ['?dot=dot-1', { roundSlug: 'dot-1' }],
  ['?dot=', { roundSlug: null }],
])('%s is understood', (query, expected) => {
  expect(parse(query)).toMatchObject(expected)
})

test('the address of a board asks for just this board', () => {
  const query = { rows: 7, theme: null, roundSlug: 'dot-1' }

  expect(embeddedBoardPath(query)).toBe('/nhung/bang-xep-hang?so=7&nen=tu-dong&dot=dot-1')
  expect(parseEmbedQuery(`http://portal.test${embeddedBoardPath(query)}`)).toEqual(query)
})
