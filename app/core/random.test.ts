import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom, shuffled } from './random.ts'

/** From an independent implementation of cyrb128 and sfc32: a change would make stored papers unprovable. */
const FIRST_WORDS: [seed: string, words: number[]][] = [
  ['', [2420727049, 3315390910, 31621017, 4095259433, 4180064351]],
  ['seed', [3099551835, 2825192061, 3119452411, 2540423402, 1265065170]],
  ['đề thi số 1', [1068873748, 3704379738, 57230721, 3430930131, 4277634064]],
]

test.each(FIRST_WORDS)('the seed "%s" gives the same numbers for ever', (seed, words) => {
  const random = createRandom(seed)

  expect(words.map(() => random.next() * 2 ** 32)).toEqual(words)
})

test('a die and a shuffle by a known seed fall as they always did', () => {
  const die = createRandom('seed')

  expect(Array.from({ length: 12 }, () => die.below(6))).toEqual([3, 3, 1, 2, 0, 3, 0, 3, 2, 3, 4, 0])
  expect(shuffled([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], createRandom('seed'))).toEqual([
    1, 2, 4, 9, 7, 8, 6, 3, 0, 5,
  ])
})

test('numbers stay below their bound', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 2 ** 32 - 1 }), (seed, bound) => {
      const value = createRandom(seed).below(bound)

      expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true)
    }),
  )
})

test('a number that would favour some results is drawn again', () => {
  // The first word, 3099551835, lies past the last whole multiple of the bound; the second does not.
  expect(createRandom('seed').below(3_000_000_000)).toBe(2825192061)
})

test('a shuffle keeps every item exactly once and leaves its input alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const before = [...items]
      const sorted = (list: number[]) => [...list].sort((a, b) => a - b)

      expect(sorted(shuffled(items, createRandom(seed)))).toEqual(sorted(items))
      expect(items).toEqual(before)
    }),
  )
})

test('every order of four options is about equally frequent', () => {
  const random = createRandom('frequency')
  const counts = new Map<string, number>()
  const SHUFFLES = 24_000
  for (let i = 0; i < SHUFFLES; i++) {
    const order = shuffled([0, 1, 2, 3], random).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  const expected = SHUFFLES / 24
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)

  expect(counts.size).toBe(24)
  // 99.9 % of fair shuffles stay below 49.7 with 23 degrees of freedom.
  expect(chiSquare).toBeLessThan(49.7)
})
