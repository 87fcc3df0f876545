import { DomainError } from '../../core/domain-error.ts'
import { lackingOf } from '../../core/questions/question-content.ts'
import type { QuestionContent } from '../../core/questions/question-content.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { addQuestion, addVersion, hashOf } from './question-versions.server.ts'

/** Digits of the running number in a generated code. */
const NUMBER_LENGTH = 3

export type WriteQuestion = {
  bankSlug: string
  content: QuestionContent
  authorId: string
  /** Kept for later, or handed to somebody else for approval. */
  state: 'draft' | 'submitted'
  now: Date
}

/**
 * Writes a new question; its code is the topic's with the next free number.
 * @throws DomainError bank_not_found | topic_unknown | question_incomplete {lacking}
 */
export async function createQuestion({ bankSlug, content, ...by }: WriteQuestion): Promise<{ code: string }> {
  requireComplete(content, by.state)

  return db.$transaction(async (tx) => {
    const bank = await lockBank(tx, bankSlug)
    const code = await nextCode(tx, bank.id, content.topic)
    const origin = { by: 'author', authorId: by.authorId, state: by.state } as const
    await addQuestion(tx, {
      bankId: bank.id,
      code,
      topicId: topicIdOf(bank, content),
      content,
      origin,
      now: by.now,
    })
    await recordAudit(tx, {
      actorId: by.authorId,
      action: 'question.create',
      subject: questionSubject(bankSlug, code),
      details: { version: 1, state: by.state },
      now: by.now,
    })

    return { code }
  })
}

export type EditQuestion = WriteQuestion & {
  code: string
  /** Number of the version the author had before them. */
  basedOn: number
}

/**
 * Writes the next version of a question. Papers and new draws keep the approved one until this one is approved.
 * @returns the number of the new version
 * @throws DomainError bank_not_found | topic_unknown | question_incomplete {lacking} | question_not_found | nothing_changed |
 *   version_outdated (also when two save at once)
 */
export async function editQuestion(edit: EditQuestion): Promise<{ version: number }> {
  const { bankSlug, code, basedOn, content, authorId, state, now } = edit
  requireComplete(content, state)

  return db.$transaction(async (tx) => {
    const bank = await findBank(tx, bankSlug)
    const topicId = topicIdOf(bank, content)
    const question = await tx.question.findUnique({
      where: { bankId_code: { bankId: bank.id, code } },
      include: { versions: { orderBy: { version: 'desc' }, take: 1, select: latestSelect } },
    })
    const latest = question?.versions[0]
    if (!question || !latest) throw new DomainError('question_not_found')
    if (question.latestVersion !== basedOn) throw new DomainError('version_outdated')
    if (latest.contentHash === hashOf(content) && latest.topicId === topicId)
      throw new DomainError('nothing_changed')

    const origin = { by: 'author', authorId, state } as const
    const version = await addVersion(tx, { question, topicId, content, origin, now })
    await recordAudit(tx, {
      actorId: authorId,
      action: 'question.edit',
      subject: questionSubject(bankSlug, code),
      details: { version, state },
      now,
    })

    return { version }
  })
}

function requireComplete(content: QuestionContent, state: WriteQuestion['state']): void {
  const lacking = lackingOf(content)
  if (state === 'submitted' && lacking.length > 0) throw new DomainError('question_incomplete', { lacking })
}

/** How the audit log names a question. */
export function questionSubject(bankSlug: string, code: string): string {
  return `question:${bankSlug}/${code}`
}

const latestSelect = { contentHash: true, topicId: true } as const

type BankWithTopics = { id: string; topics: { id: string; code: string }[] }

async function findBank(tx: Tx, slug: string): Promise<BankWithTopics> {
  const bank = await tx.questionBank.findUnique({
    where: { slug },
    select: { id: true, topics: { select: { id: true, code: true } } },
  })
  if (!bank) throw new DomainError('bank_not_found', { slug })

  return bank
}

/** Locked: of two new questions at once the second takes the next number. */
async function lockBank(tx: Tx, slug: string): Promise<BankWithTopics> {
  await tx.$queryRaw`SELECT id FROM question_bank WHERE slug = ${slug} FOR NO KEY UPDATE`

  return findBank(tx, slug)
}

function topicIdOf({ topics }: BankWithTopics, { topic }: QuestionContent): string {
  const found = topics.find(({ code }) => code === topic)
  if (!found) throw new DomainError('topic_unknown', { topic })

  return found.id
}

async function nextCode(tx: Tx, bankId: string, topic: string): Promise<string> {
  const [{ last } = { last: 0 }] = await tx.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(substring(code from '[0-9]+$')::int), 0) AS last FROM question
    WHERE bank_id = ${bankId} AND code ~ ('^' || ${topic} || '-[0-9]{1,8}$')`

  return `${topic}-${String(last + 1).padStart(NUMBER_LENGTH, '0')}`
}
