import { foldForSearch } from '../../core/vietnamese-text.ts'
import { inWatchTransaction } from '../../db/transaction.server.ts'

export type RunningPerson = {
  attemptId: string
  number: number
  startedAt: Date
  deadlineAt: Date
  /** What was given to this person already. */
  extraMs: number
  fullName: string
  loginName: string
  unitName: string | null
}

const MOST_FOUND = 10

/**
 * The name as core/vietnamese-text.ts folds it, computed by the database: only the few people at work are looked
 * through, and the process that serves them has better things to do.
 */
const FOLDED_NAME = String.raw`lower(translate(regexp_replace(normalize(u.full_name, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd'))`

/**
 * People with a running attempt in the round whose name (accents or not) or account holds every word of the search.
 * An empty search finds nobody.
 */
export async function findRunningPeople(
  roundId: string,
  search: string,
  now: Date,
): Promise<{ people: RunningPerson[]; hasMore: boolean }> {
  const words = foldForSearch(search).split(' ').filter(Boolean)
  if (words.length === 0) return { people: [], hasMore: false }

  const people = await inWatchTransaction(async (client) => {
    const { rows } = await client.query<RunningPerson>(
      `
        SELECT a.id AS "attemptId", a.number, a.started_at AS "startedAt", a.deadline_at AS "deadlineAt",
               a.extra_ms AS "extraMs", u.full_name AS "fullName", u.login_name AS "loginName", n.name AS "unitName"
        FROM attempt a
        JOIN user_account u ON u.id = a.participant_id
        LEFT JOIN unit n ON n.id = u.unit_id
        WHERE a.round_id = $1 AND a.status = 'running' AND a.deadline_at >= $2
          AND NOT EXISTS (SELECT FROM unnest($3::text[]) AS word
                          WHERE strpos(${FOLDED_NAME}, word) = 0 AND strpos(u.login_name, word) = 0)
        ORDER BY u.full_name, a.id LIMIT $4`,
      [roundId, now, words, MOST_FOUND + 1],
    )

    return rows
  })

  return { people: people.slice(0, MOST_FOUND), hasMore: people.length > MOST_FOUND }
}
