import { submitAttempt } from '#app/services/attempts/end-attempt.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { saveAnswers } from '#app/services/attempts/save-answers.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { answersWith } from './contests.ts'

const MINUTE_MS = 60_000

export type Play = {
  participantId: string
  /** Number of right answers; the others are wrong. */
  right: number
  durationMs?: number
  prediction?: string
  /** A minute after the opening unless told. */
  startedAt?: Date
}

/** One attempt through the real use cases, at a moment inside the round. @returns its id */
export async function playAttempt(
  round: Round,
  { participantId, right, durationMs = MINUTE_MS, prediction, startedAt }: Play,
): Promise<string> {
  const now = startedAt ?? new Date(round.opensAt.getTime() + MINUTE_MS)
  const { attemptId } = await startAttempt({ roundSlug: round.slug, participantId, now })
  const answers = await answersWith(attemptId, right)
  await saveAnswers({ attemptId, participantId, revision: 0, answers, now })
  const submittedAt = new Date(now.getTime() + durationMs)
  await submitAttempt({ attemptId, participantId, prediction: prediction ?? null, now: submittedAt })

  return attemptId
}
