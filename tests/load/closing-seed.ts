import { db, pool } from '#app/db/client.server.ts'
import { getQuestionSet } from '#app/services/questions/question-sets.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'

const QUESTIONS = 10
/** Of ten attempts six are somebody's first one. */
const PEOPLE_PER_ATTEMPT = 0.6
const UNITS = 200

/** The account id of a seeded person, from 1. */
export const personId = (number: number): string => `nguoi-${number}`

/** Somebody who decides. @returns the id */
export async function seedDecider(): Promise<string> {
  const { id } = await db.user.create({
    data: {
      role: 'organizer',
      loginName: 'ban-to-chuc',
      fullName: 'Ban Tổ chức mẫu',
      createdAt: new Date(),
    },
    select: { id: true },
  })

  return id
}

/**
 * Fills a closed round by set-based SQL with attempts as they are after their end: papers of ten questions of its set,
 * answers from nearly all wrong to all right, guesses, and the scores of the answers. The same number gives the same
 * attempts.
 * @returns how many people they are of
 */
export async function seedAttempts(roundSlug: string, attempts: number): Promise<number> {
  const round = await requireRound(roundSlug)
  const { candidates } = await getQuestionSet(round.questionSetId ?? '')
  const versionIds = candidates.map(({ versionId }) => versionId)
  const people = Math.ceil(attempts * PEOPLE_PER_ATTEMPT)
  const client = await pool.connect()
  try {
    await client.query(DICE)
    await client.query(INSERT_UNITS, [UNITS])
    await client.query(INSERT_PEOPLE, [people, UNITS])
    await client.query(INSERT_CONSENTS, [people])
    await client.query(CREATE_DRAWN)
    await client.query(DRAW, [attempts, people, versionIds, QUESTIONS])
    await client.query(INSERT_ATTEMPTS, [round.id, round.opensAt, people, QUESTIONS])
    await client.query(INSERT_PAPERS)
    await client.query('DROP TABLE drawn')
  } finally {
    // With its temporary functions.
    client.release(true)
  }
  await pool.query('VACUUM ANALYZE attempt, paper, user_account, consent')

  return people
}

/** A throw that is the same for the same attempt and purpose: from 0 to one less than the sides. */
const DICE = `
  CREATE FUNCTION pg_temp.dice(attempt bigint, purpose bigint, sides int) RETURNS int IMMUTABLE LANGUAGE sql
  AS 'SELECT (hashint8(attempt * 1000 + purpose)::bigint + 2147483648)::bigint % sides'`

const INSERT_UNITS = `
  INSERT INTO unit (id, code, name, search_name, head_count, position)
  SELECT 'dv-' || n, 'DV' || n, 'Đơn vị mẫu ' || n, 'don vi mau ' || n, 400 + n, n FROM generate_series(1, $1::int) n`

const INSERT_PEOPLE = `
  INSERT INTO user_account (id, role, login_name, full_name, unit_id, publishes_name, created_at)
  SELECT 'nguoi-' || n, 'participant', 'nguoi-' || n, 'Nguyễn Mẫu ' || n, 'dv-' || 1 + pg_temp.dice(n, 1, $2::int),
         n % 5 > 0, now()
  FROM generate_series(1, $1::int) n`

const INSERT_CONSENTS = `
  INSERT INTO consent (id, user_id, kind, is_given, notice_version, recorded_at)
  SELECT 'dong-y-' || n, 'nguoi-' || n, 'processing', true, '1', now() FROM generate_series(1, $1::int) n`

/** One row for each question of each paper. */
const CREATE_DRAWN = `
  CREATE TEMP TABLE drawn (n int, place int, version_id text, options jsonb, chosen jsonb, is_right boolean)`

/**
 * Ten neighbouring questions of the set in a turned order of options. Who gets a question right depends on the person;
 * a wrong answer is one option that is not the key, and every thirtieth place is left empty.
 */
const DRAW = `
  INSERT INTO drawn
  WITH question AS (
    SELECT v.id, v.key, cardinality(v.options) AS options, ids.place - 1 AS at
    FROM unnest($3::text[]) WITH ORDINALITY ids(id, place) JOIN question_version v ON v.id = ids.id
  ), shown AS (
    SELECT q.*, p.place, t.turn,
           (SELECT jsonb_agg(jsonb_build_object('id', p.place || 'x' || o, 'index', (o + t.turn) % q.options) ORDER BY o)
            FROM generate_series(0, q.options - 1) o) AS shown,
           (SELECT jsonb_agg(p.place || 'x' || o) FROM generate_series(0, q.options - 1) o
            WHERE (o + t.turn) % q.options = ANY(q.key)) AS right_ids,
           (SELECT jsonb_agg(p.place || 'x' || o) FROM generate_series(0, q.options - 1) o
            WHERE (o + t.turn) % q.options = CASE WHEN cardinality(q.key) > 1 THEN q.key[1]
                                             ELSE (q.key[1] + 1) % q.options END) AS wrong_ids
    FROM question q CROSS JOIN generate_series(1, $4::int) p(place) CROSS JOIN generate_series(0, 3) t(turn)
  ), dice AS (
    SELECT n, place, (pg_temp.dice(n, 2, cardinality($3::text[])) + place) % cardinality($3::text[]) AS at,
           pg_temp.dice(n, 100 + place, 4) AS turn,
           pg_temp.dice(n, 200 + place, 100) < 35 + pg_temp.dice(1 + (n - 1) % $2::int, 3, 70) AS is_right,
           pg_temp.dice(n, 300 + place, 30) = 0 AS is_empty
    FROM generate_series(1, $1::int) n CROSS JOIN generate_series(1, $4::int) p(place)
  )
  SELECT d.n, d.place, s.id, s.shown,
         CASE WHEN d.is_empty THEN NULL WHEN d.is_right THEN s.right_ids ELSE s.wrong_ids END,
         d.is_right AND NOT d.is_empty
  FROM dice d JOIN shown s ON s.at = d.at AND s.place = d.place AND s.turn = d.turn`

/** First attempts in the first three days, second ones in the next three; one in fifty was counted at its deadline. */
const INSERT_ATTEMPTS = `
  INSERT INTO attempt (id, round_id, participant_id, number, status, started_at, deadline_at, question_count, answers,
                       revision, saved_at, ended_at, duration_ms, prediction, score, correct_count, answered_count, receipt_code)
  SELECT 'luot-' || n, $1, 'nguoi-' || 1 + (n - 1) % $3::int, number,
         (CASE WHEN is_expired THEN 'expired' ELSE 'submitted' END)::attempt_status, started_at,
         started_at + interval '30 minutes', $4::int, answers, 1, started_at + duration_ms * interval '1 ms',
         started_at + duration_ms * interval '1 ms', duration_ms,
         CASE WHEN is_expired OR n % 10 = 0 THEN NULL
              ELSE ($3::int / 25 + pg_temp.dice(n, 4, 1 + $3::int / 10)) * 100000::bigint END,
         correct, correct, answered, lpad(n::text, 12, '0')
  FROM (
    SELECT n, answers, correct, answered, number, is_expired,
           CASE WHEN is_expired THEN 1800000 ELSE 60000 + pg_temp.dice(n, 5, 600000) END AS duration_ms,
           date_trunc('milliseconds', $2::timestamptz + (number - 1) * interval '3 days'
             + pg_temp.dice(n, 6, 3 * 24 * 3600 - 1800) * interval '1 second') AS started_at
    FROM (
      SELECT n, coalesce(jsonb_object_agg(place::text, chosen) FILTER (WHERE chosen IS NOT NULL), '{}') AS answers,
             count(*) FILTER (WHERE is_right) AS correct, count(chosen) AS answered,
             1 + (n - 1) / $3::int AS number, pg_temp.dice(n, 7, 50) = 0 AS is_expired
      FROM drawn GROUP BY n
    ) marked
  ) timed`

const INSERT_PAPERS = `
  INSERT INTO paper (attempt_id, seed, positions)
  SELECT 'luot-' || n, 'do-luong', jsonb_agg(jsonb_build_object('versionId', version_id, 'options', options) ORDER BY place)
  FROM drawn GROUP BY n`
