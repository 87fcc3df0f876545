import { DomainError } from '../core/domain-error.ts'
import type { DraftQuestion } from '../core/question-import/draft.ts'
import type { Duplicate } from '../core/question-import/duplicates.ts'
import type { DuplicateDecision } from '../core/question-import/import-plan.ts'
import { agreeToConversion, mend, recheckRepeats, takeProposal } from '../core/question-import/mending.ts'
import type { Fix } from '../core/question-import/mending.ts'
import {
  DuplicateSchema,
  ProblemsSchema,
  WaitingQuestionSchema,
} from '../core/question-import/waiting-import.ts'
import type {
  FileFacts,
  WaitingCounts,
  WaitingFilter,
  WaitingQuestion,
} from '../core/question-import/waiting-import.ts'
import { db } from '../db/client.server.ts'
import type { Tx } from '../db/client.server.ts'
import { Prisma } from '../db/generated/client.ts'
import { compareWithBank } from './question-file-thread.server.ts'
import { getBankForImport } from './question-import.server.ts'
import { changeUpload, columnsOf, problemColumnsOf } from './question-uploads.server.ts'

/** Cards with everything there is to say about a question: more of them make no page one can read. */
const PAGE_SIZE = 50

type WaitingPage = { items: WaitingQuestion[]; page: number; pageCount: number }

type Row = Prisma.WaitingQuestionGetPayload<object>

export function toWaiting({
  position,
  question,
  problems,
  duplicate,
  topicCode,
  ...row
}: Row): WaitingQuestion {
  return {
    position,
    question: {
      ...WaitingQuestionSchema.parse(question),
      problems: ProblemsSchema.parse(problems),
    },
    topicCode,
    duplicate: duplicate === null ? null : DuplicateSchema.parse(duplicate),
    decision: row.decision,
    isRemoved: row.isRemoved,
  }
}

/** One page of the questions of an upload that the filter lets through, in the order of the file. */
export async function listWaiting(
  importId: string,
  filter: WaitingFilter,
  wanted: number,
): Promise<WaitingPage> {
  const where = whereOf(importId, filter)
  const count = await db.waitingQuestion.count({ where })
  const pageCount = Math.max(1, Math.ceil(count / PAGE_SIZE))
  const page = Math.min(Math.max(1, wanted), pageCount)
  const rows = await db.waitingQuestion.findMany({
    where,
    orderBy: { position: 'asc' },
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  })

  return { items: rows.map(toWaiting), page, pageCount }
}

function whereOf(importId: string, filter: WaitingFilter): Prisma.WaitingQuestionWhereInput {
  switch (filter) {
    case 'all':
      return { importId, isRemoved: false }
    case 'errors':
      return { importId, isRemoved: false, hasError: true }
    case 'warnings':
      return { importId, isRemoved: false, hasWarning: true }
    case 'duplicates':
      return { importId, isRemoved: false, duplicate: { not: Prisma.DbNull } }
    case 'removed':
      return { importId, isRemoved: true }
    default:
      return filter satisfies never
  }
}

/** The number that the author of the file gave a question; null when it is not there. */
export async function numberInFile(importId: string, position: number): Promise<number | null> {
  const row = await db.waitingQuestion.findUnique({ where: { importId_position: { importId, position } } })

  return row && toWaiting(row).question.number
}

/** How an upload stands; the rules are those of core/question-import/import-plan. */
export async function countWaiting(importId: string, { defaultTopic }: FileFacts): Promise<WaitingCounts> {
  const [counts] = await db.$queryRaw<WaitingCounts[]>`
    WITH kept AS (
      SELECT *, coalesce(decision::text, CASE duplicate->>'kind'
        WHEN 'exact' THEN 'skip' WHEN 'other_key' THEN 'undecided' WHEN 'same_code' THEN 'replace' ELSE 'add' END) AS fate
      FROM waiting_question WHERE import_id = ${importId} AND NOT is_removed)
    SELECT count(*)::int AS "all",
      count(*) FILTER (WHERE has_error)::int AS errors,
      count(*) FILTER (WHERE has_warning)::int AS warnings,
      count(*) FILTER (WHERE duplicate IS NOT NULL)::int AS duplicates,
      (SELECT count(*)::int FROM waiting_question WHERE import_id = ${importId} AND is_removed) AS removed,
      count(*) FILTER (WHERE NOT has_error AND fate IN ('add', 'replace')
        AND (topic_code IS NOT NULL OR ${defaultTopic}::text IS NOT NULL))::int AS importable,
      count(*) FILTER (WHERE NOT has_error AND fate = 'skip')::int AS skipped,
      count(*) FILTER (WHERE NOT has_error AND fate = 'undecided')::int AS undecided,
      count(*) FILTER (WHERE NOT has_error AND fate <> 'skip' AND topic_code IS NULL)::int AS "withoutTopic",
      count(*) FILTER (WHERE NOT has_error AND fate <> 'skip' AND question->'difficulty' = 'null')::int
        AS "withoutDifficulty",
      count(*) FILTER (WHERE problems @> '[{"code": "legacy_font"}]')::int AS legacy
    FROM kept`
  if (!counts) throw new Error('an aggregate without a row')

  return counts
}

/** Whether a corrected question can be imported now, as far as it itself is concerned. */
export type Mended = 'good' | 'with_errors'

type Target = { bankSlug: string; importId: string; position: number }

/**
 * Stores a correction and looks anew for what is wrong: with the question, between it and the others of the file, and
 * against the bank.
 * @throws DomainError import_gone; question_not_found
 */
export async function fixWaiting(target: Target, fix: Fix): Promise<Mended> {
  return rewrite(target, (question) => mend(question, fix))
}

/**
 * Puts the proposal of a problem in its place.
 * @param problemIndex its place among the problems of the question
 * @throws DomainError import_gone; question_not_found: also when the problem is not there any more
 */
export async function acceptProposal(target: Target, problemIndex: number): Promise<Mended> {
  return rewrite(target, (question) => {
    const changed = takeProposal(question, problemIndex)
    if (!changed) throw new DomainError('question_not_found')

    return changed
  })
}

async function rewrite(
  { bankSlug, importId, position }: Target,
  change: (question: DraftQuestion) => DraftQuestion,
): Promise<Mended> {
  const bank = await getBankForImport(bankSlug)
  if (!bank) throw new DomainError('import_gone')

  return changeUpload(bankSlug, importId, async (tx) => {
    const stored = await requireWaiting(tx, importId, position)
    const question = change(toWaiting(stored).question)
    const [duplicate] = await compareWithBank([question], bank.questions)
    const columns = columnsOf(question, duplicate ? { ...duplicate, index: position } : null, bank.topics)
    await tx.waitingQuestion.update({
      where: { importId_position: { importId, position } },
      data: {
        ...columns,
        duplicate: columns.duplicate ?? Prisma.DbNull,
        // What was decided about another likeness says nothing about this one.
        ...(isSameLikeness(toWaiting(stored).duplicate, duplicate) ? {} : { decision: null }),
      },
    })
    await recheckStems(tx, importId, [stored.stemHash, columns.stemHash])
    const { hasError } = await requireWaiting(tx, importId, position)

    return hasError ? 'with_errors' : 'good'
  })
}

function isSameLikeness(before: Duplicate | null, after: Duplicate | undefined): boolean {
  return before?.kind === after?.kind && before?.code === after?.code
}

async function requireWaiting(tx: Tx, importId: string, position: number): Promise<Row> {
  const row = await tx.waitingQuestion.findUnique({ where: { importId_position: { importId, position } } })
  if (!row) throw new DomainError('question_not_found')

  return row
}

/** Repeats within the file, of the stems that a change concerned. */
async function recheckStems(tx: Tx, importId: string, stemHashes: readonly string[]): Promise<void> {
  const rows = await tx.waitingQuestion.findMany({
    where: { importId, isRemoved: false, stemHash: { in: [...new Set(stemHashes)] } },
    orderBy: { position: 'asc' },
  })
  const before = rows.map((row) => toWaiting(row).question)
  for (const [index, question] of recheckRepeats(before).entries()) {
    const position = rows[index]?.position ?? 0
    if (JSON.stringify(question.problems) === JSON.stringify(before[index]?.problems)) continue
    await tx.waitingQuestion.update({
      where: { importId_position: { importId, position } },
      data: problemColumnsOf(question),
    })
  }
}

/** Takes a question out of an upload, or back in. @throws DomainError import_gone; question_not_found */
export async function setRemoved(
  { bankSlug, importId, position }: Target,
  isRemoved: 'removed' | 'kept',
): Promise<void> {
  await changeUpload(bankSlug, importId, async (tx) => {
    const { stemHash } = await requireWaiting(tx, importId, position)
    await tx.waitingQuestion.update({
      where: { importId_position: { importId, position } },
      data: { isRemoved: isRemoved === 'removed' },
    })
    await recheckStems(tx, importId, [stemHash])
  })
}

/** Keeps what is to become of a question that the bank has. @throws DomainError import_gone; question_not_found */
export async function decideDuplicate(
  { bankSlug, importId, position }: Target,
  decision: DuplicateDecision,
): Promise<void> {
  await changeUpload(bankSlug, importId, async (tx) => {
    await requireWaiting(tx, importId, position)
    await tx.waitingQuestion.update({
      where: { importId_position: { importId, position } },
      data: { decision },
    })
  })
}

/** Agrees, for the whole file, to the conversion from a font from before Unicode. @throws DomainError import_gone */
export async function agreeToLegacy(bankSlug: string, importId: string): Promise<void> {
  await changeUpload(bankSlug, importId, async (tx, facts) => {
    const rows = await tx.waitingQuestion.findMany({ where: { importId } })
    for (const row of rows) {
      const { question } = toWaiting(row)
      const problems = agreeToConversion(question.problems)
      if (problems.length === question.problems.length) continue
      await tx.waitingQuestion.update({
        where: { importId_position: { importId, position: row.position } },
        data: problemColumnsOf({ problems }),
      })
    }
    const problems = facts.problems.map((each) =>
      each.code === 'legacy_encoding' ? { ...each, severity: 'warning' as const } : each,
    )
    await tx.importDraft.update({ where: { id: importId }, data: { rows: { ...facts, problems } } })
  })
}
