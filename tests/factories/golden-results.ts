import { DEFAULT_CONTEST_POLICY, RankingPolicySchema, policyOf } from '#app/core/ranking/ranking-policy.ts'
import { db, pool } from '#app/db/client.server.ts'
import { getQuestionSet } from '#app/services/questions/question-sets.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { ROUND_1, ROUND_2 } from '../fixtures/golden-contest.ts'
import { makeTopic, seedRound } from './contests.ts'
import { makeOfficial } from './official-round.ts'
import { seedOrganizer } from './people.ts'
import { later } from './refusals.ts'
import { insertAttempts, insertPapers } from './stored-attempts.ts'

const DAY_MS = 24 * 60 * 60_000

/** The golden contest with its papers and units, from its end to two official results; each person wins once. */
export async function seedGoldenResults(now: Date): Promise<{ first: Round; second: Round }> {
  await pool.query(
    `INSERT INTO unit (id, code, name, search_name, head_count, position)
     SELECT 'dv-' || n, 'DV' || n, 'Đơn vị mẫu ' || n, 'don vi mau ' || n, 20, n FROM generate_series(1, 3) n`,
  )
  await pool.query(
    `INSERT INTO user_account (id, role, login_name, full_name, unit_id, publishes_name, created_at)
     SELECT 'p' || lpad(n::text, 2, '0'), 'participant', 'mau-' || lpad(n::text, 2, '0'), 'Nguyễn Mẫu ' || n,
            CASE WHEN n % 4 > 0 THEN 'dv-' || n % 4 END, n % 2 = 0, now()
     FROM generate_series(1, 32) n`,
  )
  const window = {
    opensAt: later(now, -2 * DAY_MS),
    closesAt: later(now, -DAY_MS),
    pointsPerQuestion: 10,
    topics: [makeTopic('chung', 12)],
    blueprint: [{ topic: 'chung', difficulty: 1, count: 10 }],
  }
  const first = await seedRound({
    ...window,
    predictionKind: 'people_all_right',
    predictionPrompt: 'Bao nhiêu người đúng hết?',
    rankingPolicy: RankingPolicySchema.parse({
      version: 2,
      criteria: [
        { by: 'score' },
        { by: 'prediction_distance', overGuess: 'after_under' },
        { by: 'duration', precisionMs: 10 },
        { by: 'ended_at' },
        { by: 'lot' },
      ],
    }),
  })
  await db.contest.update({
    where: { id: first.contestId },
    data: {
      boardPolicy: { ...DEFAULT_CONTEST_POLICY, prizesPerPerson: 'one' },
      unitRanking: {
        version: 1,
        formula: { by: 'rate_and_prizes', prizePoints: [5, 3, 1] },
        sizeClassLimits: [],
      },
    },
  })
  const second = await seedRound({
    ...window,
    contestId: first.contestId,
    rankingPolicy: { ...policyOf('score', 'duration'), counts: 'average', predictionFrom: 'last_given' },
  })
  await insertAttempts(first, ROUND_1)
  await insertAttempts(second, ROUND_2)
  await insertPapers(first, await drawnOf(first))
  await insertPapers(second, await drawnOf(second))
  await pool.query(
    `UPDATE attempt SET receipt_code = '7K3M9P2Q' || lpad(n::text, 4, '0')
     FROM (SELECT id, row_number() OVER () AS n FROM attempt) numbered WHERE numbered.id = attempt.id`,
  )
  await settleRounds(now)
  const deciding = { decidedById: (await seedOrganizer()).id, now: now }
  await makeOfficial({
    ...deciding,
    roundSlug: first.slug,
    prizes: [
      { title: 'Giải Nhất', count: 1 },
      { title: 'Giải Nhì', count: 2 },
      { title: 'Giải Khuyến khích', count: 3 },
    ],
    excluded: ['mau-10'],
    rejected: ['p02'],
  })
  await makeOfficial({
    ...deciding,
    now: later(now, 1_000),
    roundSlug: second.slug,
    prizes: [{ title: 'Giải Nhất', count: 3 }],
  })

  return { first, second }
}

/** The ten questions of everybody's paper. */
async function drawnOf({ questionSetId }: Round): Promise<string[]> {
  const { candidates } = await getQuestionSet(questionSetId ?? '')

  return candidates.slice(0, 10).map(({ versionId }) => versionId)
}
