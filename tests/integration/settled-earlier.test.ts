import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { checkResultsFile } from '#app/core/results/results-check.ts'
import type { Difference } from '#app/core/results/results-check.ts'
import { ResultsFileSchema } from '#app/core/results/results-file.ts'
import { db, disconnectDatabase, pool } from '#app/db/client.server.ts'
import {
  exportResults,
  readFullFile,
  storeOfficialResults,
} from '#app/services/results/published-results.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { completeSettledRounds, settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { createSha256 } from '#app/services/sha256.server.ts'
import { playAll, seedClosedRound, seedCrowd } from '../factories/closed-rounds.ts'
import { makeOfficial } from '../factories/official-round.ts'
import { seedOrganizer } from '../factories/people.ts'
import { later } from '../factories/refusals.ts'

afterAll(disconnectDatabase)

/** A round as a version from before the facts and the later figures of a standing would have left it. */
async function seedSettledEarlier(): Promise<Round> {
  const round = await seedClosedRound({
    predictionKind: 'people_all_right',
    predictionPrompt: 'Bao nhiêu người đúng hết?',
  })
  await playAll(round, await seedCrowd(6), (place) => place)
  await settleRounds(new Date())

  return round
}

async function forgetNewerFigures({ id }: Round): Promise<void> {
  await pool.query('UPDATE round SET prediction_facts = NULL WHERE id = $1', [id])
  await pool.query(
    `UPDATE standing SET full_score_attempts = 0, started_at = NULL WHERE board_id IN (
       SELECT $1 UNION SELECT contest_id FROM round WHERE id = $1)`,
    [id],
  )
}

const differencesOf = (text: string): Difference[] =>
  checkResultsFile(ResultsFileSchema.parse(JSON.parse(text)), createSha256).differences
const exported = async ({ slug }: Round): Promise<string> =>
  (await exportResults(slug, 'full', new Date())).text.toString()

test('a round settled by an earlier version is completed by itself, so that its results verify', async () => {
  const round = await seedSettledEarlier()
  await forgetNewerFigures(round)
  const fields = differencesOf(await exported(round)).map(({ field }) => field)
  expect(fields).toEqual(expect.arrayContaining(['people', 'attempts', 'fullScoreAttempts']))

  const done = await Promise.all([completeSettledRounds(new Date()), completeSettledRounds(new Date())])

  expect(done.flat()).toEqual([round.slug])
  expect(differencesOf(await exported(round))).toEqual([])
  expect(await completeSettledRounds(new Date())).toEqual([])
  expect(await db.standing.findFirst({ where: { boardId: round.id, score: 5 } })).toMatchObject({
    fullScoreAttempts: 1,
  })
})

test('the files of an official result wait until its round is complete: they never change afterwards', async () => {
  const round = await seedSettledEarlier()
  const now = new Date()
  await makeOfficial({
    roundSlug: round.slug,
    decidedById: (await seedOrganizer()).id,
    now,
    prizes: [{ title: 'Giải Nhất', count: 1 }],
  })
  await forgetNewerFigures(round)

  expect(await storeOfficialResults(now)).not.toContain(round.slug)
  await completeSettledRounds(now)
  expect(await storeOfficialResults(now)).toContain(round.slug)
  const { fullFile } = await readFullFile(round.slug, later(now, 1_000))
  expect(differencesOf(gunzipSync(fullFile).toString())).toEqual([])
})
