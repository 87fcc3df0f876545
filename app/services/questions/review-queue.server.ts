import { db } from '../../db/client.server.ts'

/** A question that waits, and how many others do. */
export type NextToReview = { code: string; count: number }

/**
 * The question that comes next for somebody who approves: in the order of the list, and after the last the first. Their
 * own wait for other people.
 * @param afterCode the question they are at
 * @returns null when no other question waits for them
 */
export async function nextToReview(
  bankId: string,
  reviewerId: string,
  afterCode: string,
): Promise<NextToReview | null> {
  const [next] = await db.$queryRaw<NextToReview[]>`
    WITH waiting AS (
      SELECT q.code, t.position, v.state::text AS state, v.author_id, q.retired_at
      FROM question q
      JOIN question_version v ON v.question_id = q.id AND v.version = q.latest_version
      JOIN topic t ON t.id = v.topic_id
      WHERE q.bank_id = ${bankId})
    SELECT w.code, (count(*) OVER ())::int AS count
    FROM waiting w LEFT JOIN waiting here ON here.code = ${afterCode}
    WHERE w.state = 'submitted' AND w.retired_at IS NULL AND w.author_id <> ${reviewerId} AND w.code <> ${afterCode}
    ORDER BY (w.position, w.code) > (here.position, here.code) DESC, w.position, w.code
    LIMIT 1`

  return next ?? null
}
