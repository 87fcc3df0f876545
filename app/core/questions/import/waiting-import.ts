/** How an uploaded file waits for its import: what is stored of it, and what was chosen for it. */
import { z } from 'zod'
import { DifficultySchema } from '#app/core/rounds/blueprint.ts'
import { PROBLEM_CODES } from './draft.ts'
import type { DraftQuestion, ProblemCode } from './draft.ts'
import { DUPLICATE_KINDS } from './duplicates.ts'
import type { Duplicate, DuplicateKind } from './duplicates.ts'
import type { DuplicateDecision, FailureReason } from './import-plan.ts'

const params = z.record(z.string(), z.union([z.string(), z.number()]))

const PlaceSchema = z.object({
  question: z.number().optional(),
  sheet: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
  paragraph: z.number().optional(),
  line: z.number().optional(),
})

const FieldSchema = z.union([
  z.object({ name: z.enum(['stem', 'key', 'explanation', 'citations', 'topic', 'difficulty', 'code']) }),
  z.object({ name: z.literal('option'), index: z.number() }),
])

const ProblemSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  severity: z.enum(['error', 'warning']),
  place: PlaceSchema,
  excerpt: z.string(),
  params,
  field: FieldSchema.optional(),
  proposal: z.string().optional(),
})
export const ProblemsSchema = z.array(ProblemSchema)

/** A question of the file without its problems, which are stored beside it. */
export const WaitingQuestionSchema = z.object({
  number: z.number(),
  place: PlaceSchema,
  code: z.string().nullable(),
  topic: z.string().nullable(),
  difficulty: DifficultySchema.nullable(),
  stem: z.string(),
  options: z.array(z.string()),
  key: z.array(z.number()),
  explanation: z.string(),
  citations: z.array(z.string()),
  evidence: z.array(z.string()),
  review: z.string().nullable(),
  // Uploads of before there were days of validity have none.
  validFrom: z.string().nullable().default(null),
  validTo: z.string().nullable().default(null),
})

export const DuplicateSchema = z.object({
  index: z.number(),
  kind: z.enum(DUPLICATE_KINDS),
  code: z.string(),
  stem: z.string(),
  keyWords: z.array(z.string()),
  similarity: z.number(),
})

const ImportModeSchema = z.enum(['all_good', 'all_or_nothing'])
export type ImportMode = z.infer<typeof ImportModeSchema>

/** What is known of the file as a whole, and what holds for all of its questions. */
export const FileFactsSchema = z.object({
  format: z.enum(['xlsx', 'docx', 'csv', 'gift', 'aiken', 'moodle', 'yaml', 'text']),
  problems: ProblemsSchema,
  skipped: z.array(
    z.object({ code: z.enum(PROBLEM_CODES), place: PlaceSchema, excerpt: z.string(), params }),
  ),
  /** For questions that name no topic of the bank. */
  defaultTopic: z.string().nullable(),
  /** For questions that name no difficulty. */
  defaultDifficulty: DifficultySchema,
  mode: ImportModeSchema,
})
export type FileFacts = z.infer<typeof FileFactsSchema>

/** The form of what holds for all questions. */
export const ImportChoicesSchema = z.object({
  topic: z.string().transform((code) => code || null),
  difficulty: z.coerce.number().pipe(DifficultySchema),
  mode: ImportModeSchema,
})
export type ImportChoices = z.output<typeof ImportChoicesSchema>

/** What came of an import. */
export const ImportOutcomeSchema = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** Drafts, because they lack what an approval needs. */
  incomplete: z.number().default(0),
  skipped: z.number(),
  failed: z.number(),
})
export type ImportOutcome = z.infer<typeof ImportOutcomeSchema>

/** A question of an upload with what is said about it and was chosen for it. */
export type WaitingQuestion = {
  /** Place in the file, from 0. */
  position: number
  question: DraftQuestion
  /** Code of the bank's topic that the file's words name. */
  topicCode: string | null
  duplicate: Duplicate | null
  decision: DuplicateDecision | null
  isRemoved: boolean
  /** Why the import left it behind; null before. */
  failure: FailureReason | null
}

/** Which questions of an upload a page shows. */
export const WAITING_FILTERS = [
  'all',
  'errors',
  'warnings',
  'duplicates',
  'incomplete',
  'good',
  'removed',
] as const
export type WaitingFilter = (typeof WAITING_FILTERS)[number]

/** Narrows the duplicates down to those of one kind; ignored by other filters. */
export type WaitingSelection = { filter: WaitingFilter; kind: DuplicateKind | null }

export type WaitingCounts = Record<WaitingFilter, number> & {
  /** Would be imported as things stand. */
  importable: number
  /** Of these: as drafts, because they lack what an approval needs. */
  importableDrafts: number
  /** Would be left out because the bank has them. */
  skipped: number
  /** Same question with another key, and nobody has decided yet. */
  undecided: number
  /** Of those without an error: the file names no topic that the bank has. */
  withoutTopic: number
  /** Fail for it: decided, and no topic was chosen for all. */
  lackingTopic: number
  withoutDifficulty: number
  /** Shown converted from a font from before Unicode, and nobody has agreed yet. */
  legacy: number
}

/** How many duplicates of a kind are to become what; `undecided` wait for somebody. */
export type DuplicateCounts = { kind: DuplicateKind; count: number } & Record<
  DuplicateDecision | 'undecided',
  number
>

/** Problems of one kind that come with a proposal. */
export type ProposalCounts = { code: ProblemCode; count: number }

/** One press that changed many questions of an upload, and can be taken back. */
export type ImportStep = {
  id: string
  questionCount: number
  byName: string
  at: Date
  did:
    | { what: 'decided'; kind: DuplicateKind; decision: DuplicateDecision }
    | { what: 'proposed'; code: ProblemCode }
}

/** What a page tells that was done: to one question, to the whole file, or to many questions at once. */
export const UPLOAD_DONE = [
  'fixed',
  'fixed_left',
  'removed',
  'restored',
  'converted',
  'decided_many',
  'proposed_many',
  'undone',
  'undone_some',
] as const
export type UploadDone = (typeof UPLOAD_DONE)[number]
