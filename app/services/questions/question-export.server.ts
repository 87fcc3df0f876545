import { DifficultySchema } from '../../core/rounds/blueprint.ts'
import { dayOfDate } from '../../core/calendar-day.ts'
import { DomainError } from '../../core/domain-error.ts'
import type { QuestionFilter } from '../../core/questions/question-filter.ts'
import { db } from '../../db/client.server.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { recordAudit } from '../audit.server.ts'
import { getBankFacts } from './banks.server.ts'
import { inFileThread } from './question-file-thread.server.ts'
import type { BankContent, ExportFormat, ExportedFile } from './files/export.server.ts'
import { listMatchingCodes } from './question-search.server.ts'
import { keySelect } from '../selects.server.ts'

/** Questions with keys leave the server: who took which is on record. */
export type ExportOrder = {
  bankSlug: string
  filter: QuestionFilter
  format: ExportFormat
  actorId: string
  now: Date
}

/**
 * The questions of a bank that the filter lets through, as a file: always in the version that papers draw.
 * @throws DomainError bank_not_found; not_found: no approved question matches
 */
export async function exportQuestions(order: ExportOrder): Promise<ExportedFile> {
  const { bankSlug, filter, format, actorId, now } = order
  const { id } = await getBankFacts(bankSlug)
  const [codes, whole] = await Promise.all([listMatchingCodes(id, filter), readBankContent(bankSlug)])
  const wanted = new Set(codes)
  const topics = (whole?.topics ?? [])
    .map((topic) => ({ ...topic, questions: topic.questions.filter((each) => wanted.has(each.id)) }))
    .filter((topic) => topic.questions.length > 0)
  if (!whole || topics.length === 0) throw new DomainError('not_found')
  const file = await inFileThread<'export'>({ kind: 'export', content: { ...whole, topics }, format })
  const count = topics.reduce((sum, topic) => sum + topic.questions.length, 0)
  await recordAudit(db, {
    actorId,
    action: 'question.export',
    subject: `bank:${bankSlug}`,
    details: { count, fileName: file.name },
    now,
  })

  return file
}

const bankSelect = {
  title: true,
  law: true,
  lawVersion: true,
  statusNotice: true,
  topics: {
    orderBy: { position: 'asc' },
    select: {
      code: true,
      title: true,
      questions: {
        where: { retiredAt: null },
        orderBy: { code: 'asc' },
        select: {
          code: true,
          currentVersion: true,
          versions: {
            select: {
              version: true,
              difficulty: true,
              stem: true,
              options: true,
              evidence: true,
              review: true,
              validFrom: true,
              validTo: true,
              ...keySelect,
            },
          },
        },
      },
    },
  },
} satisfies Prisma.QuestionBankSelect

/**
 * A bank with the current versions of its questions in use, keys included: for organizers only.
 * @returns null when there is no such bank
 */
export async function readBankContent(slug: string): Promise<BankContent | null> {
  const bank = await db.questionBank.findUnique({
    where: { slug },
    select: bankSelect,
  })
  if (!bank) return null
  const { topics, ...facts } = bank

  return {
    slug,
    bank: facts,
    topics: topics
      .filter((topic) => topic.questions.length > 0)
      .map((topic) => ({
        topic: topic.code,
        title: topic.title,
        questions: topic.questions.flatMap(({ code, currentVersion, versions }) =>
          versions
            .filter(({ version }) => version === currentVersion)
            .map((version) => ({
              id: code,
              difficulty: DifficultySchema.parse(version.difficulty),
              stem: version.stem,
              options: version.options,
              answer: version.key,
              explanation: version.explanation,
              citation: version.citations,
              evidence: version.evidence,
              ...(version.review === null ? {} : { review: version.review }),
              ...(version.validFrom === null ? {} : { validFrom: dayOfDate(version.validFrom) }),
              ...(version.validTo === null ? {} : { validTo: dayOfDate(version.validTo) }),
            })),
        ),
      })),
  }
}
