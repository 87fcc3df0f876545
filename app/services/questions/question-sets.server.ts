import { createHash } from 'node:crypto'
import { z } from 'zod'
import { cellKey } from '../../core/rounds/blueprint-cell.ts'
import type { Blueprint } from '../../core/rounds/blueprint.ts'
import type { Candidate } from '../../core/attempts/paper.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { loadCandidates } from '../attempts/question-cache.server.ts'
import type { BankCandidate } from '../attempts/question-cache.server.ts'

/** Topic and difficulty as they were: the bank may move a question afterwards. */
const PinnedQuestionsSchema = z.array(
  z.object({
    questionId: z.string(),
    versionId: z.string(),
    topic: z.string(),
    difficulty: z.number(),
    optionCount: z.number(),
  }),
)
type PinnedQuestion = z.infer<typeof PinnedQuestionsSchema>[number]

/** The questions a scheduled round draws from. */
export type QuestionSet = {
  id: string
  candidates: readonly Candidate[]
  questionIds: ReadonlySet<string>
  questionCount: number
  sha256: string
}

/** What of a round decides which questions it may draw. */
export type DrawScope = { bankId: string; blueprint: Blueprint; acceptsFlaggedQuestions: boolean }

/** A set is small and never changes; the bound is far above the rounds that are open at once. */
const MAX_CACHED_SETS = 100

const sets = new Map<string, Promise<QuestionSet>>()

/** A stored set. Read once per process: starts find it in memory. */
export function getQuestionSet(id: string): Promise<QuestionSet> {
  const known = sets.get(id)
  if (known) return known
  if (sets.size >= MAX_CACHED_SETS) sets.clear()

  const set = loadQuestionSet(id)
  sets.set(id, set)
  set.catch(() => sets.delete(id))

  return set
}

async function loadQuestionSet(id: string): Promise<QuestionSet> {
  const { questions, questionCount, sha256 } = await db.questionSet.findUniqueOrThrow({ where: { id } })
  const candidates = PinnedQuestionsSchema.parse(questions)

  return {
    id,
    candidates,
    questionIds: new Set(candidates.map(({ questionId }) => questionId)),
    questionCount,
    sha256,
  }
}

/** The questions that may be drawn now by these settings, fresh from the database. */
export async function listInScope(
  { bankId, blueprint, acceptsFlaggedQuestions }: DrawScope,
  now: Date,
): Promise<BankCandidate[]> {
  const cells = new Set(blueprint.map(cellKey))
  const candidates = await loadCandidates(db, bankId, now)

  return candidates.filter(
    (candidate) => cells.has(cellKey(candidate)) && (acceptsFlaggedQuestions || !candidate.isFlagged),
  )
}

/** Stores the questions as a set. The hash says which versions they are, without telling anything of them. */
export async function createQuestionSet(
  tx: Tx,
  candidates: readonly BankCandidate[],
  now: Date,
): Promise<{ id: string; count: number; sha256: string }> {
  const questions: PinnedQuestion[] = candidates
    .map(({ questionId, versionId, topic, difficulty, optionCount }) => ({
      questionId,
      versionId,
      topic,
      difficulty,
      optionCount,
    }))
    .sort((a, b) => (a.versionId < b.versionId ? -1 : 1))
  const sha256 = hashOf(await listContentHashes(questions.map(({ versionId }) => versionId)))
  const { id } = await tx.questionSet.create({
    data: { questions, questionCount: questions.length, sha256, createdAt: now },
    select: { id: true },
  })

  return { id, count: questions.length, sha256 }
}

/** The content hashes of a set, one to a line in alphabetical order: the text whose SHA-256 is published. */
export async function listContentHashes(versionIds: readonly string[]): Promise<string[]> {
  const rows = await db.questionVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { contentHash: true },
  })

  return rows.map(({ contentHash }) => contentHash).sort()
}

function hashOf(contentHashes: readonly string[]): string {
  return createHash('sha256').update(contentHashes.join('\n')).digest('hex')
}

/** How the bank has changed since a set was made: questions that came, went, or have another version. */
export type SetChanges = { added: number; changed: number; removed: number }

/** What a new set of the same scope would have that this one has not. */
export async function compareWithBank(set: QuestionSet, scope: DrawScope, now: Date): Promise<SetChanges> {
  const offered = await listInScope(scope, now)
  const pinned = new Set(set.candidates.map(({ versionId }) => versionId))
  const fresh = offered.filter(({ versionId }) => !pinned.has(versionId))
  const added = fresh.filter(({ questionId }) => !set.questionIds.has(questionId)).length
  const offeredIds = new Set(offered.map(({ questionId }) => questionId))
  const removed = [...set.questionIds].filter((questionId) => !offeredIds.has(questionId)).length

  return { added, changed: fresh.length - added, removed }
}
