import { data } from '@remix-run/node'
import { z } from 'zod'
import { DIFFICULTIES } from '#app/core/rounds/blueprint-form.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { PROBLEM_CODES } from '#app/core/questions/import/draft.ts'
import type { ProblemCode } from '#app/core/questions/import/draft.ts'
import { DUPLICATE_KINDS } from '#app/core/questions/import/duplicates.ts'
import { DUPLICATE_DECISIONS } from '#app/core/questions/import/import-plan.ts'
import type { DuplicateDecision } from '#app/core/questions/import/import-plan.ts'
import type { Fix } from '#app/core/questions/import/mending.ts'
import { ImportChoicesSchema } from '#app/core/questions/import/waiting-import.ts'
import type { ImportChoices } from '#app/core/questions/import/waiting-import.ts'
import { textOf } from '#app/http/form-errors.ts'
import { statusOf } from '#app/http/problem.ts'
import { uploadOf } from '#app/http/upload.server.ts'
import type { UploadedFile } from '#app/http/upload.server.ts'
import type { BulkDecision } from '#app/services/questions/bulk-mending.server.ts'
import { textsOf } from '../console-form.server.ts'

const REFUSALS = ['upload_missing', 'upload_too_large', 'question_file_refused'] as const
type FileRefusal = { code: (typeof REFUSALS)[number]; details: Readonly<Record<string, unknown>> }

/**
 * Takes an uploaded file of questions.
 * @returns what the use case gives, or why the file was refused, for the sentence at the field
 */
export async function takeQuestionFile(request: Request, work: (file: UploadedFile) => Promise<string>) {
  try {
    const form = await request.formData()

    return { importId: await work(await uploadOf(form, 'file')), refused: null }
  } catch (error) {
    const code = REFUSALS.find((each) => error instanceof DomainError && error.code === each)
    if (!code || !(error instanceof DomainError)) throw error

    return {
      importId: null,
      refused: data<FileRefusal>({ code, details: error.details }, { status: statusOf(code) }),
    }
  }
}

/** What a button of the preview asks for. */
export type UploadOrder =
  | { intent: 'choose' | 'apply'; choices: ImportChoices }
  | { intent: 'discard' | 'convert' }
  | { intent: 'fix'; position: number; fix: Fix }
  | { intent: 'propose'; position: number; problem: number }
  | { intent: 'remove' | 'restore'; position: number }
  | { intent: 'decide'; position: number; decision: DuplicateDecision }
  | { intent: 'decide-many'; choice: BulkDecision }
  | { intent: 'propose-many'; code: ProblemCode }
  | { intent: 'undo'; step: string }

const index = z.coerce.number().int().min(0)

const OrderSchema = z.discriminatedUnion('intent', [
  ImportChoicesSchema.extend({ intent: z.enum(['choose', 'apply']) }),
  z.object({ intent: z.enum(['discard', 'convert']) }),
  z.object({ intent: z.literal('fix'), position: index }),
  z.object({ intent: z.literal('propose'), position: index, problem: index }),
  z.object({ intent: z.enum(['remove', 'restore']), position: index }),
  z.object({ intent: z.literal('decide'), position: index, decision: z.enum(DUPLICATE_DECISIONS) }),
  z.object({
    intent: z.literal('decide-many'),
    kind: z.enum(DUPLICATE_KINDS),
    decision: z.enum(DUPLICATE_DECISIONS),
  }),
  z.object({ intent: z.literal('propose-many'), code: z.enum(PROBLEM_CODES) }),
  z.object({ intent: z.literal('undo'), step: z.uuid() }),
])

/** @returns null for a form that no page of ours sends */
export function readUploadOrder(form: FormData): UploadOrder | null {
  const parsed = OrderSchema.safeParse(textsOf(form))
  if (!parsed.success) return null
  const order = parsed.data
  switch (order.intent) {
    case 'choose':
    case 'apply': {
      const { intent, ...choices } = order

      return { intent, choices }
    }
    case 'fix':
      return { ...order, fix: fixOf(form) }
    case 'decide-many':
      return { intent: order.intent, choice: choiceOf(order, form) }
    case 'discard':
    case 'convert':
    case 'propose':
    case 'propose-many':
    case 'undo':
    case 'remove':
    case 'restore':
    case 'decide':
      return order
    default:
      return order satisfies never
  }
}

/** Contradictions count only when they stood on the page and were ticked. */
function choiceOf({ kind, decision }: Pick<BulkDecision, 'kind' | 'decision'>, form: FormData): BulkDecision {
  if (kind !== 'other_key') return { kind, decision }
  const positions = form.getAll('selected').map(Number)

  return { kind, decision, positions: positions.filter(Number.isSafeInteger) }
}

/** More options than a question may have are kept, and told as a mistake. */
const MAX_TYPED_OPTIONS = 30

function fixOf(form: FormData): Fix {
  const listOf = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')

  return {
    topic: textOf(form, 'topic') || null,
    difficulty: DIFFICULTIES.find((difficulty) => String(difficulty) === textOf(form, 'difficulty')) ?? null,
    stem: textOf(form, 'stem'),
    options: listOf('option').slice(0, MAX_TYPED_OPTIONS),
    key: listOf('key').map(Number).filter(Number.isInteger),
    explanation: textOf(form, 'explanation'),
    citations: listOf('citation').join('; '),
    evidence: textOf(form, 'evidence').split('\n'),
  }
}
