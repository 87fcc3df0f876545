import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { ZodType } from 'zod'
import { BankFileSchema, TopicFileSchema, versionContentOf } from '../core/question-file.ts'
import type { BankFile, QuestionEntry, TopicFile } from '../core/question-file.ts'
import { db } from '../db/client.server.ts'
import type { Tx } from '../db/client.server.ts'
import { recordAudit } from './audit.server.ts'
import { forgetCandidates } from './question-cache.server.ts'

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
 * gets its next version (papers that used the old one keep it); a vanished one is retired, and comes back when it
 * reappears.
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
  code: string
  topicId: string
  currentVersion: number
  retiredAt: Date | null
  versions: { version: number; contentHash: string }[]
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
    include: { versions: { select: { version: true, contentHash: true } } },
  })
  const byCode = new Map<string, StoredQuestion>(stored.map((question) => [question.code, question]))
  const summary: BankLoadSummary = { unchanged: 0, added: 0, changed: 0, retired: 0, restored: 0 }

  for (const topic of topics) {
    const topicId = topicIds.get(topic.topic) ?? ''
    for (const entry of topic.questions) {
      const outcome = await syncQuestion(tx, { bankId, topicId, entry, stored: byCode.get(entry.id), now })
      summary[outcome]++
      byCode.delete(entry.id)
    }
  }
  const vanished = [...byCode.values()].filter((question) => question.retiredAt === null)
  await tx.question.updateMany({
    where: { id: { in: vanished.map(({ id }) => id) } },
    data: { retiredAt: now },
  })

  return { ...summary, retired: vanished.length }
}

type QuestionSync = {
  bankId: string
  topicId: string
  entry: QuestionEntry
  stored: StoredQuestion | undefined
  now: Date
}

async function syncQuestion(
  tx: Tx,
  { bankId, topicId, entry, stored, now }: QuestionSync,
): Promise<'unchanged' | 'added' | 'changed' | 'restored'> {
  if (!stored) {
    await tx.question.create({
      data: {
        bankId,
        topicId,
        code: entry.id,
        currentVersion: 1,
        versions: { create: versionData(entry, 1, now) },
      },
    })

    return 'added'
  }
  const current = stored.versions.find((version) => version.version === stored.currentVersion)
  const isSame = current?.contentHash === hashOf(entry)
  if (isSame && stored.topicId === topicId && !stored.retiredAt) return 'unchanged'

  const nextVersion = Math.max(...stored.versions.map((version) => version.version)) + 1
  await tx.question.update({
    where: { id: stored.id },
    data: {
      topicId,
      retiredAt: null,
      ...(isSame
        ? {}
        : { currentVersion: nextVersion, versions: { create: versionData(entry, nextVersion, now) } }),
    },
  })

  return stored.retiredAt ? 'restored' : 'changed'
}

function versionData(entry: QuestionEntry, version: number, now: Date) {
  return {
    version,
    difficulty: entry.difficulty,
    stem: entry.stem,
    options: entry.options,
    key: [...entry.answer].sort((a, b) => a - b),
    explanation: entry.explanation,
    citations: entry.citation,
    evidence: entry.evidence,
    review: entry.review ?? null,
    contentHash: hashOf(entry),
    createdAt: now,
  }
}

function hashOf(entry: QuestionEntry): string {
  return createHash('sha256').update(versionContentOf(entry)).digest('hex')
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
