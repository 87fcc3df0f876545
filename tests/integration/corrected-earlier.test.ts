import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkResultsFile } from '#app/core/results/results-check.ts'
import { DEFAULT_CONTEST_POLICY } from '#app/core/ranking/ranking-policy.ts'
import { ResultsFileSchema } from '#app/core/results/results-file.ts'
import type { ResultsFile } from '#app/core/results/results-file.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import {
  checkIdentity,
  loadCandidates,
  settleCandidates,
  settleIdentities,
} from '#app/services/closing/candidates.server.ts'
import { publishOfficial, saveMinutes } from '#app/services/closing/official-result.server.ts'
import { takeSnapshot } from '#app/services/results/results-snapshot.server.ts'
import { applyRegrades } from '#app/services/regrades/regrade-apply.server.ts'
import { previewRegrades } from '#app/services/regrades/regrade-preview.server.ts'
import { confirmRegrade, writeCorrection } from '#app/services/regrades/regrade-sets.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { createSha256 } from '#app/services/sha256.server.ts'
import { gunzipSync } from 'node:zlib'
import { playAll, seedClosedRound, seedCrowd } from '../factories/closed-rounds.ts'
import { makeOfficial } from '../factories/official-round.ts'
import { seedOrganizer } from '../factories/people.ts'
import { later } from '../factories/refusals.ts'

const NOW = new Date()
const MINUTES = { place: 'Hội trường mẫu', members: ['Lê Mẫu An'], conclusion: '' }
let first: Round
let second: Round
let actorId: string

/** Each person wins once, and the same person leads both rounds: the second prize goes to the next one. */
beforeAll(async () => {
  first = await seedClosedRound()
  await db.contest.update({
    where: { id: first.contestId },
    data: { boardPolicy: { ...DEFAULT_CONTEST_POLICY, prizesPerPerson: 'one' } },
  })
  second = await seedClosedRound({ contestId: first.contestId })
  const people = await seedCrowd(4)
  for (const round of [first, second]) await playAll(round, people, (place) => 5 - place)
  await settleRounds(NOW)
  actorId = (await seedOrganizer()).id
  const prizes = [{ title: 'Giải Nhất', count: 1 }]
  for (const [minute, { slug: roundSlug }] of [first, second].entries())
    await makeOfficial({ roundSlug, decidedById: actorId, now: later(NOW, minute * 60_000), prizes })
})

afterAll(disconnectDatabase)

async function fileOf({ slug }: Round, now: Date): Promise<ResultsFile> {
  const { fullFile } = await takeSnapshot(slug, now)

  return ResultsFileSchema.parse(JSON.parse(gunzipSync(fullFile).toString()))
}
const differencesOf = (file: ResultsFile) => checkResultsFile(file, createSha256).differences
const roundOf = (file: ResultsFile, { slug }: Round) => file.rounds.find((round) => round.slug === slug)

/** A question of the first round is given to everybody. */
async function correctFirst(now: Date): Promise<void> {
  const { id: versionId } = await db.questionVersion.findFirstOrThrow({
    where: { question: { bankId: first.bankId } },
  })
  const doing = { roundSlug: first.slug, actorId, now }
  await writeCorrection({ ...doing, versionId, kind: 'give_all', options: [], reason: 'Câu hỏi mơ hồ' })
  await previewRegrades(now)
  const { previewKey } = await db.regrade.findUniqueOrThrow({ where: { openKey: first.id } })
  await confirmRegrade({ ...doing, previewKey: previewKey ?? '', publicNote: 'Cho điểm câu hỏi' })
  await applyRegrades(now)
}

async function declareFirst(now: Date): Promise<void> {
  const deciding = { roundSlug: first.slug, decidedById: actorId, now }
  await settleCandidates(deciding)
  for (const { participantId, standing } of await loadCandidates(await requireRound(first.slug)))
    if (standing === 'winner')
      await checkIdentity({ ...deciding, participantId, verdict: 'confirmed', reason: '' })
  await settleIdentities(deciding)
  await saveMinutes({ ...deciding, minutes: MINUTES })
  await publishOfficial({ ...deciding, complaintHours: 72 })
}

test('a result verifies that passed somebody over, also while and after the other result is corrected', async () => {
  const before = await fileOf(second, later(NOW, 120_000))
  const winner = roundOf(before, first)?.awards?.[0]?.participant
  expect(roundOf(before, second)?.priorWinners).toEqual([{ participant: winner, round: first.slug }])
  expect(roundOf(before, second)?.awards?.[0]?.rank).toBe(2)
  expect(differencesOf(before)).toEqual([])

  await correctFirst(later(NOW, 180_000))
  const meanwhile = await fileOf(second, later(NOW, 200_000))
  expect(meanwhile.rounds.map(({ slug }) => slug)).toEqual([second.slug])
  expect(roundOf(meanwhile, second)?.priorWinners).toHaveLength(1)
  expect(differencesOf(meanwhile)).toEqual([])

  await declareFirst(later(NOW, 240_000))
  const after = await fileOf(second, later(NOW, 300_000))
  expect(after.rounds).toHaveLength(2)
  expect(differencesOf(after)).toEqual([])
})
