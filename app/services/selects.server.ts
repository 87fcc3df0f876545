import type { Prisma } from '../db/generated/client.ts'

/** What a browser may see of a question version while its key is secret: no key, explanation, citation or evidence. */
export const servedVersionSelect = {
  id: true,
  stem: true,
  options: true,
} satisfies Prisma.QuestionVersionSelect

/**
 * The only select that names the key. Used by scoring and, after the release, by the result page;
 * tests/integration/answer-key.test.ts guards every response.
 */
export const keySelect = {
  id: true,
  key: true,
  explanation: true,
  citations: true,
} satisfies Prisma.QuestionVersionSelect
