import { fileURLToPath } from 'node:url'
import { registerParticipant } from '#app/auth/accounts.server.ts'
import { signIn } from '#app/auth/sessions.server.ts'
import { db, pool } from '#app/db/client.server.ts'
import { createContest, createRound, scheduleRound } from '#app/services/contests/contests.server.ts'
import { loadBank, readBankFolder } from '#app/services/questions/question-bank.server.ts'
import { saveUnits } from '#app/services/units/units.server.ts'
import type { Taker } from './lifecycle.ts'
import { runConcurrently } from './measure.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const PASSWORD = 'mat-khau-do-luong'

/** The round whose papers are taken, and the one whose board is full from the start. */
export const BENCH_ROUND = 'do-luong'
export const FULL_BOARD_ROUND = 'bang-day'
/** Over for a day, and empty until tests/load/closing-seed.ts fills it. */
export const CLOSED_ROUND = 'da-dong'

export type BenchPerson = { id: string; loginName: string; password: string }

/** A contest with the real bank: papers of ten questions, attempts without a limit in number. */
export async function createBenchContest(now: Date): Promise<{ unitId: string; fullBoardId: string }> {
  const folder = fileURLToPath(new URL('../../questions/law-06-2022', import.meta.url))
  const bank = await readBankFolder(folder)
  await loadBank(bank, now)
  await saveUnits([{ code: 'DL', name: 'Đơn vị đo lường', headCount: null }])
  const contestId = await createContest({
    slug: 'do-luong',
    title: 'Cuộc thi đo lường',
    organizerName: 'Đo lường',
    summary: '',
    rulesText: '',
    contactText: '',
    noticeVersion: '1',
  })
  const { id: bankId } = await db.questionBank.findUniqueOrThrow({ where: { slug: bank.slug } })
  const { id: unitId } = await db.unit.findUniqueOrThrow({ where: { code: 'DL' } })
  const opened = { opensAt: new Date(now.getTime() - DAY_MS), closesAt: new Date(now.getTime() + DAY_MS) }
  const closed = {
    opensAt: new Date(now.getTime() - 8 * DAY_MS),
    closesAt: new Date(now.getTime() - DAY_MS),
  }
  for (const [slug, window] of [
    [BENCH_ROUND, opened],
    [FULL_BOARD_ROUND, opened],
    [CLOSED_ROUND, closed],
  ] as const) {
    await createRound({
      contestId,
      bankId,
      slug,
      title: slug,
      ...window,
      durationMs: 30 * 60 * 1_000,
      attemptsAllowed: null,
      endRule: 'must_start_before',
      blueprint: [
        { topic: 'emulation-titles', difficulty: 1, count: 3 },
        { topic: 'emulation-titles', difficulty: 2, count: 2 },
        { topic: 'orders', difficulty: 1, count: 3 },
        { topic: 'orders', difficulty: 2, count: 2 },
      ],
      predictionKind: 'people',
      predictionPrompt: 'Bao nhiêu người dự thi?',
      releaseAfterSubmission: 'score',
      releaseAfterClose: 'key',
      rankingPolicy: ['score', 'prediction_distance', 'duration', 'ended_at'],
    })
    await scheduleRound(slug, now)
  }
  const { id: fullBoardId } = await db.round.findUniqueOrThrow({ where: { slug: FULL_BOARD_ROUND } })

  return { unitId, fullBoardId }
}

/** Registers people through the service layer, with passwords they can sign in with. */
export async function registerPeople(count: number, unitId: string, now: Date): Promise<BenchPerson[]> {
  const people: BenchPerson[] = []
  const numbers = Array.from({ length: count }, (_, index) => index)
  await runConcurrently(numbers, 4, async (number) => {
    const loginName = `do-luong-${number}`
    const { id } = await registerParticipant({
      fullName: 'Nguyễn Mẫu An',
      loginName,
      unitId,
      password: PASSWORD,
      consents: { processing: true, namePublication: true },
      noticeVersion: '1',
      now,
    })
    people.push({ id, loginName, password: PASSWORD })
  })

  return people
}

/** People who are signed in already, without a password: hashing thousands would only measure Argon2. */
export async function createTakers(count: number, unitId: string, now: Date): Promise<Taker[]> {
  const people = await db.user.createManyAndReturn({
    data: Array.from({ length: count }, (_, index) => ({
      role: 'participant' as const,
      loginName: `dang-lam-${index}`,
      fullName: 'Nguyễn Mẫu Bình',
      unitId,
      publishesName: true,
      createdAt: now,
    })),
    select: { id: true },
  })
  await db.consent.createMany({
    data: people.map(({ id }) => ({
      userId: id,
      kind: 'processing' as const,
      isGiven: true,
      noticeVersion: '1',
      recordedAt: now,
    })),
  })
  const takers: Taker[] = []
  await runConcurrently(people, 8, async ({ id }) => {
    const { cookie } = await signIn(id)
    takers.push({ participantId: id, cookie: cookie.split(';')[0] ?? '' })
  })

  return takers
}

/** Rows of a board as large as a province's, written straight into the table: only reading them is measured. */
export async function fillBoard(boardId: string, unitId: string, rowCount: number): Promise<void> {
  await pool.query(
    `INSERT INTO user_account (id, role, login_name, full_name, unit_id, publishes_name, created_at)
     SELECT 'bang-' || n, 'participant', 'bang-' || n, 'Nguyễn Mẫu ' || n, $1, true, now() FROM generate_series(1, $2) n`,
    [unitId, rowCount],
  )
  await pool.query(
    `INSERT INTO standing (board_id, participant_id, unit_id, sort_key, display_name, search_name, score, duration_ms, ended_at, attempts_used)
     SELECT $1, 'bang-' || n, $2, lpad((n * 7919 % 999983)::text, 16, '0'), 'Nguyễn Mẫu ' || n, 'nguyen mau ' || n,
            n % 11, 1000 * (n % 600), now(), 1
     FROM generate_series(1, $3) n`,
    [boardId, unitId, rowCount],
  )
  await pool.query('VACUUM ANALYZE standing')
}
