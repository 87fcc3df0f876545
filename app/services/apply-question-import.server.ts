import { DomainError } from '../core/domain-error.ts'
import type { DuplicateDecision, FailureReason } from '../core/question-import/import-plan.ts'
import type { ImportOutcome, WaitingQuestion } from '../core/question-import/waiting-import.ts'
import { db } from '../db/client.server.ts'
import { claimDraft, releaseDraft } from './import-drafts.server.ts'
import { inFileThread } from './question-file-thread.server.ts'
import { importQuestions } from './question-import.server.ts'
import { getQuestionUpload } from './question-uploads.server.ts'
import { toWaiting } from './waiting-questions.server.ts'

type ApplyOrder = { bankSlug: string; importId: string; actorId: string; now: Date }

/**
 * Imports the good questions of an upload, or all or nothing as was chosen; they wait for somebody else's approval. What
 * could not be imported stays with the upload, to be downloaded.
 * @throws DomainError bank_not_found; import_gone also when somebody else has just imported it; import_not_whole
 */
export async function applyQuestionImport({ bankSlug, importId, actorId, now }: ApplyOrder): Promise<void> {
  const { facts, fileName } = await getQuestionUpload(bankSlug, importId, now)
  if (!(await claimDraft(importId, now))) throw new DomainError('import_gone')
  try {
    const items = await listKept(importId)
    const { failed, ...counts } = await importQuestions({
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
    const left = failed.map(({ index }) => items[index]?.position ?? -1)
    const outcome: ImportOutcome = { ...counts, failed: failed.length }
    await db.$transaction([
      db.importDraft.update({ where: { id: importId }, data: { outcome } }),
      db.waitingQuestion.deleteMany({ where: { importId, position: { notIn: left } } }),
    ])
  } catch (error) {
    await releaseDraft(importId)
    throw error
  }
}

/** Only told, to whoever watches: an import does not fail for it. */
async function noteProgress(importId: string, doneCount: number): Promise<void> {
  await db.importDraft.updateMany({ where: { id: importId }, data: { doneCount } }).catch(() => undefined)
}

async function listKept(importId: string): Promise<WaitingQuestion[]> {
  const rows = await db.waitingQuestion.findMany({
    where: { importId, isRemoved: false },
    orderBy: { position: 'asc' },
  })

  return rows.map(toWaiting)
}

/** By place among the kept questions, as the import counts them. */
function decisionsOf(items: readonly WaitingQuestion[]): Map<number, DuplicateDecision> {
  return new Map(items.flatMap(({ decision }, index) => (decision ? [[index, decision] as const] : [])))
}

/**
 * The questions of an upload that can't be imported as they are, as a workbook to be corrected and uploaded again.
 * @param describe the sentence about what is wrong with one
 * @returns null when there is none
 * @throws DomainError bank_not_found; import_gone
 */
export async function writeFailedRows(
  { bankSlug, importId, now }: Pick<ApplyOrder, 'bankSlug' | 'importId' | 'now'>,
  describe: (item: WaitingQuestion, reason: FailureReason) => string,
): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  const { facts, fileName } = await getQuestionUpload(bankSlug, importId, now)
  const failed = (await listKept(importId)).flatMap((item) => {
    const reason = failureOf(item, facts.defaultTopic)

    return reason === null ? [] : [{ item, reason }]
  })
  if (failed.length === 0) return null
  const bytes = await inFileThread<'failed_rows'>({
    kind: 'failed_rows',
    drafts: failed.map(({ item }) => item.question),
    sentences: failed.map(({ item, reason }) => describe(item, reason)),
  })

  return { fileName, bytes }
}

function failureOf(
  { question, duplicate, decision, topicCode }: WaitingQuestion,
  defaultTopic: string | null,
): FailureReason | null {
  if (question.problems.some(({ severity }) => severity === 'error')) return 'has_errors'
  if (duplicate?.kind === 'other_key' && decision === null) return 'undecided'
  const isSkipped = decision === 'skip' || (duplicate?.kind === 'exact' && decision === null)

  return topicCode === null && defaultTopic === null && !isSkipped ? 'topic_unknown' : null
}
