import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RankingPolicySchema } from '#app/core/ranking/ranking-policy.ts'
import { CORRECTION_KINDS } from '#app/core/regrades/regrade.ts'
import type { CorrectionKind } from '#app/core/regrades/regrade.ts'
import { ResultsFileSchema } from '#app/core/results/results-file.ts'
import type { ResultsFile } from '#app/core/results/results-file.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { storeOfficialResults } from '#app/services/results/published-results.server.ts'
import { applyRegrades } from '#app/services/regrades/regrade-apply.server.ts'
import { previewRegrades } from '#app/services/regrades/regrade-preview.server.ts'
import { confirmRegrade, writeCorrection } from '#app/services/regrades/regrade-sets.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { seedClosedRound, seedCrowd } from '../factories/closed-rounds.ts'
import { makeTopic } from '../factories/contests.ts'
import { declare, makeOfficial } from '../factories/official-round.ts'
import { seedOrganizer } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'

const run = promisify(execFile)
const PRIZES = [
  { title: 'Giải Nhất', count: 1 },
  { title: 'Giải Nhì', count: 2 },
]
let folder: string
let round: Round
let actorId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cham-lai-'))
  round = await seedClosedRound({
    topics: [makeTopic('chung', 5)],
    pointsPerQuestion: 10,
    predictionKind: 'people_all_right',
    predictionPrompt: 'Bao nhiêu người đúng hết?',
    rankingPolicy: RankingPolicySchema.parse({
      version: 2,
      criteria: [
        { by: 'score' },
        { by: 'prediction_distance', overGuess: 'after_under' },
        { by: 'duration' },
        { by: 'ended_at' },
        { by: 'lot' },
      ],
    }),
  })
  const people = await seedCrowd(8)
  for (const [place, participantId] of people.entries())
    for (const right of [place % 6, (place * 2) % 6])
      await playAttempt(round, {
        participantId,
        right,
        prediction: String(place),
        durationMs: 60_000 + right,
      })
  await settleRounds(new Date())
  actorId = (await seedOrganizer()).id
})

afterAll(async () => {
  await rm(folder, { recursive: true })
  await disconnectDatabase()
})

/** Corrects so many questions of the round, one by each kind, and applies them as one set. */
async function regrade(corrections: readonly { code: string; kind: CorrectionKind }[]): Promise<void> {
  const doing = { roundSlug: round.slug, actorId }
  for (const { code, kind } of corrections) {
    const { id: versionId } = await db.questionVersion.findFirstOrThrow({
      where: { question: { bankId: round.bankId, code } },
    })
    await writeCorrection({ ...doing, versionId, kind, options: [2], reason: 'Đáp án sai', now: new Date() })
  }
  await previewRegrades(new Date())
  const { previewKey } = await db.regrade.findUniqueOrThrow({ where: { openKey: round.id } })
  await confirmRegrade({
    ...doing,
    previewKey: previewKey ?? '',
    publicNote: 'Sửa đáp án sai',
    now: new Date(),
  })
  await applyRegrades(new Date())
}

/** Both commands as anybody runs them; the second one without a database. @returns the file and the verdict */
async function exportAndVerify(): Promise<{ file: ResultsFile; said: string; same: boolean }> {
  const path = join(folder, 'ket-qua.json')
  const exported = await run(process.execPath, [
    'app/server/export-results-command.ts',
    `--round=${round.slug}`,
    path,
  ])
  const verified = await run(process.execPath, ['app/server/verify-results-command.ts', path, '--json'], {
    env: { ...process.env, DATABASE_URL: 'postgresql://nowhere.invalid/none' },
    maxBuffer: 50_000_000,
  })

  return {
    file: ResultsFileSchema.parse(JSON.parse(await readFile(path, 'utf8'))),
    said: exported.stdout,
    same: (JSON.parse(verified.stdout) as { same: boolean }).same,
  }
}

const AS_PUBLISHED = 'kết quả chính thức như đã công bố'
const AS_IT_IS_NOW = 'kết quả tạm thời lúc này'
const deciding = () => ({ roundSlug: round.slug, decidedById: actorId, now: new Date(), prizes: PRIZES })
const resultsOf = ({ file }: { file: ResultsFile }) => file.rounds[0]?.hashes.results

// One round's way, exported from the database and verified without it after each step.

test('a provisional result regraded by every kind of correction is found to be the same', async () => {
  await regrade(CORRECTION_KINDS.map((kind, index) => ({ code: `chung-${index + 1}`, kind })))
  const { file, said, same } = await exportAndVerify()
  const [exported] = file.rounds

  expect(same).toBe(true)
  expect(said).toContain(AS_IT_IS_NOW)
  expect(exported?.corrections?.map(({ kind }) => kind).sort()).toEqual([...CORRECTION_KINDS].sort())
  expect(new Set(exported?.attempts?.map(({ countedQuestions }) => countedQuestions))).toEqual(new Set([4]))
})

test('so is an official result, and the one a later correction of the same question makes of it', async () => {
  await makeOfficial(deciding())
  await storeOfficialResults(new Date())
  const official = await exportAndVerify()
  await regrade([{ code: 'chung-4', kind: 'give_all' }])
  const corrected = await exportAndVerify()

  expect(official.same).toBe(true)
  expect(official.said).toContain(AS_PUBLISHED)
  expect(corrected.same).toBe(true)
  expect(corrected.said).toContain(AS_IT_IS_NOW)
  expect(corrected.file.rounds[0]?.corrections).toHaveLength(CORRECTION_KINDS.length + 1)
  expect(resultsOf(corrected)).not.toBe(resultsOf(official))
})

test('so is the corrected result when it is declared anew; the earlier one stays stored', async () => {
  await declare(deciding())
  await storeOfficialResults(new Date())
  const { said, same } = await exportAndVerify()

  expect(same).toBe(true)
  expect(said).toContain(AS_PUBLISHED)
  expect(await db.resultSnapshot.count({ where: { roundId: round.id } })).toBe(2)
})
