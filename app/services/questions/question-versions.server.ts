import { createHash } from 'node:crypto'
import { dateOfDay } from '../../core/calendar-day.ts'
import { DomainError } from '../../core/domain-error.ts'
import { fingerprintTextOf, searchTextOf } from '../../core/questions/question-content.ts'
import type { QuestionContent } from '../../core/questions/question-content.ts'
import type { Tx } from '../../db/client.server.ts'
import { flagIfOvertaken } from './amendment-flags.server.ts'

/** Who stands behind a version: the operator's command, which counts as approved, or an author. */
export type VersionOrigin =
  { by: 'operator' } | { by: 'author'; authorId: string; state: 'draft' | 'submitted' }

export type NewQuestion = {
  bankId: string
  /** Id inside the bank; taken already: a unique violation. */
  code: string
  topicId: string
  content: QuestionContent
  origin: VersionOrigin
  now: Date
}

/** A question with its first version. @returns its id */
export async function addQuestion(tx: Tx, question: NewQuestion): Promise<string> {
  const { bankId, code, topicId, content, origin, now } = question
  const { id } = await tx.question.create({
    data: {
      bankId,
      topicId,
      code,
      latestVersion: 1,
      currentVersion: origin.by === 'operator' ? 1 : null,
      versions: { create: versionData(question, 1) },
    },
    select: { id: true },
  })
  await takeOverFileFlag(tx, id, content.review, origin, now)
  await flagIfOvertaken(tx, { id, bankId }, content, now)

  return id
}

export type NextVersion = {
  question: { id: string; bankId: string; code: string; latestVersion: number; currentVersion: number | null }
  topicId: string
  content: QuestionContent
  origin: VersionOrigin
  now: Date
}

/**
 * The next version of a question, after the newest one that its author has read. What papers draw changes only when the
 * operator's command writes; an author's version waits for its approval.
 * @returns its number
 * @throws DomainError version_outdated when somebody has written another one meanwhile
 */
export async function addVersion(tx: Tx, next: NextVersion): Promise<number> {
  const { question, topicId, content, origin, now } = next
  const version = question.latestVersion + 1
  const isCurrent = origin.by === 'operator'
  const { count } = await tx.question.updateMany({
    where: { id: question.id, latestVersion: question.latestVersion },
    data: {
      latestVersion: version,
      ...(isCurrent && { currentVersion: version }),
      ...((isCurrent || question.currentVersion === null) && { topicId }),
    },
  })
  if (count === 0) throw new DomainError('version_outdated')
  await tx.questionVersion.create({
    data: { questionId: question.id, ...versionData({ ...next, code: question.code }, version) },
  })
  await takeOverFileFlag(tx, question.id, content.review, origin, now)
  await flagIfOvertaken(tx, question, content, now)

  return version
}

/** Equal for versions that say the same; the topic is compared apart. */
export function hashOf(content: QuestionContent): string {
  return createHash('sha256').update(fingerprintTextOf(content)).digest('hex')
}

type VersionFacts = Pick<NewQuestion, 'code' | 'topicId' | 'content' | 'origin' | 'now'>

function versionData({ code, topicId, content, origin, now }: VersionFacts, version: number) {
  return {
    version,
    topicId,
    difficulty: content.difficulty,
    stem: content.stem,
    options: content.options,
    key: content.key,
    explanation: content.explanation,
    citations: content.citations,
    evidence: content.evidence,
    review: content.review,
    validFrom: content.validFrom && dateOfDay(content.validFrom),
    validTo: content.validTo && dateOfDay(content.validTo),
    searchText: searchTextOf(code, content),
    contentHash: hashOf(content),
    createdAt: now,
    ...(origin.by === 'operator'
      ? { state: 'approved' as const, decidedAt: now }
      : {
          state: origin.state,
          authorId: origin.authorId,
          submittedAt: origin.state === 'submitted' ? now : null,
        }),
  }
}

/** A review note in a file is a flag; a file that no longer has it says that the review was done. */
async function takeOverFileFlag(
  tx: Tx,
  questionId: string,
  review: string | null,
  origin: VersionOrigin,
  now: Date,
): Promise<void> {
  const raisedById = origin.by === 'author' ? origin.authorId : null
  if (review !== null) {
    await tx.questionFlag.upsert({
      where: { questionId_source: { questionId, source: 'file' } },
      create: { questionId, source: 'file', reason: review, raisedById, raisedAt: now },
      update: origin.by === 'operator' ? { reason: review, clearedAt: null, clearedById: null } : {},
    })
  } else if (origin.by === 'operator') {
    await tx.questionFlag.updateMany({
      where: { questionId, source: 'file', clearedAt: null },
      data: { clearedAt: now },
    })
  }
}
