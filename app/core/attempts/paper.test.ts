import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionCountOf, shortfallsOf } from '#app/core/rounds/blueprint.ts'
import type { Blueprint, Difficulty } from '#app/core/rounds/blueprint.ts'
import { PaperPositionsSchema, drawPaper } from './paper.ts'
import type { Candidate, DrawSettings, PaperPosition } from './paper.ts'
import { createRandom, shuffled } from '#app/core/random.ts'

const TOPICS = ['orders', 'medals']
const DIFFICULTIES: Difficulty[] = [1, 2, 3]

const bankOf = (size: number): Candidate[] =>
  Array.from({ length: size }, (_, i) => ({
    versionId: `version-${i}`,
    topic: TOPICS[i % TOPICS.length] ?? '',
    difficulty: DIFFICULTIES[i % DIFFICULTIES.length] ?? 1,
    optionCount: 2 + (i % 5),
  }))

const bankArbitrary = fc
  .array(
    fc.record({
      topic: fc.constantFrom(...TOPICS),
      difficulty: fc.constantFrom(...DIFFICULTIES),
      optionCount: fc.integer({ min: 2, max: 10 }),
    }),
    { minLength: 10, maxLength: 80 },
  )
  .map((offers): Candidate[] => offers.map((offer, i) => ({ ...offer, versionId: `version-${i}` })))

const blueprintArbitrary: fc.Arbitrary<Blueprint> = fc.uniqueArray(
  fc.record({
    topic: fc.constantFrom(...TOPICS),
    difficulty: fc.constantFrom(...DIFFICULTIES),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 6, selector: (cell) => `${cell.topic}:${cell.difficulty}` },
)

const settingsArbitrary: fc.Arbitrary<DrawSettings> = fc.record({
  blueprint: blueprintArbitrary,
  shuffleQuestions: fc.boolean(),
  shuffleOptions: fc.boolean(),
})

const SETTINGS: DrawSettings = {
  blueprint: [
    { topic: 'orders', difficulty: 1, count: 4 },
    { topic: 'medals', difficulty: 2, count: 3 },
  ],
  shuffleQuestions: true,
  shuffleOptions: true,
}
const positionsOf = (
  candidates: readonly Candidate[],
  settings: DrawSettings,
  seed: string,
): PaperPosition[] => {
  const draw = drawPaper(candidates, settings, seed)
  if (!draw.drawn) throw new Error('the bank does not meet the blueprint')

  return draw.positions
}
const optionIdsOf = (positions: PaperPosition[]) =>
  positions.flatMap((each) => each.options.map(({ id }) => id))

test('a paper holds exactly what its blueprint says, or is not drawn at all', () => {
  fc.assert(
    fc.property(bankArbitrary, settingsArbitrary, fc.string(), (bank, settings, seed) => {
      const draw = drawPaper(bank, settings, seed)
      const shortfalls = shortfallsOf(settings.blueprint, bank)
      if (!draw.drawn) {
        expect(shortfalls.length).toBeGreaterThan(0)
        expect(draw.shortfalls).toEqual(shortfalls)

        return
      }
      const drawn = draw.positions.map((position) =>
        bank.find((each) => each.versionId === position.versionId),
      )

      expect(shortfalls).toEqual([])
      expect(drawn).toHaveLength(questionCountOf(settings.blueprint))
      for (const { topic, difficulty, count } of settings.blueprint) {
        expect(drawn.filter((each) => each?.topic === topic && each.difficulty === difficulty)).toHaveLength(
          count,
        )
      }
    }),
  )
})

test('no question stands twice in a paper', () => {
  fc.assert(
    fc.property(bankArbitrary, settingsArbitrary, fc.string(), (bank, settings, seed) => {
      const draw = drawPaper(bank, settings, seed)
      fc.pre(draw.drawn)
      const versionIds = draw.positions.map((position) => position.versionId)

      expect(new Set(versionIds).size).toBe(versionIds.length)
    }),
  )
})

test('every option of a question is shown exactly once, under an id of its own in the whole paper', () => {
  fc.assert(
    fc.property(bankArbitrary, settingsArbitrary, fc.string(), (bank, settings, seed) => {
      const draw = drawPaper(bank, settings, seed)
      fc.pre(draw.drawn)
      for (const { versionId, options } of draw.positions) {
        const optionCount = bank.find((each) => each.versionId === versionId)?.optionCount
        const indices = options.map(({ index }) => index).sort((a, b) => a - b)

        expect(indices).toEqual(Array.from({ length: optionCount ?? 0 }, (_, index) => index))
      }
      const optionIds = optionIdsOf(draw.positions)

      expect(new Set(optionIds).size).toBe(optionIds.length)
    }),
  )
})

test('the same seed gives the same paper, in whatever order the bank is read', () => {
  fc.assert(
    fc.property(bankArbitrary, settingsArbitrary, fc.string(), fc.string(), (bank, settings, seed, order) => {
      expect(drawPaper(shuffled(bank, createRandom(order)), settings, seed)).toEqual(
        drawPaper(bank, settings, seed),
      )
    }),
  )
})

test('two attempts never get the same option ids', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 }), ([one = '', other = '']) => {
      const bank = bankOf(40)
      const unshuffled = { ...SETTINGS, shuffleQuestions: false, shuffleOptions: false }

      expect(optionIdsOf(positionsOf(bank, unshuffled, one))).not.toEqual(
        optionIdsOf(positionsOf(bank, unshuffled, other)),
      )
    }),
  )
})

test('even in the longest paper no option id comes twice', () => {
  // 2,000 ids out of a million: without a check about two in each paper would be equal.
  const bank = Array.from({ length: 200 }, (_, i): Candidate => {
    return { versionId: `version-${i}`, topic: 'orders', difficulty: 1, optionCount: 10 }
  })
  const settings = { ...SETTINGS, blueprint: [{ topic: 'orders', difficulty: 1 as const, count: 200 }] }
  for (const seed of ['one', 'two', 'three', 'four', 'five']) {
    expect(new Set(optionIdsOf(positionsOf(bank, settings, seed))).size).toBe(2_000)
  }
})

test('option ids are short, readable and say nothing about the place of an option in the bank', () => {
  const positions = positionsOf(bankOf(40), SETTINGS, 'seed')

  for (const id of optionIdsOf(positions)) expect(id).toMatch(/^[a-km-np-z2-9]{4}$/)
})

test('without shuffling questions keep the order of the blueprint and options that of the bank', () => {
  const bank = bankOf(40)
  const positions = positionsOf(bank, { ...SETTINGS, shuffleQuestions: false, shuffleOptions: false }, 'seed')
  const topics = positions.map(({ versionId }) => bank.find((each) => each.versionId === versionId)?.topic)

  expect(topics).toEqual(['orders', 'orders', 'orders', 'orders', 'medals', 'medals', 'medals'])
  for (const { options } of positions) {
    expect(options.map(({ index }) => index)).toEqual(options.map((_, index) => index))
  }
})

test('over many papers every question of a drawer is drawn, and a key comes to every place', () => {
  const bank = Array.from({ length: 10 }, (_, i): Candidate => {
    return { versionId: `version-${i}`, topic: 'orders', difficulty: 1, optionCount: 4 }
  })
  const settings = { ...SETTINGS, blueprint: [{ topic: 'orders', difficulty: 1 as const, count: 4 }] }
  const PAPERS = 2_000
  const drawn = new Map<string, number>()
  const placesOfFirstOption = [0, 0, 0, 0]
  for (let i = 0; i < PAPERS; i++) {
    for (const { versionId, options } of positionsOf(bank, settings, `attempt-${i}`)) {
      drawn.set(versionId, (drawn.get(versionId) ?? 0) + 1)
      const place = options.findIndex(({ index }) => index === 0)
      placesOfFirstOption[place] = (placesOfFirstOption[place] ?? 0) + 1
    }
  }

  // Expected 800 and 2000; six standard deviations either side.
  for (const count of drawn.values()) expect(Math.abs(count - 800)).toBeLessThan(132)
  expect(drawn.size).toBe(10)
  for (const count of placesOfFirstOption) expect(Math.abs(count - 2_000)).toBeLessThan(233)
})

/** Pinned: a stored paper must be provable from its seed for ever. */
test('a known seed draws the paper it always drew', () => {
  const bank = ['v1', 'v2', 'v3', 'v4'].map((versionId): Candidate => {
    return { versionId, topic: 't', difficulty: 1, optionCount: 4 }
  })
  const settings: DrawSettings = { ...SETTINGS, blueprint: [{ topic: 't', difficulty: 1, count: 2 }] }

  expect(positionsOf(bank, settings, 'seed')).toEqual([
    {
      versionId: 'v2',
      options: [
        { id: 're9i', index: 1 },
        { id: 's7z3', index: 3 },
        { id: '7sda', index: 0 },
        { id: 'd5xb', index: 2 },
      ],
    },
    {
      versionId: 'v3',
      options: [
        { id: 'cegq', index: 3 },
        { id: '9sim', index: 0 },
        { id: 'ka8a', index: 1 },
        { id: '5xmq', index: 2 },
      ],
    },
  ])
})

test('a drawn paper is what the database stores and gives back', () => {
  const positions = positionsOf(bankOf(40), SETTINGS, 'seed')

  expect(PaperPositionsSchema.parse(JSON.parse(JSON.stringify(positions)))).toEqual(positions)
})
