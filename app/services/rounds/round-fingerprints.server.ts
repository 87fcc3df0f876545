import { createHash } from 'node:crypto'
import { roundDocumentOf } from '../../core/rounds/round-document.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import { getQuestionSet } from '../questions/question-sets.server.ts'
import type { Round } from './rounds.server.ts'

/** What the public sees of the lock on a round's settings. */
export type Fingerprint = {
  /** SHA-256 of the published document, hex. */
  sha256: string
  questionCount: number
  /** From the opening on; before it the organizers may still take the round back. */
  isFinal: boolean
  /** Whether the settings in use still say what the document says; the end as first announced. */
  isIntact: boolean
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The fingerprint of a scheduled round; null for drafts and for rounds scheduled by a version without it. */
export async function getFingerprint(round: Round, now: Date): Promise<Fingerprint | null> {
  const { settingsDocument, settingsFingerprint, questionSetId, scheduledAt } = round
  if (settingsDocument === null || settingsFingerprint === null || questionSetId === null || !scheduledAt)
    return null

  const [set, firstMove] = await Promise.all([
    getQuestionSet(questionSetId),
    // A recorded decision may move the end; what it was before the first one is what was announced.
    db.decision.findFirst({
      where: { roundId: round.id, decidedAt: { gte: scheduledAt } },
      orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
      select: { closesAtBefore: true },
    }),
  ])
  const inUse = roundDocumentOf(
    { ...round, closesAt: firstMove?.closesAtBefore ?? round.closesAt },
    { count: set.questionCount, sha256: set.sha256 },
  )

  return {
    sha256: settingsFingerprint,
    questionCount: set.questionCount,
    isFinal: phaseOf(round, now) !== 'scheduled',
    isIntact: inUse === settingsDocument && sha256Of(settingsDocument) === settingsFingerprint,
  }
}
