import { foldForSearch } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import { Prisma } from '../../db/generated/client.ts'
import { getServedVersions, getVersionKeys } from '../attempts/question-cache.server.ts'
import { getQuestionSet } from '../questions/question-sets.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

type QuestionSource = Pick<Round, 'questionSetId' | 'bankId'>

/**
 * Whether papers of the round may have this question version: by the set it was scheduled with, or, of rounds from before
 * there were sets, by its bank.
 */
export async function isQuestionOfRound(
  { questionSetId, bankId }: QuestionSource,
  versionId: string,
): Promise<boolean> {
  if (questionSetId === null)
    return (await db.questionVersion.count({ where: { id: versionId, question: { bankId } } })) > 0
  const { candidates } = await getQuestionSet(questionSetId)

  return candidates.some((candidate) => candidate.versionId === versionId)
}

export type FoundQuestion = { versionId: string; code: string; version: number; topic: string; stem: string }

export type FoundQuestions = { rows: FoundQuestion[]; page: number; pageCount: number; matchCount: number }

const PAGE_SIZE = 10

/** The question versions of a round that have every word in code or text, without regard to accents; one page of them. */
export async function findRoundQuestions(
  source: QuestionSource,
  search: string,
  wantedPage: number,
): Promise<FoundQuestions> {
  const fromWhere = Prisma.sql`
    FROM question_version v
    JOIN question q ON q.id = v.question_id
    JOIN topic t ON t.id = v.topic_id
    WHERE ${Prisma.join([await sourceCondition(source), ...wordConditions(search)], ' AND ')}`
  const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${fromWhere}`
  const pageCount = Math.max(1, Math.ceil(count / PAGE_SIZE))
  const page = Math.min(wantedPage, pageCount)
  const rows = await db.$queryRaw<FoundQuestion[]>`
    SELECT v.id AS "versionId", q.code, v.version, t.title AS topic, v.stem ${fromWhere}
    ORDER BY t.position, q.code, v.version LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`

  return { rows, page, pageCount, matchCount: count }
}

async function sourceCondition({ questionSetId, bankId }: QuestionSource): Promise<Prisma.Sql> {
  if (questionSetId === null) return Prisma.sql`q.bank_id = ${bankId}`
  const { candidates } = await getQuestionSet(questionSetId)

  return Prisma.sql`v.id = ANY(${candidates.map(({ versionId }) => versionId)})`
}

function wordConditions(search: string): Prisma.Sql[] {
  const words = foldForSearch(search).split(' ').filter(Boolean)

  return words.map((word) => Prisma.sql`strpos(v.search_text, ${word}) > 0`)
}

/** A question version with its own key. For the staff. */
export type KeyedQuestion = {
  versionId: string
  code: string
  version: number
  topic: string
  stem: string
  options: string[]
  key: number[]
  citations: string[]
}

/** Question versions by id; those that do not exist are left out. */
export async function loadQuestions(versionIds: readonly string[]): Promise<Map<string, KeyedQuestion>> {
  const rows = await db.questionVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: {
      id: true,
      version: true,
      question: { select: { code: true } },
      topic: { select: { title: true } },
    },
  })
  const ids = rows.map(({ id }) => id)
  const [served, keys] = await Promise.all([getServedVersions(ids), getVersionKeys(ids)])

  return new Map(
    rows.map(({ id, version, question, topic }) => [
      id,
      {
        versionId: id,
        code: question.code,
        version,
        topic: topic.title,
        stem: served.get(id)?.stem ?? '',
        options: served.get(id)?.options ?? [],
        key: keys.get(id)?.key ?? [],
        citations: keys.get(id)?.citations ?? [],
      },
    ]),
  )
}
