import { expect, test } from 'vitest'
import { policyOf } from '#app/core/ranking/ranking-policy.ts'
import type { RoundSettings } from './round-form.ts'
import { roundWarningsOf } from './round-warnings.ts'

const now = new Date('2026-11-25T08:00:00+07:00')
const at = (text: string): Date => new Date(`${text}:00+07:00`)

const round: RoundSettings = {
  slug: 'dot-1',
  title: 'Đợt 1',
  kind: 'ranked',
  bankId: 'bank',
  opensAt: at('2026-12-01T08:00'),
  closesAt: at('2026-12-14T17:00'),
  durationMs: 15 * 60_000,
  attemptsAllowed: 3,
  endRule: 'must_start_before',
  shuffleQuestions: true,
  shuffleOptions: true,
  pointsPerQuestion: 10,
  blueprint: [{ topic: 'chung', difficulty: 1, count: 5 }],
  acceptsFlaggedQuestions: false,
  predictionKind: null,
  predictionPrompt: null,
  releaseAfterSubmission: 'score',
  releaseAfterClose: 'key',
  rankingPolicy: policyOf('score', 'duration', 'ended_at'),
  countersDelayMs: null,
  freezeBeforeMs: null,
  freezeUntil: 'provisional',
}
const neighbour = {
  slug: 'dot-2',
  title: 'Đợt 2',
  kind: 'ranked' as const,
  opensAt: round.closesAt,
  closesAt: at('2026-12-28T17:00'),
}

test('an ordinary round, followed by the next one at the minute it ends, is no cause for a warning', () => {
  expect(
    roundWarningsOf(round, [neighbour, { ...neighbour, slug: 'dot-1', opensAt: round.opensAt }], now),
  ).toEqual([])
})

test.each([
  [{ opensAt: at('2026-12-01T05:59') }, ['opens_at_night']],
  [{ opensAt: at('2026-12-01T06:00') }, []],
  [{ closesAt: at('2026-12-13T21:59') }, []],
  [{ closesAt: at('2026-12-13T22:00') }, ['closes_at_night']],
  [{ closesAt: at('2026-12-15T00:00') }, ['closes_at_night', 'overlaps']],
  [{ closesAt: at('2026-11-24T17:00'), opensAt: at('2026-11-23T08:00') }, ['closes_in_past']],
  [{ endRule: 'must_finish_before', closesAt: at('2026-12-01T08:29') }, ['attempt_cut_short']],
  [{ endRule: 'must_finish_before', closesAt: at('2026-12-01T08:30') }, []],
  [{ predictionKind: 'people', predictionPrompt: '?' }, ['prediction_without_rank']],
  [{ rankingPolicy: policyOf('score', 'prediction_distance') }, ['rank_without_prediction']],
  [{ rankingPolicy: policyOf('duration', 'score') }, ['score_not_first']],
  [{ kind: 'practice', rankingPolicy: policyOf('duration'), closesAt: at('2026-12-20T17:00') }, []],
] as const)('%j is answered with %j', (changes, codes) => {
  const warnings = roundWarningsOf({ ...round, ...changes }, [neighbour], now)

  expect(warnings.map(({ code }) => code)).toEqual(codes)
})

test('an overlap names the other round; practice stands in nobody’s way', () => {
  const late = { ...round, closesAt: at('2026-12-16T17:00') }

  expect(roundWarningsOf(late, [neighbour], now)).toEqual([{ code: 'overlaps', title: 'Đợt 2' }])
  expect(roundWarningsOf(late, [{ ...neighbour, kind: 'practice' }], now)).toEqual([])
})
