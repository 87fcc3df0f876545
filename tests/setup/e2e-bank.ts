import type { BrowserContext } from '@playwright/test'
import type { StaffRole } from '#app/core/people/capabilities.ts'

/** Imported late: the services read DATABASE_URL when they are loaded. */
async function loadParts() {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const [bank, contests, people, { db }] = await Promise.all([
    import('../factories/bank.ts'),
    import('../factories/contests.ts'),
    import('../factories/people.ts'),
    import('#app/db/client.server.ts'),
  ])

  return { db, ...bank, ...contests, ...people }
}

export type Colleague = { id: string; loginName: string; fullName: string }

/** Somebody of the staff with this role, signed in in this context; who was signed in there is not any more. */
export async function seedSignedInStaff(
  origin: string,
  context: BrowserContext,
  role: StaffRole,
  fullName?: string,
): Promise<Colleague> {
  const { seedStaff } = await loadParts()
  const colleague = await seedStaff(role, fullName)
  await signInAs(origin, context, colleague.id)

  return colleague
}

/** Like seedSignedInStaff, with a password to sign in again with through the form. */
export async function seedStaffWithPassword(
  origin: string,
  context: BrowserContext,
  role: StaffRole,
): Promise<{ loginName: string; password: string }> {
  const { db, seedStaff } = await loadParts()
  const { changePassword } = await import('#app/auth/accounts.server.ts')
  const { id, loginName } = await seedStaff(role)
  const password = 'mật-mã-thử-nghiệm'
  await db.user.update({ where: { id }, data: { passwordHash: null } })
  await changePassword({ userId: id, currentPassword: null, newPassword: password })
  await signInAs(origin, context, id)

  return { loginName, password }
}

async function signInAs(origin: string, context: BrowserContext, userId: string): Promise<void> {
  const { seedSession } = await loadParts()
  const [name = '', value = ''] = (await seedSession(userId)).split('=')
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }])
}

/** A bank that no other test sees, with two approved questions of `chung` and one of `khac`, resting on the real law. */
export async function seedOwnBank(): Promise<{ slug: string; id: string; title: string }> {
  const { db, seedBank } = await loadParts()
  const { id, slug } = await seedBank(2)
  const title = `Ngân hàng ${slug}`
  await db.questionBank.update({
    where: { id },
    data: { title, law: 'Luật Thi đua, khen thưởng số 06/2022/QH15' },
  })

  return { id, slug, title }
}

/** A question of somebody else that waits for its approval. @returns its code */
export async function seedWaiting(bankSlug: string): Promise<string> {
  const { seedStaff, seedSubmitted } = await loadParts()

  return seedSubmitted(bankSlug, (await seedStaff('question_author', 'Trần Văn Soạn')).id)
}

/** A practice round on this bank, of a contest that the public pages are not about. @returns its address */
export async function seedPractice(bankId: string, count: number): Promise<string> {
  const { db, createPlainRound } = await loadPractice()
  const slug = await createPlainRound(db, bankId, count)

  return `/dot-thi/${slug}`
}

async function loadPractice() {
  const { db } = await loadParts()
  const { createContest, createRound, scheduleRound } =
    await import('#app/services/contests/contests.server.ts')
  const createPlainRound = async (client: typeof db, bankId: string, count: number) => {
    const slug = `on-${bankId.slice(-12)}`
    const contestId = await createContest({
      slug: `cuoc-thi-${slug}`,
      title: 'Cuộc thi thử',
      organizerName: 'Ban Tổ chức thử',
      summary: '',
      rulesText: '',
      contactText: '',
      noticeVersion: '1',
    })
    // Older than any other: the sample contest stays the one the public pages are about.
    await client.contest.update({
      where: { id: contestId },
      data: { createdAt: new Date('2000-01-01T00:00:00Z') },
    })
    await createRound({
      contestId,
      bankId,
      slug,
      title: 'Ôn tập thử',
      kind: 'practice',
      opensAt: new Date(Date.now() - 60_000),
      closesAt: new Date(Date.now() + 24 * 60 * 60_000),
      durationMs: 10 * 60_000,
      attemptsAllowed: null,
      endRule: 'must_start_before',
      blueprint: [{ topic: 'chung', difficulty: 1, count }],
      releaseAfterSubmission: 'score',
      releaseAfterClose: 'key',
      rankingPolicy: ['score'],
    })
    await scheduleRound(slug, new Date())

    return slug
  }

  return { db, createPlainRound }
}
