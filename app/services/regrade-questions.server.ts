import { db } from '../db/client.server.ts'
import { getQuestionSet } from './question-sets.server.ts'
import type { Round } from './rounds.server.ts'

/**
 * Whether papers of the round may have this question version: by the set it was scheduled with, or, of rounds from before
 * there were sets, by its bank.
 */
export async function isQuestionOfRound(
  { questionSetId, bankId }: Pick<Round, 'questionSetId' | 'bankId'>,
  versionId: string,
): Promise<boolean> {
  if (questionSetId === null)
    return (await db.questionVersion.count({ where: { id: versionId, question: { bankId } } })) > 0
  const { candidates } = await getQuestionSet(questionSetId)

  return candidates.some((candidate) => candidate.versionId === versionId)
}
