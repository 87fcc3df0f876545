import { DomainError } from '../core/domain-error.ts'
import { db } from '../db/client.server.ts'
import type { Prisma } from '../db/generated/client.ts'

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
