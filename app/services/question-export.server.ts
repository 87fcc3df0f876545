import { DifficultySchema } from '../core/blueprint.ts'
import { db } from '../db/client.server.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { BankContent } from './question-files/export.server.ts'
import { keySelect } from './selects.server.ts'

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
            })),
        ),
      })),
  }
}
