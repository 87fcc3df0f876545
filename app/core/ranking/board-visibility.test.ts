import { expect, test } from 'vitest'
import { boardVisibilityOf, numbersWaitUntil } from './board-visibility.ts'
import type { VisibilityRules } from './board-visibility.ts'

const at = (time: string) => new Date(`2026-12-${time}:00+07:00`)

const ROUND: VisibilityRules = {
  scheduledAt: at('01T08:00'),
  opensAt: at('02T08:00'),
  closesAt: at('09T17:00'),
  settledAt: null,
  officialAt: null,
  correctedAt: null,
  finalizedAt: null,
  predictionKind: 'people_all_right',
  countersDelayMs: null,
  freezeBeforeMs: null,
  freezeUntil: 'provisional',
}
const waitAt = (rounds: VisibilityRules[], now: Date) => numbersWaitUntil(boardVisibilityOf(rounds, now))

test('until the delay is over the board says when its numbers appear, and the counters then have their first step', () => {
  const appears = at('03T08:10')
  expect(waitAt([ROUND], at('02T08:00'))).toEqual(appears)
  expect(waitAt([ROUND], at('03T08:09'))).toEqual(appears)
  expect(waitAt([ROUND], appears)).toBeNull()
  expect(boardVisibilityOf([ROUND], appears)).toMatchObject({ countedUntil: at('02T08:10') })
})

test('a round that opens between two steps waits for the first step after its opening', () => {
  const odd = { ...ROUND, opensAt: at('02T08:03'), countersDelayMs: 2 * 3_600_000 }
  expect(waitAt([odd], at('02T09:00'))).toEqual(at('02T10:10'))
  expect(waitAt([odd], at('02T10:10'))).toBeNull()
})

test('numbers without a delay are there at once', () => {
  expect(waitAt([{ ...ROUND, countersDelayMs: 0 }], at('02T08:01'))).toBeNull()
  expect(waitAt([{ ...ROUND, predictionKind: null }], at('02T08:01'))).toBeNull()
})

test('a frozen board says it too, and the contest’s board waits only while none of its rounds has numbers', () => {
  const frozen = { ...ROUND, closesAt: at('02T20:00'), freezeBeforeMs: 13 * 3_600_000 }
  expect(boardVisibilityOf([frozen], at('02T09:00'))).toMatchObject({
    kind: 'frozen',
    numbersFrom: at('03T08:10'),
  })
  const later = { ...ROUND, scheduledAt: at('01T08:00'), opensAt: at('12T08:00'), closesAt: at('19T17:00') }
  expect(waitAt([ROUND, later], at('02T09:00'))).toEqual(at('03T08:10'))
  expect(waitAt([{ ...ROUND, settledAt: at('09T17:20') }, later], at('12T09:00'))).toBeNull()
})
