import { expect, test } from 'vitest'
import { contestStateOf, nextChangeAt } from './contest-state.ts'

const day = (date: number) => new Date(Date.UTC(2026, 10, date))

function makeRound(name: string, from: number, to: number, overrides = {}) {
  return {
    name,
    kind: 'ranked' as const,
    scheduledAt: day(1) as Date | null,
    opensAt: day(from),
    closesAt: day(to),
    settledAt: null as Date | null,
    ...overrides,
  }
}

const ROUNDS = [makeRound('một', 2, 5), makeRound('hai', 10, 20), makeRound('ba', 25, 28)]

test.each([
  ['before the first round', 1, 'upcoming', 'một'],
  ['at the opening moment', 2, 'open', 'một'],
  ['at the closing moment, with another round to come', 5, 'upcoming', 'hai'],
  ['in the second round', 19, 'open', 'hai'],
  ['after the last round', 28, 'over', 'ba'],
])('%s the contest tells of the right round', (_moment, date, kind, name) => {
  expect(contestStateOf(ROUNDS, day(date))).toMatchObject({ kind, round: { name } })
})

test('of two open rounds the one that closes first is told', () => {
  const rounds = [makeRound('dài', 2, 20), makeRound('ngắn', 3, 6)]

  expect(contestStateOf(rounds, day(4))).toMatchObject({ kind: 'open', round: { name: 'ngắn' } })
})

test('practice and drafts say nothing about the contest', () => {
  const practice = { ...makeRound('ôn tập', 2, 20), kind: 'practice' as const }
  const draft = makeRound('nháp', 2, 20, { scheduledAt: null })

  expect(contestStateOf([practice, draft], day(4))).toEqual({ kind: 'none' })
})

test('the next change is the end of an open round, the start of an upcoming one, and none after the last', () => {
  const changeAt = (date: number) => nextChangeAt(contestStateOf(ROUNDS, day(date)))

  expect([changeAt(3), changeAt(6), changeAt(29)]).toEqual([day(5), day(10), null])
})
