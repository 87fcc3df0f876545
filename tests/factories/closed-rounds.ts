import { randomInt } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import { analyseDueRounds } from '#app/services/analysis/item-analysis-run.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { seedRound } from './contests.ts'
import { playAttempt } from './play.ts'
import { later } from './refusals.ts'

const MINUTE_MS = 60_000

/** A round that closed half an hour ago and is not settled yet. */
export function seedClosedRound(overrides: Parameters<typeof seedRound>[0] = {}): Promise<Round> {
  const now = new Date()

  return seedRound({
    opensAt: later(now, -90 * MINUTE_MS),
    closesAt: later(now, -30 * MINUTE_MS),
    ...overrides,
  })
}

/** People who agreed to take part, without a password: hashing many would take longer than everything they do. */
export async function seedCrowd(count: number, unitId: string | null = null): Promise<string[]> {
  const people = await db.user.createManyAndReturn({
    data: Array.from({ length: count }, () => ({
      role: 'participant' as const,
      loginName: `dam-dong-${randomInt(2 ** 46)}`,
      fullName: 'Nguyễn Mẫu An',
      unitId,
      createdAt: new Date(),
    })),
    select: { id: true },
  })
  const recordedAt = new Date()
  await db.consent.createMany({
    data: people.map(({ id: userId }) => ({
      userId,
      kind: 'processing' as const,
      isGiven: true,
      noticeVersion: '1',
      recordedAt,
    })),
  })

  return people.map(({ id }) => id)
}

/** One attempt each, with so many right answers as `rightOf` says. */
export async function playAll(
  round: Round,
  people: readonly string[],
  rightOf: (place: number) => number,
  startedAt?: Date,
): Promise<void> {
  for (const [place, participantId] of people.entries())
    await playAttempt(round, {
      participantId,
      right: rightOf(place),
      ...(startedAt && { startedAt }),
    })
}

/** Settles the round and computes its analysis, as the background work does. */
export async function settleAndAnalyse(round: Round, now = new Date()): Promise<Round> {
  await settleRounds(now)
  await analyseDueRounds(now)

  return (await getRound(round.slug)) as Round
}

/** Somebody of the staff with this role. */
export async function seedStaff(role: 'organizer' | 'auditor' | 'reviewer', fullName = 'Thành viên mẫu') {
  return db.user.create({
    data: { role, loginName: `nhan-su-${randomInt(2 ** 46)}`, fullName, createdAt: new Date() },
    select: { id: true, fullName: true },
  })
}
