import { z } from 'zod'
import { ContestPolicySchema } from '#app/core/ranking/ranking-policy.ts'
import type { ContestPolicy } from '#app/core/ranking/ranking-policy.ts'
import { UnitRankingSchema } from '#app/core/ranking/unit-ranking.ts'
import type { UnitRanking } from '#app/core/ranking/unit-ranking.ts'

/** How a contest ranks people over its rounds and units among each other, and its terms for complaints. */
export type ContestRanking = {
  boardPolicy: ContestPolicy
  unitRanking: UnitRanking
  complaintWindowHours: number
  complaintAnswerDays: number
}

/** Fields of the form; lists of numbers are typed with commas. */
export const CONTEST_RANKING_FIELDS = [
  'combine',
  'prizesPerPerson',
  'unitFormula',
  'prizePoints',
  'bestCount',
  'sizeClassLimits',
  'complaintWindowHours',
  'complaintAnswerDays',
] as const
export type ContestRankingValues = Readonly<Record<(typeof CONTEST_RANKING_FIELDS)[number], string>>

/** "10, 8, 6" or "10; 8; 6". */
function numberList(message: string, max: number) {
  return z.string().transform((typed, context) => {
    const parts = typed
      .split(/[,;\s]+/)
      .filter(Boolean)
      .map(Number)
    if (parts.every((part) => Number.isInteger(part) && part >= 0) && parts.length <= max) return parts
    context.addIssue({ code: 'custom', message })

    return z.NEVER
  })
}

function wholeNumber(message: string, max: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, message)
    .transform(Number)
    .pipe(z.number().min(1, message).max(max, message))
}

const FormSchema = z.object({
  combine: z.enum(['sum', 'best_round'], 'choose_one'),
  prizesPerPerson: z.enum(['any', 'one'], 'choose_one'),
  unitFormula: z.enum(['people', 'rate', 'rate_and_prizes', 'mean_of_best'], 'choose_one'),
  prizePoints: numberList('prize_points_invalid', 20),
  sizeClassLimits: numberList('size_classes_invalid', 10),
  complaintWindowHours: wholeNumber('complaint_hours_invalid', 720),
  complaintAnswerDays: wholeNumber('complaint_days_invalid', 60),
})
const BestCountSchema = wholeNumber('best_count_invalid', 1_000)

export type ContestRankingReading =
  { ranking: ContestRanking } | { problems: Readonly<Record<string, string>> }

/**
 * What the form says, or its mistakes by field. What the chosen formula does not use is ignored.
 * @param criteria of the contest's board, which this form leaves as they are
 */
export function readContestRanking(
  values: Readonly<Record<string, string>>,
  criteria: ContestPolicy['criteria'],
): ContestRankingReading {
  const problems: Record<string, string> = {}
  const form = FormSchema.safeParse(values)
  if (!form.success) for (const { path, message } of form.error.issues) problems[path.join('.')] ??= message
  const bestCount = values.unitFormula === 'mean_of_best' ? BestCountSchema.safeParse(values.bestCount) : null
  if (bestCount && !bestCount.success) problems.bestCount = 'best_count_invalid'
  if (!form.success || Object.keys(problems).length > 0) return { problems }

  const { combine, prizesPerPerson, unitFormula, prizePoints, sizeClassLimits, ...terms } = form.data
  const unitRanking = UnitRankingSchema.safeParse({
    version: 1,
    formula: { by: unitFormula, prizePoints, count: bestCount?.data },
    sizeClassLimits,
  })
  if (!unitRanking.success) {
    const isAboutClasses = unitRanking.error.issues.some(({ path }) => path[0] === 'sizeClassLimits')

    return isAboutClasses
      ? { problems: { sizeClassLimits: 'size_classes_invalid' } }
      : { problems: { prizePoints: 'prize_points_invalid' } }
  }

  return {
    ranking: {
      boardPolicy: ContestPolicySchema.parse({ version: 1, combine, criteria, prizesPerPerson }),
      unitRanking: unitRanking.data,
      ...terms,
    },
  }
}

/** The form that says this. */
export function contestRankingValuesOf({
  boardPolicy,
  unitRanking: { formula, sizeClassLimits },
  complaintWindowHours,
  complaintAnswerDays,
}: ContestRanking): ContestRankingValues {
  return {
    combine: boardPolicy.combine,
    prizesPerPerson: boardPolicy.prizesPerPerson,
    unitFormula: formula.by,
    prizePoints: formula.by === 'rate_and_prizes' ? formula.prizePoints.join(', ') : USUAL_PRIZE_POINTS,
    bestCount: formula.by === 'mean_of_best' ? String(formula.count) : USUAL_BEST_COUNT,
    sizeClassLimits: sizeClassLimits.join(', '),
    complaintWindowHours: String(complaintWindowHours),
    complaintAnswerDays: String(complaintAnswerDays),
  }
}

/** First, second, third and further prizes as contests of this kind convert them. */
const USUAL_PRIZE_POINTS = '10, 8, 6, 4'
const USUAL_BEST_COUNT = '10'
