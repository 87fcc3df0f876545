import { expect, test } from 'vitest'
import { closingStepsOf, isStepOpen, stepsAfter } from './closing.ts'
import type { ClosingProgress } from './closing.ts'
import type { Phase } from '#app/core/rounds/round-phase.ts'

const at = (day: number) => new Date(Date.UTC(2026, 11, day))
const NOW = at(20)
const NOTHING: ClosingProgress = {
  settledAt: null,
  anomaliesReviewedAt: null,
  exclusionsSettledAt: null,
  candidatesSettledAt: null,
  identitiesSettledAt: null,
  minutesSavedAt: null,
  officialAt: null,
  correctedAt: null,
  complaintsUntil: null,
  finalizedAt: null,
}
const PREPARED: ClosingProgress = {
  ...NOTHING,
  settledAt: at(10),
  anomaliesReviewedAt: at(11),
  exclusionsSettledAt: at(12),
  candidatesSettledAt: at(13),
  identitiesSettledAt: at(14),
  minutesSavedAt: at(15),
}
const currentOf = (phase: Phase, progress: ClosingProgress, now = NOW) =>
  closingStepsOf(phase, progress, now).find(({ state }) => state === 'current')?.step ?? null

test('the steps are done one after the other, from the close to the final result', () => {
  expect(currentOf('open', NOTHING)).toBe('close')
  expect(currentOf('closed', NOTHING)).toBe('close')
  expect(currentOf('provisional', { ...NOTHING, settledAt: at(10) })).toBe('anomalies')
  expect(currentOf('provisional', PREPARED)).toBe('official')
})

test('what was done beyond a step that is to be done again waits', () => {
  const reopened = { ...PREPARED, exclusionsSettledAt: null }

  expect(closingStepsOf('provisional', reopened, NOW).map(({ state }) => state)).toEqual([
    'done',
    'done',
    'current',
    'waiting',
    'waiting',
    'waiting',
    'waiting',
    'waiting',
  ])
})

test('a result becomes final only after the time for complaints', () => {
  const official = { ...PREPARED, officialAt: at(16), complaintsUntil: at(19) }

  expect(currentOf('official', official, at(18))).toBeNull()
  expect(currentOf('official', official, at(19))).toBe('final')
  expect(currentOf('final', { ...official, finalizedAt: at(19) }, at(19))).toBeNull()
})

test('before the result is official every step that was done can be done again; afterwards none', () => {
  const steps = closingStepsOf('provisional', PREPARED, NOW)
  const official = { ...PREPARED, officialAt: at(16), complaintsUntil: at(19) }

  expect(isStepOpen('exclusions', 'provisional', steps)).toBe(true)
  expect(isStepOpen('final', 'provisional', steps)).toBe(false)
  expect(isStepOpen('exclusions', 'official', closingStepsOf('official', official, NOW))).toBe(false)
  expect(isStepOpen('final', 'official', closingStepsOf('official', official, NOW))).toBe(true)
})

test('a corrected result is made final anew', () => {
  const corrected = { ...PREPARED, officialAt: at(16), complaintsUntil: at(19), finalizedAt: at(19) }

  expect(currentOf('corrected', corrected, at(20))).toBe('final')
})

test('everything after a step rests on it', () => {
  expect(stepsAfter('identities')).toEqual(['minutes', 'official', 'final'])
})
