import { z } from 'zod'
import { CitationSchema, DaySchema, MAX_OPTIONS, versionContentOf } from './question-file.ts'
import type { QuestionEntry } from './question-file.ts'
import { foldForSearch, normalizeText } from '#app/core/vietnamese-text.ts'

export const MIN_OPTIONS = 2
const STEM_MAX_LENGTH = 2_000
const OPTION_MAX_LENGTH = 1_000
const EXPLANATION_MAX_LENGTH = 4_000

function textOf(missing: string, maxLength: number) {
  return z
    .string({ error: missing })
    .transform(normalizeText)
    .pipe(z.string().min(1, missing).max(maxLength, 'text_too_long'))
}

/** What a question may lack as a draft, however it was written, but not when somebody is asked to approve it. */
export const NEEDED_FOR_APPROVAL = ['explanation', 'citations'] as const
export type Lacking = (typeof NEEDED_FOR_APPROVAL)[number]

/** What is missing before a question can be submitted; empty: nothing. */
export function lackingOf(content: { explanation: string; citations: readonly string[] }): Lacking[] {
  return NEEDED_FOR_APPROVAL.filter((field) => content[field].length === 0)
}

/** What a version of a question says, however it was written: by hand, in a file, by an import. */
export const QuestionContentSchema = z
  .object({
    /** Code of the topic in its bank. */
    topic: z.string({ error: 'topic_missing' }).min(1, 'topic_missing'),
    difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)], 'difficulty_missing'),
    stem: textOf('stem_missing', STEM_MAX_LENGTH),
    options: z
      .array(textOf('option_missing', OPTION_MAX_LENGTH))
      .min(MIN_OPTIONS, 'options_too_few')
      .max(MAX_OPTIONS, 'options_too_many'),
    /** The key: 0-based indices into options, ascending. */
    key: z
      .array(z.number().int().min(0))
      .min(1, 'key_missing')
      .transform((key) => [...new Set(key)].sort((a, b) => a - b)),
    /** Empty in a draft only, as the citations: lackingOf. */
    explanation: z
      .string()
      .transform(normalizeText)
      .pipe(z.string().max(EXPLANATION_MAX_LENGTH, 'text_too_long')),
    citations: z.array(CitationSchema, 'citation_invalid'),
    /** Short words of the cited paragraph that prove the key. */
    evidence: z.array(textOf('evidence_missing', 200)).max(20, 'evidence_too_many'),
    /** Why the author of a file wants it reviewed; null in what is written by hand. */
    review: z.string().min(1).nullable(),
    /** Days between which it says what the law says, both inclusive; null: without a limit. */
    validFrom: DaySchema.nullable(),
    validTo: DaySchema.nullable(),
  })
  .superRefine((content, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const folded = content.options.map((option) => option.toLowerCase())
    const repeated = folded.findIndex((option, index) => folded.indexOf(option) < index)
    if (repeated >= 0) refuse(['options', repeated], 'option_repeated')
    if (content.key.some((index) => index >= content.options.length)) refuse(['key'], 'key_missing')
    if (content.validFrom && content.validTo && content.validTo < content.validFrom)
      refuse(['validTo'], 'validity_order')
  })
export type QuestionContent = z.output<typeof QuestionContentSchema>

/** A question of a file as content of its topic. */
export function contentOfEntry(topic: string, entry: QuestionEntry): QuestionContent {
  return {
    topic,
    difficulty: entry.difficulty,
    stem: entry.stem,
    options: entry.options,
    key: [...entry.answer].sort((a, b) => a - b),
    explanation: entry.explanation,
    citations: entry.citation,
    evidence: entry.evidence,
    review: entry.review ?? null,
    validFrom: entry.validFrom ?? null,
    validTo: entry.validTo ?? null,
  }
}

/**
 * What two versions are compared by, to be hashed; the topic is compared apart. Days of validity are added only where
 * there are any: the hashes of versions stored before there were days stay what they are.
 */
export function fingerprintTextOf(content: QuestionContent): string {
  const text = versionContentOf({
    id: '',
    difficulty: content.difficulty,
    stem: content.stem,
    options: content.options,
    answer: content.key,
    explanation: content.explanation,
    citation: content.citations,
    evidence: content.evidence,
    review: content.review ?? undefined,
  })
  const { validFrom, validTo } = content

  return validFrom || validTo ? text + JSON.stringify([validFrom, validTo]) : text
}

/** What the search without accents looks through. */
export function searchTextOf(code: string, content: QuestionContent): string {
  return foldForSearch([code, content.stem, ...content.options, content.explanation].join(' '))
}

/** Whether a version says what the law says on this day; outside of it, it counts as flagged. */
export function isValidOn(
  day: string,
  { validFrom, validTo }: { validFrom: string | null; validTo: string | null },
): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}
