import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'

/** A document as people find it in a list. */
export type ContestDocumentItem = {
  id: string
  title: string
  /** Null for a file of ours. */
  url: string | null
  sizeBytes: number | null
}

/** Every document is read from the database when it is opened: a contest has a handful of them. */
const MAX_DOCUMENTS = 50

export async function listContestDocuments(contestId: string): Promise<ContestDocumentItem[]> {
  return db.contestDocument.findMany({
    where: { contestId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, url: true, sizeBytes: true },
  })
}

type AddDocument = {
  contest: { id: string; slug: string }
  title: string
  source: { url: string } | { fileName: string; bytes: Uint8Array }
  actorId: string
  now: Date
}

/** @throws DomainError document_not_pdf when a file is none | too_many_documents */
export async function addContestDocument({
  contest,
  title,
  source,
  actorId,
  now,
}: AddDocument): Promise<void> {
  if ('bytes' in source && !isPdf(source.bytes)) throw new DomainError('document_not_pdf')
  if ((await db.contestDocument.count({ where: { contestId: contest.id } })) >= MAX_DOCUMENTS)
    throw new DomainError('too_many_documents', { max: MAX_DOCUMENTS })

  await db.$transaction(async (tx) => {
    await tx.contestDocument.create({
      data: {
        contestId: contest.id,
        title,
        createdAt: now,
        ...('bytes' in source
          ? {
              fileName: source.fileName,
              content: Buffer.from(source.bytes),
              sizeBytes: source.bytes.length,
            }
          : { url: source.url }),
      },
    })
    await recordAudit(tx, {
      actorId,
      action: 'contest.add_document',
      subject: `contest:${contest.slug}`,
      details: { title, source: 'bytes' in source ? source.fileName : source.url },
      now,
    })
  })
}

/** Removing one that is gone already is no mistake. */
export async function removeContestDocument(
  contest: { id: string; slug: string },
  documentId: string,
  actorId: string,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id: documentId, contestId: contest.id }
    const document = await tx.contestDocument.findFirst({ where, select: { title: true } })
    const { count } = await tx.contestDocument.deleteMany({ where })
    if (!document || count === 0) return
    await recordAudit(tx, {
      actorId,
      action: 'contest.remove_document',
      subject: `contest:${contest.slug}`,
      details: { title: document.title },
      now,
    })
  })
}

/** A file as it is sent to whoever opens it. @throws DomainError not_found also for a link */
export async function requireDocumentFile(id: string): Promise<{ fileName: string; content: Uint8Array }> {
  const document = await db.contestDocument.findUnique({
    where: { id },
    select: { fileName: true, content: true },
  })
  if (!document?.content || document.fileName === null) throw new DomainError('not_found')

  return { fileName: document.fileName, content: document.content }
}

/** By what it is, not by its name: the mark of a PDF stands within its first kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')
}
