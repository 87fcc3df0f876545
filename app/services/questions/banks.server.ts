import { cellKey } from '../../core/rounds/blueprint-cell.ts'
import type { Difficulty } from '../../core/rounds/blueprint.ts'
import { DIFFICULTIES } from '../../core/rounds/blueprint-form.ts'
import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { listCandidates } from '../attempts/question-cache.server.ts'

/** What organizers must know of a bank wherever it is used; nothing of its questions. */
export type BankFacts = {
  id: string
  slug: string
  title: string
  law: string
  lawVersion: string
  /** Whether the bank still says what the law says. */
  statusNotice: string
  topics: { code: string; title: string }[]
}

const bankFactsSelect = {
  id: true,
  slug: true,
  title: true,
  law: true,
  lawVersion: true,
  statusNotice: true,
  topics: { orderBy: { position: 'asc' }, select: { code: true, title: true } },
} satisfies Prisma.QuestionBankSelect

/** The banks with these ids, each once, by title. */
export async function listBankFacts(ids: readonly string[]): Promise<BankFacts[]> {
  return db.questionBank.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { title: 'asc' },
    select: bankFactsSelect,
  })
}

/** Every bank by title, for a choice among them. */
export async function listBanks(): Promise<{ slug: string; title: string }[]> {
  return db.questionBank.findMany({
    orderBy: [{ title: 'asc' }, { slug: 'asc' }],
    select: { slug: true, title: true },
  })
}

/** @throws DomainError bank_not_found */
export async function getBankFacts(slug: string): Promise<BankFacts> {
  const bank = await db.questionBank.findUnique({ where: { slug }, select: bankFactsSelect })
  if (!bank) throw new DomainError('bank_not_found', { slug })

  return bank
}

/** What a bank has to draw from, by topic and difficulty: questions without a flag for review, and all. */
export type BankOffer = Omit<BankFacts, 'topics'> & {
  topics: (BankFacts['topics'][number] & { available: Record<Difficulty, Available> })[]
}
type Available = { unflagged: number; all: number }

/** Every bank with what it offers, by title; numbers only, nothing of the questions. */
export async function listBankOffers(): Promise<BankOffer[]> {
  const ids = await db.questionBank.findMany({ select: { id: true } })
  const banks = await listBankFacts(ids.map(({ id }) => id))

  return Promise.all(
    banks.map(async (bank) => {
      const byCell = Map.groupBy(await listCandidates(bank.id, 'with_flagged'), cellKey)
      const availableIn = (topic: string, difficulty: Difficulty): Available => {
        const candidates = byCell.get(cellKey({ topic, difficulty })) ?? []

        return {
          unflagged: candidates.filter(({ isFlagged }) => !isFlagged).length,
          all: candidates.length,
        }
      }

      return {
        ...bank,
        topics: bank.topics.map((topic) => ({
          ...topic,
          available: Object.fromEntries(
            DIFFICULTIES.map((difficulty) => [difficulty, availableIn(topic.code, difficulty)]),
          ) as Record<Difficulty, Available>,
        })),
      }
    }),
  )
}
