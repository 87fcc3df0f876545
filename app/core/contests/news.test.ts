import { expect, test } from 'vitest'
import type { ShownAnnouncement } from './announcement.ts'
import { newsOf } from './news.ts'
import type { NewsDecision, NewsRound } from './news.ts'

const day = (number: number) => new Date(Date.UTC(2026, 10, number))

const round = (overrides: Partial<NewsRound>): NewsRound => ({
  slug: 'dot-1',
  title: 'Đợt 1',
  kind: 'ranked',
  phase: 'open',
  opensAt: day(1),
  settledAt: null,
  ...overrides,
})

const extension: NewsDecision = {
  id: 'decision',
  roundSlug: 'dot-1',
  roundTitle: 'Đợt 1',
  kind: 'extension',
  reason: 'Mất điện',
  closesAtBefore: day(7),
  closesAtAfter: day(8),
  decidedAt: day(6),
}

const announcement: ShownAnnouncement = {
  id: 'announcement',
  version: 1,
  title: 'Tạm dừng bảo trì',
  text: 'Tối nay từ 23:00.',
  severity: 'info',
  visibleFrom: day(5),
  editedAt: day(4),
}

test('openings, announcements, decisions and results are told, the newest first', () => {
  const news = newsOf([round({ phase: 'provisional', settledAt: day(9) })], [extension], [announcement])

  expect(news.map(({ kind, at }) => [kind, at.getUTCDate()])).toEqual([
    ['settled', 9],
    ['decision', 6],
    ['announcement', 5],
    ['opened', 1],
  ])
})

test('a round that has not opened is no news', () => {
  expect(newsOf([round({ phase: 'scheduled' }), round({ phase: 'draft' })], [], [])).toEqual([])
})

test('a round past its end has no result before it is settled, and practice never has one', () => {
  const kinds = newsOf(
    [round({ phase: 'closed' }), round({ kind: 'practice', phase: 'provisional', settledAt: day(9) })],
    [],
    [],
  ).map(({ kind }) => kind)

  expect(kinds).toEqual(['opened', 'opened'])
})
