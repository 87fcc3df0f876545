import { randomInt } from 'node:crypto'
import { signIn } from '#app/auth/sessions.server.ts'
import type { StaffRole } from '#app/core/people/capabilities.ts'
import type { QuestionContent } from '#app/core/questions/question-content.ts'
import type { QuestionActionKind } from '#app/core/questions/question-state.ts'
import { db } from '#app/db/client.server.ts'
import { actOnQuestions } from '#app/services/questions/question-actions.server.ts'
import type { ActionResult } from '#app/services/questions/question-actions.server.ts'
import { loadBank } from '#app/services/questions/question-bank.server.ts'
import { createQuestion } from '#app/services/questions/question-writing.server.ts'
import { makeBank, makeTopic } from './contests.ts'
import { cookieHeaderOf } from './people.ts'

export type Colleague = { id: string; loginName: string; fullName: string }

/** Somebody of the staff, who signed in once and so has a password nobody needs to know. */
export async function seedStaff(role: StaffRole, fullName = `Người thử ${role}`): Promise<Colleague> {
  return db.user.create({
    data: {
      role,
      loginName: `nv-${randomInt(2 ** 40)}`,
      fullName,
      passwordHash: 'none',
      createdAt: new Date(),
    },
    select: { id: true, loginName: true, fullName: true },
  })
}

/** The Cookie header of a colleague with this role. */
export async function seedStaffSession(role: StaffRole): Promise<string> {
  return cookieHeaderOf(await signIn((await seedStaff(role)).id))
}

/** A bank of its own: `count` approved questions of topic `chung` (chung-1, chung-2, …) and one of topic `khac`. */
export async function seedBank(count = 1): Promise<{ slug: string; id: string }> {
  const bank = makeBank([makeTopic('chung', count), makeTopic('khac', 1)])
  await loadBank(bank, new Date())
  const { id } = await db.questionBank.findUniqueOrThrow({ where: { slug: bank.slug } })

  return { slug: bank.slug, id }
}

export function makeContent(overrides: Partial<QuestionContent> = {}): QuestionContent {
  return {
    topic: 'chung',
    difficulty: 1,
    stem: `Câu hỏi ${randomInt(2 ** 40)} về danh hiệu thi đua?`,
    options: ['Lao động tiên tiến', 'Chiến sĩ thi đua cơ sở', 'Chiến sĩ tiên tiến'],
    key: [1],
    explanation: 'Giải thích của tác giả.',
    citations: ['D21.1.a'],
    evidence: [],
    review: null,
    validFrom: null,
    validTo: null,
    ...overrides,
  }
}

/** A question that waits for its approval. @returns its code */
export async function seedSubmitted(
  bankSlug: string,
  authorId: string,
  overrides: Partial<QuestionContent> = {},
): Promise<string> {
  const written = { bankSlug, authorId, content: makeContent(overrides), now: new Date() }
  const { code } = await createQuestion({ ...written, state: 'submitted' })

  return code
}

/** One action on one or more questions of a bank. */
export function act(
  kind: QuestionActionKind,
  bankSlug: string,
  codes: string | readonly string[],
  actorId: string,
  rest: { note?: string; clearedAt?: Date; now?: Date } = {},
): Promise<ActionResult> {
  return actOnQuestions({ kind, bankSlug, codes: [codes].flat(), actorId, now: new Date(), ...rest })
}
