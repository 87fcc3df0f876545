import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LawStructureSchema, hasProvision, restsOn } from './law-structure.ts'

const structure = LawStructureSchema.parse(
  JSON.parse(
    readFileSync(new URL('../../../questions/law/law-06-2022.structure.json', import.meta.url), 'utf8'),
  ),
)

test('the index of the law has its 96 articles, and clauses and points in unbroken order', () => {
  expect(structure.articles.map(({ article }) => article)).toEqual(
    Array.from({ length: 96 }, (_, index) => index + 1),
  )
  for (const { clauses } of structure.articles)
    expect(clauses.map(({ clause }) => clause)).toEqual(clauses.map((_, index) => index + 1))
})

test.each(['D21', 'D21.1', 'D21.1.a', 'D96.3'])('the law has %s', (id) => {
  expect(hasProvision(structure, id)).toBe(true)
})

test.each(['D97', 'D21.9', 'D21.1.k', 'D1.1', 'x'])('the law has no %s', (id) => {
  expect(hasProvision(structure, id)).toBe(false)
})

test.each([
  ['D21.1.a', 'D21', true],
  ['D21', 'D21', true],
  ['D21', 'D21.1.a', true],
  ['D21.1.a', 'D21.1.b', false],
  ['D2', 'D21', false],
  ['D21.1', 'D21.10', false],
])('what cites %s rests on %s: %s', (citation, provision, expected) => {
  expect(restsOn(citation, provision)).toBe(expected)
})
