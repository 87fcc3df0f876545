import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { ZodType } from 'zod'
import { contentOfEntry } from '../../core/questions/question-content.ts'
import { BankFileSchema, TopicFileSchema } from '../../core/questions/question-file.ts'
import type { BankFile, TopicFile } from '../../core/questions/question-file.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { forgetCandidates } from '../attempts/question-cache.server.ts'
import { addQuestion, addVersion, hashOf } from './question-versions.server.ts'
import type { NewQuestion } from './question-versions.server.ts'

const BANK_FILE = 'bank.yaml'

/** A bank as read from its folder; the folder's name is its slug. */
export type BankFolder = { slug: string; bank: BankFile; topics: TopicFile[] }

/** How many questions a load touched; `changed` got a new version, `retired` are no longer in the files. */
export type BankLoadSummary = {
  unchanged: number
  added: number
  changed: number
  retired: number
  restored: number
}

/**
 * Reads a bank's folder: bank.yaml and one YAML file per topic, in the order of their names.
 * @throws Error naming file and place when a file breaks the format, or an id appears twice
 */
export async function readBankFolder(folder: string): Promise<BankFolder> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name) && name !== BANK_FILE).sort()
  const bank = await readYaml(join(folder, BANK_FILE), BankFileSchema)
  const topics = await Promise.all(names.map((name) => readYaml(join(folder, name), TopicFileSchema)))
  requireUnique(topics)

  return { slug: basename(folder), bank, topics }
}

/**
 * Brings the stored bank in line with its files. Loading the same files again changes nothing; a changed question
 * gets its next version, which counts as approved by the operator (papers that used the old one keep it); a vanished one
 * is retired, and comes back when it reappears.
 */
export async function loadBank({ slug, bank, topics }: BankFolder, now: Date): Promise<BankLoadSummary> {
  const summary = await db.$transaction(
    async (tx) => {
      const { id: bankId } = await tx.questionBank.upsert({
        where: { slug },
        create: { slug, ...bank },
        update: bank,
        select: { id: true },
      })
      const result = await syncQuestions(tx, bankId, await syncTopics(tx, bankId, topics), topics, now)
      await recordAudit(tx, {
        actorId: null,
        action: 'bank.load',
        subject: `bank:${slug}`,
        details: result,
        now,
      })

      return result
    },
    { timeout: 60_000 },
  )
  forgetCandidates()

  return summary
}

async function syncTopics(
  tx: Tx,
  bankId: string,
  topics: readonly TopicFile[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const [index, topic] of topics.entries()) {
    const values = { title: topic.title, position: index + 1 }
    const { id } = await tx.topic.upsert({
      where: { bankId_code: { bankId, code: topic.topic } },
      create: { bankId, code: topic.topic, ...values },
      update: values,
      select: { id: true },
    })
    ids.set(topic.topic, id)
  }

  return ids
}

type StoredQuestion = {
  id: string
  bankId: string
  code: string
  topicId: string
  currentVersion: number | null
  latestVersion: number
  retiredAt: Date | null
  retiredById: string | null
  /** Loaded from the files before, newest first; what people wrote in the console is not among them. */
  versions: { version: number; topicId: string; contentHash: string }[]
}

async function syncQuestions(
  tx: Tx,
  bankId: string,
  topicIds: ReadonlyMap<string, string>,
  topics: readonly TopicFile[],
  now: Date,
): Promise<BankLoadSummary> {
  const stored = await tx.question.findMany({
    where: { bankId },
    include: {
      versions: {
        where: { authorId: null },
        orderBy: { version: 'desc' },
        select: { version: true, topicId: true, contentHash: true },
      },
    },
  })
  const byCode = new Map<string, StoredQuestion>(stored.map((question) => [question.code, question]))
  const summary: BankLoadSummary = { unchanged: 0, added: 0, changed: 0, retired: 0, restored: 0 }

  for (const topic of topics) {
    const topicId = topicIds.get(topic.topic) ?? ''
    for (const entry of topic.questions) {
      const content = contentOfEntry(topic.topic, entry)
      const question = { bankId, code: entry.id, topicId, content, origin: OPERATOR, now }
      summary[await syncQuestion(tx, question, byCode.get(entry.id))]++
      byCode.delete(entry.id)
    }
  }
  // What was written in the console was never in the files and can't have vanished from them.
  const vanished = [...byCode.values()].filter(
    ({ retiredAt, currentVersion, versions }) =>
      retiredAt === null && versions.some(({ version }) => version === currentVersion),
  )
  await tx.question.updateMany({
    where: { id: { in: vanished.map(({ id }) => id) } },
    data: { retiredAt: now },
  })

  return { ...summary, retired: vanished.length }
}

const OPERATOR = { by: 'operator' } as const

/**
 * Compared with what the files said last, not with the newest version: an edit made in the console stands until the file
 * itself changes. A question that people retired stays retired.
 */
async function syncQuestion(
  tx: Tx,
  question: NewQuestion,
  stored: StoredQuestion | undefined,
): Promise<'unchanged' | 'added' | 'changed' | 'restored'> {
  if (!stored) {
    await addQuestion(tx, question)

    return 'added'
  }
  const { content, topicId, origin, now } = question
  const known = stored.versions[0]
  const isSame = known?.contentHash === hashOf(content) && known.topicId === topicId
  const isBack = stored.retiredAt !== null && stored.retiredById === null
  if (!isSame) await addVersion(tx, { question: stored, topicId, content, origin, now })
  if (isBack) await tx.question.update({ where: { id: stored.id }, data: { retiredAt: null } })
  if (isBack) return 'restored'

  return isSame ? 'unchanged' : 'changed'
}

async function readYaml<T>(path: string, schema: ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(parseYaml(path, await readFile(path, 'utf8')))
  if (parsed.success) return parsed.data

  const issues = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`${path} does not follow the question format:\n${issues.join('\n')}`)
}

function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new Error(`${path} is not YAML: ${error instanceof Error ? error.message : ''}`, { cause: error })
  }
}

function requireUnique(topics: readonly TopicFile[]): void {
  const seen = new Set<string>()
  for (const { id } of topics.flatMap((topic) => topic.questions)) {
    if (seen.has(id)) throw new Error(`question id ${id} appears twice`)
    seen.add(id)
  }
}
