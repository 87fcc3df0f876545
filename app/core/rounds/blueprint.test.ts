import { expect, test } from 'vitest'
import { BlueprintSchema, questionCountOf, shortfallsOf } from './blueprint.ts'
import type { Offer } from './blueprint-cell.ts'
import type { Blueprint, Difficulty } from './blueprint.ts'

const BLUEPRINT: Blueprint = [
  { topic: 'orders', difficulty: 1, count: 3 },
  { topic: 'orders', difficulty: 2, count: 2 },
  { topic: 'medals', difficulty: 1, count: 1 },
]
const offers = (topic: string, difficulty: Difficulty, count: number): Offer[] =>
  Array.from({ length: count }, () => ({ topic, difficulty }))

test('a paper has as many questions as the cells of its blueprint say together', () => {
  expect(questionCountOf(BLUEPRINT)).toBe(6)
})

test('a bank with exactly the questions a blueprint asks for meets it', () => {
  const bank = [...offers('orders', 1, 3), ...offers('orders', 2, 2), ...offers('medals', 1, 1)]

  expect(shortfallsOf(BLUEPRINT, bank)).toEqual([])
})

test('each cell that the bank cannot fill is named with what is wanted and what is there', () => {
  const bank = [...offers('orders', 1, 2), ...offers('orders', 2, 9), ...offers('medals', 2, 9)]

  expect(shortfallsOf(BLUEPRINT, bank)).toEqual([
    { topic: 'orders', difficulty: 1, wanted: 3, available: 2 },
    { topic: 'medals', difficulty: 1, wanted: 1, available: 0 },
  ])
})

const REFUSED: [why: string, blueprint: unknown][] = [
  ['empty', []],
  ['a cell without questions', [{ topic: 'orders', difficulty: 1, count: 0 }]],
  ['half a question', [{ topic: 'orders', difficulty: 1, count: 1.5 }]],
  ['an unknown difficulty', [{ topic: 'orders', difficulty: 4, count: 1 }]],
  ['a topic without a name', [{ topic: '', difficulty: 1, count: 1 }]],
  ['a cell twice', [BLUEPRINT[0], { ...BLUEPRINT[0], count: 1 }]],
]

test.each(REFUSED)('a blueprint is refused: %s', (_why, blueprint) => {
  expect(BlueprintSchema.safeParse(blueprint).success).toBe(false)
})

test('a blueprint with the same topic at two difficulties is accepted', () => {
  expect(BlueprintSchema.parse(BLUEPRINT)).toEqual(BLUEPRINT)
})
