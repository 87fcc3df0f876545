/* eslint-disable max-lines -- one contest, told in order: each test begins where the one before ended */
import { beforeAll, expect, test } from 'vitest'
import { DEFAULT_CONTEST_POLICY, RankingPolicySchema, policyOf } from '#app/core/ranking/ranking-policy.ts'
import { db, pool } from '#app/db/client.server.ts'
import {
  checkIdentity,
  drawLots,
  loadCandidates,
  savePrizes,
  settleCandidates,
  settleIdentities,
} from '#app/services/closing/candidates.server.ts'
import { getLiveBoardPage } from '#app/services/boards/boards.server.ts'
import { listDecisions } from '#app/services/rounds/decisions.server.ts'
import { exclude, settleExclusions } from '#app/services/closing/exclusions.server.ts'
import { reviewAnomalies } from '#app/services/closing/anomaly-sheet.server.ts'
import { finalizeResult, publishOfficial, saveMinutes } from '#app/services/closing/official-result.server.ts'
import { applyRegrades } from '#app/services/regrades/regrade-apply.server.ts'
import { previewRegrades } from '#app/services/regrades/regrade-preview.server.ts'
import { confirmRegrade, writeCorrection } from '#app/services/regrades/regrade-sets.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { rebuildBoard } from '#app/services/boards/standings.server.ts'
import { phaseOf } from '#app/core/rounds/round-phase.ts'
import { makeTopic, seedRound } from '../factories/contests.ts'
import { seedOrganizer } from '../factories/people.ts'
import { insertAttempts, insertPapers } from '../factories/stored-attempts.ts'
import { later, refusalOf } from '../factories/refusals.ts'
import { ROUND_1, ROUND_2 } from '../fixtures/golden-contest.ts'

const DAY_MS = 24 * 60 * 60_000
const HOUR_MS = 60 * 60_000
const NOW = new Date()
let first: Round
let second: Round
let questions: string[]
let deciding: { roundSlug: string; decidedById: string; now: Date }

beforeAll(async () => {
  await pool.query(
    `INSERT INTO user_account (id, role, login_name, full_name, created_at)
     SELECT 'p' || lpad(n::text, 2, '0'), 'participant', 'mau-' || lpad(n::text, 2, '0'), 'Nguyễn Mẫu ' || n, now()
     FROM generate_series(1, 32) n`,
  )
  const window = { opensAt: later(NOW, -2 * DAY_MS), closesAt: later(NOW, -DAY_MS), pointsPerQuestion: 10 }
  first = await seedRound({
    ...window,
    topics: [makeTopic('chung', 10)],
    blueprint: [{ topic: 'chung', difficulty: 1, count: 10 }],
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
    data: { boardPolicy: { ...DEFAULT_CONTEST_POLICY, prizesPerPerson: 'one' } },
  })
  second = await seedRound({
    ...window,
    contestId: first.contestId,
    rankingPolicy: { ...policyOf('score', 'duration'), counts: 'average', predictionFrom: 'last_given' },
  })
  await insertAttempts(first, ROUND_1)
  questions = await versionIdsOf(first)
  await insertPapers(first, questions)
  await insertAttempts(second, ROUND_2)
  deciding = { roundSlug: first.slug, decidedById: (await seedOrganizer()).id, now: NOW }
  await settleRounds(NOW)
})

/** The versions of the round's questions, in the order of their codes: the order of every paper. */
async function versionIdsOf(round: Round): Promise<string[]> {
  const versions = await db.questionVersion.findMany({
    where: { question: { bankId: round.bankId } },
    select: { id: true, question: { select: { code: true } } },
  })

  return versions
    .sort((a, b) => a.question.code.localeCompare(b.question.code, 'vi', { numeric: true }))
    .map(({ id }) => id)
}

/** The board as a table: rank, person, points. */
async function tableOf(boardId: string): Promise<string[]> {
  const { rows } = await getLiveBoardPage(boardId, 1)

  return rows
    .map(({ rank, participantId, score }) => `${rank} ${participantId} ${score}`)
    .sort((a, b) => parseInt(a) - parseInt(b) || (a < b ? -1 : 1))
}

/** Past the page's second in memory. */
async function freshTableOf(boardId: string): Promise<string[]> {
  const { loadRows } = await import('#app/services/boards/board-rows.server.ts')
  const rows = await loadRows(boardId, 0, 50)

  return rows
    .map(({ rank, participantId, score }) => `${rank} ${participantId} ${score}`)
    .sort((a, b) => parseInt(a) - parseInt(b) || (a < b ? -1 : 1))
}

async function candidateTable(round: Round): Promise<string[]> {
  return (await loadCandidates(await requireRound(round.slug))).map(
    ({ rank, participantId, standing, prizeIndex }) =>
      [rank, participantId, standing, ...(prizeIndex === null ? [] : [prizeIndex])].join(' '),
  )
}

test('before the exclusion ten people have every answer right, and a guess of ten leads', async () => {
  expect(await db.round.findUnique({ where: { id: first.id } })).toMatchObject({
    predictionTruth: 1_000_000n,
  })
  expect((await tableOf(first.id)).slice(0, 4)).toEqual(['1 p04 100', '2 p06 100', '3 p10 100', '4 p01 100'])
})

test('after the exclusion the truth is nine, and the whole board is as worked out by hand', async () => {
  await reviewAnomalies(deciding)
  await exclude({ ...deciding, loginName: 'mau-10', kind: 'rule_breach', reason: 'Nhờ người khác làm bài' })
  await settleExclusions(deciding)

  expect(await requireRound(first.slug)).toMatchObject({
    predictionTruth: 900_000n,
    predictionFacts: { people: 29, peopleAllRight: 9, attempts: 31, excluded: 1, computedAt: NOW },
  })
  expect(await freshTableOf(first.id)).toEqual([
    '1 p01 100',
    '2 p02 100',
    '3 p03 100',
    '3 p05 100',
    '5 p04 100',
    '6 p06 100',
    '7 p07 100',
    '8 p08 100',
    '9 p09 100',
    '10 p11 90',
    '11 p12 90',
    '12 p13 90',
    '12 p14 90',
    '12 p15 90',
    '15 p16 90',
    '16 p17 80',
    '17 p18 80',
    '18 p19 80',
    '19 p20 70',
    '19 p21 70',
    '21 p22 60',
    '22 p23 50',
    '23 p24 40',
    '24 p25 30',
    '25 p26 20',
    '26 p27 10',
    '27 p28 0',
    '27 p29 0',
    '29 p30 0',
  ])
  expect(await listDecisions(first.contestId)).toMatchObject([
    {
      kind: 'exclusions',
      excluded: [{ kind: 'rule_breach', count: 1 }],
      truthBefore: '10',
      truthAfter: '9',
    },
  ])
  expect(JSON.stringify(await listDecisions(first.contestId))).not.toContain('Nhờ người')
})

test('equals at the border of a prize draw lots, in the presence of those named', async () => {
  expect(await refusalOf(settleCandidates(deciding))).toBe('prizes_missing')
  await savePrizes({
    ...deciding,
    prizes: [
      { title: 'Giải Nhất', count: 1 },
      { title: 'Giải Nhì', count: 2 },
      { title: 'Giải Khuyến khích', count: 3 },
    ],
    reserveCount: 2,
  })
  expect(await candidateTable(first)).toEqual([
    '1 p01 winner 0',
    '2 p02 winner 1',
    '3 p03 tied',
    '3 p05 tied',
    '5 p04 winner 2',
    '6 p06 winner 2',
    '7 p07 reserve',
    '8 p08 reserve',
  ])
  expect(await refusalOf(settleCandidates(deciding))).toBe('ties_undecided')
  const present = ['Lê Mẫu An – Trưởng ban', 'Trần Mẫu Bình – Thư ký']
  const draw = { ...deciding, present, method: 'by_hand' as const }
  expect(await refusalOf(drawLots({ ...draw, numbers: new Map([['p03', 1]]) }))).toBe('lots_incomplete')
  await drawLots({
    ...draw,
    numbers: new Map([
      ['p03', 2],
      ['p05', 1],
    ]),
  })

  expect((await candidateTable(first)).slice(0, 6)).toEqual([
    '1 p01 winner 0',
    '2 p02 winner 1',
    '3 p05 winner 1',
    '4 p03 winner 2',
    '5 p04 winner 2',
    '6 p06 winner 2',
  ])
  expect((await listDecisions(first.contestId))[0]).toMatchObject({ kind: 'lot_draw', present, people: 2 })
  expect(await refusalOf(drawLots({ ...draw, numbers: new Map() }))).toBe('nothing_to_draw')
  await settleCandidates(deciding)
})

test('who is rejected makes room: everybody behind moves up by one', async () => {
  const check = (participantId: string, verdict: 'confirmed' | 'rejected', reason = '') =>
    checkIdentity({ ...deciding, participantId, verdict, reason })
  await check('p01', 'confirmed')
  expect(await refusalOf(check('p02', 'rejected'))).toBe('reason_missing')
  await check('p02', 'rejected', 'Không đúng đối tượng dự thi')
  expect(await candidateTable(first)).toEqual([
    '1 p01 winner 0',
    '2 p02 rejected',
    '3 p05 winner 1',
    '4 p03 winner 1',
    '5 p04 winner 2',
    '6 p06 winner 2',
    '7 p07 winner 2',
    '8 p08 reserve',
    '9 p09 reserve',
  ])
  expect(await refusalOf(settleIdentities(deciding))).toBe('identities_unchecked')
  for (const id of ['p05', 'p03', 'p04', 'p06', 'p07']) await check(id, 'confirmed')
  await settleIdentities(deciding)
})

test('the result becomes official with its prizes, and final when nobody can complain any more', async () => {
  const minutes = { place: 'Hội trường mẫu', members: ['Lê Mẫu An – Trưởng ban'], conclusion: '' }
  expect(await refusalOf(publishOfficial({ ...deciding, complaintHours: 72 }))).toBe('closing_step_not_open')
  await saveMinutes({ ...deciding, minutes })
  await publishOfficial({ ...deciding, complaintHours: 72 })

  const awards = await db.award.findMany({ where: { roundId: first.id }, orderBy: { rank: 'asc' } })
  expect(awards.map((award) => `${award.rank} ${award.participantId} ${award.prizeTitle}`)).toEqual([
    '1 p01 Giải Nhất',
    '3 p05 Giải Nhì',
    '4 p03 Giải Nhì',
    '5 p04 Giải Khuyến khích',
    '6 p06 Giải Khuyến khích',
    '7 p07 Giải Khuyến khích',
  ])
  expect(awards[1]).toMatchObject({
    scoreHundredths: 10_000,
    durationMs: 90_000n,
    predictionOffset: -100_000n,
  })
  const official = await requireRound(first.slug)
  expect(phaseOf(official, NOW)).toBe('official')
  expect(official.complaintsUntil).toEqual(later(NOW, 72 * HOUR_MS))

  expect(
    await refusalOf(exclude({ ...deciding, loginName: 'mau-01', kind: 'relative', reason: 'Muộn' })),
  ).toBe('closing_step_not_open')
  expect(await refusalOf(finalizeResult({ ...deciding, now: later(NOW, 71 * HOUR_MS) }))).toBe(
    'closing_step_not_open',
  )
  await finalizeResult({ ...deciding, now: later(NOW, 72 * HOUR_MS) })
  expect(phaseOf(await requireRound(first.slug), later(NOW, 73 * HOUR_MS))).toBe('final')
  expect(await db.auditEvent.count({ where: { subject: `round:${first.slug}` } })).toBeGreaterThan(10)
})

test('the second round ranks by averages, and passes over who has won in the first', async () => {
  const decidingSecond = { ...deciding, roundSlug: second.slug }
  expect(await freshTableOf(second.id)).toEqual([
    '1 p02 100',
    '2 p11 93.33',
    '3 p01 90',
    '3 p05 90',
    '5 p31 60',
    '5 p32 60',
  ])
  await reviewAnomalies(decidingSecond)
  await settleExclusions(decidingSecond)
  await savePrizes({ ...decidingSecond, prizes: [{ title: 'Giải Nhất', count: 3 }], reserveCount: 0 })
  expect(await candidateTable(second)).toEqual([
    '1 p02 winner 0',
    '2 p11 winner 0',
    '3 p01 passed_over',
    '3 p05 passed_over',
    '5 p31 tied',
    '5 p32 tied',
  ])
  await drawLots({ ...decidingSecond, present: ['Lê Mẫu An'], method: 'by_machine', numbers: new Map() })
  expect((await candidateTable(second)).slice(4).map((row) => row.split(' ').slice(2).join(' '))).toEqual([
    'winner 0',
  ])
})

test('the contest’s board adds up both rounds, without the excluded person', async () => {
  const table = await freshTableOf(first.contestId)

  expect(table.slice(0, 6)).toEqual([
    '1 p02 200',
    '2 p05 190',
    '3 p01 190',
    '4 p11 183.33',
    '5 p07 100',
    '5 p08 100',
  ])
  expect(table).toHaveLength(31)
  expect(table.some((row) => row.includes('p10'))).toBe(false)
})

/**
 * The tenth question also accepts its second option, which everybody without full marks has chosen: p11 to p30 get ten
 * points more. Six more have every answer right (p11, p12, p13, p14, p15, p16), so the truth moves from 9 to 15; the
 * guesses of p01 to p12 are now under it by 6, 6, 7, 5, 7, 5, 3, –, –, 6 and 6.
 */
const REGRADED_AT = later(NOW, 80 * HOUR_MS)
test('before a regrade the organizers see whom it moves, and nothing has changed', async () => {
  const regrading = { roundSlug: first.slug, actorId: deciding.decidedById, now: REGRADED_AT }
  const before = await freshTableOf(first.id)
  await writeCorrection({
    ...regrading,
    versionId: questions[9] ?? '',
    kind: 'accept_also',
    options: [1],
    reason: 'Luật sửa đổi cho phép cả hai cách hiểu',
  })
  await previewRegrades(REGRADED_AT)

  const { preview, doneCount, totalCount } = await db.regrade.findFirstOrThrow()
  expect({ doneCount, totalCount }).toEqual({ doneCount: 32, totalCount: 32 })
  expect(preview).toMatchObject({
    attempts: 32,
    changedAttempts: 22,
    corrections: [{ versionId: questions[9], kind: 'accept_also', gained: 20, lost: 0 }],
    people: 29,
    gaining: 20,
    losing: 0,
    places: 6,
    arePrizes: true,
    truthBefore: '900000',
    truthAfter: '1500000',
    entering: [
      { participantId: 'p07', rankBefore: 7, rankAfter: 1 },
      { participantId: 'p11', rankBefore: 10, rankAfter: 4 },
      { participantId: 'p12', rankBefore: 11, rankAfter: 5 },
    ],
    leaving: [
      { participantId: 'p02', rankBefore: 2, rankAfter: 7 },
      { participantId: 'p05', rankBefore: 3, rankAfter: 8 },
      { participantId: 'p03', rankBefore: 4, rankAfter: 9 },
    ],
  })
  expect(await freshTableOf(first.id)).toEqual(before)
})

test('applied, the whole board is as worked out by hand, and the final result is open again', async () => {
  const { previewKey } = await db.regrade.findFirstOrThrow()
  await confirmRegrade({
    roundSlug: first.slug,
    actorId: deciding.decidedById,
    now: REGRADED_AT,
    previewKey: previewKey ?? '',
    publicNote: 'Câu 10 có hai phương án đúng',
  })
  await applyRegrades(REGRADED_AT)

  expect(await freshTableOf(first.id)).toEqual([
    '1 p07 100',
    '2 p04 100',
    '3 p06 100',
    '4 p11 100',
    '5 p12 100',
    '6 p01 100',
    '7 p02 100',
    '8 p05 100',
    '9 p03 100',
    '10 p08 100',
    '11 p09 100',
    '12 p13 100',
    '12 p14 100',
    '12 p15 100',
    '15 p16 100',
    '16 p17 90',
    '17 p18 90',
    '18 p19 90',
    '19 p20 80',
    '19 p21 80',
    '21 p22 70',
    '22 p23 60',
    '23 p24 50',
    '24 p25 40',
    '25 p26 30',
    '26 p27 20',
    '27 p28 10',
    '27 p29 10',
    '29 p30 10',
  ])
  const corrected = await requireRound(first.slug)
  expect(corrected).toMatchObject({
    predictionTruth: 1_500_000n,
    predictionFacts: { people: 29, peopleAllRight: 15, attempts: 31, excluded: 1 },
    correctedAt: REGRADED_AT,
    complaintsUntil: later(REGRADED_AT, 72 * HOUR_MS),
  })
  expect(phaseOf(corrected, REGRADED_AT)).toBe('corrected')
  expect((await listDecisions(first.contestId))[0]).toMatchObject({
    kind: 'correction',
    reason: 'Câu 10 có hai phương án đúng',
    regraded: {
      corrections: [{ kind: 'accept_also', count: 1 }],
      gaining: 20,
      losing: 0,
      truthBefore: '9',
      truthAfter: '15',
    },
  })
})

test('the prizes are given anew: who has moved up is checked, and only then is the result declared again', async () => {
  const again = { ...deciding, now: later(REGRADED_AT, HOUR_MS) }
  expect(await candidateTable(first)).toEqual([
    '1 p07 winner 0',
    '2 p04 winner 1',
    '3 p06 winner 1',
    '4 p11 winner 2',
    '5 p12 winner 2',
    '6 p01 winner 2',
    '7 p02 rejected',
    '8 p05 reserve',
    '9 p03 reserve',
  ])
  expect(await refusalOf(exclude({ ...again, loginName: 'mau-01', kind: 'relative', reason: 'Muộn' }))).toBe(
    'closing_step_not_open',
  )
  await settleCandidates(again)
  expect(await refusalOf(settleIdentities(again))).toBe('identities_unchecked')
  for (const participantId of ['p11', 'p12'])
    await checkIdentity({ ...again, participantId, verdict: 'confirmed', reason: '' })
  await settleIdentities(again)
  await saveMinutes({
    ...again,
    minutes: { place: 'Hội trường mẫu', members: ['Lê Mẫu An – Trưởng ban'], conclusion: '' },
  })
  await publishOfficial({ ...again, complaintHours: 72 })

  const awards = await db.award.findMany({ where: { roundId: first.id }, orderBy: { rank: 'asc' } })
  expect(awards.map(({ participantId, prizeTitle }) => `${participantId} ${prizeTitle}`)).toEqual([
    'p07 Giải Nhất',
    'p04 Giải Nhì',
    'p06 Giải Nhì',
    'p11 Giải Khuyến khích',
    'p12 Giải Khuyến khích',
    'p01 Giải Khuyến khích',
  ])
  const finalAt = later(again.now, 72 * HOUR_MS)
  await finalizeResult({ ...again, now: finalAt })
  expect(phaseOf(await requireRound(first.slug), finalAt)).toBe('final')
})

test('rebuilt from the attempts, every row is the same', async () => {
  const rowsOf = async () => {
    const { rows } = await pool.query<object>('SELECT * FROM standing ORDER BY board_id, participant_id')

    return rows
  }
  const before = await rowsOf()
  await rebuildBoard(await requireRound(first.slug))
  await rebuildBoard(await requireRound(second.slug))

  expect(await rowsOf()).toEqual(before)
})
