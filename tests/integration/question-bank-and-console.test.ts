import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { loadBank } from '#app/services/questions/question-bank.server.ts'
import { editQuestion } from '#app/services/questions/question-writing.server.ts'
import { act, makeContent, seedStaff, seedSubmitted } from '../factories/bank.ts'
import { makeBank, makeTopic } from '../factories/contests.ts'

afterAll(disconnectDatabase)

async function loadedBank() {
  const topic = makeTopic('chung', 2)
  const bank = makeBank([topic])
  await loadBank(bank, new Date())

  return { topic, bank, slug: bank.slug }
}

const find = (slug: string, code: string) =>
  db.question.findFirstOrThrow({ where: { code, bank: { slug } }, include: { flags: true } })

test('the same files loaded again leave alone what was edited and written in the console', async () => {
  const { bank, slug } = await loadedBank()
  const author = await seedStaff('question_author')
  const reviewer = await seedStaff('reviewer')
  const edit = { bankSlug: slug, code: 'chung-1', basedOn: 1, authorId: author.id, now: new Date() }
  await editQuestion({ ...edit, content: makeContent(), state: 'submitted' })
  const code = await seedSubmitted(slug, author.id)
  await act('approve', slug, ['chung-1', code], reviewer.id)

  expect(await loadBank(bank, new Date())).toMatchObject({ unchanged: 2, changed: 0, retired: 0 })
  expect(await find(slug, 'chung-1')).toMatchObject({ currentVersion: 2, retiredAt: null })
  expect(await find(slug, code)).toMatchObject({ currentVersion: 1, retiredAt: null })
})

test('a changed file takes over, approved by the operator', async () => {
  const { bank, topic, slug } = await loadedBank()
  const author = await seedStaff('question_author')
  const edit = { bankSlug: slug, code: 'chung-1', basedOn: 1, authorId: author.id, now: new Date() }
  await editQuestion({ ...edit, content: makeContent(), state: 'draft' })
  const [first, ...rest] = topic.questions
  const changed = { ...topic, questions: [{ ...first!, stem: 'Bản mới của tệp?' }, ...rest] }

  expect(await loadBank({ ...bank, topics: [changed] }, new Date())).toMatchObject({ changed: 1 })
  expect(await find(slug, 'chung-1')).toMatchObject({ currentVersion: 3, latestVersion: 3 })
})

test('a question that people retired does not come back with the files', async () => {
  const { bank, slug } = await loadedBank()
  const { id } = await seedStaff('organizer')
  await act('retire', slug, 'chung-1', id)

  expect(await loadBank(bank, new Date())).toMatchObject({ unchanged: 2, restored: 0 })
  expect((await find(slug, 'chung-1')).retiredById).toBe(id)
})

test('a review note in the files is a flag, cleared in the console or by the next file without it', async () => {
  const topic = makeTopic('chung', 2, { review: 'amended-2026' })
  const bank = makeBank([topic])
  await loadBank(bank, new Date())
  const { id } = await seedStaff('organizer')
  await act('unflag', bank.slug, 'chung-1', id)
  await loadBank(bank, new Date())
  expect((await find(bank.slug, 'chung-1')).flags).toMatchObject([{ source: 'file', clearedById: id }])
  expect((await find(bank.slug, 'chung-2')).flags).toMatchObject([
    { reason: 'amended-2026', clearedAt: null },
  ])

  const reviewed = topic.questions.map(({ review: _done, ...question }) => question)
  await loadBank({ ...bank, topics: [{ ...topic, questions: reviewed }] }, new Date())
  expect((await find(bank.slug, 'chung-2')).flags[0]?.clearedAt).not.toBeNull()
})
