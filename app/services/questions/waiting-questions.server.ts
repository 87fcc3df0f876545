import { DUPLICATE_KINDS } from '../../core/questions/import/duplicates.ts'
import { FAILURE_REASONS } from '../../core/questions/import/import-plan.ts'
import {
  DuplicateSchema,
  ProblemsSchema,
  WaitingQuestionSchema,
} from '../../core/questions/import/waiting-import.ts'
import type {
  DuplicateCounts,
  FileFacts,
  WaitingCounts,
  WaitingQuestion,
  WaitingSelection,
} from '../../core/questions/import/waiting-import.ts'
import { db } from '../../db/client.server.ts'
import { Prisma } from '../../db/generated/client.ts'

/** Cards with everything there is to say about a question: more of them make no page one can read. */
const PAGE_SIZE = 20

type WaitingPage = { items: WaitingQuestion[]; page: number; pageCount: number }

/** What an upload stores of a question. */
export type WaitingRow = Prisma.WaitingQuestionGetPayload<object>

export function toWaiting({
  position,
  question,
  problems,
  duplicate,
  topicCode,
  ...row
}: WaitingRow): WaitingQuestion {
  return {
    position,
    question: {
      ...WaitingQuestionSchema.parse(question),
      problems: ProblemsSchema.parse(problems),
    },
    topicCode,
    duplicate: duplicate === null ? null : DuplicateSchema.parse(duplicate),
    decision: row.decision,
    isRemoved: row.isRemoved,
    failure: FAILURE_REASONS.find((reason) => reason === row.failure) ?? null,
  }
}

/** One page of the questions of an upload that are asked for, in the order of the file. */
export async function listWaiting(
  importId: string,
  selection: WaitingSelection,
  wanted: number,
): Promise<WaitingPage> {
  const where = whereOf(importId, selection)
  const count = await db.waitingQuestion.count({ where })
  const pageCount = Math.max(1, Math.ceil(count / PAGE_SIZE))
  const page = Math.min(Math.max(1, wanted), pageCount)
  const rows = await db.waitingQuestion.findMany({
    where,
    orderBy: { position: 'asc' },
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  })

  return { items: rows.map(toWaiting), page, pageCount }
}

/** What an approval needs: core/questions/question-content, lackingOf. */
const LACKS_SOMETHING: Prisma.WaitingQuestionWhereInput[] = [
  { question: { path: ['explanation'], equals: '' } },
  { question: { path: ['citations'], equals: [] } },
]
const IS_INCOMPLETE = Prisma.sql`(question->>'explanation' = '' OR question->'citations' = '[]')`

function whereOf(importId: string, { filter, kind }: WaitingSelection): Prisma.WaitingQuestionWhereInput {
  switch (filter) {
    case 'all':
      return { importId, isRemoved: false }
    case 'errors':
      return { importId, isRemoved: false, hasError: true }
    case 'warnings':
      return { importId, isRemoved: false, hasWarning: true }
    case 'duplicates':
      return {
        importId,
        isRemoved: false,
        duplicate: kind === null ? { not: Prisma.DbNull } : { path: ['kind'], equals: kind },
      }
    case 'incomplete':
      return { importId, isRemoved: false, OR: LACKS_SOMETHING }
    case 'good':
      return {
        importId,
        isRemoved: false,
        hasError: false,
        hasWarning: false,
        duplicate: { equals: Prisma.DbNull },
      }
    case 'removed':
      return { importId, isRemoved: true }
    default:
      return filter satisfies never
  }
}

/** The number that the author of the file gave a question; null when it is not there. */
export async function numberInFile(importId: string, position: number): Promise<number | null> {
  const row = await db.waitingQuestion.findUnique({ where: { importId_position: { importId, position } } })

  return row && toWaiting(row).question.number
}

/** What becomes of a row as things stand: core/questions/import/import-plan, decisionOf. */
const FATE = Prisma.sql`coalesce(decision::text, CASE duplicate->>'kind'
  WHEN 'exact' THEN 'skip' WHEN 'other_key' THEN 'undecided' WHEN 'same_code' THEN 'replace' ELSE 'add' END)`

/** How an upload stands; the rules are those of core/questions/import/import-plan. */
export async function countWaiting(importId: string, { defaultTopic }: FileFacts): Promise<WaitingCounts> {
  const [counts] = await db.$queryRaw<WaitingCounts[]>`
    WITH kept AS (
      SELECT *, ${FATE} AS fate FROM waiting_question WHERE import_id = ${importId} AND NOT is_removed)
    SELECT count(*)::int AS "all",
      count(*) FILTER (WHERE has_error)::int AS errors,
      count(*) FILTER (WHERE has_warning)::int AS warnings,
      count(*) FILTER (WHERE duplicate IS NOT NULL)::int AS duplicates,
      count(*) FILTER (WHERE ${IS_INCOMPLETE})::int AS incomplete,
      count(*) FILTER (WHERE NOT has_error AND NOT has_warning AND duplicate IS NULL)::int AS good,
      (SELECT count(*)::int FROM waiting_question WHERE import_id = ${importId} AND is_removed) AS removed,
      count(*) FILTER (WHERE NOT has_error AND fate IN ('add', 'replace')
        AND (topic_code IS NOT NULL OR ${defaultTopic}::text IS NOT NULL))::int AS importable,
      count(*) FILTER (WHERE NOT has_error AND fate IN ('add', 'replace') AND ${IS_INCOMPLETE}
        AND (topic_code IS NOT NULL OR ${defaultTopic}::text IS NOT NULL))::int AS "importableDrafts",
      count(*) FILTER (WHERE NOT has_error AND fate = 'skip')::int AS skipped,
      count(*) FILTER (WHERE NOT has_error AND fate = 'undecided')::int AS undecided,
      count(*) FILTER (WHERE NOT has_error AND fate <> 'skip' AND topic_code IS NULL)::int AS "withoutTopic",
      count(*) FILTER (WHERE NOT has_error AND fate IN ('add', 'replace') AND topic_code IS NULL
        AND ${defaultTopic}::text IS NULL)::int AS "lackingTopic",
      count(*) FILTER (WHERE NOT has_error AND fate <> 'skip' AND question->'difficulty' = 'null')::int
        AS "withoutDifficulty",
      count(*) FILTER (WHERE problems @> '[{"code": "legacy_font"}]')::int AS legacy
    FROM kept`
  if (!counts) throw new Error('an aggregate without a row')

  return counts
}

/** What is to become of the duplicates of an upload, by kind, the worst first; kinds without one are left out. */
export async function countDuplicates(importId: string): Promise<DuplicateCounts[]> {
  const counts = await db.$queryRaw<DuplicateCounts[]>`
    WITH kept AS (
      SELECT duplicate->>'kind' AS kind, ${FATE} AS fate FROM waiting_question
      WHERE import_id = ${importId} AND NOT is_removed AND duplicate IS NOT NULL)
    SELECT kind, count(*)::int AS count,
      count(*) FILTER (WHERE fate = 'skip')::int AS skip,
      count(*) FILTER (WHERE fate = 'add')::int AS add,
      count(*) FILTER (WHERE fate = 'replace')::int AS replace,
      count(*) FILTER (WHERE fate = 'undecided')::int AS undecided
    FROM kept GROUP BY kind`

  return DUPLICATE_KINDS.flatMap((kind) => counts.filter((each) => each.kind === kind))
}
