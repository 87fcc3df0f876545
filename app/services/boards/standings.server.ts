import type pg from 'pg'
import { distanceOf } from '../../core/ranking/ranking.ts'
import type { Rankable } from '../../core/ranking/ranking.ts'
import type { ContestPolicy, RankingPolicy } from '../../core/ranking/ranking-policy.ts'
import { overallStandingOf, roundStandingOf } from '../../core/ranking/standing.ts'
import type { CountedAttempt, StandingValues } from '../../core/ranking/standing.ts'
import { foldForSearch, initialsOf } from '../../core/vietnamese-text.ts'
import { inTransaction } from '../../db/transaction.server.ts'
import { withoutDeltas } from './board-index.server.ts'
import { parseContestPolicy } from '../contests/contest-policy.server.ts'

/** What a board needs to know of the round it ranks. */
export type RankedRound = {
  id: string
  contestId: string
  rankingPolicy: RankingPolicy
  predictionTruth: bigint | null
}

/** A person has one row per board: a newer one takes its place. */
export const ON_STANDING_CONFLICT = `
  ON CONFLICT (board_id, participant_id) DO UPDATE SET
    attempt_id = excluded.attempt_id, unit_id = excluded.unit_id, sort_key = excluded.sort_key,
    display_name = excluded.display_name, search_name = excluded.search_name, score = excluded.score,
    duration_ms = excluded.duration_ms, ended_at = excluded.ended_at, attempts_used = excluded.attempts_used,
    prediction_distance = excluded.prediction_distance, score_fraction = excluded.score_fraction,
    started_at = excluded.started_at, full_score_attempts = excluded.full_score_attempts`

type Person = {
  id: string
  fullName: string
  publishesName: boolean
  unitId: string | null
}
type PersonOfRound = Person & { isExcluded: boolean; lotNumber: number | null }
/** The figures of a standing in the order in which both statements that write standings name their columns. */
export const STORED_FIGURES: readonly ((standing: Rankable) => number | string | Date | null)[] = [
  ({ scoreHundredths }) => Math.floor(scoreHundredths / 100),
  ({ durationMs }) => durationMs,
  ({ endedAt }) => endedAt,
  ({ attemptsUsed }) => attemptsUsed,
  ({ predictionOffset }) => distanceOf(predictionOffset)?.toString() ?? null,
  ({ scoreHundredths }) => scoreHundredths % 100,
  ({ startedAt }) => startedAt,
  ({ fullScoreAttempts }) => fullScoreAttempts,
]

type StandingRow = StandingValues & { attemptId: string | null }

/**
 * Computes a round's board anew from its attempts, and the contest's rows of everybody on it (invariant 7:
 * standings are derived data), without the people excluded from the round. Used when a round is settled, when
 * exclusions or lots change it, and whenever doubt arises. The contest's rows follow in small transactions, because people
 * of an open round may be writing theirs: whoever was cut short calls it again.
 * @returns the number of people on the round's board
 */
export async function rebuildBoard(round: RankedRound): Promise<number> {
  const people = await inTransaction((client) => rebuildRoundBoard(client, round))
  const participantIds = people.map(({ id }) => id)
  for (const chunk of chunksOf(participantIds, REBUILD_CHUNK))
    await inTransaction((client) => refreshOverall(client, round.contestId, chunk))

  return people.filter(({ isExcluded }) => !isExcluded).length
}

/** People per statement of a rebuild: large enough to be quick, small enough to leave the event loop free. */
const REBUILD_CHUNK = 500

async function rebuildRoundBoard(client: pg.ClientBase, round: RankedRound): Promise<PersonOfRound[]> {
  const people = await loadPeopleOfRound(client, round.id)
  await withoutDeltas(client, round.id, async () => {
    await client.query('DELETE FROM standing WHERE board_id = $1', [round.id])
    for (const chunk of chunksOf(people, REBUILD_CHUNK)) {
      const attempts = await loadCountedAttemptsOf(client, round.id, chunk)
      const rows = chunk.flatMap((person) => {
        if (person.isExcluded) return []
        const standing = roundStandingOf(round.rankingPolicy, attempts.get(person.id) ?? [], {
          truth: round.predictionTruth,
          lotNumber: person.lotNumber,
        })

        return standing ? [{ person, standing }] : []
      })
      await upsertStandings(client, round.id, rows)
    }
  })
  // Last, for the row's lock is held from here to the commit. An end in another round that was read before is computed anew.
  await client.query('UPDATE contest SET boards_revision = boards_revision + 1 WHERE id = $1', [
    round.contestId,
  ])

  return people
}

/** Shows or hides a person's name on every board after a change of the second consent. */
export async function refreshDisplayName(client: pg.ClientBase, participantId: string): Promise<void> {
  const person = await loadPerson(client, participantId)
  const { displayName, searchName } = shownNameOf(person)
  await client.query('UPDATE standing SET display_name = $2, search_name = $3 WHERE participant_id = $1', [
    participantId,
    displayName,
    searchName,
  ])
}

export type ShownName = { displayName: string; searchName: string }

/** How a board shows a name: in full with consent, as initials without (invariant 11); searched by what is shown. */
export function shownNamesOf(fullName: string): { withConsent: ShownName; withoutConsent: ShownName } {
  const shown = (displayName: string): ShownName => ({ displayName, searchName: foldForSearch(displayName) })

  return { withConsent: shown(fullName), withoutConsent: shown(initialsOf(fullName)) }
}

function shownNameOf(person: Person): ShownName {
  const names = shownNamesOf(person.fullName)

  return person.publishesName ? names.withConsent : names.withoutConsent
}

async function refreshOverall(
  client: pg.ClientBase,
  contestId: string,
  participantIds: readonly string[],
): Promise<void> {
  // Ends of attempts share this lock: none comes between the reading and the writing of somebody's rows.
  const { rows: people } = await client.query<Person>(
    `SELECT ${PERSON_COLUMNS} FROM user_account u WHERE u.id = ANY($1) ORDER BY u.id FOR NO KEY UPDATE`,
    [participantIds],
  )
  const policy = await loadContestPolicy(client, contestId)
  const { rows } = await client.query<RoundStandingRow>({
    name: 'round-standings-of-people',
    text: `
      SELECT s.participant_id, s.score, s.score_fraction, s.duration_ms, s.started_at, s.ended_at, s.attempts_used,
             s.full_score_attempts
      FROM standing s JOIN round r ON r.id = s.board_id
      WHERE r.contest_id = $1 AND s.participant_id = ANY($2)`,
    values: [contestId, participantIds],
  })
  const byPerson = Map.groupBy(rows, (row) => row.participant_id)
  const overall = people.flatMap((person) => {
    const standing = overallStandingOf(policy, (byPerson.get(person.id) ?? []).map(toRankable))

    return standing ? [{ person, standing: { ...standing, attemptId: null } }] : []
  })
  await upsertStandings(client, contestId, overall)
  // Whoever was on no board but this round's, and is excluded from it, leaves the contest's too.
  const gone = people.filter(({ id }) => !byPerson.has(id)).map(({ id }) => id)
  if (gone.length > 0)
    await client.query('DELETE FROM standing WHERE board_id = $1 AND participant_id = ANY($2)', [
      contestId,
      gone,
    ])
}

type RoundStandingRow = {
  participant_id: string
  score: number
  score_fraction: number
  duration_ms: string
  started_at: Date | null
  ended_at: Date
  attempts_used: number
  full_score_attempts: number
}

function toRankable(row: RoundStandingRow): Rankable {
  return {
    scoreHundredths: row.score * 100 + row.score_fraction,
    durationMs: Number(row.duration_ms),
    startedAt: row.started_at ?? new Date(row.ended_at.getTime() - Number(row.duration_ms)),
    endedAt: row.ended_at,
    attemptsUsed: row.attempts_used,
    fullScoreAttempts: row.full_score_attempts,
    predictionOffset: null,
    lotNumber: null,
  }
}

async function loadContestPolicy(client: pg.ClientBase, contestId: string): Promise<ContestPolicy> {
  const { rows } = await client.query<{ board_policy: unknown }>(
    'SELECT board_policy FROM contest WHERE id = $1',
    [contestId],
  )

  return parseContestPolicy(rows[0]?.board_policy)
}

async function upsertStandings(
  client: pg.ClientBase,
  boardId: string,
  rows: readonly { person: Person; standing: StandingRow }[],
): Promise<void> {
  if (rows.length === 0) return
  const names = rows.map(({ person }) => shownNameOf(person))
  await client.query({
    name: 'upsert-standings',
    text: `
      INSERT INTO standing (board_id, participant_id, attempt_id, unit_id, sort_key, display_name, search_name,
                            score, duration_ms, ended_at, attempts_used, prediction_distance, score_fraction, started_at,
                            full_score_attempts)
      SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                               $8::int[], $9::bigint[], $10::timestamptz[], $11::int[], $12::bigint[],
                               $13::int[], $14::timestamptz[], $15::int[])
      ${ON_STANDING_CONFLICT}
      WHERE standing IS DISTINCT FROM excluded`,
    values: [
      boardId,
      rows.map(({ person }) => person.id),
      rows.map(({ standing }) => standing.attemptId),
      rows.map(({ person }) => person.unitId),
      rows.map(({ standing }) => standing.sortKey),
      names.map(({ displayName }) => displayName),
      names.map(({ searchName }) => searchName),
      ...STORED_FIGURES.map((figureOf) => rows.map(({ standing }) => figureOf(standing))),
    ],
  })
}

const PERSON_COLUMNS =
  'u.id, u.full_name AS "fullName", u.publishes_name AS "publishesName", u.unit_id AS "unitId"'

async function loadPerson(client: pg.ClientBase, participantId: string): Promise<Person> {
  const { rows } = await client.query<Person>({
    name: 'person-of-standing',
    // Shared lock: a consent withdrawn at this moment waits, so that the name is not written back after it.
    text: `SELECT ${PERSON_COLUMNS} FROM user_account u WHERE u.id = $1 FOR SHARE`,
    values: [participantId],
  })
  const person = rows[0]
  if (!person) throw new Error('a standing needs its participant')

  return person
}

async function loadPeopleOfRound(client: pg.ClientBase, roundId: string): Promise<PersonOfRound[]> {
  const { rows } = await client.query<PersonOfRound>(
    `SELECT ${PERSON_COLUMNS}, e.id IS NOT NULL AS "isExcluded", l.number AS "lotNumber"
     FROM user_account u
     LEFT JOIN exclusion e ON e.round_id = $1 AND e.participant_id = u.id AND e.lifted_at IS NULL
     LEFT JOIN lot l ON l.round_id = $1 AND l.participant_id = u.id
     WHERE u.id IN (SELECT participant_id FROM attempt WHERE round_id = $1 AND status <> 'running')
     ORDER BY u.id
     -- Shared lock: a consent withdrawn at this moment waits, so that the name is not written back after it.
     FOR SHARE OF u`,
    [roundId],
  )

  return rows
}

type AttemptRow = {
  id: string
  participant_id: string
  score: number
  is_full_score: boolean
  started_at: Date
  duration_ms: number
  ended_at: Date
  prediction: string | null
}

async function loadCountedAttemptsOf(
  client: pg.ClientBase,
  roundId: string,
  people: readonly { id: string }[],
): Promise<Map<string, CountedAttempt[]>> {
  const { rows } = await client.query<AttemptRow>({
    name: 'counted-attempts',
    text: `
      SELECT id, participant_id, score, correct_count = question_count AS is_full_score, started_at, duration_ms, ended_at,
             prediction
      FROM attempt
      WHERE participant_id = ANY($2) AND round_id = $1 AND status <> 'running'
      ORDER BY number`,
    values: [roundId, people.map((person) => person.id)],
  })
  const attempts = rows.map((row) => ({
    participantId: row.participant_id,
    id: row.id,
    score: row.score,
    isFullScore: row.is_full_score,
    startedAt: row.started_at,
    durationMs: row.duration_ms,
    endedAt: row.ended_at,
    prediction: row.prediction === null ? null : BigInt(row.prediction),
  }))

  return Map.groupBy(attempts, (attempt) => attempt.participantId)
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
