import { expect, test } from 'vitest'
import { startOfferOf } from './start-offer.ts'
import type { OfferAttempt, OfferRound, Viewer } from './start-offer.ts'

const NOW = new Date('2026-11-24T08:00:00Z')
const MINUTE_MS = 60_000

const openRound: OfferRound = {
  id: 'round',
  kind: 'ranked',
  phase: 'open',
  closesAt: new Date(NOW.getTime() + 60 * MINUTE_MS),
  durationMs: 10 * MINUTE_MS,
  endRule: 'must_start_before',
  attemptsAllowed: 2,
}

const attempt = (overrides: Partial<OfferAttempt> = {}): OfferAttempt => ({
  id: 'attempt',
  roundId: 'round',
  roundTitle: 'Đợt khác',
  roundKind: 'ranked',
  status: 'submitted',
  ...overrides,
})

const offer = (round: Partial<OfferRound>, attempts: OfferAttempt[] = [], viewer: Viewer = 'participant') =>
  startOfferOf({ ...openRound, ...round }, viewer, attempts, NOW)

test('who has attempts left may start, with the full time of the round', () => {
  expect(offer({}, [attempt()])).toEqual({
    kind: 'start',
    attemptMs: 10 * MINUTE_MS,
    isCutShort: false,
    attemptsLeft: 1,
  })
  expect(offer({ attemptsAllowed: null }, [attempt(), attempt()])).toMatchObject({ attemptsLeft: null })
})

test('where attempts must finish before the close, the offer names the minutes that are really left', () => {
  const closesAt = new Date(NOW.getTime() + 4 * MINUTE_MS)

  expect(offer({ closesAt, endRule: 'must_finish_before' })).toMatchObject({
    attemptMs: 4 * MINUTE_MS,
    isCutShort: true,
  })
  expect(offer({ closesAt, endRule: 'must_start_before' })).toMatchObject({
    attemptMs: 10 * MINUTE_MS,
    isCutShort: false,
  })
})

test('a running attempt is continued, even after the round has closed', () => {
  const running = attempt({ status: 'running' })

  expect(offer({}, [running])).toEqual({ kind: 'continue', attemptId: 'attempt' })
  expect(offer({ phase: 'closed' }, [running])).toEqual({ kind: 'continue', attemptId: 'attempt' })
})

test('a running attempt of another ranked round is in the way, one of practice is not', () => {
  const elsewhere = attempt({ roundId: 'other', status: 'running' })

  expect(offer({}, [elsewhere])).toEqual({
    kind: 'busy_elsewhere',
    attemptId: 'attempt',
    roundTitle: 'Đợt khác',
  })
  expect(offer({}, [{ ...elsewhere, roundKind: 'practice' }])).toMatchObject({ kind: 'start' })
})

test.each([
  ['before the opening', { phase: 'scheduled' as const }, [], 'participant' as const, 'not_open_yet'],
  ['after the close', { phase: 'closed' as const }, [], 'participant' as const, 'over'],
  ['when the result is there', { phase: 'provisional' as const }, [], 'visitor' as const, 'over'],
  ['without an account', {}, [], 'visitor' as const, 'sign_in'],
  ['as one of the staff', {}, [], 'staff' as const, 'staff'],
  ['when all attempts are used', {}, [attempt(), attempt()], 'participant' as const, 'used_up'],
])('%s nothing can be started, and the page says why', (_when, round, attempts, viewer, kind) => {
  expect(offer(round, attempts, viewer)).toMatchObject({ kind })
})

test('attempts in other rounds use up nothing here', () => {
  const elsewhere = attempt({ roundId: 'other' })

  expect(offer({}, [elsewhere, elsewhere, elsewhere])).toMatchObject({ kind: 'start', attemptsLeft: 2 })
})
