import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase, pool } from '#app/db/client.server.ts'
import { exclude } from '#app/services/closing/exclusions.server.ts'
import { reviewAnomalies } from '#app/services/closing/anomaly-sheet.server.ts'
import { applyRegrades } from '#app/services/regrades/regrade-apply.server.ts'
import { previewRegrades } from '#app/services/regrades/regrade-preview.server.ts'
import {
  cancelRegrade,
  confirmRegrade,
  removeCorrection,
  writeCorrection,
} from '#app/services/regrades/regrade-sets.server.ts'
import { getResult } from '#app/services/attempts/results.server.ts'
import { getRoundKeys } from '#app/services/regrades/round-keys.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { rebuildBoard } from '#app/services/boards/standings.server.ts'
import { seedClosedRound, seedCrowd } from '../factories/closed-rounds.ts'
import { readPaper, seedRound } from '../factories/contests.ts'
import { seedOrganizer } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
import { refusalOf } from '../factories/refusals.ts'

afterAll(disconnectDatabase)

/** A settled round with one attempt of two right answers, and the questions of its paper. */
async function seedPlayed() {
  const round = await seedClosedRound()
  const [participantId = ''] = await seedCrowd(1)
  const attemptId = await playAttempt(round, { participantId, right: 2 })
  await settleRounds(new Date())
  const versionIds = (await readPaper(attemptId)).map(({ versionId }) => versionId)
  const { id: actorId } = await seedOrganizer()

  return { round, participantId, attemptId, versionIds, actorId }
}

const doing = (round: Round, actorId: string) => ({ roundSlug: round.slug, actorId, now: new Date() })
const annulling = (versionId: string) => ({
  versionId,
  kind: 'annul' as const,
  options: [],
  reason: 'Câu hỏi mơ hồ',
})
const previewKeyOf = async (round: Round) =>
  (await db.regrade.findUniqueOrThrow({ where: { openKey: round.id } })).previewKey ?? ''
const confirm = async (round: Round, actorId: string) =>
  confirmRegrade({
    ...doing(round, actorId),
    previewKey: await previewKeyOf(round),
    publicNote: 'Câu hỏi bị hủy',
  })

test('an annulled question leaves the rest: the owner reads the old and the new score, and which question it was', async () => {
  const { round, participantId, attemptId, versionIds, actorId } = await seedPlayed()
  await writeCorrection({ ...doing(round, actorId), ...annulling(versionIds[0] ?? '') })
  await previewRegrades(new Date())
  await confirm(round, actorId)
  await applyRegrades(new Date())
  await applyRegrades(new Date())

  const result = await getResult(attemptId, participantId, new Date())
  expect(result).toMatchObject({
    questionCount: 5,
    score: { points: 1, maxPoints: 4, correctCount: 1, countedQuestions: 4 },
    regrades: [
      {
        publicNote: 'Câu hỏi bị hủy',
        before: { points: 2, maxPoints: 5 },
        after: { points: 1, maxPoints: 4 },
      },
    ],
  })
  expect(result?.questions.map(({ correction }) => correction)).toEqual(['annul', null, null, null, null])
  expect((await getRoundKeys(round.id, versionIds)).get(versionIds[0] ?? '')).toEqual({ kind: 'annulled' })
  expect(await db.decision.count({ where: { roundId: round.id, kind: 'correction' } })).toBe(1)

  const rowsOf = async () =>
    (await pool.query<object>('SELECT * FROM standing WHERE board_id = $1', [round.id])).rows
  const before = await rowsOf()
  await rebuildBoard(await requireRound(round.slug))
  expect(await rowsOf()).toEqual(before)
})

test('a board that was not rebuilt because the process died is rebuilt by the next one', async () => {
  const { round, versionIds, actorId } = await seedPlayed()
  await writeCorrection({ ...doing(round, actorId), ...annulling(versionIds[0] ?? '') })
  await previewRegrades(new Date())
  await confirm(round, actorId)
  await applyRegrades(new Date())
  await db.regrade.updateMany({ where: { roundId: round.id }, data: { rebuiltAt: null, openKey: round.id } })
  await pool.query('UPDATE standing SET score = 99 WHERE board_id = $1', [round.id])

  await applyRegrades(new Date())

  expect(await db.standing.findFirst({ where: { boardId: round.id } })).toMatchObject({ score: 1 })
  expect(await db.regrade.count({ where: { openKey: round.id } })).toBe(0)
})

test('while a round is open corrections can be prepared, but nothing is computed or applied', async () => {
  const round = await seedRound()
  const { id: actorId } = await seedOrganizer()
  const { id: versionId } = await db.questionVersion.findFirstOrThrow({
    where: { question: { bankId: round.bankId } },
  })
  await writeCorrection({ ...doing(round, actorId), ...annulling(versionId) })

  expect(await previewRegrades(new Date())).toEqual([])
  expect(await refusalOf(confirm(round, actorId))).toBe('round_not_settled')
})

test('a set that was changed or cancelled since it was looked at is not applied', async () => {
  const { round, versionIds, actorId } = await seedPlayed()
  const [first = '', second = ''] = versionIds
  await writeCorrection({ ...doing(round, actorId), ...annulling(first) })
  await previewRegrades(new Date())
  const looked = await previewKeyOf(round)
  await writeCorrection({ ...doing(round, actorId), ...annulling(second) })
  const confirmation = { ...doing(round, actorId), previewKey: looked, publicNote: 'Hủy câu' }

  expect(await refusalOf(confirmRegrade(confirmation))).toBe('regrade_not_ready')
  await removeCorrection({ ...doing(round, actorId), versionId: second })
  await cancelRegrade(doing(round, actorId))
  expect(await refusalOf(confirmRegrade(confirmation))).toBe('regrade_state_changed')
  expect(await db.regradeScore.count({ where: { regrade: { roundId: round.id } } })).toBe(0)
})

test('an exclusion after the preview asks for a new look', async () => {
  const { round, participantId, versionIds, actorId } = await seedPlayed()
  const deciding = { roundSlug: round.slug, decidedById: actorId, now: new Date() }
  const { loginName } = await db.user.findUniqueOrThrow({ where: { id: participantId } })
  await writeCorrection({ ...doing(round, actorId), ...annulling(versionIds[0] ?? '') })
  await previewRegrades(new Date())
  await reviewAnomalies(deciding)
  await exclude({ ...deciding, loginName, kind: 'relative', reason: 'Người thân' })

  expect(await refusalOf(confirm(round, actorId))).toBe('regrade_outdated')
  expect(await previewRegrades(new Date())).toHaveLength(1)
  await confirm(round, actorId)
})

test('a correction names a question of the round and an option that changes something', async () => {
  const { round, versionIds, actorId } = await seedPlayed()
  const other = await seedPlayed()

  expect(
    await refusalOf(writeCorrection({ ...doing(round, actorId), ...annulling(other.versionIds[0] ?? '') })),
  ).toBe('question_not_found')
  expect(
    await refusalOf(
      writeCorrection({
        ...doing(round, actorId),
        ...annulling(versionIds[0] ?? ''),
        kind: 'accept_also',
        options: [0],
      }),
    ),
  ).toBe('correction_invalid')
})
