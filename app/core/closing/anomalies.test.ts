import { expect, test } from 'vitest'
import { createAnomalyCollector, isImpossiblyFast } from './anomalies.ts'
import type { InspectedAttempt } from './anomalies.ts'

const attempt = (participantId: string, facts: Partial<InspectedAttempt> = {}): InspectedAttempt => ({
  participantId,
  attemptId: `attempt of ${participantId}`,
  wordCount: 1_000,
  durationMs: 300_000,
  correctCount: 8,
  questionCount: 10,
  wrongAnswers: [],
  ...facts,
})
const sheetOf = (...attempts: InspectedAttempt[]) => {
  const collector = createAnomalyCollector()
  for (const each of attempts) collector.add(each)

  return collector.sheet()
}

test('a thousand words are read in a minute by nobody; slower people are left alone', () => {
  expect(isImpossiblyFast(attempt('a', { durationMs: 59_999 }))).toBe(true)
  expect(isImpossiblyFast(attempt('a', { durationMs: 60_000 }))).toBe(false)
})

test('clicking through with half of it wrong is no sign of cheating', () => {
  expect(isImpossiblyFast(attempt('a', { durationMs: 1_000, correctCount: 4 }))).toBe(false)
  expect(isImpossiblyFast(attempt('a', { durationMs: 1_000, correctCount: 5 }))).toBe(true)
})

test('the same three mistakes of two people are a sign, in whatever order their papers had them', () => {
  const sheet = sheetOf(
    attempt('a', { wrongAnswers: ['q1:2', 'q2:0', 'q3:1'] }),
    attempt('b', { wrongAnswers: ['q3:1', 'q1:2', 'q2:0'] }),
    attempt('other option', { wrongAnswers: ['q3:1', 'q1:2', 'q2:1'] }),
    attempt('two mistakes', { wrongAnswers: ['q1:2', 'q2:0'] }),
    attempt('two mistakes too', { wrongAnswers: ['q1:2', 'q2:0'] }),
  )

  expect(sheet).toMatchObject({ attempts: 5, equalCount: 1 })
  expect(sheet.equal).toEqual([{ participantIds: ['a', 'b'], mistakes: 3 }])
})

test('a person who makes the same mistakes in two attempts is alone', () => {
  const wrongAnswers = ['q1:2', 'q2:0', 'q3:1']

  expect(sheetOf(attempt('a', { wrongAnswers }), attempt('a', { wrongAnswers })).equal).toEqual([])
})

test('the quickest come first', () => {
  const sheet = sheetOf(attempt('quick', { durationMs: 30_000 }), attempt('quicker', { durationMs: 10_000 }))

  expect(sheet.fast.map(({ participantId }) => participantId)).toEqual(['quicker', 'quick'])
})
