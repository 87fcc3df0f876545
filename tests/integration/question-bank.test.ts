import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { loadBank, readBankFolder } from '#app/services/questions/question-bank.server.ts'
import { makeBank, makeQuestion, makeTopic } from '../factories/contests.ts'

const NOTHING = { unchanged: 0, added: 0, changed: 0, retired: 0, restored: 0 }

test('loading the same files again changes nothing', async () => {
  const bank = makeBank([makeTopic('chung', 3)])

  expect(await loadBank(bank, new Date())).toEqual({ ...NOTHING, added: 3 })
  expect(await loadBank(bank, new Date())).toEqual({ ...NOTHING, unchanged: 3 })
})

test('a changed question gets a new version, a vanished one is retired and comes back when it reappears', async () => {
  const topic = makeTopic('chung', 3)
  const bank = makeBank([topic])
  const [first, second, third] = topic.questions as [
    ReturnType<typeof makeQuestion>,
    ReturnType<typeof makeQuestion>,
    ReturnType<typeof makeQuestion>,
  ]
  await loadBank(bank, new Date())
  const edited = { ...bank, topics: [{ ...topic, questions: [first, { ...second, answer: [1] }] }] }

  expect(await loadBank(edited, new Date())).toEqual({ ...NOTHING, unchanged: 1, changed: 1, retired: 1 })
  expect(await loadBank(bank, new Date())).toEqual({ ...NOTHING, unchanged: 1, changed: 1, restored: 1 })
  const versions = await db.questionVersion.findMany({
    where: { question: { code: second.id, bank: { slug: bank.slug } } },
    orderBy: { version: 'asc' },
  })
  expect(versions.map((version) => version.key)).toEqual([[0], [1], [0]])
  expect(third.id).toBe('chung-3')
})

test('a version that a paper may rest on never changes', async () => {
  await loadBank(makeBank([makeTopic('bat-bien', 1)]), new Date())

  await expect(db.questionVersion.updateMany({ data: { stem: 'khác' } })).rejects.toThrow(/never changes/)
})

test('a file that breaks the format is refused with its name and the place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bank-'))
  await writeFile(join(folder, 'bank.yaml'), 'title: A\nlaw: B\nlawVersion: C\nstatusNotice: D\n')
  await writeFile(join(folder, '01.yaml'), 'topic: a\ntitle: A\nquestions:\n  - id: a-1\n    difficulty: 4\n')

  await expect(readBankFolder(folder)).rejects.toThrow(
    /01\.yaml does not follow the question format:\n {2}questions\.0\.difficulty/,
  )
})

test('an id that appears twice is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bank-'))
  const question = JSON.stringify({ ...makeQuestion({ id: 'a-1' }), answer: 0 })
  await writeFile(join(folder, 'bank.yaml'), 'title: A\nlaw: B\nlawVersion: C\nstatusNotice: D\n')
  await writeFile(
    join(folder, '01.yaml'),
    `topic: a\ntitle: A\nquestions:\n  - ${question}\n  - ${question}\n`,
  )

  await expect(readBankFolder(folder)).rejects.toThrow('question id a-1 appears twice')
})
