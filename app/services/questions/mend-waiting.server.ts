import { DomainError } from '../../core/domain-error.ts'
import type { DraftQuestion } from '../../core/questions/import/draft.ts'
import type { Duplicate } from '../../core/questions/import/duplicates.ts'
import type { DuplicateDecision } from '../../core/questions/import/import-plan.ts'
import { agreeToConversion, mend, recheckRepeats, takeProposal } from '../../core/questions/import/mending.ts'
import type { Fix } from '../../core/questions/import/mending.ts'
import type { Tx } from '../../db/client.server.ts'
import { Prisma } from '../../db/generated/client.ts'
import { compareWithBank } from './question-file-thread.server.ts'
import { getBankForImport } from './bank-for-import.server.ts'
import { changeUpload, columnsOf, problemColumnsOf } from './question-uploads.server.ts'
import type { UploadTarget } from './question-uploads.server.ts'
import { toWaiting } from './waiting-questions.server.ts'
import type { WaitingRow } from './waiting-questions.server.ts'

/** Whether a corrected question can be imported now, as far as it itself is concerned. */
export type Mended = 'good' | 'with_errors'

type Target = UploadTarget & { position: number }

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

async function rewrite(target: Target, change: (question: DraftQuestion) => DraftQuestion): Promise<Mended> {
  const { importId, position } = target
  const bank = await getBankForImport(target.bankSlug)
  if (!bank) throw new DomainError('import_gone')

  return changeUpload(target, async (tx) => {
    const stored = await requireWaiting(tx, importId, position)
    const question = change(toWaiting(stored).question)
    const [duplicate] = await compareWithBank([question], bank.questions)
    const columns = columnsOf(question, duplicate ? { ...duplicate, index: position } : null, bank.topics)
    await tx.waitingQuestion.update({
      where: { importId_position: { importId, position } },
      data: {
        ...columns,
        duplicate: columns.duplicate ?? Prisma.DbNull,
        stepId: null,
        // What was decided about another likeness says nothing about this one.
        ...(isSameLikeness(toWaiting(stored).duplicate, duplicate) ? {} : { decision: null }),
      },
    })
    await recheckStems(tx, importId, [stored.stemHash, columns.stemHash])
    const { hasError } = await requireWaiting(tx, importId, position)

    return hasError ? 'with_errors' : 'good'
  })
}

/** Whether a choice about the one holds for the other. */
export function isSameLikeness(before: Duplicate | null, after: Duplicate | undefined): boolean {
  return before?.kind === after?.kind && before?.code === after?.code
}

async function requireWaiting(tx: Tx, importId: string, position: number): Promise<WaitingRow> {
  const row = await tx.waitingQuestion.findUnique({ where: { importId_position: { importId, position } } })
  if (!row) throw new DomainError('question_not_found')

  return row
}

/** Looks anew for repeats within the file, of the stems that a change concerned. */
export async function recheckStems(tx: Tx, importId: string, stemHashes: readonly string[]): Promise<void> {
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
export async function setRemoved(target: Target, isRemoved: 'removed' | 'kept'): Promise<void> {
  const { importId, position } = target
  await changeUpload(target, async (tx) => {
    const { stemHash } = await requireWaiting(tx, importId, position)
    await tx.waitingQuestion.update({
      where: { importId_position: { importId, position } },
      data: { isRemoved: isRemoved === 'removed' },
    })
    await recheckStems(tx, importId, [stemHash])
  })
}

/** Keeps what is to become of a question that the bank has. @throws DomainError import_gone; question_not_found */
export async function decideDuplicate(target: Target, decision: DuplicateDecision): Promise<void> {
  const { importId, position } = target
  await changeUpload(target, async (tx) => {
    await requireWaiting(tx, importId, position)
    await tx.waitingQuestion.update({
      where: { importId_position: { importId, position } },
      data: { decision, stepId: null },
    })
  })
}

/** Agrees, for the whole file, to the conversion from a font from before Unicode. @throws DomainError import_gone */
export async function agreeToLegacy(target: UploadTarget): Promise<void> {
  const { importId } = target
  await changeUpload(target, async (tx, facts) => {
    const rows = await tx.waitingQuestion.findMany({ where: { importId } })
    for (const row of rows) {
      const { question } = toWaiting(row)
      const problems = agreeToConversion(question.problems)
      if (problems.length === question.problems.length) continue
      await tx.waitingQuestion.update({
        where: { importId_position: { importId, position: row.position } },
        data: { ...problemColumnsOf({ problems }), stepId: null },
      })
    }
    const problems = facts.problems.map((each) =>
      each.code === 'legacy_encoding' ? { ...each, severity: 'warning' as const } : each,
    )
    await tx.importDraft.update({ where: { id: importId }, data: { rows: { ...facts, problems } } })
  })
}
