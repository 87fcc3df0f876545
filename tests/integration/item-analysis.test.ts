import readXlsxFile from 'read-excel-file/node'
import { afterAll, expect, test } from 'vitest'
import { AnswersSchema } from '#app/core/attempts/answers.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import * as file from '#app/routes/organizer/analysis/analysis-file.ts'
import * as page from '#app/routes/organizer/analysis/analysis.tsx'
import * as provisionPage from '#app/routes/organizer/analysis/analysed-provisions.tsx'
import * as questionPage from '#app/routes/organizer/analysis/analysed-question.tsx'
import { reviewAnomalies } from '#app/services/closing/anomaly-sheet.server.ts'
import { exclude, settleExclusions } from '#app/services/closing/exclusions.server.ts'
import { analyseDueRounds } from '#app/services/analysis/item-analysis-run.server.ts'
import { getRoundAnalysis, recomputeRoundAnalysis } from '#app/services/analysis/item-analysis.server.ts'
import { getKeys } from '#app/services/attempts/question-cache.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { submitAttempt } from '#app/services/attempts/end-attempt.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import {
  playAll,
  seedClosedRound,
  seedCrowd,
  seedStaff,
  settleAndAnalyse,
} from '../factories/closed-rounds.ts'
import { makeQuestion, makeTopic, readPaper, seedRound } from '../factories/contests.ts'
import { seedParticipant, seedSession, seedUnit } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
import { later, refusalOf } from '../factories/refusals.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

const MINUTE_MS = 60_000

afterAll(disconnectDatabase)

type Visit = { cookie?: string; search?: string; method?: 'GET' | 'POST'; versionId?: string }

function visit(round: Round, { cookie, search = '', method, versionId }: Visit) {
  return argsOf(`/to-chuc/dot-thi/${round.slug}/phan-tich${search}`, {
    params: { slug: round.slug, ...(versionId ? { versionId } : {}) },
    ...(cookie ? { cookie } : {}),
    ...(method ? { method } : {}),
  })
}

/** The counts of each version among these attempts, by reading every paper once more in the plainest way. */
async function countPlainly(attemptIds: readonly string[]) {
  const counts = new Map<string, { shown: number; right: number; unanswered: number; chosen: number[] }>()
  for (const id of attemptIds) {
    const { answers } = await db.attempt.findUniqueOrThrow({ where: { id }, select: { answers: true } })
    const chosenOf = AnswersSchema.parse(answers)
    const positions = await readPaper(id)
    const keys = await getKeys(positions.map(({ versionId }) => versionId))
    positions.forEach(({ versionId, options }, index) => {
      const ids = chosenOf[String(index + 1)] ?? []
      const chosen = options.filter((option) => ids.includes(option.id)).map((option) => option.index)
      const count = counts.get(versionId) ?? { shown: 0, right: 0, unanswered: 0, chosen: [0, 0, 0, 0] }
      count.shown += 1
      count.unanswered += chosen.length === 0 ? 1 : 0
      count.right += chosen.join() === keys.get(versionId)?.join() ? 1 : 0
      for (const place of chosen) count.chosen[place] = (count.chosen[place] ?? 0) + 1
      counts.set(versionId, count)
    })
  }

  return counts
}

test('the numbers are those of everybody’s first attempt with an answer, over several chunks of people', async () => {
  const round = await seedClosedRound()
  const people = await seedCrowd(120)
  await playAll(round, people, (place) => place % 6)
  // Better later attempts, and a first attempt without any answer, which is as good as none.
  for (const participantId of people.slice(0, 10))
    await playAttempt(round, {
      participantId,
      right: 5,
      startedAt: later(round.opensAt, 20 * MINUTE_MS),
    })
  const [latecomer = ''] = await seedCrowd(1)
  const now = later(round.opensAt, 2 * MINUTE_MS)
  const empty = await startAttempt({ roundSlug: round.slug, participantId: latecomer, now })
  await submitAttempt({ attemptId: empty.attemptId, participantId: latecomer, prediction: null, now })
  const second = await playAttempt(round, {
    participantId: latecomer,
    right: 2,
    startedAt: later(now, MINUTE_MS),
  })
  await settleAndAnalyse(round)

  const firsts = await db.attempt.findMany({
    where: { roundId: round.id, number: 1, participantId: { in: people } },
    select: { id: true },
  })
  const expected = await countPlainly([...firsts.map(({ id }) => id), second])
  const { result, isComputing } = await getRoundAnalysis(round.slug, new Date())

  expect(isComputing).toBe(false)
  expect(result?.papers).toBe(121)
  expect(new Map(result?.items.map(({ versionId, item }) => [versionId, item.overall]))).toEqual(expected)
  // Totals 0 to 5, twenty of each and one more of two: 27 % of 121 is 33, so each group takes two totals.
  expect(result?.groups).toEqual({ lowerTo: 1, lowerPapers: 40, upperFrom: 4, upperPapers: 40 })
})

test('while a round is open or being counted there are no numbers, and nothing can be computed', async () => {
  const open = await seedRound()
  await playAll(open, await seedCrowd(6), () => 3)
  const closed = await seedClosedRound()
  const organizer = await seedStaff('organizer')
  const cookie = await seedSession(organizer.id)

  expect(await analyseDueRounds(new Date())).toEqual([])
  for (const round of [open, closed]) {
    expect((await getRoundAnalysis(round.slug, new Date())).result).toBeNull()
    expect((await page.loader(visit(round, { cookie }))).result).toBeNull()
    expect((await answerOf(file.loader(visit(round, { cookie })))).status).toBe(409)
    expect(await refusalOf(recomputeRoundAnalysis(round.slug, organizer.id, new Date()))).toBe(
      'round_not_settled',
    )
  }
  await settleAndAnalyse(closed)
})

test('two processes that look for work at once compute a round once, and not again until asked', async () => {
  const round = await seedClosedRound()
  await playAll(round, await seedCrowd(6), (place) => place)
  await settleRounds(new Date())
  const settledAt = new Date()
  const done = await Promise.all([analyseDueRounds(settledAt), analyseDueRounds(settledAt)])

  expect(done.flat()).toEqual([round.id])
  expect(await analyseDueRounds(later(settledAt, MINUTE_MS))).toEqual([])

  const organizer = await seedStaff('organizer')
  const asked = later(settledAt, 2 * MINUTE_MS)
  await recomputeRoundAnalysis(round.slug, organizer.id, asked)
  expect((await getRoundAnalysis(round.slug, asked)).isComputing).toBe(true)
  expect(await analyseDueRounds(asked)).toEqual([round.id])
  expect((await getRoundAnalysis(round.slug, asked)).result?.computedAt).toEqual(asked)
  expect(
    await db.auditEvent.count({ where: { action: 'item_analysis.request', subject: `round:${round.slug}` } }),
  ).toBe(1)
})

test('work that a dead process took on is done by another after a while', async () => {
  const round = await seedClosedRound()
  await playAll(round, await seedCrowd(6), () => 2)
  await settleRounds(new Date())
  const now = new Date()
  await db.itemAnalysis.create({ data: { roundId: round.id, requestedAt: now, startedAt: now } })

  expect(await analyseDueRounds(later(now, MINUTE_MS))).toEqual([])
  expect(await analyseDueRounds(later(now, 11 * MINUTE_MS))).toEqual([round.id])
})

test('staff with results.read see the pages, others do not; an auditor can’t ask for a computation', async () => {
  const round = await seedClosedRound()
  await playAll(round, await seedCrowd(6), (place) => place % 3)
  await settleAndAnalyse(round)
  const versionId = (await getRoundAnalysis(round.slug, new Date())).result?.items[0]?.versionId ?? ''
  const [auditor, reviewer] = await Promise.all([seedStaff('auditor'), seedStaff('reviewer')])
  const participant = await seedParticipant()
  const doors = [
    (cookie?: string) => page.loader(visit(round, { ...(cookie ? { cookie } : {}) })),
    (cookie?: string) => provisionPage.loader(visit(round, { ...(cookie ? { cookie } : {}) })),
    (cookie?: string) => questionPage.loader(visit(round, { versionId, ...(cookie ? { cookie } : {}) })),
    (cookie?: string) => file.loader(visit(round, { ...(cookie ? { cookie } : {}) })),
  ]
  for (const open of doors) {
    expect((await answerOf(open())).status).toBe(302)
    for (const { id } of [participant, reviewer])
      expect((await answerOf(open(await seedSession(id)))).status).toBe(403)
    expect((await answerOf(open(await seedSession(auditor.id)))).status).toBe(200)
  }
  const recompute = async (userId: string) =>
    (await answerOf(page.action(visit(round, { cookie: await seedSession(userId), method: 'POST' })))).status

  expect(await recompute(auditor.id)).toBe(403)
  expect(await recompute((await seedStaff('organizer')).id)).toBe(200)
})

test('the table is sorted and filtered as its address says', async () => {
  const round = await seedClosedRound()
  await playAll(round, await seedCrowd(60), (place) => (place < 50 ? 0 : 5))
  await settleAndAnalyse(round)
  const cookie = await seedSession((await seedStaff('auditor')).id)
  const rowsOf = async (search: string) =>
    (await page.loader(visit(round, { cookie, search }))).result?.rows ?? []
  const facilities = (await rowsOf('?xep=ty-le-dung')).map(({ facility }) => facility ?? 2)

  expect(facilities).toEqual([...facilities].sort((a, b) => a - b))
  expect((await rowsOf('?xep=ty-le-dung&chieu=giam'))[0]?.facility).toBe(Math.max(...facilities))
  const hard = await rowsOf('?loc=very_hard')
  expect(hard.length).toBeGreaterThan(0)
  expect(hard.every(({ flags }) => flags.includes('very_hard'))).toBe(true)
  expect(await rowsOf('?loc=key_never_chosen')).toEqual([])
  expect((await rowsOf('?loc=vo-nghia&xep=khac')).length).toBe(8)
})

test('a unit type of four people is counted with the rest, and a question of few people shows no numbers', async () => {
  const units = await Promise.all([
    ...Array.from({ length: 6 }, (_, index) => seedUnit({ name: `Trường Mẫu số ${index}` })),
    ...Array.from({ length: 6 }, (_, index) => seedUnit({ name: `Phòng Thử số ${index}` })),
  ])
  const round = await seedClosedRound({
    topics: [makeTopic('chung', 40)],
    blueprint: [{ topic: 'chung', difficulty: 1, count: 5 }],
  })
  const schools = await seedCrowd(8, units[0]?.id ?? null)
  const offices = await seedCrowd(4, units[7]?.id ?? null)
  const others = await seedCrowd(5)
  await playAll(round, [...schools, ...offices, ...others], (place) => place % 4)
  await settleAndAnalyse(round)
  const { result } = await getRoundAnalysis(round.slug, new Date())
  const cookie = await seedSession((await seedStaff('auditor')).id)
  const { report } = await provisionPage.loader(visit(round, { cookie }))

  expect(result?.unitGroups.map(({ label, people }) => [label, people])).toEqual([
    ['Trường Mẫu số', 8],
    [null, 9],
  ])
  expect(report?.groups.map(({ people }) => people)).toEqual([8, 9])
  // 17 people with 5 of 40 questions each: most questions were seen by one to four of them.
  const rare = result?.items.find(({ isProtected }) => isProtected)
  expect(rare).toMatchObject({ facility: null, discrimination: null, correlation: null, flags: [] })
  const { question } = await questionPage.loader(visit(round, { cookie, versionId: rare?.versionId ?? '' }))
  expect(question.item.overall).toEqual({ shown: 0, right: 0, unanswered: 0, chosen: [0, 0, 0, 0] })
})

test('the workbook has the rows and numbers of the pages', async () => {
  const topic = {
    ...makeTopic('chung', 0),
    questions: [
      makeQuestion({ citation: ['D5.1.a'] }),
      makeQuestion({ citation: ['D5.2', 'D21'] }),
      makeQuestion({ citation: ['D21.1'] }),
    ],
  }
  const round = await seedClosedRound({
    topics: [topic],
    blueprint: [{ topic: 'chung', difficulty: 1, count: 3 }],
  })
  await playAll(round, await seedCrowd(30), (place) => place % 4)
  await settleAndAnalyse(round)
  const cookie = await seedSession((await seedStaff('auditor')).id)
  const { result } = await page.loader(visit(round, { cookie, search: '?xep=ma-cau' }))
  const { report } = await provisionPage.loader(visit(round, { cookie }))
  const answer = await file.loader(visit(round, { cookie }))
  const sheets = await readXlsxFile(Buffer.from(await answer.arrayBuffer()))
  const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data.slice(1) ?? []

  expect(answer.headers.get('Content-Disposition')).toBe(
    `attachment; filename="phan-tich-${round.slug}.xlsx"`,
  )
  expect(rowsOf('Câu hỏi').map((row) => [row[0], row[5], row[7], row[8]])).toEqual(
    result?.rows.map(({ code, shown, facility, discrimination }) => [code, shown, facility, discrimination]),
  )
  expect(rowsOf('Điều luật')).toEqual(
    report?.articles.map(({ provision, people, answered, wrong, wrongShare }) => [
      provision.replace('D', 'Điều '),
      people,
      answered,
      wrong,
      wrongShare,
    ]),
  )
  expect(rowsOf('Khoản').map((row) => row[0])).toEqual(
    report?.articles.flatMap(({ clauses }) =>
      clauses.map(({ provision }) => provision.replace(/^D(\d+)\.(\d+)$/, 'Khoản $2 Điều $1')),
    ),
  )
})

test('excluded people are in no number, and the page says how many there are', async () => {
  const round = await seedClosedRound()
  const people = await seedCrowd(12)
  await playAll(round, people, (place) => (place === 0 ? 5 : 2))
  await settleAndAnalyse(round)
  const { id: decidedById } = await seedStaff('organizer')
  const { loginName } = await db.user.findUniqueOrThrow({ where: { id: people[0] ?? '' } })
  const deciding = { roundSlug: round.slug, decidedById, now: later(new Date(), MINUTE_MS) }
  await reviewAnomalies(deciding)
  await exclude({ ...deciding, loginName, kind: 'question_author', reason: 'Người soạn câu hỏi' })
  await settleExclusions(deciding)
  expect((await getRoundAnalysis(round.slug, deciding.now)).isComputing).toBe(true)

  await analyseDueRounds(deciding.now)

  const { result } = await getRoundAnalysis(round.slug, deciding.now)
  expect(result).toMatchObject({ papers: 11, excludedPeople: 1 })
  expect(Math.max(...(result?.items ?? []).map(({ item }) => item.overall.shown))).toBeLessThanOrEqual(11)
  const cookie = await seedSession(decidedById)
  expect((await page.loader(visit(round, { cookie }))).result).toMatchObject({ excludedPeople: 1 })
})
