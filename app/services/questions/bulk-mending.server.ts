import { DomainError } from '../../core/domain-error.ts'
import { PROBLEM_CODES } from '../../core/questions/import/draft.ts'
import type { ProblemCode } from '../../core/questions/import/draft.ts'
import type { DuplicateKind } from '../../core/questions/import/duplicates.ts'
import type { DuplicateDecision } from '../../core/questions/import/import-plan.ts'
import { takeProposalsOf } from '../../core/questions/import/mending.ts'
import type { ProposalCounts } from '../../core/questions/import/waiting-import.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { Prisma } from '../../db/generated/client.ts'
import { recordStep, writeStep } from './import-steps.server.ts'
import type { StepOrder, SteppedRow } from './import-steps.server.ts'
import { isSameLikeness, recheckStems } from './mend-waiting.server.ts'
import { compareWithBank } from './question-file-thread.server.ts'
import { getBankForImport } from './bank-for-import.server.ts'
import { changeUpload, columnsOf } from './question-uploads.server.ts'
import { toWaiting } from './waiting-questions.server.ts'
import type { WaitingRow } from './waiting-questions.server.ts'

/** What many duplicates are to become. Of contradictions only those that were named: somebody has read both keys. */
export type BulkDecision = { decision: DuplicateDecision } & (
  { kind: Exclude<DuplicateKind, 'other_key'> } | { kind: 'other_key'; positions: readonly number[] }
)

/**
 * Decides for all duplicates of a kind at once, or for the contradictions that are named.
 * @returns how many decisions that changed
 * @throws DomainError import_gone
 */
export async function decideMany(order: StepOrder, choice: BulkDecision): Promise<number> {
  const { kind, decision } = choice
  const { importId } = order
  const areMeant =
    choice.kind === 'other_key'
      ? Prisma.sql`position = ANY(${[...choice.positions]}::int[])`
      : Prisma.sql`NOT is_removed`

  return changeUpload(order, async (tx) => {
    const rows = await tx.$queryRaw<{ position: number }[]>`
      SELECT position FROM waiting_question
      WHERE import_id = ${importId} AND duplicate->>'kind' = ${kind} AND ${areMeant}
        AND decision IS DISTINCT FROM ${decision}::duplicate_decision`
    const positions = rows.map(({ position }) => position)
    if (positions.length === 0) return 0
    const stepId = await recordStep(tx, order, { about: kind, decision, positions })
    await tx.waitingQuestion.updateMany({
      where: { importId, position: { in: positions } },
      data: { decision, stepId },
    })

    return positions.length
  })
}

/**
 * Takes every proposal that problems of this kind come with, wherever it fits.
 * @returns how many questions that changed
 * @throws DomainError import_gone
 */
export async function takeProposals(order: StepOrder, code: ProblemCode): Promise<number> {
  const { importId } = order
  const bank = await getBankForImport(order.bankSlug)
  if (!bank) throw new DomainError('import_gone')

  return changeUpload(order, async (tx) => {
    const changed = (await listWithProposals(tx, importId)).flatMap((row) => {
      const question = takeProposalsOf(toWaiting(row).question, code)

      return question ? [{ row, question }] : []
    })
    if (changed.length === 0) return 0
    const duplicates = await compareWithBank(
      changed.map(({ question }) => question),
      bank.questions,
    )
    const byIndex = new Map(duplicates.map((duplicate) => [duplicate.index, duplicate]))
    const after = changed.map(({ row, question }, index): SteppedRow => {
      const { position } = row
      const duplicate = byIndex.get(index)
      const isDecided = isSameLikeness(toWaiting(row).duplicate, duplicate)
      const columns = columnsOf(question, duplicate ? { ...duplicate, index: position } : null, bank.topics)

      return { ...columns, position, decision: isDecided ? row.decision : null }
    })
    const positions = after.map(({ position }) => position)
    const stepId = await recordStep(tx, order, { about: code, decision: null, positions })
    await writeStep(tx, order, stepId, after)
    const stems = [...changed.map(({ row }) => row), ...after].map(({ stemHash }) => stemHash)
    await recheckStems(tx, importId, stems)

    return changed.length
  })
}

/** The kinds of problems whose proposals can be taken, with how many questions that would change. */
export async function countProposals(importId: string): Promise<ProposalCounts[]> {
  const questions = (await listWithProposals(db, importId)).map((row) => toWaiting(row).question)

  return PROBLEM_CODES.flatMap((code) => {
    const count = questions.filter((question) => takeProposalsOf(question, code) !== null).length

    return count > 0 ? [{ code, count }] : []
  })
}

/** The conversion of an old font is agreed to for the whole file, apart from this. */
async function listWithProposals(tx: Tx | typeof db, importId: string): Promise<WaitingRow[]> {
  const found = await tx.$queryRaw<{ position: number }[]>`
    SELECT position FROM waiting_question WHERE import_id = ${importId} AND NOT is_removed
      AND problems @? '$[*] ? (exists(@.proposal) && @.code != "legacy_font")'`

  return tx.waitingQuestion.findMany({
    where: { importId, position: { in: found.map(({ position }) => position) } },
    orderBy: { position: 'asc' },
  })
}
