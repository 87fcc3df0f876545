import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPrediction, parsePrediction, predictionTruthOf } from './prediction.ts'
import type { PredictionKind } from './prediction.ts'

const COUNT_KINDS = ['people', 'people_all_right', 'attempts'] as const

const COUNTS: [typed: string, count: bigint | null][] = [
  ['0', 0n],
  ['7', 7n],
  ['1204', 1_204n],
  ['1.204', 1_204n],
  ['1,204', 1_204n],
  ['1 204', 1_204n],
  ['1\u00a0204', 1_204n],
  ['  1204\n', 1_204n],
  ['12.345.678', 12_345_678n],
  ['100.000.000', 100_000_000n],
  ['100000000', 100_000_000n],
  ['100000001', null],
  ['100.000.001', null],
  ['99999999999999999999', null],
  ['1.204,567', null],
  ['1,204.567', null],
  ['0.123', null],
  ['1.20', null],
  ['1.2045', null],
  ['.204', null],
  ['1..204', null],
  ['-1', null],
  ['+1', null],
  ['1e3', null],
  ['0x10', null],
  ['12%', null],
  ['một trăm', null],
  ['', null],
  [' ', null],
]

test.each(COUNTS)('the guess "%s" for a number of people or attempts is read as %s', (typed, count) => {
  const expected = count === null ? null : count * 100_000n

  expect(COUNT_KINDS.map((kind) => parsePrediction(kind, typed))).toEqual([expected, expected, expected])
})

const PERCENTAGES: [typed: string, hundredThousandths: bigint | null][] = [
  ['0', 0n],
  ['87', 8_700_000n],
  ['87,65432', 8_765_432n],
  ['87.65432', 8_765_432n],
  ['87.65432%', 8_765_432n],
  ['87,65432 %', 8_765_432n],
  ['87,6', 8_760_000n],
  ['0,00001', 1n],
  ['100', 10_000_000n],
  ['100,00000', 10_000_000n],
  ['100,00001', null],
  ['101', null],
  ['87,654321', null],
  ['87,', null],
  [',5', null],
  ['87,6,5', null],
  ['-1', null],
  ['1.204', 120_400n],
  ['1000', null],
  ['87%%', null],
  ['%', null],
  ['tám mươi', null],
  ['', null],
]

test.each(PERCENTAGES)(
  'the guess "%s" for a percentage is read as %s hundred-thousandths',
  (typed, expected) => {
    expect(parsePrediction('percentage_all_right', typed)).toBe(expected)
  },
)

test('a printed guess is read back as the same guess', () => {
  const kinds = fc.constantFrom<PredictionKind>(
    'people',
    'people_all_right',
    'attempts',
    'percentage_all_right',
  )
  fc.assert(
    fc.property(
      kinds,
      fc.bigInt({ min: 0n, max: 10_000_000n }),
      fc.constantFrom('vi', 'en'),
      (kind, number, locale) => {
        const value = kind === 'percentage_all_right' ? number : number * 100_000n

        expect(parsePrediction(kind, formatPrediction(kind, value, locale))).toBe(value)
      },
    ),
  )
})

test('guesses are printed as Vietnamese and English readers write numbers', () => {
  expect(formatPrediction('people', 120_400_000n, 'vi')).toBe('1.204')
  expect(formatPrediction('people', 120_400_000n, 'en')).toBe('1,204')
  expect(formatPrediction('percentage_all_right', 8_765_432n, 'vi')).toBe('87,65432')
  expect(formatPrediction('percentage_all_right', 0n, 'vi')).toBe('0,00000')
})

test('the truth of each kind comes from the facts of the closed round', () => {
  const facts = { people: 3, peopleAllRight: 2, attempts: 5 }

  expect(predictionTruthOf('people', facts)).toBe(300_000n)
  expect(predictionTruthOf('people_all_right', facts)).toBe(200_000n)
  expect(predictionTruthOf('attempts', facts)).toBe(500_000n)
  expect(predictionTruthOf('percentage_all_right', facts)).toBe(6_666_667n)
})

test.each([
  [0, 0, 0n],
  [7, 0, 0n],
  [7, 7, 10_000_000n],
  [3, 1, 3_333_333n],
  [64, 1, 156_250n],
  // 1/128 = 0.78125 %, 1/6400000 = 0.000015625 %: half of the last decimal and more goes up, less goes down.
  [128, 1, 78_125n],
  [6_400_000, 1, 2n],
  [20_000_000, 1, 1n],
  [20_000_001, 1, 0n],
])('of %i people %i all right are %s hundred-thousandths of a percent', (people, peopleAllRight, truth) => {
  expect(predictionTruthOf('percentage_all_right', { people, peopleAllRight, attempts: 0 })).toBe(truth)
})
