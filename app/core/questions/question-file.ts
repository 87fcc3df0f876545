import { z } from 'zod'
import { DifficultySchema } from '#app/core/rounds/blueprint.ts'

/** Ids of paragraphs of the law: D21 (article), D21.1 (clause), D21.1.a (point; đ is a letter of its own). */
export const CitationSchema = z
  .string()
  .regex(/^D\d{1,3}(\.\d{1,2}(\.[a-zđ])?)?$/, 'citation such as D21.1.a')

/** A calendar day of Vietnam, "2026-10-01". */
export const DaySchema = z.iso.date('day_invalid')

const EVIDENCE_MAX_WORDS = 12
/** True or false up to eight: what the keys of the paper's keyboard and of printed papers reach. */
export const MAX_OPTIONS = 8

/** A scalar or a list in the file; always a list in the program. */
function listOf<T extends z.ZodType>(item: T) {
  return z.union([item.transform((value) => [value]), z.array(item).min(1)])
}

const text = z
  .string()
  .transform((value) => value.normalize('NFC').trim())
  .pipe(z.string().min(1))

const EvidenceSchema = text.refine(
  (phrase) => phrase.split(/\s+/).length <= EVIDENCE_MAX_WORDS,
  `evidence of at most ${EVIDENCE_MAX_WORDS} words`,
)

export const QuestionEntrySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'id in lower case with hyphens'),
    difficulty: DifficultySchema,
    stem: text,
    options: z.array(text).min(2, 'at least two options').max(MAX_OPTIONS, `at most ${MAX_OPTIONS} options`),
    answer: listOf(
      z
        .number()
        .int()
        .min(0)
        .max(MAX_OPTIONS - 1),
    ),
    // Questions imported from Word and Excel often come without reasons; the ones of this project must have them
    // (tests/content).
    explanation: text.optional().transform((value) => value ?? ''),
    citation: listOf(CitationSchema)
      .optional()
      .transform((value) => value ?? []),
    evidence: listOf(EvidenceSchema)
      .optional()
      .transform((value) => value ?? []),
    review: z.string().min(1).optional(),
    /** Days between which the question says what the law says, both inclusive. */
    validFrom: DaySchema.optional(),
    validTo: DaySchema.optional(),
  })
  .refine((entry) => new Set(entry.options).size === entry.options.length, 'options must differ')
  .refine((entry) => entry.answer.every((index) => index < entry.options.length), 'an answer without option')
  .refine(
    (entry) => !(entry.validFrom && entry.validTo && entry.validTo < entry.validFrom),
    'validTo before validFrom',
  )
  .refine((entry) => new Set(entry.answer).size === entry.answer.length, 'an answer twice')
export type QuestionEntry = z.infer<typeof QuestionEntrySchema>

/** One file of questions/: the questions of one topic. */
export const TopicFileSchema = z.strictObject({
  topic: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: text,
  questions: z.array(QuestionEntrySchema).min(1),
})
export type TopicFile = z.infer<typeof TopicFileSchema>

/** bank.yaml: what the questions of one folder rest on. */
export const BankFileSchema = z.strictObject({
  title: text,
  law: text,
  lawVersion: text,
  statusNotice: text,
})
export type BankFile = z.infer<typeof BankFileSchema>

/**
 * What makes a version of a question, its days of validity apart: a change to any of it makes the next version.
 * Serialised with fixed key order, to be hashed by the loader.
 */
export function versionContentOf(entry: QuestionEntry): string {
  return JSON.stringify([
    entry.difficulty,
    entry.stem,
    entry.options,
    [...entry.answer].sort((a, b) => a - b),
    entry.explanation,
    entry.citation,
    entry.evidence,
    entry.review ?? null,
  ])
}
