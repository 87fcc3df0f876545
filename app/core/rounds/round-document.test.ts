import { expect, test } from 'vitest'
import { policyOf } from '#app/core/ranking/ranking-policy.ts'
import { roundDocumentOf } from './round-document.ts'
import type { FixedSettings } from './round-document.ts'

const round: FixedSettings = {
  slug: 'dot-1',
  kind: 'ranked',
  opensAt: new Date('2026-12-01T08:00:00+07:00'),
  closesAt: new Date('2026-12-14T17:00:00+07:00'),
  durationMs: 900_000,
  attemptsAllowed: 3,
  endRule: 'must_start_before',
  shuffleQuestions: true,
  shuffleOptions: true,
  pointsPerQuestion: 10,
  blueprint: [
    { topic: 'chung', difficulty: 2, count: 3 },
    { topic: 'chung', difficulty: 1, count: 5 },
  ],
  acceptsFlaggedQuestions: false,
  predictionKind: 'people',
  predictionPrompt: 'Bao nhiêu người?',
  releaseAfterSubmission: 'score',
  releaseAfterClose: 'key',
  rankingPolicy: policyOf('score', 'duration'),
  countersDelayMs: 12 * 3_600_000,
  freezeBeforeMs: 24 * 3_600_000,
  freezeUntil: 'provisional',
}
const set = { count: 20, sha256: 'abc' }

test('the document is one line of JSON with its keys in order, the same for ever', () => {
  expect(roundDocumentOf(round, set)).toBe(
    '{"acceptsFlaggedQuestions":false,"attemptsAllowed":3,"blueprint":[{"count":3,"difficulty":2,"topic":"chung"},{"count":5,"difficulty":1,"topic":"chung"}],"board":{"countersDelayMs":43200000,"freezeBeforeMs":86400000,"freezeUntil":"provisional"},' +
      '"closesAt":"2026-12-14T10:00:00.000Z","durationMs":900000,"endRule":"must_start_before","format":"hoi-thi/round/1","kind":"ranked",' +
      '"opensAt":"2026-12-01T01:00:00.000Z","pointsPerQuestion":10,"prediction":{"kind":"people","prompt":"Bao nhiêu người?"},' +
      '"questionSet":{"count":20,"sha256":"abc"},"rankingPolicy":{"counts":"best","criteria":[{"by":"score","direction":"higher"},{"by":"duration","direction":"lower","precisionMs":1}],"predictionFrom":"counted","version":2},"releaseAfterClose":"key","releaseAfterSubmission":"score",' +
      '"round":"dot-1","shuffleOptions":true,"shuffleQuestions":true}',
  )
})

test('the order in which settings happen to be listed does not change it', () => {
  const reversed = Object.fromEntries(Object.entries(round).reverse()) as FixedSettings

  expect(roundDocumentOf(reversed, set)).toBe(roundDocumentOf(round, set))
})

const CHANGES: { [K in keyof FixedSettings]: FixedSettings[K] } = {
  slug: 'dot-2',
  kind: 'practice',
  opensAt: new Date('2026-12-01T08:01:00+07:00'),
  closesAt: new Date('2026-12-14T17:01:00+07:00'),
  durationMs: 960_000,
  attemptsAllowed: null,
  endRule: 'must_finish_before',
  shuffleQuestions: false,
  shuffleOptions: false,
  pointsPerQuestion: 5,
  blueprint: round.blueprint.toReversed(),
  acceptsFlaggedQuestions: true,
  predictionKind: 'attempts',
  predictionPrompt: 'Bao nhiêu lượt?',
  releaseAfterSubmission: 'nothing',
  releaseAfterClose: 'marks',
  rankingPolicy: policyOf('duration', 'score'),
  countersDelayMs: 0,
  freezeBeforeMs: null,
  freezeUntil: 'official',
}

test.each(Object.entries(CHANGES))('another %s is another document', (name, value) => {
  expect(roundDocumentOf({ ...round, [name]: value }, set)).not.toBe(roundDocumentOf(round, set))
})

test('another set of questions is another document', () => {
  expect(roundDocumentOf(round, { ...set, sha256: 'abd' })).not.toBe(roundDocumentOf(round, set))
})
