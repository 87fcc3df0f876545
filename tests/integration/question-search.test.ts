import { afterAll, expect, test } from 'vitest'
import { EVERY_QUESTION } from '#app/core/questions/question-filter.ts'
import type { QuestionFilter } from '#app/core/questions/question-filter.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import {
  listAmendments,
  recordAmendment,
  removeAmendment,
} from '#app/services/questions/amendments.server.ts'
import { listCandidates } from '#app/services/attempts/question-cache.server.ts'
import {
  countQuestions,
  listFlagReasons,
  searchQuestions,
} from '#app/services/questions/question-search.server.ts'
import { loadBank } from '#app/services/questions/question-bank.server.ts'
import { act, makeContent, seedBank, seedStaff, seedSubmitted } from '../factories/bank.ts'
import { makeBank, makeQuestion, makeTopic, seedRound } from '../factories/contests.ts'
import { seedParticipant } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'

afterAll(disconnectDatabase)

async function codesOf(bankId: string, filter: Partial<QuestionFilter>): Promise<string[]> {
  const { rows } = await searchQuestions(bankId, { ...EVERY_QUESTION, ...filter })

  return rows.map(({ code }) => code)
}

async function bankOf(...questions: Parameters<typeof makeQuestion>[0][]) {
  const bank = makeBank([
    { ...makeTopic('chung', 1), questions: questions.map((each) => makeQuestion(each)) },
  ])
  await loadBank(bank, new Date())

  return db.questionBank.findUniqueOrThrow({ where: { slug: bank.slug }, select: { id: true, slug: true } })
}

test('a search without accents finds all words wherever they stand, and no wildcard', async () => {
  const { id } = await bankOf(
    { id: 'a-1', stem: 'Danh hiệu “Chiến sĩ thi đua toàn quốc” để tặng ai?' },
    { id: 'a-2', stem: 'Đồng chí nào quyết định?', explanation: 'Chiến sĩ thi đua.' },
    { id: 'a-3', stem: 'Tỷ lệ 100% là gì?' },
  )

  expect(await codesOf(id, { search: 'toan quoc CHIEN' })).toEqual(['a-1'])
  expect(await codesOf(id, { search: 'chiến sĩ' })).toEqual(['a-1', 'a-2'])
  expect(await codesOf(id, { search: 'dong chi' })).toEqual(['a-2'])
  expect(await codesOf(id, { search: 'a-3' })).toEqual(['a-3'])
  expect(await codesOf(id, { search: '%' })).toEqual(['a-3'])
  expect(await codesOf(id, { search: 'không có chữ này' })).toEqual([])
})

test('the filters by difficulty, topic and provision narrow the list; a provision finds its parts', async () => {
  const { id } = await bankOf(
    { id: 'a-1', difficulty: 1, citation: ['D21.1.a'] },
    { id: 'a-2', difficulty: 3, citation: ['D21'] },
    { id: 'a-3', difficulty: 3, citation: ['D2', 'D210.1'] },
  )

  expect(await codesOf(id, { difficulty: 3 })).toEqual(['a-2', 'a-3'])
  expect(await codesOf(id, { provision: 'D21' })).toEqual(['a-1', 'a-2'])
  expect(await codesOf(id, { provision: 'D21.1' })).toEqual(['a-1'])
  expect(await codesOf(id, { topic: 'khac' })).toEqual([])
})

test('states are those of the newest version; retired questions stand apart', async () => {
  const bank = await seedBank(2)
  const author = await seedStaff('question_author')
  const code = await seedSubmitted(bank.slug, author.id)
  await act('retire', bank.slug, 'chung-1', author.id)
  await act('flag', bank.slug, 'chung-2', author.id, { note: 'Xem lại căn cứ' })

  expect(await codesOf(bank.id, { state: 'submitted' })).toEqual([code])
  expect(await codesOf(bank.id, { state: 'retired' })).toEqual(['chung-1'])
  expect(await codesOf(bank.id, { flag: { reason: 'Xem lại căn cứ' } })).toEqual(['chung-2'])
  expect(await codesOf(bank.id, { flag: 'clear' })).toEqual([code, 'khac-1'])
  expect(await listFlagReasons(bank.id)).toEqual(['Xem lại căn cứ'])
  expect(await countQuestions(bank.id)).toMatchObject({ submitted: 1, approved: 2, retired: 1, flagged: 1 })
})

test('a page beyond the last is the last', async () => {
  const bank = await seedBank(30)
  const page = await searchQuestions(bank.id, { ...EVERY_QUESTION, page: 99 })

  expect({ page: page.page, pageCount: page.pageCount, rows: page.rows.length }).toEqual({
    page: 2,
    pageCount: 2,
    rows: 6,
  })
})

test('the facility is the share of exactly right answers in counted attempts', async () => {
  const round = await seedRound({
    topics: [makeTopic('chung', 2)],
    blueprint: [{ topic: 'chung', difficulty: 1, count: 2 }],
    shuffleQuestions: false,
  })
  for (const right of [2, 2, 2, 0])
    await playAttempt(round, { participantId: (await seedParticipant()).id, right })
  const { rows } = await searchQuestions(round.bankId, EVERY_QUESTION)

  expect(rows.map(({ facility }) => facility)).toEqual([
    { share: 0.75, shown: 4 },
    { share: 0.75, shown: 4 },
  ])
  expect(await codesOf(round.bankId, { facility: 'medium' })).toEqual(['chung-1', 'chung-2'])
  expect(await codesOf(round.bankId, { facility: 'hard' })).toEqual([])
  expect(await codesOf(round.bankId, { facility: 'unknown' })).toEqual([])
})

test('an amended provision flags what rests on it; taking the record away clears those flags and no others', async () => {
  const bank = await bankOf(
    { id: 'a-1', citation: ['D21.1.a'] },
    { id: 'a-2', citation: ['D21'] },
    { id: 'a-3', citation: ['D22'] },
  )
  const { id: actorId } = await seedStaff('organizer')
  const now = new Date()
  await act('flag', bank.slug, 'a-2', actorId, { note: 'Xem lại' })
  const amendment = { bankSlug: bank.slug, provision: 'D21', amendedOn: '2026-10-01', actorId, now }
  const note = 'Điều 21 được sửa đổi từ 01/10/2026'

  expect(await recordAmendment({ ...amendment, note })).toEqual({ flagged: 2, shortRounds: [] })
  expect(await codesOf(bank.id, { flag: { reason: note } })).toEqual(['a-1', 'a-2'])
  expect(await listCandidates(bank.id, 'without_flagged')).toHaveLength(1)
  const [recorded] = await listAmendments(bank.id)
  expect(recorded).toMatchObject({ provision: 'D21', amendedOn: '2026-10-01', flaggedCount: 2 })

  expect(await removeAmendment(bank.slug, recorded?.id ?? '', actorId, now)).toEqual({ unflagged: 2 })
  expect(await codesOf(bank.id, { flag: 'flagged' })).toEqual(['a-2'])
  expect(await codesOf(bank.id, { flag: { reason: 'Xem lại' } })).toEqual(['a-2'])
})

test('a new question that cites an amended provision is flagged, unless it is valid from the amendment on', async () => {
  const bank = await seedBank()
  const { id: actorId } = await seedStaff('organizer')
  const amendment = { bankSlug: bank.slug, provision: 'D21.1', amendedOn: '2026-10-01', actorId }
  await recordAmendment({ ...amendment, note: 'Đã sửa đổi', now: new Date() })
  const old = await seedSubmitted(bank.slug, actorId, makeContent({ citations: ['D21.1.a'] }))
  await seedSubmitted(bank.slug, actorId, makeContent({ citations: ['D21.1.a'], validFrom: '2026-10-01' }))

  expect(await codesOf(bank.id, { flag: { reason: 'Đã sửa đổi' } })).toEqual([old])
})

test('an amendment names the rounds it leaves short', async () => {
  const round = await seedRound({ title: 'Đợt sẽ thiếu câu' })
  const { slug } = await db.questionBank.findUniqueOrThrow({ where: { id: round.bankId } })
  const { id: actorId } = await seedStaff('organizer')
  const amendment = { bankSlug: slug, provision: 'D5', amendedOn: '2026-10-01', note: 'Sửa', actorId }

  expect(await recordAmendment({ ...amendment, now: new Date() })).toEqual({
    flagged: 8,
    shortRounds: ['Đợt sẽ thiếu câu'],
  })
})

test('clearing flags is taken back exactly', async () => {
  const bank = await bankOf({ id: 'a-1', review: 'amended-2026' }, { id: 'a-2' })
  const { id } = await seedStaff('organizer')
  const now = new Date()
  await act('flag', bank.slug, ['a-1', 'a-2'], id, { note: 'Xem lại' })
  await act('unflag', bank.slug, ['a-1', 'a-2'], id, { now })
  expect(await codesOf(bank.id, { flag: 'flagged' })).toEqual([])

  await act('reflag', bank.slug, ['a-1', 'a-2'], id, { clearedAt: now })
  expect(await codesOf(bank.id, { flag: { reason: 'Xem lại' } })).toEqual(['a-1', 'a-2'])
  expect(await codesOf(bank.id, { flag: { reason: 'amended-2026' } })).toEqual(['a-1'])
})
