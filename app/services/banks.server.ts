import { db } from '../db/client.server.ts'

/** What organizers must know of a bank wherever it is used; nothing of its questions. */
export type BankFacts = {
  id: string
  title: string
  law: string
  lawVersion: string
  /** Whether the bank still says what the law says. */
  statusNotice: string
  topics: { code: string; title: string }[]
}

/** The banks with these ids, each once, by title. */
export async function listBankFacts(ids: readonly string[]): Promise<BankFacts[]> {
  return db.questionBank.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { title: 'asc' },
    select: {
      id: true,
      title: true,
      law: true,
      lawVersion: true,
      statusNotice: true,
      topics: { orderBy: { position: 'asc' }, select: { code: true, title: true } },
    },
  })
}
