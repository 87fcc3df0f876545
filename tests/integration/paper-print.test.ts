import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { printPaper } from '#app/services/questions/paper-print.server.ts'
import { seedStaff } from '../factories/bank.ts'
import { seedRound } from '../factories/contests.ts'
import { readDocx } from '../factories/read-docx.ts'

afterAll(disconnectDatabase)

test('the printed paper of a round names who holds it, the time and its number; its key is apart and on record', async () => {
  const { slug } = await seedRound()
  const { id: actorId } = await seedStaff('organizer')
  const order = { slug, seed: '7', actorId, now: new Date() }

  const paper = readDocx(await printPaper({ ...order, part: 'paper' })).text
  const key = readDocx(await printPaper({ ...order, part: 'key' })).text

  expect(paper).toContain('BAN TỔ CHỨC THỬ')
  expect(paper).toContain('Thời gian làm bài: 10 phút · Số câu: 5 · Mã đề: 7')
  expect(paper.match(/^Câu \d+\. /gm)).toHaveLength(5)
  expect(paper).not.toContain('Giải thích bí mật')
  expect(key).toContain('ĐÁP ÁN: ĐỢT THI THỬ')
  expect(key.match(/Giải thích bí mật/g)).toHaveLength(5)
  const events = await db.auditEvent.findMany({ where: { actorId } })
  expect(events.map(({ action, subject }) => [action, subject])).toEqual([
    ['question.export', `round:${slug}`],
  ])
})
