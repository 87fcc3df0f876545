import type { Difficulty } from '../../core/rounds/blueprint.ts'
import { lackingOf } from '../../core/questions/question-content.ts'
import type { Lacking } from '../../core/questions/question-content.ts'
import type { FacilityBand, FlagFilter, QuestionFilter } from '../../core/questions/question-filter.ts'
import type { VersionState } from '../../core/questions/question-state.ts'
import { foldForSearch } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import { Prisma } from '../../db/generated/client.ts'
import { listFacilities } from './question-facility.server.ts'

export type QuestionRow = {
  code: string
  topicTitle: string
  difficulty: Difficulty
  stem: string
  citations: string[]
  /** What an approval of it still needs. */
  lacking: Lacking[]
  /** Of the newest version. */
  state: VersionState
  version: number
  /** The version that papers draw; null when none is approved. */
  currentVersion: number | null
  isRetired: boolean
  authorId: string | null
  authorName: string | null
  flags: string[]
  /** Share of right answers of the version that papers draw, with the number of answers; null when unknown. */
  facility: { share: number; shown: number } | null
}

export type QuestionPage = { rows: QuestionRow[]; page: number; pageCount: number; matchCount: number }

const PAGE_SIZE = 25
/** Below and above this share of right answers a question counts as hard or easy. */
const HARD_BELOW = 0.4
const EASY_FROM = 0.8

/** The questions of a bank by topic and code, newest versions, one page of what the filter lets through. */
export async function searchQuestions(bankId: string, filter: QuestionFilter): Promise<QuestionPage> {
  const facilities = await listFacilities(bankId)
  const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${fromWhere(bankId, filter, facilities)}`
  const pageCount = Math.max(1, Math.ceil(count / PAGE_SIZE))
  const page = Math.min(filter.page, pageCount)
  const rows = await db.$queryRaw<
    (Omit<QuestionRow, 'facility' | 'lacking'> & {
      explanation: string
      shown: number | null
      share: number | null
    })[]
  >`
    SELECT q.code, t.title AS "topicTitle", v.difficulty, v.stem, v.citations,
           v.explanation, v.state::text AS state, v.version,
           q.current_version AS "currentVersion", q.retired_at IS NOT NULL AS "isRetired",
           v.author_id AS "authorId", a.full_name AS "authorName",
           ARRAY(SELECT reason FROM question_flag WHERE question_id = q.id AND cleared_at IS NULL ORDER BY raised_at) AS flags,
           f.shown, f.share
    ${fromWhere(bankId, filter, facilities)}
    ORDER BY t.position, q.code LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`

  return {
    rows: rows.map(({ shown, share, explanation, ...row }) => ({
      ...row,
      lacking: lackingOf({ explanation, citations: row.citations }),
      facility: shown !== null && share !== null ? { shown, share } : null,
    })),
    page,
    pageCount,
    matchCount: count,
  }
}

/** Codes of all questions of a bank that the filter lets through. */
export async function listMatchingCodes(bankId: string, filter: QuestionFilter): Promise<string[]> {
  const facilities = await listFacilities(bankId)
  const rows = await db.$queryRaw<{ code: string }[]>`SELECT q.code ${fromWhere(bankId, filter, facilities)}`

  return rows.map(({ code }) => code)
}

export type BankCounts = Record<VersionState | 'retired' | 'flagged', number>

/** How many questions wait for what: by the state of their newest version, retired ones apart. */
export async function countQuestions(bankId: string): Promise<BankCounts> {
  const rows = await db.$queryRaw<{ state: keyof BankCounts; count: number; flagged: number }[]>`
    SELECT CASE WHEN q.retired_at IS NULL THEN v.state::text ELSE 'retired' END AS state, count(*)::int AS count,
           count(*) FILTER (WHERE q.retired_at IS NULL AND EXISTS (
             SELECT 1 FROM question_flag WHERE question_id = q.id AND cleared_at IS NULL))::int AS flagged
    FROM question q JOIN question_version v ON v.question_id = q.id AND v.version = q.latest_version
    WHERE q.bank_id = ${bankId} GROUP BY 1`
  const counts: BankCounts = { draft: 0, submitted: 0, approved: 0, rejected: 0, retired: 0, flagged: 0 }
  for (const { state, count, flagged } of rows) {
    counts[state] = count
    counts.flagged += flagged
  }

  return counts
}

/** The reasons of the open flags of a bank, for the filter. */
export async function listFlagReasons(bankId: string): Promise<string[]> {
  const rows = await db.questionFlag.findMany({
    where: { clearedAt: null, question: { bankId } },
    distinct: ['reason'],
    orderBy: { reason: 'asc' },
    take: 50,
    select: { reason: true },
  })

  return rows.map(({ reason }) => reason)
}

type Facilities = Awaited<ReturnType<typeof listFacilities>>

function fromWhere(bankId: string, filter: QuestionFilter, facilities: Facilities): Prisma.Sql {
  const ids = facilities.map(({ versionId }) => versionId)
  const shown = facilities.map((facility) => facility.shown)
  const shares = facilities.map((facility) => facility.right / facility.shown)

  return Prisma.sql`
    FROM question q
    JOIN question_version v ON v.question_id = q.id AND v.version = q.latest_version
    JOIN topic t ON t.id = v.topic_id
    LEFT JOIN user_account a ON a.id = v.author_id
    LEFT JOIN question_version current ON current.question_id = q.id AND current.version = q.current_version
    LEFT JOIN unnest(${ids}::text[], ${shown}::int[], ${shares}::float8[]) AS f(version_id, shown, share)
      ON f.version_id = current.id
    WHERE q.bank_id = ${bankId} AND ${Prisma.join(conditionsOf(filter), ' AND ')}`
}

function conditionsOf(filter: QuestionFilter): Prisma.Sql[] {
  const words = foldForSearch(filter.search).split(' ').filter(Boolean)

  return [
    stateCondition(filter.state),
    ...words.map((word) => Prisma.sql`v.search_text LIKE ${`%${escapeLike(word)}%`}`),
    ...(filter.topic ? [Prisma.sql`t.code = ${filter.topic}`] : []),
    ...(filter.difficulty ? [Prisma.sql`v.difficulty = ${filter.difficulty}`] : []),
    ...(filter.provision
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM unnest(v.citations) AS c
            WHERE c = ${filter.provision} OR c LIKE ${`${escapeLike(filter.provision)}.%`})`,
        ]
      : []),
    ...flagConditions(filter.flag),
    ...(filter.facility ? [facilityCondition(filter.facility)] : []),
  ]
}

function stateCondition(state: QuestionFilter['state']): Prisma.Sql {
  if (state === 'retired') return Prisma.sql`q.retired_at IS NOT NULL`
  if (state === 'incomplete')
    return Prisma.sql`q.retired_at IS NULL AND (v.explanation = '' OR cardinality(v.citations) = 0)`
  if (state === 'in_use') return Prisma.sql`q.retired_at IS NULL`

  return Prisma.sql`q.retired_at IS NULL AND v.state::text = ${state}`
}

function flagConditions(flag: FlagFilter): Prisma.Sql[] {
  if (flag === 'all') return []
  const openFlags = Prisma.sql`SELECT 1 FROM question_flag WHERE question_id = q.id AND cleared_at IS NULL`
  if (flag === 'clear') return [Prisma.sql`NOT EXISTS (${openFlags})`]
  if (flag === 'flagged') return [Prisma.sql`EXISTS (${openFlags})`]

  return [Prisma.sql`EXISTS (${openFlags} AND reason = ${flag.reason})`]
}

function facilityCondition(band: FacilityBand): Prisma.Sql {
  switch (band) {
    case 'hard':
      return Prisma.sql`f.share < ${HARD_BELOW}`
    case 'medium':
      return Prisma.sql`f.share >= ${HARD_BELOW} AND f.share < ${EASY_FROM}`
    case 'easy':
      return Prisma.sql`f.share >= ${EASY_FROM}`
    case 'unknown':
      return Prisma.sql`f.share IS NULL`
    default:
      return band satisfies never
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
