import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DEFAULT_CONTEST_POLICY, policyOf } from '../../core/ranking/ranking-policy.ts'
import { ruledRoundOf } from '../../core/rounds/ruled-round.ts'
import type { RoundSettings } from '../../core/rounds/round-form.ts'
import { RoundRules } from './round-rules.tsx'
import { PredictionRules, RankingRules } from './rules-ranking.tsx'

const BANKS: Record<string, Parameters<typeof ruledRoundOf>[1]> = {
  'bank-1': { title: 'Ngân hàng một', law: 'Luật một', topics: [{ code: 'chung', title: 'Quy định chung' }] },
  'bank-2': { title: 'Ngân hàng hai', law: 'Luật hai', topics: [{ code: 'chung', title: 'Quy định chung' }] },
}

const round: RoundSettings = {
  slug: 'dot-1',
  title: 'Đợt 1',
  kind: 'ranked',
  bankId: 'bank-1',
  opensAt: new Date('2026-12-01T08:00:00+07:00'),
  closesAt: new Date('2026-12-14T17:00:00+07:00'),
  durationMs: 900_000,
  attemptsAllowed: 3,
  endRule: 'must_start_before',
  shuffleQuestions: true,
  shuffleOptions: true,
  pointsPerQuestion: 10,
  blueprint: [{ topic: 'chung', difficulty: 1, count: 5 }],
  acceptsFlaggedQuestions: false,
  predictionKind: 'people',
  predictionPrompt: 'Bao nhiêu người?',
  releaseAfterSubmission: 'score',
  releaseAfterClose: 'key',
  rankingPolicy: policyOf('score', 'prediction_distance', 'duration'),
  countersDelayMs: 12 * 3_600_000,
  freezeBeforeMs: 24 * 3_600_000,
  freezeUntil: 'provisional',
}

/** Everything the page of the rules says of a round. */
function rulesOf(settings: RoundSettings): string {
  const bank = BANKS[settings.bankId]
  if (!bank) throw new Error('no such bank')
  const ruled = { ...ruledRoundOf(settings, bank), fingerprint: null }

  return renderToStaticMarkup(
    <>
      <RoundRules round={ruled} />
      <PredictionRules rounds={[ruled]} />
      <RankingRules rounds={[ruled]} contestPolicy={DEFAULT_CONTEST_POLICY} />
    </>,
  )
}

/** A different value for every setting; a setting added to the type must be added here too. */
const CHANGES: { [K in keyof Omit<RoundSettings, 'slug'>]: RoundSettings[K] } = {
  title: 'Đợt 2',
  kind: 'practice',
  bankId: 'bank-2',
  opensAt: new Date('2026-12-01T08:01:00+07:00'),
  closesAt: new Date('2026-12-14T17:01:00+07:00'),
  durationMs: 960_000,
  attemptsAllowed: null,
  endRule: 'must_finish_before',
  shuffleQuestions: false,
  shuffleOptions: false,
  pointsPerQuestion: 5,
  blueprint: [{ topic: 'chung', difficulty: 2, count: 5 }],
  acceptsFlaggedQuestions: true,
  predictionKind: 'attempts',
  predictionPrompt: 'Bao nhiêu người nhỉ?',
  releaseAfterSubmission: 'nothing',
  releaseAfterClose: 'marks',
  rankingPolicy: policyOf('score', 'duration', 'prediction_distance'),
  countersDelayMs: 0,
  freezeBeforeMs: null,
  freezeUntil: 'official',
}

test.each(Object.entries(CHANGES))('the rules say another %s when it is set otherwise', (name, value) => {
  expect(rulesOf({ ...round, [name]: value })).not.toBe(rulesOf(round))
})

test.each([
  ['which attempt counts', { counts: 'last' as const }],
  ['whose prediction is compared', { predictionFrom: 'last_given' as const }],
])('the rules say %s', (_what, change) => {
  expect(rulesOf({ ...round, rankingPolicy: { ...round.rankingPolicy, ...change } })).not.toBe(rulesOf(round))
})

test('the rules count the paper out: questions by topic and level, points in all', () => {
  expect(rulesOf(round)).toContain('5 câu hỏi, 15 phút, mỗi câu đúng 10 điểm, tối đa 50 điểm.')
  expect(rulesOf(round)).toContain('Quy định chung 5 câu (5 nhận biết)')
})
