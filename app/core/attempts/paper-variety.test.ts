import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawPaper } from './paper.ts'
import { paperVarietyOf } from './paper-variety.ts'

const available = (entries: Record<string, number>) => new Map(Object.entries(entries))

test('two papers that draw 5 of 20 and 5 of 10 share 3.75 of 10 questions on average; the small drawer is the worst', () => {
  const variety = paperVarietyOf(
    [
      { topic: 'a', difficulty: 1, count: 5 },
      { topic: 'b', difficulty: 2, count: 5 },
    ],
    available({ 'a:1': 20, 'b:2': 10 }),
  )

  expect(variety).toMatchObject({ questionCount: 10, expectedCommon: 3.75, expectedShare: 0.375 })
  expect(variety?.worst).toMatchObject({ topic: 'b', difficulty: 2, share: 0.5 })
})

test('a bank with no more questions than the paper gives everybody the same paper', () => {
  expect(
    paperVarietyOf([{ topic: 'a', difficulty: 1, count: 7 }], available({ 'a:1': 7 }))?.expectedShare,
  ).toBe(1)
})

test('nothing is said of a blueprint that is empty or that the bank can not fill', () => {
  expect(paperVarietyOf([], available({ 'a:1': 7 }))).toBeNull()
  expect(paperVarietyOf([{ topic: 'a', difficulty: 1, count: 8 }], available({ 'a:1': 7 }))).toBeNull()
  expect(paperVarietyOf([{ topic: 'x', difficulty: 1, count: 1 }], available({ 'a:1': 7 }))).toBeNull()
})

test('more questions in the bank never make papers more alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(100), fc.nat(100), (count, spare, more) => {
      const shareOf = (n: number) =>
        paperVarietyOf([{ topic: 'a', difficulty: 1, count }], available({ 'a:1': n }))?.expectedShare ?? NaN

      expect(shareOf(count + spare + more)).toBeLessThanOrEqual(shareOf(count + spare))
    }),
  )
})

test('papers that are really drawn share as many questions as was foretold', () => {
  const blueprint = [
    { topic: 'a', difficulty: 1 as const, count: 4 },
    { topic: 'b', difficulty: 3 as const, count: 3 },
  ]
  const sizes = { 'a:1': 12, 'b:3': 5 }
  const candidates = Object.entries(sizes).flatMap(([key, size]) => {
    const [topic = '', difficulty = ''] = key.split(':')

    return Array.from({ length: size }, (_, index) => ({
      topic,
      difficulty: Number(difficulty),
      versionId: `${key}-${index}`,
      optionCount: 4,
    }))
  })
  const paperOf = (seed: string): Set<string> => {
    const draw = drawPaper(candidates, { blueprint, shuffleQuestions: true, shuffleOptions: true }, seed)

    return new Set(draw.drawn ? draw.positions.map(({ versionId }) => versionId) : [])
  }
  const pairs = Array.from({ length: 2_000 }, (_, index) => {
    const other = paperOf(`b${index}`)

    return [...paperOf(`a${index}`)].filter((id) => other.has(id)).length
  })
  const mean = pairs.reduce((sum, common) => sum + common, 0) / pairs.length

  const foretold = paperVarietyOf(blueprint, available(sizes))?.expectedCommon ?? NaN
  expect(Math.abs(mean - foretold)).toBeLessThan(0.15)
})
