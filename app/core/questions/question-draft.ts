import { z } from 'zod'
import { parseDay } from '#app/core/calendar-day.ts'
import { QuestionContentSchema } from './question-content.ts'
import type { QuestionContent } from './question-content.ts'

/** What stands in the form of a question, right or not: kept through refusals and reloads. */
export const QuestionDraftSchema = z.object({
  topic: z.string(),
  difficulty: z.string(),
  stem: z.string(),
  options: z.array(z.string()),
  /** Places of the options ticked as right. */
  key: z.array(z.number()),
  explanation: z.string(),
  citations: z.array(z.string()),
  /** One phrase a line. */
  evidence: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
})
export type QuestionDraft = z.infer<typeof QuestionDraftSchema>

export const EMPTY_DRAFT: QuestionDraft = {
  topic: '',
  difficulty: '',
  stem: '',
  options: ['', '', '', ''],
  key: [],
  explanation: '',
  citations: [],
  evidence: '',
  validFrom: '',
  validTo: '',
}

/** A version as the form shows it. */
export function draftOf(content: QuestionContent): QuestionDraft {
  return {
    topic: content.topic,
    difficulty: String(content.difficulty),
    stem: content.stem,
    options: content.options,
    key: content.key,
    explanation: content.explanation,
    citations: content.citations,
    evidence: content.evidence.join('\n'),
    validFrom: content.validFrom ?? '',
    validTo: content.validTo ?? '',
  }
}

/**
 * What the form says. Empty options at the end count as not there, unless one is ticked as right.
 * @param review the note of the version it is based on, which an edit keeps
 */
export function parseDraft(draft: QuestionDraft, review: string | null) {
  const lastUsed = draft.options.findLastIndex(
    (option, index) => option.trim() !== '' || draft.key.includes(index),
  )

  return QuestionContentSchema.safeParse({
    ...draft,
    difficulty: Number(draft.difficulty),
    options: draft.options.slice(0, lastUsed + 1),
    evidence: draft.evidence.split('\n').filter((line) => line.trim() !== ''),
    review,
    validFrom: dayIn(draft.validFrom),
    validTo: dayIn(draft.validTo),
  })
}

/** Null for an empty field; what is no day stays, to be refused where it stands. */
function dayIn(typed: string): string | null {
  const text = typed.trim()

  return text === '' ? null : (parseDay(text) ?? text)
}
