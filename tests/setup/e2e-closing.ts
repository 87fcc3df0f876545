import { randomInt } from 'node:crypto'
import type { Prize } from '#app/core/ranking/awards.ts'
import type { TopicFile } from '#app/core/questions/question-file.ts'
import { NETWORK_GRACE_MS } from '#app/core/attempts/attempt-window.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** So long ago that no start can still be on its way: a round is settled only then. */
const JUST_OVER_MS = 2 * NETWORK_GRACE_MS

export type ClosedRound = { slug: string; title: string; people: { loginName: string; fullName: string }[] }

/**
 * A round that has just closed, counted, with five people on its board: the first is best, the second and third are
 * equal on everything. Its policy ranks by points alone.
 */
export async function seedClosedRound({
  prizes = [],
  ...overrides
}: { prizes?: Prize[]; topics?: TopicFile[] } = {}): Promise<ClosedRound> {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const [
    { db },
    { seedEarlierContest, seedRound },
    { seedParticipant },
    { playAttempt },
    { settleRounds },
    { policyOf },
  ] = await Promise.all([
    import('#app/db/client.server.ts'),
    import('../factories/contests.ts'),
    import('../factories/people.ts'),
    import('../factories/play.ts'),
    import('#app/services/rounds/settle-rounds.server.ts'),
    import('#app/core/ranking/ranking-policy.ts'),
  ])
  const contestId = await seedEarlierContest()
  const now = new Date()
  const round = await seedRound({
    contestId,
    title: `Đợt tổng kết ${randomInt(2 ** 40)}`,
    opensAt: new Date(now.getTime() - 3 * HOUR_MS),
    // Still open while people take their papers, and those not over: the running application counts both at once.
    closesAt: new Date(now.getTime() + HOUR_MS),
    predictionKind: 'people_all_right',
    predictionPrompt: 'Bao nhiêu người đúng hết?',
    rankingPolicy: policyOf('score'),
    ...overrides,
  })
  const names = ['Lê Mẫu An', 'Trần Mẫu Bình', 'Phạm Mẫu Châu', 'Đỗ Mẫu Dung', 'Vũ Mẫu Giang']
  const people = await Promise.all(names.map((fullName) => seedParticipant({ fullName })))
  for (const [index, right] of [5, 4, 4, 3, 5].entries())
    await playAttempt(round, {
      participantId: people[index]?.id ?? '',
      right,
      prediction: '2',
      startedAt: new Date(now.getTime() - 2 * MINUTE_MS),
    })
  await db.round.update({
    where: { id: round.id },
    data: { prizes, closesAt: new Date(Date.now() - JUST_OVER_MS) },
  })
  await settleRounds(new Date())

  return { slug: round.slug, title: round.title, people }
}

/** Moves the end of the time for complaints into the past, as if it had gone by. */
export async function endComplaintTime(slug: string): Promise<void> {
  const { db } = await import('#app/db/client.server.ts')
  await db.round.update({ where: { slug }, data: { complaintsUntil: new Date(Date.now() - 1_000) } })
}

/** The same round with its official result, and the receipt of the best person. */
export async function seedOfficialRound(): Promise<ClosedRound & { receiptCode: string }> {
  const closed = await seedClosedRound()
  const [{ db }, { makeOfficial }, { seedOrganizer }] = await Promise.all([
    import('#app/db/client.server.ts'),
    import('../factories/official-round.ts'),
    import('../factories/people.ts'),
  ])
  await makeOfficial({
    roundSlug: closed.slug,
    decidedById: (await seedOrganizer()).id,
    now: new Date(),
    prizes: [{ title: 'Giải Nhất', count: 1 }],
    excluded: [closed.people[4]?.loginName ?? ''],
  })
  const attempt = await db.attempt.findFirstOrThrow({
    where: { round: { slug: closed.slug }, participant: { loginName: closed.people[0]?.loginName ?? '' } },
  })

  return { ...closed, receiptCode: attempt.receiptCode ?? '' }
}
