import { expect, test } from 'vitest'
import { predictionShift } from './prediction-shift.ts'
import { policyOf } from './ranking-policy.ts'

const AT = new Date('2026-12-10T03:00:00.000Z')
const person = (participantId: string, prediction: bigint) => ({
  participantId,
  lotNumber: null,
  attempts: [
    {
      id: participantId,
      score: 100,
      isFullScore: true,
      startedAt: AT,
      endedAt: AT,
      durationMs: 1_000,
      prediction,
    },
  ],
})

test('another truth moves places, and says who enters and who leaves the prizes', () => {
  const people = [person('ten', 10n), person('nine', 9n), person('five', 5n)]

  expect(
    predictionShift(policyOf('score', 'prediction_distance'), people, { before: 10n, after: 4n }, 1),
  ).toEqual({
    truthBefore: 10n,
    truthAfter: 4n,
    movedCount: 2,
    entering: ['five'],
    leaving: ['ten'],
  })
})

test('where guesses don’t rank, nothing moves', () => {
  expect(
    predictionShift(policyOf('score'), [person('a', 1n), person('b', 2n)], { before: 1n, after: 2n }, 1),
  ).toMatchObject({ movedCount: 0, entering: [], leaving: [] })
})
