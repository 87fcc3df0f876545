import { isDeepStrictEqual } from 'node:util'
import { AnswersSchema } from '#app/core/attempts/answers.ts'
import { PaperPositionsSchema } from '#app/core/attempts/paper.ts'
import { scorePaper } from '#app/core/attempts/scoring.ts'
import { db } from '#app/db/client.server.ts'
import { getKeys } from '#app/services/attempts/question-cache.server.ts'
import type { Acknowledged } from './lifecycle.ts'

/** Attempts compared in one query. */
const CHUNK = 500

/**
 * Compares everything the server acknowledged with what the database holds.
 * @returns the number of attempts whose answers differ, or whose score is not that of their answers
 */
export async function countLost(attempts: readonly Acknowledged[]): Promise<number> {
  let lost = 0
  for (let from = 0; from < attempts.length; from += CHUNK) {
    const chunk = attempts.slice(from, from + CHUNK)
    const rows = await db.attempt.findMany({
      where: { id: { in: chunk.map(({ attemptId }) => attemptId) } },
      select: {
        id: true,
        answers: true,
        score: true,
        paper: { select: { positions: true } },
        round: { select: { pointsPerQuestion: true } },
      },
    })
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const acknowledged of chunk)
      if (!(await isIntact(acknowledged, byId.get(acknowledged.attemptId)))) lost++
  }

  return lost
}

type StoredAttempt = {
  answers: unknown
  score: number | null
  paper: { positions: unknown } | null
  round: { pointsPerQuestion: number }
}

async function isIntact(acknowledged: Acknowledged, stored: StoredAttempt | undefined): Promise<boolean> {
  if (!stored?.paper) return false
  const answers = AnswersSchema.parse(stored.answers)
  if (!isDeepStrictEqual(answers, Object.fromEntries(acknowledged.answers))) return false
  if (acknowledged.score === null) return true

  const positions = PaperPositionsSchema.parse(stored.paper.positions)
  const keys = await getKeys(positions.map(({ versionId }) => versionId))
  const { score } = scorePaper(positions, answers, keys, stored.round.pointsPerQuestion)

  return stored.score === score && acknowledged.score === score
}
