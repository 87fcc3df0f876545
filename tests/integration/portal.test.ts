import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { loader as banner } from '#app/routes/embed/banner.ts'
import { loader as embeddedBoard } from '#app/routes/embed/board.tsx'
import { loader as portalKit } from '#app/routes/public/portal-kit.tsx'
import { seedRound } from '../factories/contests.ts'
import { seedParticipant } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
import { later } from '../factories/refusals.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

afterAll(disconnectDatabase)

function askBanner(file: string, visit: { now?: Date; query?: string } = {}) {
  return banner(argsOf(`/nhung/banner/${file}${visit.query ?? ''}`, { ...visit, params: { file } }))
}

async function wordsOf(visit: { now?: Date; query?: string } = {}): Promise<string> {
  const svg = await (await askBanner('575x72.svg', visit)).text()

  return /<title>(.*)<\/title>/.exec(svg)?.[1]?.replaceAll('\u00a0', ' ') ?? ''
}

// One contest for all: the current contest is kept in memory for a second.
const opensAt = new Date('2026-12-01T01:00:00Z')
const closesAt = new Date('2026-12-08T10:00:00Z')
const round = await seedRound({ title: 'Đợt một', opensAt, closesAt })
await db.contest.update({
  where: { id: round.contestId },
  data: { title: 'Hội thi Ế & Ộ', organizerName: 'Sở Nội vụ' },
})

test('the words of a banner follow the clock: before, during and after the round', async () => {
  expect(await wordsOf({ now: later(opensAt, -1) })).toBe(
    'Hội thi Ế &#38; Ộ. Sắp mở từ 08:00 ngày 01/12/2026. Sở Nội vụ.',
  )
  expect(await wordsOf({ now: opensAt })).toContain('Đang mở đến 17:00 ngày 08/12/2026')
  expect(await wordsOf({ now: closesAt })).toContain('Đã kết thúc đang tổng hợp kết quả')
})

test('a browser keeps a banner for a minute, but never beyond the moment when its words become untrue', async () => {
  const ageAt = async (now: Date) => (await askBanner('575x72.svg', { now })).headers.get('Cache-Control')

  expect(await ageAt(later(opensAt, -10 * MINUTE_MS))).toBe('public, max-age=60')
  expect(await ageAt(later(opensAt, -17 * SECOND_MS))).toBe('public, max-age=17')
  expect(await ageAt(later(closesAt, -500))).toBe('public, max-age=0')
  expect(await ageAt(closesAt)).toBe('public, max-age=60')
})

test('a copy to be kept names no date and no state', async () => {
  const words = await wordsOf({ query: '?ngay=khong' })

  expect(words).toContain('Thi trực tuyến')
  expect(words).not.toMatch(/ngày|\d:\d/)
})

test.each([
  ['575x72.svg', 'image/svg+xml; charset=utf-8'],
  ['212x800.png', 'image/png'],
])('%s may be shown by any site, and cannot be taken for anything but a picture', async (file, type) => {
  const { status, headers } = await askBanner(file)

  expect(status).toBe(200)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': type,
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
  })
})

test.each([
  '576x72.svg',
  '575x72.gif',
  '575x72',
  '575x72.SVG',
  'banner.svg',
  '575x72.svg.png',
  'constructor.svg',
])('there is no banner %s', async (file) => {
  expect((await answerOf(askBanner(file))).status).toBe(404)
})

test('an embedded board has as many rows as it was asked for, with the state of its round and no id of a person', async () => {
  const now = later(opensAt, MINUTE_MS)
  const people = []
  for (const right of [1, 2, 3, 4, 5]) {
    const { id } = await seedParticipant()
    people.push(id)
    await playAttempt(round, { participantId: id, right, startedAt: later(now, right) })
  }
  const ofRound = await embeddedBoard(argsOf(`/nhung/bang-xep-hang?so=3&dot=${round.slug}`, { now }))
  const ofContest = await embeddedBoard(argsOf('/nhung/bang-xep-hang?so=4', { now: closesAt }))

  expect(ofRound).toMatchObject({
    contestTitle: 'Hội thi Ế & Ộ',
    round: { slug: round.slug, phase: 'open' },
    rows: [{ score: 5 }, { score: 4 }, { score: 3 }],
    people: 5,
    openRoundSlug: round.slug,
  })
  expect(ofContest).toMatchObject({ round: null, openRoundSlug: null })
  expect(ofContest.rows).toHaveLength(4)
  expect(JSON.stringify([ofRound, ofContest])).not.toMatch(new RegExp(people.join('|')))
})

test('there is no embedded board of practice, of a draft or of an unknown round', async () => {
  const { contestId } = round
  const practice = await seedRound({ contestId, kind: 'practice', attemptsAllowed: null })
  const draft = await seedRound({ contestId })
  await db.round.update({ where: { id: draft.id }, data: { scheduledAt: null } })

  for (const slug of [practice.slug, draft.slug, 'khong-co']) {
    const answer = await answerOf(embeddedBoard(argsOf(`/nhung/bang-xep-hang?dot=${slug}`)))
    expect([slug, answer.status]).toEqual([slug, 404])
  }
})

test('the portal kit gives snippets of what was chosen, by the address the request came to', async () => {
  const now = later(opensAt, MINUTE_MS)
  const kit = await portalKit(
    argsOf(`/cong-thong-tin?co=212x800&kieu=png&so=5&nen=toi&dot=${round.slug}`, { now }),
  )

  expect(kit.origin).toBe('http://localhost')
  expect(kit.banner.snippet).toContain(
    'src="http://localhost/nhung/banner/212x800.png" width="212" height="800"',
  )
  expect(kit.banner.snippet).toContain('alt="Hội thi Ế &amp; Ộ: vào thi và xem bảng xếp hạng"')
  expect(kit.board.snippet).toContain(`/nhung/bang-xep-hang?so=5&amp;nen=toi&amp;dot=${round.slug}"`)
})

test('a choice that does not exist falls back to the usual one', async () => {
  const kit = await portalKit(argsOf('/cong-thong-tin?co=1x1&kieu=gif&so=x&nen=hong&dot=khong-co'))

  expect(kit.chosen).toMatchObject({
    size: { name: '575x72' },
    format: 'svg',
    roundSlug: null,
    rows: 10,
    theme: 'sang',
  })
})
