import { expect, test } from 'vitest'
import { phaseOf, resultStateSince } from './round-phase.ts'
import type { Phase, RoundWindow } from './round-phase.ts'

const OPENS_AT = new Date('2026-12-01T01:00:00.000Z')
const CLOSES_AT = new Date('2026-12-15T10:00:00.000Z')

const round = (decisions: Partial<RoundWindow>): RoundWindow => ({
  scheduledAt: null,
  opensAt: OPENS_AT,
  closesAt: CLOSES_AT,
  settledAt: null,
  officialAt: null,
  correctedAt: null,
  finalizedAt: null,
  ...decisions,
})
const scheduledAt = new Date('2026-11-20T02:00:00.000Z')
const settledAt = new Date('2026-12-15T10:00:30.000Z')

const DRAFT = round({})
const SCHEDULED = round({ scheduledAt })
const SETTLED = round({ scheduledAt, settledAt })

const PHASES: [moment: string, now: string, draft: Phase, scheduled: Phase, settled: Phase][] = [
  ['a week before the opening', '2026-11-24T01:00:00.000Z', 'draft', 'scheduled', 'scheduled'],
  ['a millisecond before the opening', '2026-12-01T00:59:59.999Z', 'draft', 'scheduled', 'scheduled'],
  ['the opening itself', '2026-12-01T01:00:00.000Z', 'draft', 'open', 'open'],
  ['in between', '2026-12-08T00:00:00.000Z', 'draft', 'open', 'open'],
  ['a millisecond before the close', '2026-12-15T09:59:59.999Z', 'draft', 'open', 'open'],
  ['the close itself', '2026-12-15T10:00:00.000Z', 'draft', 'closed', 'provisional'],
  ['a year later', '2027-12-15T10:00:00.000Z', 'draft', 'closed', 'provisional'],
]

test.each(PHASES)(
  'at %s (%s) a draft is %s, a scheduled round %s, a settled one %s',
  (_moment, now, ...phases) => {
    expect([DRAFT, SCHEDULED, SETTLED].map((each) => phaseOf(each, new Date(now)))).toEqual(phases)
  },
)

test('a settled round that is extended is open again until its new end', () => {
  const extended = { ...SETTLED, closesAt: new Date('2026-12-20T10:00:00.000Z') }

  expect(phaseOf(extended, CLOSES_AT)).toBe('open')
})

test('a result goes from provisional to official to final, and a correction opens it again', () => {
  const at = (day: string) => new Date(`2026-12-${day}T03:00:00.000Z`)
  const later = at('31')
  const official = { ...SETTLED, officialAt: at('18') }

  expect(phaseOf(official, later)).toBe('official')
  expect(phaseOf({ ...official, finalizedAt: at('22') }, later)).toBe('final')
  expect(phaseOf({ ...official, correctedAt: at('20') }, later)).toBe('corrected')
  expect(phaseOf({ ...official, correctedAt: at('20'), finalizedAt: at('22') }, later)).toBe('final')
  expect(phaseOf({ ...official, correctedAt: at('24'), finalizedAt: at('22') }, later)).toBe('corrected')
})

test('every state of a result has a moment, and none before the close has', () => {
  const officialAt = new Date('2026-12-18T03:00:00.000Z')

  expect(resultStateSince(SETTLED, 'open')).toBeNull()
  expect(resultStateSince(SETTLED, 'closed')).toEqual(CLOSES_AT)
  expect(resultStateSince(SETTLED, 'provisional')).toEqual(settledAt)
  expect(resultStateSince({ ...SETTLED, officialAt }, 'official')).toEqual(officialAt)
})
