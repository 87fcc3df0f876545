import type { BankQuestion } from '../../core/questions/import/duplicates.ts'
import type { BankTopic } from '../../core/questions/import/import-plan.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { keySelect } from '../selects.server.ts'

/** A bank as a preview compares a file with it. */
export async function getBankForImport(
  bankSlug: string,
): Promise<{ questions: BankQuestion[]; topics: BankTopic[] } | null> {
  const bank = await db.questionBank.findUnique({
    where: { slug: bankSlug },
    select: { id: true, topics: { orderBy: { position: 'asc' }, select: { code: true, title: true } } },
  })

  return bank && { questions: await readBankQuestions(db, bank.id), topics: bank.topics }
}

/**
 * Questions that are in use, in the version that papers draw, or the newest one while none is approved. The keys are for
 * comparison, and for organizers only.
 */
export async function readBankQuestions(tx: Tx | typeof db, bankId: string): Promise<BankQuestion[]> {
  const questions = await tx.question.findMany({
    where: { bankId, retiredAt: null },
    select: {
      code: true,
      currentVersion: true,
      latestVersion: true,
      versions: { select: { version: true, stem: true, options: true, ...keySelect } },
    },
  })

  return questions.flatMap(({ code, currentVersion, latestVersion, versions }) =>
    versions
      .filter(({ version }) => version === (currentVersion ?? latestVersion))
      .map(({ stem, options, key }) => ({ code, stem, options, key })),
  )
}
