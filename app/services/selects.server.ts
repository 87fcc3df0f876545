import type { Prisma } from '../db/generated/client.ts'

/** What a browser may see of a question version while its key is secret: no key, explanation, citation or evidence. */
export const servedVersionSelect = {
  id: true,
  stem: true,
  options: true,
} satisfies Prisma.QuestionVersionSelect

/**
 * The select that names the key for participants: scoring and, after the release, the result page; and for the import and
 * export of banks by staff. The other one is
 * staffVersionSelect below; a third must not be needed. tests/e2e/answer-key.spec.ts reads every response that participants
 * and the public can reach.
 */
export const keySelect = {
  id: true,
  key: true,
  explanation: true,
  citations: true,
} satisfies Prisma.QuestionVersionSelect

/**
 * Everything a version says, its key too: for those who write and review questions. Only behind a guard that asks for
 * `questions.read` (app/routes/organizer/questions/questions); staff take no papers.
 */
export const staffVersionSelect = {
  id: true,
  version: true,
  topic: { select: { code: true, title: true } },
  difficulty: true,
  stem: true,
  options: true,
  key: true,
  explanation: true,
  citations: true,
  evidence: true,
  review: true,
  validFrom: true,
  validTo: true,
  createdAt: true,
  state: true,
  author: { select: { id: true, fullName: true, loginName: true } },
  submittedAt: true,
  decidedBy: { select: { fullName: true, loginName: true } },
  decidedAt: true,
  decisionNote: true,
} satisfies Prisma.QuestionVersionSelect
