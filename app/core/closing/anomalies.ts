import { z } from 'zod'

/** Silent reading of Vietnamese runs at 250 to 350 words a minute; nobody reads a paper at three times that. */
const IMPOSSIBLE_WORDS_PER_MINUTE = 1_000
const MINUTE_MS = 60_000

/** Fewer equal mistakes than this happen to strangers. */
const MIN_EQUAL_MISTAKES = 3

/** More than people look through; how many were found is told beside. */
const MAX_LISTED = 200

const FastAttemptSchema = z.object({
  participantId: z.string(),
  attemptId: z.string(),
  wordCount: z.number(),
  durationMs: z.number(),
  correctCount: z.number(),
  questionCount: z.number(),
})
const EqualMistakesSchema = z.object({ participantIds: z.array(z.string()), mistakes: z.number() })

/** Signals for people to look into; the program draws no conclusion from them. */
export const AnomalySheetSchema = z.object({
  attempts: z.number(),
  fastCount: z.number(),
  fast: z.array(FastAttemptSchema),
  equalCount: z.number(),
  equal: z.array(EqualMistakesSchema),
})
export type AnomalySheet = z.infer<typeof AnomalySheetSchema>

export type InspectedAttempt = z.infer<typeof FastAttemptSchema> & {
  /** Each wrong answer as "<question version>:<chosen options>". */
  wrongAnswers: readonly string[]
}

/** Collects the signals while attempts come in, so that a hundred thousand papers need not be held in memory. */
export function createAnomalyCollector(): {
  add: (attempt: InspectedAttempt) => void
  sheet: () => AnomalySheet
} {
  const fast: z.infer<typeof FastAttemptSchema>[] = []
  const byMistakes = new Map<string, Set<string>>()
  let attempts = 0

  return {
    add: ({ wrongAnswers, ...attempt }) => {
      attempts++
      if (isImpossiblyFast(attempt)) fast.push(attempt)
      if (wrongAnswers.length < MIN_EQUAL_MISTAKES) return
      const key = wrongAnswers.toSorted().join('|')
      const people = byMistakes.get(key)
      if (people) people.add(attempt.participantId)
      else byMistakes.set(key, new Set([attempt.participantId]))
    },
    sheet: () => {
      const equal = [...byMistakes]
        .filter(([, people]) => people.size > 1)
        .map(([key, people]) => ({ participantIds: [...people].sort(), mistakes: key.split('|').length }))
        .sort((a, b) => b.mistakes - a.mistakes || b.participantIds.length - a.participantIds.length)

      return {
        attempts,
        fastCount: fast.length,
        fast: fast.toSorted((a, b) => speedOf(b) - speedOf(a)).slice(0, MAX_LISTED),
        equalCount: equal.length,
        equal: equal.slice(0, MAX_LISTED),
      }
    },
  }
}

/** Whether nobody can have read the paper in this time, and yet half of it is right. */
export function isImpossiblyFast(attempt: {
  wordCount: number
  durationMs: number
  correctCount: number
  questionCount: number
}): boolean {
  return speedOf(attempt) > IMPOSSIBLE_WORDS_PER_MINUTE && attempt.correctCount * 2 >= attempt.questionCount
}

function speedOf({ wordCount, durationMs }: { wordCount: number; durationMs: number }): number {
  return (wordCount * MINUTE_MS) / Math.max(1, durationMs)
}
