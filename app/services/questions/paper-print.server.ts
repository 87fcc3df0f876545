import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { previewPaper } from '../rounds/paper-preview.server.ts'
import { writeKey, writePaper } from './printed-papers.server.ts'

export type PrintedPart = 'paper' | 'key'

type PrintOrder = { slug: string; seed: string; part: PrintedPart; actorId: string; now: Date }

/**
 * The paper that the preview shows for a seed, or its key, as a Word file to print. The key is on record.
 * @throws DomainError round_not_found; not_found: the blueprint is empty or can't be met
 */
export async function printPaper({ slug, seed, part, actorId, now }: PrintOrder): Promise<Buffer> {
  const { title, questions } = await previewPaper(
    slug,
    seed,
    part === 'key' ? 'with_key' : 'without_key',
    now,
  )
  if (!questions) throw new DomainError('not_found')
  const header = { title, ...(await headOf(slug, seed, questions.length)) }
  const printed = questions.map(({ stem, isMultiple, options, key }) => ({
    stem,
    isMultiple,
    options: options.map(({ text }) => text),
    key: options.flatMap(({ id }, index) => (key?.optionIds.includes(id) ? [index] : [])),
    explanation: key?.explanation ?? '',
    source: '',
  }))
  if (part === 'paper') return writePaper(header, printed)
  await recordAudit(db, {
    actorId,
    action: 'question.export',
    subject: `round:${slug}`,
    details: { count: printed.length, fileName: `dap-an-${slug}-${seed}.docx` },
    now,
  })

  return writeKey(header, printed)
}

/** Whose paper it is, how long one has for it, and which of the many it is. */
async function headOf(slug: string, seed: string, questionCount: number) {
  const { durationMs, contest } = await db.round.findUniqueOrThrow({
    where: { slug },
    select: { durationMs: true, contest: { select: { organizerName: true } } },
  })
  const minutes = Math.round(durationMs / 60_000)

  return {
    organizerName: contest.organizerName,
    remark: `Thời gian làm bài: ${minutes} phút · Số câu: ${questionCount} · Mã đề: ${seed}`,
  }
}
