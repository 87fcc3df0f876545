import { expect, test } from 'vitest'
import { headlineEndsAt, headlineOf } from './contest-headline.ts'
import type { HeadlineRound } from './contest-headline.ts'
import { phaseOf } from '#app/core/rounds/round-phase.ts'

const at = (day: number): Date => new Date(Date.UTC(2026, 10, day))

/** Rounds of one contest as they stand at `now`: each from a day to a day. */
function roundsAt(
  now: Date,
  ...windows: { slug: string; from: number; to: number; settled?: true; kind?: HeadlineRound['kind'] }[]
): HeadlineRound[] {
  return windows.map(({ slug, from, to, settled, kind = 'ranked' }) => {
    const window = {
      scheduledAt: at(1),
      opensAt: at(from),
      closesAt: at(to),
      settledAt: settled ? at(to) : null,
      officialAt: null,
      correctedAt: null,
      finalizedAt: null,
    }

    return { slug, title: `Đợt ${slug}`, kind, phase: phaseOf(window, now), ...window }
  })
}

const FIRST = { slug: '1', from: 5, to: 10 }
const SECOND = { slug: '2', from: 12, to: 20 }

test('before the first round the next opening is told', () => {
  expect(headlineOf(roundsAt(at(3), SECOND, FIRST))).toEqual({
    kind: 'upcoming',
    round: { slug: '1', title: 'Đợt 1' },
    from: at(5),
  })
})

test('while a round is open its end is told; of several the one that ends first', () => {
  const long = { slug: 'dài', from: 4, to: 25 }

  expect(headlineOf(roundsAt(at(7), long, FIRST, SECOND))).toMatchObject({ kind: 'open', until: at(10) })
  expect(headlineOf(roundsAt(at(11), long, FIRST, SECOND))).toMatchObject({ kind: 'open', until: at(25) })
})

test('between two rounds the next opening is told again', () => {
  expect(headlineOf(roundsAt(at(11), FIRST, SECOND))).toMatchObject({ kind: 'upcoming', from: at(12) })
})

test('after the last round its counting is told, then its results', () => {
  expect(headlineOf(roundsAt(at(21), FIRST, SECOND))).toMatchObject({
    kind: 'counting',
    round: { slug: '2' },
  })
  expect(headlineOf(roundsAt(at(21), FIRST, { ...SECOND, settled: true }))).toMatchObject({
    kind: 'results',
    round: { slug: '2' },
  })
})

test('practice and drafts are not announced', () => {
  const [draft] = roundsAt(at(3), FIRST)
  const rounds = [
    ...roundsAt(at(7), { ...FIRST, kind: 'practice' as const }),
    ...(draft ? [{ ...draft, phase: 'draft' as const }] : []),
  ]

  expect(headlineOf(rounds)).toEqual({ kind: 'announced' })
  expect(headlineEndsAt(rounds, at(3))).toBeNull()
})

test('an announcement ends at the next opening or end', () => {
  expect(headlineEndsAt(roundsAt(at(3), FIRST, SECOND), at(3))).toEqual(at(5))
  expect(headlineEndsAt(roundsAt(at(5), FIRST, SECOND), at(5))).toEqual(at(10))
  expect(headlineEndsAt(roundsAt(at(20), FIRST, SECOND), at(20))).toBeNull()
})
