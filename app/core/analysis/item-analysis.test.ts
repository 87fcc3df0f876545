import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  RoundItemsSchema,
  analyseItems,
  correlationOf,
  discriminationOf,
  facilityOf,
  groupsOf,
  unansweredShareOf,
} from './item-analysis.ts'
import { flagsOf, isJudged } from './item-flags.ts'
import { addPaper, emptyTally, markPaper } from './item-tally.ts'
import type { ItemCounts, MarkedQuestion } from './item-tally.ts'

/** Ten papers of four questions, each question with three options and option 0 as its key; "-" is left open. */
const GOLDEN_PAPERS = [
  // Q1 Q2 Q3 Q4   total
  '0 0 0 0', //  4
  '0 0 0 1', //  3
  '0 0 0 1', //  3
  '0 0 2 1', //  2
  '0 0 2 1', //  2
  '0 1 0 -', //  2
  '0 1 2 -', //  1
  '0 2 2 0', //  2
  '0 2 1 0', //  2
  '0 1 1 0', //  2
]

function paperOf(row: string): MarkedQuestion[] {
  return row.split(' ').map((choice, index) => ({
    versionId: `Q${index + 1}`,
    optionCount: 3,
    chosen: choice === '-' ? [] : [Number(choice)],
    isRight: choice === '0',
  }))
}

function tallyOf(papers: readonly MarkedQuestion[][]) {
  const tally = emptyTally()
  for (const paper of papers) addPaper(tally, paper)

  return tally
}

function counts(shown: number, right: number, unanswered: number, chosen: number[]): ItemCounts {
  return { shown, right, unanswered, chosen }
}

/** So many copies of each paper, so that no group is too small. */
function timesTen(rows: readonly string[]): MarkedQuestion[][] {
  return rows.flatMap((row) => Array.from({ length: 10 }, () => paperOf(row)))
}

test('ten papers, counted by hand: totals 4, 3, 3, 2 (six times) and 1', () => {
  const { papersByTotal } = tallyOf(GOLDEN_PAPERS.map(paperOf))

  expect([...papersByTotal].sort()).toEqual([
    [1, 1],
    [2, 6],
    [3, 2],
    [4, 1],
  ])
  // 27 % of ten, rounded up, is three. From the top 4, 3, 3. From the bottom 1 and then all six that tie at 2.
  expect(groupsOf(papersByTotal)).toEqual({ lowerTo: 2, lowerPapers: 7, upperFrom: 3, upperPapers: 3 })
})

test('the golden papers ten times over: counts, facility, discrimination and correlation worked by hand', () => {
  const result = analyseItems(tallyOf(timesTen(GOLDEN_PAPERS)))
  const [q1, q2, q3, q4] = result.items

  expect(result.papers).toBe(100)
  expect(result.groups).toEqual({ lowerTo: 2, lowerPapers: 70, upperFrom: 3, upperPapers: 30 })

  // Everybody knew Q1: it tells nobody apart, and has no correlation.
  expect(q1).toEqual({
    versionId: 'Q1',
    overall: counts(100, 100, 0, [100, 0, 0]),
    upper: counts(30, 30, 0, [30, 0, 0]),
    lower: counts(70, 70, 0, [70, 0, 0]),
    correlation: null,
  })
  expect(q1 && [facilityOf(q1), discriminationOf(q1)]).toEqual([1, 0])

  // Q2: 5 of 10 right; all three of the upper group, 2 of 7 of the lower one.
  expect(q2?.overall).toEqual(counts(100, 50, 0, [50, 30, 20]))
  expect(q2?.upper).toEqual(counts(30, 30, 0, [30, 0, 0]))
  expect(q2?.lower).toEqual(counts(70, 20, 0, [20, 30, 20]))
  expect(q2 && facilityOf(q2)).toBe(0.5)
  expect(q2 && discriminationOf(q2)).toBeCloseTo(1 - 2 / 7, 12)
  // n = 10, rest totals y of those right: 3, 2, 2, 1, 1; of those wrong: 2, 1, 2, 2, 2.
  // Σx = 5, Σy = 18, Σxy = 9, Σy² = 36: r = (10·9 − 5·18) / √((50−25)(360−324)) = 0.
  expect(q2?.correlation).toBe(0)

  // Q3: right 1, 2, 3, 6 of the list; y of those: 3, 2, 2, 1; of the others 2, 2, 1, 2, 2, 2.
  // Σx = 4, Σy = 19, Σxy = 8, Σy² = 18 + 21 = 39: r = (80 − 76) / √((40−16)(390−361)) = 4 / √(24·29).
  expect(q3?.correlation).toBeCloseTo(4 / Math.sqrt(24 * 29), 12)

  // Q4: right 1, 8, 9, 10; 1 of 3 above, 3 of 7 below; the strong ones chose option 1 instead.
  expect(q4?.upper).toEqual(counts(30, 10, 0, [10, 20, 0]))
  expect(q4?.lower).toEqual(counts(70, 30, 20, [30, 20, 0]))
  expect(q4 && discriminationOf(q4)).toBeCloseTo(1 / 3 - 3 / 7, 12)
  expect(q4 && unansweredShareOf(q4)).toBe(0.2)
})

test('the flags of the golden papers say what is wrong with each question', () => {
  const { items } = analyseItems(tallyOf(timesTen(GOLDEN_PAPERS)))
  const flags = Object.fromEntries(items.map((item) => [item.versionId, flagsOf(item, [0])]))

  expect(flags).toEqual({
    Q1: ['very_easy', 'option_never_chosen'],
    Q2: [],
    Q3: [],
    // Exactly a fifth left it open: not more than a fifth.
    Q4: ['wrong_option_ahead', 'negative_discrimination', 'option_never_chosen'],
  })
})

test('with fewer than thirty papers no question is judged', () => {
  const { items } = analyseItems(tallyOf(Array.from({ length: 29 }, () => paperOf('1 1 1 1'))))

  expect(items.map((item) => [isJudged(item), flagsOf(item, [0])])).toEqual(
    Array.from({ length: 4 }, () => [false, []]),
  )
})

test('a key that nobody chose, and a question that nearly nobody got right, are flagged', () => {
  const { items } = analyseItems(tallyOf([...timesTen(['1 0 0 0', '1 0 0 1', '1 1 1 1'])]))
  const q1 = items[0]

  expect(q1 && flagsOf(q1, [0])).toEqual([
    'key_never_chosen',
    'wrong_option_ahead',
    'very_hard',
    'option_never_chosen',
  ])
})

test('with several right options the least chosen of them is compared with the wrong ones', () => {
  const question = (chosen: number[]): MarkedQuestion => ({
    versionId: 'M',
    optionCount: 4,
    chosen,
    isRight: chosen.join() === '0,1',
  })
  const plain = (isRight: boolean): MarkedQuestion => ({
    versionId: 'P',
    optionCount: 2,
    chosen: [isRight ? 0 : 1],
    isRight,
  })
  const strong = Array.from({ length: 20 }, (_, i) => [
    question(i < 5 ? [0, 1] : i < 15 ? [0, 2] : [0]),
    plain(true),
  ])
  const weak = Array.from({ length: 20 }, () => [question([3]), plain(false)])
  const { items } = analyseItems(tallyOf([...strong, ...weak]))
  const multiple = items.find(({ versionId }) => versionId === 'M')

  // Chosen more often than papers: 5·2 + 10·2 + 5 + 20.
  expect(multiple?.overall).toEqual(counts(40, 5, 0, [20, 5, 10, 20]))
  expect(multiple && flagsOf(multiple, [0, 1])).toEqual(['wrong_option_ahead', 'very_hard'])
})

test('equal totals on all papers make no two groups', () => {
  const { groups, items } = analyseItems(tallyOf(timesTen(['0 1', '1 0'])))

  expect(groups).toBeNull()
  expect(items.map((item) => [item.upper.shown, discriminationOf(item)])).toEqual([
    [0, null],
    [0, null],
  ])
})

test('a question that fewer than five of a group had shows no discrimination', () => {
  const rare = (isRight: boolean): MarkedQuestion => ({
    versionId: 'R',
    optionCount: 2,
    chosen: [0],
    isRight,
  })
  const papers = timesTen(GOLDEN_PAPERS)
  for (const paper of papers.slice(0, 4)) paper.push(rare(true))
  for (const paper of papers.slice(60, 70)) paper.push(rare(false))
  const item = analyseItems(tallyOf(papers)).items.find(({ versionId }) => versionId === 'R')

  expect(item?.overall.shown).toBe(14)
  expect(item && discriminationOf(item)).toBeNull()
})

test('a stored paper is counted by the options’ places in the version, whatever order it showed', () => {
  const positions = [
    {
      versionId: 'V',
      options: [
        { id: 'x', index: 2 },
        { id: 'y', index: 0 },
        { id: 'z', index: 1 },
      ],
    },
    {
      versionId: 'W',
      options: [
        { id: 'p', index: 1 },
        { id: 'q', index: 0 },
      ],
    },
  ]
  const keys = new Map([
    ['V', [0, 2]],
    ['W', [0]],
  ])

  expect(markPaper(positions, { '1': ['y', 'x'] }, keys)).toEqual([
    { versionId: 'V', optionCount: 3, chosen: [2, 0], isRight: true },
    { versionId: 'W', optionCount: 2, chosen: [], isRight: false },
  ])
})

const anyPapers = fc
  .integer({ min: 1, max: 6 })
  .chain((questionCount) =>
    fc.array(
      fc.array(fc.integer({ min: -1, max: 3 }), { minLength: questionCount, maxLength: questionCount }),
      { minLength: 1, maxLength: 60 },
    ),
  )
  .map((rows) =>
    rows.map((row) =>
      row.map((choice, index) => ({
        versionId: `Q${index}`,
        optionCount: 4,
        chosen: choice < 0 ? [] : [choice],
        isRight: choice === 0,
      })),
    ),
  )

test('the order in which papers are read changes nothing', () => {
  fc.assert(
    fc.property(anyPapers, (papers) => {
      expect(analyseItems(tallyOf([...papers].reverse()))).toEqual(analyseItems(tallyOf(papers)))
    }),
  )
})

test('counts add up, indices stay in their bounds, and what is stored is read back the same', () => {
  fc.assert(
    fc.property(anyPapers, (papers) => {
      const result = analyseItems(tallyOf(papers))
      expect(RoundItemsSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(
        JSON.parse(JSON.stringify(result)),
      )
      if (result.groups) {
        const wanted = Math.ceil(papers.length * 0.27 - 1e-9)
        expect(result.groups.lowerPapers).toBeGreaterThanOrEqual(wanted)
        expect(result.groups.upperPapers).toBeGreaterThanOrEqual(wanted)
        expect(result.groups.lowerPapers + result.groups.upperPapers).toBeLessThanOrEqual(papers.length)
      }
      for (const item of result.items) {
        const { shown, right, unanswered, chosen } = item.overall
        expect(chosen.reduce((sum, count) => sum + count, 0) + unanswered).toBe(shown)
        expect(right).toBe(chosen[0])
        expect(item.upper.shown + item.lower.shown).toBeLessThanOrEqual(shown)
        expect(Math.abs(discriminationOf(item) ?? 0)).toBeLessThanOrEqual(1)
        expect(Math.abs(item.correlation ?? 0)).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
  )
})

test('the correlation is Pearson’s of the two columns it is defined by', () => {
  fc.assert(
    fc.property(anyPapers, (papers) => {
      for (const { versionId, correlation } of analyseItems(tallyOf(papers)).items) {
        const rows = papers.map((paper) => {
          const x = paper.some((question) => question.versionId === versionId && question.isRight) ? 1 : 0

          return { x, y: paper.filter(({ isRight }) => isRight).length - x }
        })
        const expected = pearson(rows)
        if (correlation === null) expect(papers.length < 5 || Number.isNaN(expected)).toBe(true)
        else expect(correlation).toBeCloseTo(expected, 9)
      }
    }),
  )
})

function pearson(rows: readonly { x: number; y: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(rows.map(({ x }) => x)), mean(rows.map(({ y }) => y))]
  const cov = mean(rows.map(({ x, y }) => (x - meanX) * (y - meanY)))
  const [varX, varY] = [
    mean(rows.map(({ x }) => (x - meanX) ** 2)),
    mean(rows.map(({ y }) => (y - meanY) ** 2)),
  ]

  return varX < 1e-12 || varY < 1e-12 ? Number.NaN : cov / Math.sqrt(varX * varY)
}

test('a million papers of a hundred questions are counted exactly', () => {
  const byTotal = new Map([
    [100, counts(500_000, 500_000, 0, [500_000])],
    [0, counts(500_000, 0, 0, [0])],
  ])

  expect(correlationOf(byTotal)).toBeCloseTo(1, 12)
})
