import { createHash } from 'node:crypto'
import { DomainError } from '../../core/domain-error.ts'
import type { DraftQuestion } from '../../core/questions/import/draft.ts'
import type { Duplicate } from '../../core/questions/import/duplicates.ts'
import { topicCodeOf } from '../../core/questions/import/import-plan.ts'
import type { BankTopic } from '../../core/questions/import/import-plan.ts'
import { bareText } from '../../core/questions/import/tidy.ts'
import { FileFactsSchema, ImportOutcomeSchema } from '../../core/questions/import/waiting-import.ts'
import type { FileFacts, ImportChoices, ImportOutcome } from '../../core/questions/import/waiting-import.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { getBankFacts } from './banks.server.ts'
import type { BankFacts } from './banks.server.ts'
import { releaseCutOffDrafts, removedAtOf, requireDraft, saveDraft } from '../import-drafts.server.ts'
import { inFileThread } from './question-file-thread.server.ts'
import { getBankForImport } from './bank-for-import.server.ts'
import { refuseFile } from './files/refusal.ts'

/** A conversion rewrites thousands of questions. */
const CHANGE_WITHIN_MS = 120_000

export type UploadOrder = { bankSlug: string; actorId: string; now: Date }

/**
 * Reads an uploaded file of questions and keeps what it says until it is imported; nothing goes to the bank.
 * @returns the id of the import
 * @throws DomainError bank_not_found; question_file_refused, also for a file without a question
 */
export async function uploadQuestions(
  file: { name: string; bytes: Uint8Array },
  { bankSlug, actorId, now }: UploadOrder,
): Promise<string> {
  const { id: bankId } = await getBankFacts(bankSlug)
  const { questions: bank, topics } = (await getBankForImport(bankSlug)) ?? { questions: [], topics: [] }
  const preview = await inFileThread<'read'>({ kind: 'read', bytes: file.bytes, fileName: file.name, bank })
  const { format, questions, problems, skipped, duplicates } = preview
  if (questions.length === 0) throw refuseFile('no_questions')
  const facts: FileFacts = {
    format,
    problems,
    skipped,
    defaultTopic: null,
    defaultDifficulty: 2,
    mode: 'all_good',
  }
  const byIndex = new Map(duplicates.map((duplicate) => [duplicate.index, duplicate]))

  return saveDraft({
    kind: 'questions',
    fileName: file.name,
    sheet: facts,
    rowCount: questions.length,
    createdById: actorId,
    bankId,
    questions: questions.map((question, position) => ({
      position,
      ...columnsOf(question, byIndex.get(position) ?? null, topics),
    })),
    now,
  })
}

export type WaitingColumns = ReturnType<typeof columnsOf>

/** A question as its row says it. */
export function columnsOf(
  question: DraftQuestion,
  duplicate: Duplicate | null,
  topics: readonly BankTopic[],
) {
  const { problems: _, ...rest } = question

  return {
    question: rest satisfies Prisma.InputJsonObject,
    ...problemColumnsOf(question),
    ...(duplicate ? { duplicate } : {}),
    topicCode: topicCodeOf(question.topic, topics),
    stemHash: createHash('sha256').update(bareText(question.stem)).digest('base64'),
  }
}

/** Errors first: they are what the page is read for. */
export function problemColumnsOf({ problems }: Pick<DraftQuestion, 'problems'>) {
  const [errors = [], warnings = []] = [
    problems.filter(({ severity }) => severity === 'error'),
    problems.filter(({ severity }) => severity === 'warning'),
  ]

  return {
    problems: [...errors, ...warnings] satisfies Prisma.InputJsonArray,
    hasError: errors.length > 0,
    hasWarning: warnings.length > 0,
  }
}

export type QuestionUpload = {
  id: string
  bank: BankFacts
  fileName: string
  rowCount: number
  facts: FileFacts
  /** When it is removed unless somebody changes something in it before. */
  removedAt: Date
  /** When an import of it was found cut off; nothing of it was stored. */
  cutOffAt: Date | null
  state:
    { kind: 'waiting' } | { kind: 'running'; doneCount: number } | { kind: 'applied'; outcome: ImportOutcome }
}

/**
 * An uploaded file with what is known of it as a whole.
 * @throws DomainError bank_not_found; import_gone: no such upload for this bank, or not any more
 */
export async function getQuestionUpload(bankSlug: string, id: string, now: Date): Promise<QuestionUpload> {
  const bank = await getBankFacts(bankSlug)
  const draft = await readDraft(id, now)
  if (draft.bankId !== bank.id) throw new DomainError('import_gone')
  const { fileName, rowCount, rows, cutOffAt } = draft

  return {
    id,
    bank,
    fileName,
    rowCount,
    facts: FileFactsSchema.parse(rows),
    removedAt: removedAtOf(draft),
    cutOffAt,
    state: stateOf(draft),
  }
}

/** An import that was cut off is found by whoever looks, without waiting for the background work. */
async function readDraft(id: string, now: Date) {
  const draft = await requireDraft(id, 'questions')
  if (stateOf(draft).kind !== 'running' || (await releaseCutOffDrafts(now)) === 0) return draft

  return requireDraft(id, 'questions')
}

function stateOf({
  outcome,
  appliedAt,
  doneCount,
}: Awaited<ReturnType<typeof requireDraft>>): QuestionUpload['state'] {
  if (outcome) return { kind: 'applied', outcome: ImportOutcomeSchema.parse(outcome) }

  return appliedAt === null ? { kind: 'waiting' } : { kind: 'running', doneCount }
}

/** An upload that somebody changes. */
export type UploadTarget = { bankSlug: string; importId: string; now: Date }

/**
 * Runs a change to an upload that still waits, one change at a time. It is kept longer for it.
 * @throws DomainError import_gone: it was imported, is being imported or was thrown away
 */
export async function changeUpload<T>(
  { bankSlug, importId, now }: UploadTarget,
  change: (tx: Tx, facts: FileFacts) => Promise<T>,
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      const [draft] = await tx.$queryRaw<{ rows: unknown }[]>`
        UPDATE import_draft d SET touched_at = ${now} FROM question_bank b
        WHERE d.id = ${importId} AND d.kind = 'questions' AND d.applied_at IS NULL
          AND b.id = d.bank_id AND b.slug = ${bankSlug}
        RETURNING d.rows`
      if (!draft) throw new DomainError('import_gone')

      return change(tx, FileFactsSchema.parse(draft.rows))
    },
    { timeout: CHANGE_WITHIN_MS },
  )
}

/**
 * Keeps what holds for all questions of an upload: topic and difficulty where the file names none, and whether
 * everything or nothing is imported.
 * @throws DomainError bank_not_found; import_gone; topic_unknown
 */
export async function chooseForUpload(
  target: UploadTarget,
  { topic, difficulty, mode }: ImportChoices,
): Promise<void> {
  const { topics } = await getBankFacts(target.bankSlug)
  if (topic !== null && !topics.some(({ code }) => code === topic)) throw new DomainError('topic_unknown')
  await changeUpload(target, async (tx, facts) => {
    const rows: FileFacts = { ...facts, defaultTopic: topic, defaultDifficulty: difficulty, mode }
    await tx.importDraft.update({ where: { id: target.importId }, data: { rows } })
  })
}

/** Throws an upload away with all corrections. @throws DomainError import_gone */
export async function discardUpload(target: UploadTarget): Promise<void> {
  await changeUpload(target, (tx) => tx.importDraft.delete({ where: { id: target.importId } }))
}
