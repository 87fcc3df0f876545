import { DomainError } from '../core/domain-error.ts'
import { db } from '../db/client.server.ts'
import type { Tx } from '../db/client.server.ts'
import { Prisma } from '../db/generated/client.ts'
import type { ImportKind } from '../db/generated/client.ts'

const DAY_MS = 24 * 60 * 60_000

/** An upload nobody came back to holds personal data for nothing. */
export const DRAFT_KEPT_DAYS = 7

/** Between the claim of a draft and the transaction that applies it. */
const BEGINS_WITHIN_MS = 15_000

type NewWaitingQuestion = {
  position: number
  question: Prisma.InputJsonObject
  problems: Prisma.InputJsonArray
  duplicate?: Prisma.InputJsonObject
  topicCode: string | null
  stemHash: string
  hasError: boolean
  hasWarning: boolean
}

export type NewDraft = {
  kind: ImportKind
  fileName: string
  sheet: Prisma.InputJsonObject
  rowCount: number
  createdById: string
  /** Of questions: their bank, and the questions one by one. */
  bankId?: string
  questions?: readonly NewWaitingQuestion[]
  now: Date
}

/** Keeps an uploaded list until it is confirmed. @returns its id */
export async function saveDraft({
  kind,
  fileName,
  sheet,
  rowCount,
  createdById,
  bankId,
  questions = [],
  now,
}: NewDraft): Promise<string> {
  return db.$transaction(
    async (tx) => {
      const { id } = await tx.importDraft.create({
        data: {
          kind,
          fileName,
          rows: sheet,
          rowCount,
          createdById,
          createdAt: now,
          touchedAt: now,
          bankId: bankId ?? null,
        },
        select: { id: true },
      })
      for (let start = 0; start < questions.length; start += CHUNK)
        await storeQuestions(tx, id, questions.slice(start, start + CHUNK))

      return id
    },
    { timeout: STORE_WITHIN_MS },
  )
}

const CHUNK = 250
const STORE_WITHIN_MS = 60_000

/** Piece by piece and as one value each: preparing thousands of rows at once would hold up people's answers for seconds. */
async function storeQuestions(
  tx: Tx,
  importId: string,
  questions: readonly NewWaitingQuestion[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO waiting_question
      (import_id, position, question, problems, duplicate, topic_code, stem_hash, has_error, has_warning)
    SELECT ${importId}, position, question, problems, duplicate, "topicCode", "stemHash", "hasError", "hasWarning"
    FROM jsonb_to_recordset(${JSON.stringify(questions)}::jsonb) AS q(
      position int, question jsonb, problems jsonb, duplicate jsonb, "topicCode" text, "stemHash" text,
      "hasError" boolean, "hasWarning" boolean)`
}

/** The draft as uploaded or, when it was applied, with what came of it. @throws DomainError import_gone */
export async function requireDraft(id: string, kind: ImportKind) {
  const draft = await db.importDraft.findUnique({ where: { id, kind } })
  if (!draft) throw new DomainError('import_gone')

  return draft
}

/**
 * Takes a draft to apply it; of two confirmations at once one gets it.
 * @returns false when it was applied or is being applied
 */
export async function claimDraft(id: string, now: Date): Promise<boolean> {
  const { count } = await db.importDraft.updateMany({
    where: { id, appliedAt: null },
    data: { appliedAt: now },
  })

  return count === 1
}

/** Gives a draft back after a failure, so that it can be confirmed again. */
export async function releaseDraft(id: string): Promise<void> {
  await db.importDraft.updateMany({
    where: { id, outcome: { equals: Prisma.DbNull } },
    data: { appliedAt: null },
  })
}

/**
 * Holds a claimed draft as long as the transaction that applies it lives. PostgreSQL lets go of it however that ends, so
 * whoever can get hold of it knows that nobody applies it any more.
 * @throws DomainError import_gone: the claim was taken back meanwhile
 */
export async function holdDraft(tx: Tx, id: string, claimedAt: Date): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import draft'), hashtext(${id}))`
  const draft = await tx.importDraft.findUnique({
    where: { id, appliedAt: claimedAt, outcome: { equals: Prisma.DbNull } },
    select: { id: true },
  })
  if (!draft) throw new DomainError('import_gone')
}

/**
 * Gives uploads of questions back whose import was cut off with its process: its transaction stored nothing. They say
 * so, and can be imported again.
 * @returns how many there were
 */
export async function releaseCutOffDrafts(now: Date): Promise<number> {
  const begunBefore = new Date(now.getTime() - BEGINS_WITHIN_MS)

  return db.$executeRaw`
    UPDATE import_draft SET applied_at = NULL, done_count = 0, cut_off_at = ${now}, touched_at = ${now}
    WHERE id IN (
      SELECT id FROM import_draft
      WHERE kind = 'questions' AND outcome IS NULL AND applied_at < ${begunBefore} FOR UPDATE SKIP LOCKED)
    AND pg_try_advisory_xact_lock(hashtext('import draft'), hashtext(id))`
}

/** When an upload is removed unless somebody changes something in it before. */
export function removedAtOf({ touchedAt }: { touchedAt: Date }): Date {
  return new Date(touchedAt.getTime() + DRAFT_KEPT_DAYS * DAY_MS)
}

/** Removes the uploads that nobody came back to, and what imports of long ago left behind. @returns how many */
export async function removeOldDrafts(now: Date): Promise<number> {
  const before = new Date(now.getTime() - DRAFT_KEPT_DAYS * DAY_MS)
  const { count } = await db.importDraft.deleteMany({
    where: {
      touchedAt: { lt: before },
      // Not from under an import that is running.
      OR: [{ appliedAt: null }, { outcome: { not: Prisma.DbNull } }, { appliedAt: { lt: before } }],
    },
  })

  return count
}

/** Throws an upload away that is not wanted after all. */
export async function discardDraft(id: string, kind: ImportKind): Promise<void> {
  await db.importDraft.deleteMany({ where: { id, kind, appliedAt: null } })
}

/** Uploads that wait for their confirmation, newest first. */
export async function listWaitingDrafts(kind: ImportKind, bankId: string | null = null) {
  const drafts = await db.importDraft.findMany({
    where: { kind, bankId, appliedAt: null },
    orderBy: { createdAt: 'desc' },
    take: 10,
    select: {
      id: true,
      fileName: true,
      rowCount: true,
      createdAt: true,
      touchedAt: true,
      createdBy: { select: { fullName: true } },
    },
  })

  return drafts.map(({ touchedAt, ...draft }) => ({ ...draft, removedAt: removedAtOf({ touchedAt }) }))
}
