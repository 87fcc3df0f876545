import { expect, test } from 'vitest'
import { contestRankingValuesOf, readContestRanking } from './contest-ranking-form.ts'
import type { ContestRanking } from './contest-ranking-form.ts'
import { DEFAULT_CONTEST_POLICY } from '#app/core/ranking/ranking-policy.ts'
import { DEFAULT_UNIT_RANKING } from '#app/core/ranking/unit-ranking.ts'

const { criteria } = DEFAULT_CONTEST_POLICY
const usual: ContestRanking = {
  boardPolicy: DEFAULT_CONTEST_POLICY,
  unitRanking: DEFAULT_UNIT_RANKING,
  complaintWindowHours: 72,
  complaintAnswerDays: 5,
}

function read(changes: Record<string, string>) {
  return readContestRanking({ ...contestRankingValuesOf(usual), ...changes }, criteria)
}

test('the form says what it was filled from', () => {
  expect(read({})).toEqual({ ranking: usual })
  const other: ContestRanking = {
    boardPolicy: { ...DEFAULT_CONTEST_POLICY, combine: 'best_round', prizesPerPerson: 'one' },
    unitRanking: { version: 1, formula: { by: 'mean_of_best', count: 5 }, sizeClassLimits: [50, 200] },
    complaintWindowHours: 24,
    complaintAnswerDays: 10,
  }
  expect(readContestRanking(contestRankingValuesOf(other), criteria)).toEqual({ ranking: other })
})

test('prizes are converted by a list of points, best prize first', () => {
  expect(read({ unitFormula: 'rate_and_prizes', prizePoints: '10; 8 6' })).toMatchObject({
    ranking: { unitRanking: { formula: { by: 'rate_and_prizes', prizePoints: [10, 8, 6] } } },
  })
})

test.each([
  [{ unitFormula: 'rate_and_prizes', prizePoints: '' }, { prizePoints: 'prize_points_invalid' }],
  [{ unitFormula: 'rate_and_prizes', prizePoints: 'mười' }, { prizePoints: 'prize_points_invalid' }],
  [{ unitFormula: 'mean_of_best', bestCount: '0' }, { bestCount: 'best_count_invalid' }],
  [{ sizeClassLimits: '200, 50' }, { sizeClassLimits: 'size_classes_invalid' }],
  [{ complaintWindowHours: '' }, { complaintWindowHours: 'complaint_hours_invalid' }],
  [{ combine: 'x' }, { combine: 'choose_one' }],
])('%j is refused at its field', (changes, problems) => {
  expect(read(changes)).toEqual({ problems })
})
