import { expect, test } from 'vitest'
import { cellKey } from '#app/core/rounds/blueprint-cell.ts'
import { shortfallsOf } from '#app/core/rounds/blueprint.ts'
import { drawPaper } from '#app/core/attempts/paper.ts'
import { sampleRounds } from '#app/services/sample/sample-rounds.ts'
import { BANK_SLUG, readBank } from './question-bank.ts'

const { topics } = await readBank(BANK_SLUG)
const rounds = sampleRounds(new Date('2026-12-01T00:00:00Z'))
const candidates = topics.flatMap((topic) =>
  topic.questions
    .filter((question) => question.review === undefined)
    .map((question) => ({
      versionId: question.id,
      topic: topic.topic,
      difficulty: question.difficulty,
      optionCount: question.options.length,
    })),
)

test.each(rounds)(
  'the bank can fill every paper of $slug without questions that wait for review',
  (round) => {
    expect(shortfallsOf(round.blueprint, candidates)).toEqual([])
  },
)

test.each(rounds)('two papers of $slug are not the same', (round) => {
  const settings = { blueprint: round.blueprint, shuffleQuestions: true, shuffleOptions: true }
  const ids = (seed: string) => {
    const draw = drawPaper(candidates, settings, seed)

    return draw.drawn ? draw.positions.map((position) => position.versionId).sort() : []
  }

  expect(ids('a')).not.toEqual(ids('b'))
})

test('rounds that show their keys never draw from where a secret round draws', () => {
  const cellsOf = (slugs: string[]) =>
    rounds.filter((round) => slugs.includes(round.slug)).flatMap((round) => round.blueprint.map(cellKey))
  const secret = new Set(cellsOf(['dot-2', 'dot-3']))

  expect(cellsOf(['dot-1', 'on-tap']).filter((cell) => secret.has(cell))).toEqual([])
})
