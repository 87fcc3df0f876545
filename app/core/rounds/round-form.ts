import { z } from 'zod'
import type { EndRule } from '#app/core/attempts/attempt-window.ts'
import type { Blueprint } from './blueprint.ts'
import { readBlueprint } from './blueprint-form.ts'
import type { PredictionKind } from '#app/core/ranking/prediction.ts'
import { RankingPolicySchema } from '#app/core/ranking/ranking.ts'
import type { RankingPolicy } from '#app/core/ranking/ranking.ts'
import type { Release } from './release.ts'
import { isSlug, slugOf } from '#app/core/slug.ts'
import { parseMoment } from '#app/core/typed-moment.ts'
import { normalizeText } from '#app/core/vietnamese-text.ts'

/** Everything an organizer sets about a round. */
export type RoundSettings = {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  bankId: string
  opensAt: Date
  closesAt: Date
  durationMs: number
  attemptsAllowed: number | null
  endRule: EndRule
  shuffleQuestions: boolean
  shuffleOptions: boolean
  pointsPerQuestion: number
  blueprint: Blueprint
  acceptsFlaggedQuestions: boolean
  predictionKind: PredictionKind | null
  predictionPrompt: string | null
  releaseAfterSubmission: Release
  releaseAfterClose: Release
  rankingPolicy: RankingPolicy
  /** How old public counters are while a prediction can still be made; null: the default of core/ranking/board-visibility. */
  countersDelayMs: number | null
  /** From so long before the end the board hides all places; null: never. */
  freezeBeforeMs: number | null
  freezeUntil: 'provisional' | 'official'
}

/** The form as typed: text by field name, a ticked box is "on". */
export type RoundFormValues = Readonly<Record<string, string>>

/** The message of each field with a mistake, as a key of the texts. */
export type RoundFormProblems = Readonly<Record<string, string>>

export type RoundFormReading =
  { isComplete: true; settings: RoundSettings } | { isComplete: false; problems: RoundFormProblems }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const TITLE_MAX_LENGTH = 200
const PROMPT_MAX_LENGTH = 500
const MAX_MINUTES = 600
const MAX_ATTEMPTS = 100
const MAX_POINTS = 1_000
/** A month: longer than that a board is not held back but missing. */
const MAX_HOURS = 720
/** A practice round may be open for years; longer is a slip of the hand. */
const LONGEST_WINDOW_MS = 3 * 366 * DAY_MS

const checkbox = z.string().transform((value) => value === 'on')
const text = z.string().transform(normalizeText)

function wholeNumber(max: number, message: string) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .pipe(z.number().min(1, message).max(max, message))
}

const NameSchema = z.object({
  title: text.pipe(z.string().min(1, 'title_missing').max(TITLE_MAX_LENGTH, 'title_too_long')),
})

const SlugSchema = z.object({ slug: z.string().trim().refine(isSlug, 'slug_invalid') })

const moment = z.string().transform((typed, context) => {
  const instant = parseMoment(typed)
  if (instant) return instant
  context.addIssue({ code: 'custom', message: typed === '' ? 'time_missing' : 'time_invalid' })

  return z.NEVER
})

const WindowSchema = z
  .object({ opensAt: moment, closesAt: moment })
  .refine(({ opensAt, closesAt }) => closesAt > opensAt, {
    path: ['closesAt'],
    error: 'closes_before_opens',
  })
  .refine(({ opensAt, closesAt }) => closesAt.getTime() - opensAt.getTime() <= LONGEST_WINDOW_MS, {
    path: ['closesAt'],
    error: 'window_too_long',
  })

const LimitsSchema = z
  .object({
    kind: z.enum(['ranked', 'practice'], 'choose_one'),
    minutes: wholeNumber(MAX_MINUTES, 'minutes_invalid'),
    endRule: z.enum(['must_start_before', 'must_finish_before'], 'choose_one'),
    pointsPerQuestion: wholeNumber(MAX_POINTS, 'points_invalid'),
    bankId: z.string().min(1, 'bank_missing'),
    shuffleQuestions: checkbox,
    shuffleOptions: checkbox,
    acceptsFlaggedQuestions: checkbox,
  })
  .transform(({ minutes, ...rest }) => ({ ...rest, durationMs: minutes * MINUTE_MS }))

/** With the box for any number ticked, what stands in the field does not count. */
const AttemptsSchema = z.union([
  z.object({ attemptsUnlimited: z.literal('on') }).transform(() => ({ attemptsAllowed: null })),
  z.object({ attemptsAllowed: wholeNumber(MAX_ATTEMPTS, 'attempts_invalid') }),
])

const PredictionSchema = z.union([
  z
    .object({ predictionKind: z.literal('') })
    .transform(() => ({ predictionKind: null, predictionPrompt: null })),
  z.object({
    predictionKind: z.enum(['people_all_right', 'people', 'attempts', 'percentage_all_right'], 'choose_one'),
    predictionPrompt: text.pipe(
      z.string().min(1, 'prompt_missing').max(PROMPT_MAX_LENGTH, 'prompt_too_long'),
    ),
  }),
])

/** Hours as typed; empty means that the organizers leave it at what is usual. */
const hours = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, 'hours_invalid')
  .refine((typed) => Number(typed) <= MAX_HOURS, 'hours_invalid')
  .transform((typed) => (typed === '' ? null : Number(typed) * HOUR_MS))

const BoardSchema = z
  .object({
    countersDelayHours: hours,
    freezeBeforeHours: hours,
    freezeUntil: z.enum(['provisional', 'official'], 'choose_one'),
  })
  .transform(({ countersDelayHours, freezeBeforeHours, freezeUntil }) => ({
    countersDelayMs: countersDelayHours,
    // No hour before the end is no freeze.
    freezeBeforeMs: freezeBeforeHours === 0 ? null : freezeBeforeHours,
    freezeUntil,
  }))

const release = z.enum(['nothing', 'score', 'marks', 'key'], 'choose_one')

const PublicationSchema = z.object({
  releaseAfterSubmission: release,
  releaseAfterClose: release,
  rankingPolicy: z.string().transform((json, context) => {
    const parsed = RankingPolicySchema.safeParse(parseJson(json))
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: 'policy_invalid' })

    return z.NEVER
  }),
})

/**
 * What the form says, or every mistake in it at once. Practice has no prediction and no ranking; what was typed about
 * them is ignored, not refused. An empty address is made from the title.
 */
export function readRoundForm(typed: RoundFormValues): RoundFormReading {
  const values: RoundFormValues = {
    ...BLANK,
    ...typed,
    slug: typed.slug?.trim() || slugOf(typed.title ?? ''),
  }
  const blueprint = readBlueprint(values)
  const name = NameSchema.safeParse(values)
  const address = SlugSchema.safeParse(values)
  const window = WindowSchema.safeParse(values)
  const limits = LimitsSchema.safeParse(values)
  const attempts = AttemptsSchema.safeParse(values)
  const prediction = PredictionSchema.safeParse(typed.kind === 'practice' ? { predictionKind: '' } : values)
  const publication = PublicationSchema.safeParse(values)
  const board = BoardSchema.safeParse(values.kind === 'practice' ? { ...values, ...NO_BOARD } : values)
  const problems: Record<string, string> = { ...blueprint.problems }
  for (const part of [name, address, window, limits, attempts, prediction, publication, board])
    if (!part.success) noteProblems(problems, part.error)

  if (limits.success) {
    const { kind, endRule, durationMs } = limits.data
    if (kind === 'ranked' && ['marks', 'key'].includes(values.releaseAfterSubmission ?? ''))
      problems.releaseAfterSubmission ??= 'release_too_early'
    if (window.success && endRule === 'must_finish_before') {
      const windowMs = window.data.closesAt.getTime() - window.data.opensAt.getTime()
      if (durationMs > windowMs) problems.minutes ??= 'minutes_longer_than_window'
    }
  }
  if (
    Object.keys(problems).length === 0 &&
    name.success &&
    address.success &&
    window.success &&
    limits.success &&
    attempts.success &&
    prediction.success &&
    publication.success &&
    board.success
  ) {
    const settings = {
      ...name.data,
      ...address.data,
      ...window.data,
      ...limits.data,
      ...attempts.data,
      ...prediction.data,
      ...publication.data,
      ...board.data,
      blueprint: blueprint.cells,
    }

    return { isComplete: true, settings }
  }

  return { isComplete: false, problems }
}

/** Every field of the form besides the blueprint's cells, empty. */
export const BLANK = {
  title: '',
  slug: '',
  kind: '',
  bankId: '',
  opensAt: '',
  closesAt: '',
  minutes: '',
  attemptsAllowed: '',
  attemptsUnlimited: '',
  endRule: '',
  shuffleQuestions: '',
  shuffleOptions: '',
  pointsPerQuestion: '',
  acceptsFlaggedQuestions: '',
  predictionKind: '',
  predictionPrompt: '',
  releaseAfterSubmission: '',
  releaseAfterClose: '',
  rankingPolicy: '',
  countersDelayHours: '',
  freezeBeforeHours: '',
  freezeUntil: 'provisional',
} as const satisfies RoundFormValues

/** Practice has no board to hold back. */
const NO_BOARD = { countersDelayHours: '', freezeBeforeHours: '', freezeUntil: 'provisional' } as const

/** Messages of a union stand at its branches; the last branch is the one that was meant to be filled in. */
function noteProblems(problems: Record<string, string>, error: z.ZodError): void {
  for (const issue of error.issues) {
    const inner = issue.code === 'invalid_union' ? (issue.errors.at(-1) ?? []) : [issue]
    for (const { path, message } of inner) problems[path.join('.')] ??= message
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
