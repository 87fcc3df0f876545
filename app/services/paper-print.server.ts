import { DomainError } from '../core/domain-error.ts'
import { db } from '../db/client.server.ts'
import { recordAudit } from './audit.server.ts'
import { previewPaper } from './paper-preview.server.ts'
import { writeKey, writePaper } from './question-files/write-docx.server.ts'

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
  const header = { organizerName: 'Ban Tổ chức cuộc thi', title, remark: `Mã đề: ${seed}` }
  const printed = questions.map(({ stem, options, key }) => ({
    stem,
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
