import { DomainError } from '../../core/domain-error.ts'
import type { DraftQuestion } from '../../core/questions/import/draft.ts'
import { contentOfEntry, lackingOf } from '../../core/questions/question-content.ts'
import type { QuestionContent } from '../../core/questions/question-content.ts'
import { planImport } from '../../core/questions/import/import-plan.ts'
import type { ImportPlan, ImportSettings } from '../../core/questions/import/import-plan.ts'
import type { ImportMode } from '../../core/questions/import/waiting-import.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { readBankQuestions } from './bank-for-import.server.ts'
import { compareWithBank } from './question-file-thread.server.ts'
import { forgetCandidates } from '../attempts/question-cache.server.ts'
import { addQuestion, addVersion, hashOf } from './question-versions.server.ts'
import type { VersionOrigin } from './question-versions.server.ts'

export type QuestionImport = ImportSettings & {
  bankSlug: string
  drafts: readonly DraftQuestion[]
  /** Null: a command run by the operator. */
  actorId: string | null
  /** Where the questions come from, for the audit log. */
  fileName: string
  mode: ImportMode
  /** Told now and then how many questions are done, though not yet committed. */
  onProgress?: (doneCount: number) => void
  now: Date
}

export type ImportSummary = {
  added: number
  /** Questions of the bank that got their next version. */
  changed: number
  unchanged: number
  /** Of those added or changed: drafts that lack what an approval needs. */
  incomplete: number
  /** Left out because the bank has them. */
  skipped: number
  failed: ImportPlan['failed']
}

/** Thousands of questions are written one after another. */
const IMPORT_TIMEOUT_MS = 180_000

/**
 * Adds the good questions of a file to a bank, or all of them or none. Questions that are not in the file stay as they
 * are. Duplicates are looked for again under the bank's lock: two imports of one file at a time add it once.
 * @throws DomainError not_found: no such bank; import_not_whole: something fails and all or nothing was asked for
 */
export async function importQuestions(order: QuestionImport): Promise<ImportSummary> {
  return inImportTransaction((tx) => importInto(tx, order))
}

/** Runs an import with what must be stored together with it, or not at all. */
export async function inImportTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await db.$transaction(work, { timeout: IMPORT_TIMEOUT_MS })
  forgetCandidates()

  return result
}

/** The import itself, in a transaction of `inImportTransaction`. @throws DomainError like importQuestions */
export async function importInto(tx: Tx, order: QuestionImport): Promise<ImportSummary> {
  const { bankSlug, drafts, now } = order
  const [bank] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM question_bank WHERE slug = ${bankSlug} FOR UPDATE`
  if (!bank) throw new DomainError('not_found')
  const topics = await tx.topic.findMany({
    where: { bankId: bank.id },
    select: { id: true, code: true, title: true },
  })
  const stored = await tx.question.findMany({ where: { bankId: bank.id }, select: storedSelect })
  const duplicates = await compareWithBank(drafts, await readBankQuestions(tx, bank.id))
  const codes = stored.map(({ code }) => code)
  const plan = planImport(drafts, duplicates, topics, codes, order)
  if (order.mode === 'all_or_nothing' && plan.failed.length > 0)
    throw new DomainError('import_not_whole', { failed: plan.failed })

  const summary = await carryOut(tx, {
    plan,
    bankId: bank.id,
    topics,
    stored,
    actorId: order.actorId,
    onProgress: order.onProgress ?? (() => undefined),
    now,
  })
  const { failed, ...counts } = summary
  await recordAudit(tx, {
    actorId: order.actorId,
    action: 'question.import',
    subject: `bank:${bankSlug}`,
    details: { ...counts, failed: failed.length, fileName: order.fileName },
    now,
  })

  return summary
}

const storedSelect = {
  id: true,
  bankId: true,
  code: true,
  topicId: true,
  currentVersion: true,
  latestVersion: true,
  versions: { select: { version: true, contentHash: true } },
} satisfies Prisma.QuestionSelect

type StoredQuestion = Prisma.QuestionGetPayload<{ select: typeof storedSelect }>

/**
 * What a person imports waits for somebody else's approval, as what a person writes does; and like that it stays a draft
 * as long as it lacks what an approval needs.
 */
function originOf(actorId: string | null, content: QuestionContent): VersionOrigin {
  if (actorId === null) return { by: 'operator' }
  const state = lackingOf(content).length > 0 ? 'draft' : 'submitted'

  return { by: 'author', authorId: actorId, state }
}

type ImportWork = {
  plan: ImportPlan
  bankId: string
  topics: readonly { id: string; code: string }[]
  stored: readonly StoredQuestion[]
  actorId: string | null
  onProgress: (doneCount: number) => void
  now: Date
}

const TOLD_EVERY = 50

async function carryOut(
  tx: Tx,
  { plan, bankId, topics, stored, actorId, onProgress, now }: ImportWork,
): Promise<ImportSummary> {
  const topicIds = new Map(topics.map(({ code, id }) => [code, id]))
  const byCode = new Map(stored.map((question) => [question.code, question]))
  const summary: ImportSummary = {
    added: 0,
    changed: 0,
    unchanged: 0,
    incomplete: 0,
    skipped: plan.skipped.length,
    failed: plan.failed,
  }
  let doneCount = 0
  const tellDone = () => {
    doneCount++
    if (doneCount % TOLD_EVERY === 0) onProgress(doneCount)
  }
  const tellStored = (origin: VersionOrigin) => {
    if (origin.by === 'author' && origin.state === 'draft') summary.incomplete++
  }
  const kept = await readReasons(tx, bankId, plan)
  for (const { topic, entry } of plan.updates) {
    tellDone()
    const question = byCode.get(entry.id)
    if (!question) continue
    const content = { ...contentOfEntry(topic, entry), ...kept.get(entry.id) }
    const topicId = topicIds.get(topic) ?? question.topicId
    const newest = question.versions.find(({ version }) => version === question.latestVersion)
    if (newest?.contentHash === hashOf(content) && question.topicId === topicId) summary.unchanged++
    else {
      const origin = originOf(actorId, content)
      await addVersion(tx, { question, topicId, content, origin, now })
      tellStored(origin)
      summary.changed++
    }
  }
  for (const { topic, entry } of plan.additions) {
    tellDone()
    const topicId = topicIds.get(topic) ?? ''
    const content = contentOfEntry(topic, entry)
    const origin = originOf(actorId, content)
    await addQuestion(tx, { bankId, code: entry.id, topicId, content, origin, now })
    tellStored(origin)
    summary.added++
  }

  return summary
}

type Reasons = Partial<Pick<QuestionContent, 'explanation' | 'citations' | 'evidence'>>

/**
 * The reasons that the bank has for a question and the file, which says the same with the same key, leaves out: a file
 * without them must not wipe them out.
 */
async function readReasons(tx: Tx, bankId: string, { updates }: ImportPlan): Promise<Map<string, Reasons>> {
  const entries = new Map(
    updates.filter(({ kind }) => kind === 'exact').map(({ entry }) => [entry.id, entry] as const),
  )
  const questions = await tx.question.findMany({
    where: { bankId, code: { in: [...entries.keys()] } },
    select: {
      code: true,
      versions: {
        orderBy: { version: 'desc' },
        take: 1,
        select: { explanation: true, citations: true, evidence: true },
      },
    },
  })

  return new Map(
    questions.map(({ code, versions: [newest] }) => {
      const entry = entries.get(code)

      return [
        code,
        {
          ...(newest && entry?.explanation === '' && { explanation: newest.explanation }),
          ...(newest && entry?.citation.length === 0 && { citations: newest.citations }),
          ...(newest && entry?.evidence.length === 0 && { evidence: newest.evidence }),
        },
      ]
    }),
  )
}
