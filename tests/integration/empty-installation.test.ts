import { afterAll, expect, test } from 'vitest'
import { disconnectDatabase } from '#app/db/client.server.ts'
import { loader as banner } from '#app/routes/embed/banner.ts'
import { loader as embeddedBoard } from '#app/routes/embed/board.tsx'
import { loader as announcements } from '#app/routes/public/announcements.tsx'
import { loader as home } from '#app/routes/public/home.tsx'
import { loader as board } from '#app/routes/public/overall-board.tsx'
import { loader as portalKit } from '#app/routes/public/portal-kit.tsx'
import { loader as practice } from '#app/routes/public/practice.tsx'
import { loader as rules } from '#app/routes/public/rules.tsx'
import { loader as statistics } from '#app/routes/public/statistics.tsx'
import { answerOf, argsOf } from '../factories/visits.ts'

afterAll(disconnectDatabase)

test('without a contest the home page says so, and every page about the contest leads there', async () => {
  expect(await home(argsOf('/'))).toBeNull()
  for (const loader of [announcements, board, portalKit, rules, statistics]) {
    const answer = await answerOf(loader(argsOf('/')))

    expect([answer.status, answer.location]).toEqual([302, '/'])
  }
})

test('without a practice round the practice page is a page that says so', async () => {
  expect(await practice(argsOf('/on-tap'))).toBeNull()
})

test('without a contest there is nothing that a portal could show', async () => {
  const answers = [
    await answerOf(banner(argsOf('/nhung/banner/575x72.svg', { params: { file: '575x72.svg' } }))),
    await answerOf(embeddedBoard(argsOf('/nhung/bang-xep-hang'))),
  ]

  expect(answers.map(({ status }) => status)).toEqual([404, 404])
})
