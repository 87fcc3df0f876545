import { DomainError } from '../../core/domain-error.ts'
import type { Decided } from '../../core/questions/import/import-plan.ts'
import type { WaitingQuestion } from '../../core/questions/import/waiting-import.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { claimDraft, holdDraft, releaseDraft } from '../import-drafts.server.ts'
import { importInto, inImportTransaction } from './question-import.server.ts'
import type { ImportSummary } from './question-import.server.ts'
import { getQuestionUpload } from './question-uploads.server.ts'
import { toWaiting } from './waiting-questions.server.ts'

type ApplyOrder = { bankSlug: string; importId: string; actorId: string; now: Date }

/**
 * Imports the good questions of an upload, or all or nothing as was chosen. What could not be imported stays with the
 * upload, to be downloaded. The questions and what is told of them are stored together: an import that is cut off
 * leaves the upload as it was.
 * @throws DomainError bank_not_found; import_gone also when somebody else has just imported it; import_not_whole
 */
export async function applyQuestionImport({ bankSlug, importId, actorId, now }: ApplyOrder): Promise<void> {
  const { facts, fileName } = await getQuestionUpload(bankSlug, importId, now)
  if (!(await claimDraft(importId, now))) throw new DomainError('import_gone')
  try {
    await inImportTransaction(async (tx) => {
      await holdDraft(tx, importId, now)
      const items = await listKept(tx, importId)
      const summary = await importInto(tx, {
        bankSlug,
        drafts: items.map(({ question }) => question),
        decisions: decisionsOf(items),
        defaultTopic: facts.defaultTopic,
        defaultDifficulty: facts.defaultDifficulty,
        mode: facts.mode,
        actorId,
        fileName,
        onProgress: (doneCount) => void noteProgress(importId, doneCount),
        now,
      })
      await storeOutcome(tx, importId, items, summary, now)
    })
  } catch (error) {
    if (!isGone(error)) await releaseDraft(importId)
    throw error
  }
}

/** The claim is somebody else's by now, or nobody's: not to be given back from here. */
function isGone(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'import_gone'
}

async function storeOutcome(
  tx: Tx,
  importId: string,
  items: readonly WaitingQuestion[],
  { failed, ...counts }: ImportSummary,
  now: Date,
): Promise<void> {
  const left = failed.map(({ index, reason }) => ({ position: items[index]?.position ?? -1, reason }))
  await tx.waitingQuestion.deleteMany({
    where: { importId, position: { notIn: left.map(({ position }) => position) } },
  })
  for (const { position, reason } of left)
    await tx.waitingQuestion.updateMany({ where: { importId, position }, data: { failure: reason } })
  await tx.importStep.deleteMany({ where: { importId } })
  await tx.importDraft.update({
    where: { id: importId },
    data: { outcome: { ...counts, failed: failed.length }, touchedAt: now },
  })
}

/** Only told, to whoever watches: an import does not fail for it. */
async function noteProgress(importId: string, doneCount: number): Promise<void> {
  await db.importDraft.updateMany({ where: { id: importId }, data: { doneCount } }).catch(() => undefined)
}

/** The questions of an upload that were not taken out of it. */
export async function listKept(tx: Tx | typeof db, importId: string): Promise<WaitingQuestion[]> {
  const rows = await tx.waitingQuestion.findMany({
    where: { importId, isRemoved: false },
    orderBy: { position: 'asc' },
  })

  return rows.map(toWaiting)
}

/** By place among the kept questions, as the import counts them. */
function decisionsOf(items: readonly WaitingQuestion[]): Map<number, Decided> {
  return new Map(
    items.flatMap(({ decision, duplicate }, index) =>
      decision && duplicate ? [[index, { decision, about: duplicate }] as const] : [],
    ),
  )
}
