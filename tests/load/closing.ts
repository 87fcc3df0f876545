/**
 * A round of so many attempts from its end to a corrected official result, while another one is open. Run by bench.ts in
 * a process of its own, so that the memory is that of this work; prints one JSON line.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { disconnectDatabase, db } from '#app/db/client.server.ts'
import {
  makeRequestedSheets,
  requestAnomalySheet,
  reviewAnomalies,
} from '#app/services/closing/anomaly-sheet.server.ts'
import {
  checkIdentity,
  drawLots,
  loadCandidates,
  savePrizes,
  settleCandidates,
  settleIdentities,
} from '#app/services/closing/candidates.server.ts'
import { exclude, settleExclusions } from '#app/services/closing/exclusions.server.ts'
import { analyseDueRounds } from '#app/services/analysis/item-analysis-run.server.ts'
import { publishOfficial, saveMinutes } from '#app/services/closing/official-result.server.ts'
import { exportResults, storeOfficialResults } from '#app/services/results/published-results.server.ts'
import { getQuestionSet } from '#app/services/questions/question-sets.server.ts'
import { applyRegrades } from '#app/services/regrades/regrade-apply.server.ts'
import { previewRegrades } from '#app/services/regrades/regrade-preview.server.ts'
import { confirmRegrade, writeCorrection } from '#app/services/regrades/regrade-sets.server.ts'
import { makeResultsWorkbook } from '#app/services/results/results-workbook.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { undecidedTiesOf } from '#app/core/ranking/awards.ts'
import { BENCH_ROUND, CLOSED_ROUND, createBenchContest } from './bench-contest.ts'
import { personId, seedAttempts, seedDecider } from './closing-seed.ts'
import { keepRoundOpen } from './open-round.ts'
import { watch } from './watch.ts'

const EXCLUDED = 20
const BYTES_PER_MB = 1024 * 1024
const KILOBYTES_PER_MB = 1024
const run = promisify(execFile)

const attempts = Number(process.argv[2])
const startedAt = new Date()
const folder = await mkdtemp(join(tmpdir(), 'hoi-thi-closing-'))
const steps: Record<string, object> = {}
try {
  await createBenchContest(startedAt)
  say(`seeding ${attempts} attempts`)
  const people = await seedAttempts(CLOSED_ROUND, attempts)
  const deciding = () => ({ roundSlug: CLOSED_ROUND, decidedById, now: new Date() })
  const decidedById = await seedDecider()
  const open = keepRoundOpen(BENCH_ROUND, people)
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    say(name)
    open.takeWaits()
    const watched = await watch(async () => void (await work()))
    const { p50Ms, p99Ms, maxMs } = open.takeWaits()
    steps[name] = { ...watched, openP50Ms: p50Ms, openP99Ms: p99Ms, openMaxMs: maxMs }
  }
  const files: { mb: number; differences: number }[] = []
  const exportAndVerify = async (which: string): Promise<void> => {
    await step(`${which}: file stored`, () => storeOfficialResults(new Date()))
    const { text } = await exportResults(CLOSED_ROUND, 'full', new Date())
    await step(`${which}: workbook`, () => makeResultsWorkbook(CLOSED_ROUND, new Date()))
    const path = join(folder, 'ket-qua.json')
    await writeFile(path, text)
    const verified = await verify(path)
    steps[`${which}: verify command`] = { ms: verified.ms, rssMb: verified.rssMb }
    files.push({ mb: Math.round(text.length / BYTES_PER_MB), differences: verified.differences })
  }

  await step('nothing', () => new Promise((resolve) => setTimeout(resolve, 3_000)))
  await step('settle', () => settleRounds(new Date()))
  await step('item analysis', () => analyseDueRounds(new Date()))
  await step('signals', async () => {
    await requestAnomalySheet(deciding())
    await makeRequestedSheets(new Date())
  })
  await reviewAnomalies(deciding())
  for (let number = 1; number <= EXCLUDED; number++)
    await exclude({ ...deciding(), loginName: personId(number), kind: 'rule_breach', reason: 'Mẫu' })
  await step('exclusions', () => settleExclusions(deciding()))
  await savePrizes({ ...deciding(), prizes: [{ title: 'Giải Nhất', count: 6 }], reserveCount: 3 })
  await step('candidates', async () => loadCandidates(await requireRound(CLOSED_ROUND)))
  await declare(deciding)
  await exportAndVerify('official')

  const { candidates } = await getQuestionSet((await requireRound(CLOSED_ROUND)).questionSetId ?? '')
  const [first, second] = candidates
  await writeCorrection({
    ...deciding(),
    actorId: decidedById,
    versionId: first?.versionId ?? '',
    kind: 'annul',
    options: [],
    reason: 'Mẫu',
  })
  await writeCorrection({
    ...deciding(),
    actorId: decidedById,
    versionId: second?.versionId ?? '',
    kind: 'give_all',
    options: [],
    reason: 'Mẫu',
  })
  await step('regrade: preview', () => previewRegrades(new Date()))
  const regrade = await db.regrade.findFirstOrThrow()
  await confirmRegrade({
    ...deciding(),
    actorId: decidedById,
    previewKey: regrade.previewKey ?? '',
    publicNote: 'Mẫu',
  })
  await step('regrade: apply', () => applyRegrades(new Date()))
  await declare(deciding)
  await exportAndVerify('corrected')
  await open.stop()

  const regraded = await db.regradeScore.count()
  const isWhole = files.length === 2 && regraded > 0 && open.errors() === 0
  console.log(
    JSON.stringify({
      attempts,
      people,
      regraded,
      fileMb: files[1]?.mb,
      peakRssMb: Math.round(process.resourceUsage().maxRSS / KILOBYTES_PER_MB),
      differences: files.reduce((sum, { differences }) => sum + differences, 0),
      errors: isWhole ? 0 : 1 + open.errors(),
      steps,
    }),
  )
} finally {
  await disconnectDatabase()
  await rm(folder, { recursive: true })
}

/** From candidates to the (new) official result. */
async function declare(deciding: () => { roundSlug: string; decidedById: string; now: Date }): Promise<void> {
  const candidatesNow = async () => loadCandidates(await requireRound(CLOSED_ROUND))
  if (undecidedTiesOf(await candidatesNow()).length > 0)
    await drawLots({ ...deciding(), present: ['Mẫu'], method: 'by_machine', numbers: new Map() })
  await settleCandidates(deciding())
  for (const { participantId, standing } of await candidatesNow())
    if (standing === 'winner')
      await checkIdentity({ ...deciding(), participantId, verdict: 'confirmed', reason: '' })
  await settleIdentities(deciding())
  await saveMinutes({ ...deciding(), minutes: { place: 'Mẫu', members: ['Mẫu'], conclusion: '' } })
  await publishOfficial({ ...deciding(), complaintHours: 72 })
}

/** The command as anybody runs it, and what it took. */
async function verify(path: string): Promise<{ ms: number; rssMb: number; differences: number }> {
  const whenOver = 'process.on("exit",()=>console.error(process.resourceUsage().maxRSS))'
  const startedAtMs = performance.now()
  const { stdout, stderr } = await run(
    process.execPath,
    [`--import=data:text/javascript,${whenOver}`, 'app/server/verify-results-command.ts', path, '--json'],
    { maxBuffer: 200 * BYTES_PER_MB },
  ).catch((error: { stdout: string; stderr: string }) => error)
  const { differences } = JSON.parse(stdout) as { differences: unknown[] }

  return {
    ms: Math.round(performance.now() - startedAtMs),
    rssMb: Math.round(Number(stderr.trim().split('\n').at(-1)) / KILOBYTES_PER_MB),
    differences: differences.length,
  }
}

function say(line: string): void {
  console.error(`· ${line}`)
}
