import type { PaperPosition } from '#app/core/attempts/paper.ts'
import { db } from '#app/db/client.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import type { GoldenAttempt } from '../fixtures/golden-contest.ts'
import { later } from './refusals.ts'

/** Ended attempts with exactly these figures, as the database would hold them; without papers. */
export async function insertAttempts(round: Round, attempts: readonly GoldenAttempt[]): Promise<void> {
  const numbers = new Map<string, number>()
  await db.attempt.createMany({
    data: attempts.map(({ person, points, durationMs, endedAtS, guess }, index) => {
      const number = (numbers.get(person) ?? 0) + 1
      numbers.set(person, number)
      const endedAt = later(round.opensAt, endedAtS * 1_000)

      return {
        roundId: round.id,
        participantId: person,
        number,
        status: 'submitted' as const,
        startedAt: later(endedAt, -durationMs),
        deadlineAt: later(endedAt, 1),
        questionCount: 10,
        endedAt,
        durationMs,
        prediction: guess === undefined ? null : BigInt(guess) * 100_000n,
        score: points,
        correctCount: points / 10,
        answeredCount: 10,
        receiptCode: `${round.id.slice(-8)}${index}`,
      }
    }),
  })
}

/**
 * Papers for stored attempts, all of the same questions in the same order: of the points so many questions from the
 * first on are answered right (option 0), and all others with option 1.
 */
export async function insertPapers(round: Round, versionIds: readonly string[]): Promise<void> {
  const positions: PaperPosition[] = versionIds.map((versionId, place) => ({
    versionId,
    options: [0, 1, 2, 3].map((index) => ({ id: `${place}-${index}`, index })),
  }))
  const attempts = await db.attempt.findMany({
    where: { roundId: round.id },
    select: { id: true, correctCount: true },
  })
  await db.paper.createMany({ data: attempts.map(({ id }) => ({ attemptId: id, seed: 'mau', positions })) })
  for (const { id, correctCount } of attempts) {
    const answers = Object.fromEntries(
      positions.map((_, place) => [String(place + 1), [`${place}-${place < (correctCount ?? 0) ? 0 : 1}`]]),
    )
    await db.attempt.update({ where: { id }, data: { answers } })
  }
}
