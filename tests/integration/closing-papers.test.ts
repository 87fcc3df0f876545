import { afterAll, beforeAll, expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { RankingPolicySchema } from '#app/core/ranking/ranking-policy.ts'
import { PAPER_KINDS } from '#app/core/closing/papers/paper.ts'
import { db, disconnectDatabase, pool } from '#app/db/client.server.ts'
import * as certificatesFile from '#app/routes/organizer/closing/certificates-file.ts'
import * as paperFile from '#app/routes/organizer/closing/closing-paper-file.ts'
import * as papersPage from '#app/routes/organizer/closing/closing-papers.tsx'
import { PAPER_FILES } from '#app/http/paths.ts'
import { reviewAnomalies } from '#app/services/closing/anomaly-sheet.server.ts'
import { loadRows } from '#app/services/boards/board-rows.server.ts'
import {
  checkIdentity,
  drawLots,
  loadCandidates,
  savePrizes,
  settleCandidates,
  settleIdentities,
} from '#app/services/closing/candidates.server.ts'
import { exclude, settleExclusions } from '#app/services/closing/exclusions.server.ts'
import { publishOfficial, saveMinutes } from '#app/services/closing/official-result.server.ts'
import { takePaperSnapshot } from '#app/services/closing/closing-paper-snapshot.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { seedStaffSession } from '../factories/bank.ts'
import { seedRound } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant, seedSession } from '../factories/people.ts'
import { readDocx, winnersIn } from '../factories/read-docx.ts'
import { later, refusalOf } from '../factories/refusals.ts'
import { insertAttempts } from '../factories/stored-attempts.ts'
import { answerOf, argsOf } from '../factories/visits.ts'
import { ROUND_1 } from '../fixtures/golden-contest.ts'

const DAY_MS = 24 * 60 * 60_000
const NOW = new Date()
const LISTS = ['winners', 'minutes', 'proposal', 'decision', 'report'] as const
const WINNERS = [
  'Nguyễn Mẫu 1',
  'Nguyễn Mẫu 5',
  'Nguyễn Mẫu 3',
  'Nguyễn Mẫu 4',
  'Nguyễn Mẫu 6',
  'Nguyễn Mẫu 7',
]

let round: Round
let auditor: string
let deciding: { roundSlug: string; decidedById: string; now: Date }

beforeAll(async () => {
  await db.unit.create({
    data: {
      id: 'u1',
      code: 'PTN',
      name: 'Phòng Thử nghiệm',
      searchName: 'phong thu nghiem',
      position: 1,
      headCount: 20,
    },
  })
  await pool.query(
    `INSERT INTO user_account (id, role, login_name, full_name, unit_id, created_at)
     SELECT 'p' || lpad(n::text, 2, '0'), 'participant', 'mau-' || lpad(n::text, 2, '0'), 'Nguyễn Mẫu ' || n,
            CASE WHEN n <= 12 THEN 'u1' END, now()
     FROM generate_series(1, 32) n`,
  )
  round = await seedRound({
    opensAt: later(NOW, -2 * DAY_MS),
    closesAt: later(NOW, -DAY_MS),
    pointsPerQuestion: 10,
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
  await insertAttempts(round, ROUND_1)
  deciding = { roundSlug: round.slug, decidedById: (await seedOrganizer()).id, now: NOW }
  auditor = await seedStaffSession('auditor')
})

afterAll(disconnectDatabase)

const visit = (cookie = auditor, file = '', query = '') =>
  argsOf(`/to-chuc${query}`, { cookie, params: { slug: round.slug, file } })

async function bytesOf(response: Promise<Response>): Promise<Uint8Array> {
  return new Uint8Array(await (await response).arrayBuffer())
}

function docxOf(kind: (typeof PAPER_KINDS)[number], query = '') {
  return bytesOf(paperFile.loader(visit(auditor, `${PAPER_FILES[kind]}.docx`, query))).then(readDocx)
}

async function certificatesOf(query = ''): Promise<string[]> {
  const pdf = await getDocumentProxy(await bytesOf(certificatesFile.loader(visit(auditor, '', query))))

  return (await extractText(pdf, { mergePages: false })).text
}

test('before every attempt is counted there are no papers, and the page says so', async () => {
  expect(await refusalOf(takePaperSnapshot(round.slug, NOW))).toBe('round_not_settled')
  expect((await answerOf(paperFile.loader(visit(auditor, 'quyet-dinh.docx')))).status).toBe(409)
  expect(await papersPage.loader(visit())).toMatchObject({ isSettled: false, winners: [] })
})

test('the counts of the papers are those of the board, whatever they are divided by', async () => {
  await settleRounds(NOW)
  await reviewAnomalies(deciding)
  await exclude({ ...deciding, loginName: 'mau-10', kind: 'rule_breach', reason: 'Nhờ người khác làm bài' })
  // Not in force yet: board and papers still have the person.
  expect((await takePaperSnapshot(round.slug, NOW)).snapshot.totals).toMatchObject({
    people: 30,
    excluded: 0,
  })
  await settleExclusions(deciding)

  const { snapshot } = await takePaperSnapshot(round.slug, NOW)
  const { computedAt: _, ...facts } = (await requireRound(round.slug)).predictionFacts ?? { computedAt: NOW }
  expect(snapshot.totals).toEqual(facts)
  expect(snapshot.totals).toEqual({ people: 29, peopleAllRight: 9, attempts: 31, excluded: 1 })
  expect(snapshot.prediction).toMatchObject({ truth: 900_000n })
  const sum = (rows: readonly { people?: number; attempts: number }[], of: 'people' | 'attempts') =>
    rows.reduce((total, row) => total + (row[of] ?? 0), 0)
  for (const rows of [snapshot.byUnit, snapshot.byDay, snapshot.byHour, snapshot.byRight, snapshot.byRound])
    expect(sum(rows, 'attempts')).toBe(31)
  for (const rows of [snapshot.byUnit, snapshot.byRight]) expect(sum(rows, 'people')).toBe(29)
  expect(snapshot.byUnit).toEqual([
    { name: 'Phòng Thử nghiệm', headCount: 20, people: 11, attempts: 12 },
    { name: null, headCount: null, people: 18, attempts: 19 },
  ])
  expect(snapshot.byRight[0]).toEqual({ right: 10, people: 9, attempts: 9 })
})

test('until the result is official every paper and certificate is a draft that says what is open', async () => {
  await savePrizes({
    ...deciding,
    prizes: [
      { title: 'Giải Nhất', count: 1 },
      { title: 'Giải Nhì', count: 2 },
      { title: 'Giải Khuyến khích', count: 3 },
    ],
    reserveCount: 2,
  })
  for (const kind of PAPER_KINDS) {
    const { text, headers } = await docxOf(kind)
    for (const header of headers) expect(header).toContain('DỰ THẢO')
    expect(text).toContain('Kết quả tạm thời')
    expect(text).toContain('chờ bốc thăm')
  }
  for (const page of await certificatesOf()) expect(page).toContain('DỰ THẢO')
})

test('of an official result the board, every list and the certificates name the same winners in the same order', async () => {
  const numbers = new Map([
    ['p03', 2],
    ['p05', 1],
  ])
  await drawLots({ ...deciding, present: ['Lê Mẫu An – Trưởng ban'], method: 'by_hand', numbers })
  await settleCandidates(deciding)
  await checkIdentity({
    ...deciding,
    participantId: 'p02',
    verdict: 'rejected',
    reason: 'Không đúng đối tượng',
  })
  for (const { participantId, standing } of await loadCandidates(await requireRound(round.slug)))
    if (standing === 'winner')
      await checkIdentity({ ...deciding, participantId, verdict: 'confirmed', reason: '' })
  await settleIdentities(deciding)
  const members = ['Lê Mẫu An – Trưởng ban', 'Trần Mẫu Bình – Thư ký']
  await saveMinutes({ ...deciding, minutes: { place: 'Hội trường mẫu', members, conclusion: '' } })
  await publishOfficial({ ...deciding, complaintHours: 72 })

  const onBoard = (await loadRows(round.id, 0, 50)).filter(({ participantId }) => participantId !== 'p02')
  const { snapshot } = await takePaperSnapshot(round.slug, NOW)
  expect(snapshot.winners.map(({ fullName }) => fullName)).toEqual(WINNERS)
  for (const winner of snapshot.winners) {
    const row = onBoard.find(({ participantId }) => participantId === winner.participantId)
    expect([winner.rank, winner.scoreHundredths / 100, winner.durationMs]).toEqual([
      row?.rank,
      row?.score,
      row?.durationMs,
    ])
  }
  expect(new Set(onBoard.slice(0, 6).map(({ participantId }) => participantId))).toEqual(
    new Set(snapshot.winners.map(({ participantId }) => participantId)),
  )

  const lists = await Promise.all(LISTS.map(async (kind) => winnersIn((await docxOf(kind)).text, 6)))
  for (const list of lists) expect(list).toEqual(lists[0])
  expect(lists[0]?.map(([name]) => name)).toEqual(WINNERS)
  expect(lists[0]?.[0]).toEqual(['Nguyễn Mẫu 1', 'Phòng Thử nghiệm', '1', '100', '1:40,000', '0', 'Nhất'])

  const pages = await certificatesOf()
  expect(pages).toHaveLength(6)
  for (const [index, name] of WINNERS.entries()) expect(pages[index]).toContain(name)
  expect(await certificatesOf('?nguoi=p05')).toHaveLength(1)
  const minutes = await docxOf('minutes')
  for (const part of [
    '2. Trần Mẫu Bình – Thư ký',
    'Nguyễn Mẫu 2 (Phòng Thử nghiệm), hạng 2',
    'Không đúng đối tượng',
  ])
    expect(minutes.text).toContain(part)
  expect(minutes.text).not.toContain('DỰ THẢO')
})

test('the variant of the Party is chosen by the address; an unknown paper or person is not found', async () => {
  expect((await docxOf('decision', '?the-thuc=party')).text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
  expect((await answerOf(paperFile.loader(visit(auditor, 'thu-moi.docx')))).status).toBe(404)
  expect((await answerOf(certificatesFile.loader(visit(auditor, '', '?nguoi=p30')))).status).toBe(404)
})

test('papers hold full names: only those who may read results get them', async () => {
  const participant = await seedSession((await seedParticipant()).id)
  const author = await seedStaffSession('question_author')
  for (const cookie of [participant, author]) {
    expect((await answerOf(papersPage.loader(visit(cookie)))).status).toBe(403)
    expect((await answerOf(paperFile.loader(visit(cookie, 'quyet-dinh.docx')))).status).toBe(403)
    expect((await answerOf(certificatesFile.loader(visit(cookie)))).status).toBe(403)
  }
})
