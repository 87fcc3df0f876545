import { lackingOf } from '../../core/questions/question-content.ts'
import type { FailureReason } from '../../core/questions/import/import-plan.ts'
import type { WaitingQuestion } from '../../core/questions/import/waiting-import.ts'
import { db } from '../../db/client.server.ts'
import { listKept } from './apply-question-import.server.ts'
import { inFileThread } from './question-file-thread.server.ts'
import { getQuestionUpload } from './question-uploads.server.ts'
import type { UploadTarget } from './question-uploads.server.ts'

/** Those that can't be imported as they are, or those that would be drafts, because an approval needs more. */
export type RowsWanted = 'failed' | 'incomplete'
export type RowReason = FailureReason | 'incomplete'

/**
 * Questions of an upload as a workbook, to be corrected or filled in and uploaded again.
 * @param describe the sentence about what is wrong with one
 * @returns null when there is none
 * @throws DomainError bank_not_found; import_gone
 */
export async function writeRowsToMend(
  { bankSlug, importId, now }: UploadTarget,
  wanted: RowsWanted,
  describe: (item: WaitingQuestion, reason: RowReason) => string,
): Promise<Uint8Array | null> {
  const { facts } = await getQuestionUpload(bankSlug, importId, now)
  const rows = (await listKept(db, importId)).flatMap((item) => {
    const reason = wanted === 'failed' ? failureOf(item, facts.defaultTopic) : lackOf(item)

    return reason === null ? [] : [{ item, reason }]
  })
  if (rows.length === 0) return null

  return inFileThread<'failed_rows'>({
    kind: 'failed_rows',
    drafts: rows.map(({ item }) => item.question),
    sentences: rows.map(({ item, reason }) => describe(item, reason)),
  })
}

/** After the import what it said, before what it would say. */
function failureOf(item: WaitingQuestion, defaultTopic: string | null): FailureReason | null {
  const { question, duplicate, decision, topicCode, failure } = item
  if (failure) return failure
  if (question.problems.some(({ severity }) => severity === 'error')) return 'has_errors'
  if (duplicate?.kind === 'other_key' && decision === null) return 'undecided'

  return topicCode === null && defaultTopic === null && !isLeftOut(item) ? 'topic_unknown' : null
}

function lackOf(item: WaitingQuestion): RowReason | null {
  return lackingOf(item.question).length > 0 && !isLeftOut(item) ? 'incomplete' : null
}

function isLeftOut({ duplicate, decision }: WaitingQuestion): boolean {
  return decision === 'skip' || (duplicate?.kind === 'exact' && decision === null)
}
