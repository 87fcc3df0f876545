import { foldForSearch } from '../core/vietnamese-text.ts'
import { db } from '../db/client.server.ts'
import type { Prisma } from '../db/generated/client.ts'
import { getQuestionSet } from './question-sets.server.ts'
import { getVersionKeys } from './question-cache.server.ts'
import type { Round } from './rounds.server.ts'

/** A question a paper of the round may have, with its key: for the staff. */
export type RegradeQuestion = {
  versionId: string
  code: string
  version: number
  stem: string
  options: string[]
  key: number[]
}

const MOST_FOUND = 20

/** Questions of a round by code or a part of their text, without accents. */
export async function findRoundQuestions(round: Round, typed: string): Promise<RegradeQuestion[]> {
  const search = foldForSearch(typed)
  if (search === '') return []

  return load({ AND: [await scopeOf(round), { searchText: { contains: search } }] }, MOST_FOUND)
}

/** Questions by their version ids, in no order. */
export async function loadQuestions(versionIds: readonly string[]): Promise<Map<string, RegradeQuestion>> {
  const rows = await load({ id: { in: [...versionIds] } }, versionIds.length)

  return new Map(rows.map((row) => [row.versionId, row]))
}

export async function isQuestionOfRound(round: Round, versionId: string): Promise<boolean> {
  return (await db.questionVersion.count({ where: { AND: [await scopeOf(round), { id: versionId }] } })) > 0
}

/** What the round was scheduled with; of rounds from before there were sets, whatever its bank has. */
async function scopeOf({ questionSetId, bankId }: Round): Promise<Prisma.QuestionVersionWhereInput> {
  if (questionSetId === null) return { question: { bankId } }
  const { candidates } = await getQuestionSet(questionSetId)

  return { id: { in: candidates.map(({ versionId }) => versionId) } }
}

async function load(where: Prisma.QuestionVersionWhereInput, take: number): Promise<RegradeQuestion[]> {
  const rows = await db.questionVersion.findMany({
    where,
    take,
    orderBy: [{ question: { code: 'asc' } }, { version: 'asc' }],
    select: { id: true, version: true, stem: true, options: true, question: { select: { code: true } } },
  })
  const keys = await getVersionKeys(rows.map(({ id }) => id))

  return rows.map(({ id, version, stem, options, question }) => ({
    versionId: id,
    code: question.code,
    version,
    stem,
    options,
    key: keys.get(id)?.key ?? [],
  }))
}
