import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeResultsFile, rehash } from '../factories/results-files.ts'
import { createSha256 } from '#app/services/sha256.server.ts'
import { checkResultsFile } from '#app/core/results/results-check.ts'
import { ResultsFileSchema } from '#app/core/results/results-file.ts'
import type { ResultsFile } from '#app/core/results/results-file.ts'
import { contentsHashOf } from '#app/core/results/results-hashes.ts'
import { keptFiguresOf, publicContestRow, publicRoundOf } from '#app/core/results/results-public.ts'

const FILE = makeResultsFile(12)

function publicOf(file: ResultsFile): ResultsFile {
  const kept = keptFiguresOf(file)
  const changed = {
    ...file,
    detail: 'board' as const,
    rounds: file.rounds.map((round) => publicRoundOf(kept, round)),
    contestStandings: file.contestStandings.map((row) => publicContestRow(kept, row)),
  }

  return { ...changed, hashes: { contents: contentsHashOf(createSha256, changed) } }
}

/** As a file is read: through JSON and its schema. */
function read(file: unknown): ResultsFile {
  return ResultsFileSchema.parse(JSON.parse(JSON.stringify(file)))
}

const differencesOf = (file: ResultsFile) => checkResultsFile(read(file), createSha256).differences

/** A figure somewhere in a file, by its path. */
type Path = (string | number)[]

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]

  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
}

function mutate(value: unknown): unknown {
  if (value === null) return 1
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return value
  // Still a moment, a pseudonym or a hash, so that the schema lets it pass: only the check can find it.
  const moment = /^\d{4}-/.test(value) ? new Date(new Date(value).getTime() + 1) : null
  if (moment) return moment.toISOString()

  return /^[0-9a-f]+$/.test(value) ? `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}` : `${value}!`
}

function withMutation(file: ResultsFile, path: Path): unknown {
  const copy: unknown = structuredClone(file)
  let holder = copy as Record<string, unknown>
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>
  const last = String(path.at(-1))
  holder[last] = mutate(holder[last])

  return copy
}

test.each([
  ['full', FILE],
  ['public', publicOf(FILE)],
])('an untouched %s file is found to be the same, row by row', (_name, file) => {
  expect(differencesOf(file)).toEqual([])
})

test.each([
  ['full', FILE],
  ['public', publicOf(FILE)],
])('any single change in a %s file is found, or the file is no results file any more', (_name, file) => {
  const leaves = leavesOf(file)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: leaves.length - 1 }), (index) => {
      const changed = ResultsFileSchema.safeParse(withMutation(file, leaves[index] ?? []))

      return !changed.success || checkResultsFile(changed.data, createSha256).differences.length > 0
    }),
    { numRuns: 250 },
  )
})

describe('a forger who puts the hashes right is found by the rules, at the place of the change', () => {
  const rounds = FILE.rounds.map((_, index) => index)
  const forged = (change: (file: ResultsFile, pick: (count: number) => number) => void) =>
    fc.property(fc.constantFrom(...rounds), fc.nat(), (round, seed) => {
      const copy = structuredClone(FILE)
      // The round to be changed is put first.
      const chosen = { ...copy, rounds: [...copy.rounds.slice(round), ...copy.rounds.slice(0, round)] }
      change(chosen, (count) => seed % count)
      const found = checkResultsFile(
        read(rehash({ ...chosen, rounds: copy.rounds })),
        createSha256,
      ).differences

      return found.length > 0 && found.every(({ list }) => list !== 'hashes')
    })
  const attemptOf = (file: ResultsFile, pick: (count: number) => number) => {
    const attempts = file.rounds[0]?.attempts ?? []
    const attempt = attempts[pick(attempts.length)]
    if (!attempt) throw new Error('no attempt')

    return attempt
  }
  const standingOf = (file: ResultsFile, pick: (count: number) => number) => {
    const standings = file.rounds[0]?.standings ?? []
    const standing = standings[pick(standings.length)]
    if (!standing) throw new Error('no standing')

    return standing
  }
  const later = (moment: string) => new Date(new Date(moment).getTime() + 1).toISOString()

  test.each<[string, Parameters<typeof forged>[0]]>([
    ['a score', (file, pick) => (attemptOf(file, pick).score += 10)],
    ['a count of right answers', (file, pick) => (attemptOf(file, pick).correctCount += 1)],
    ['a duration', (file, pick) => (attemptOf(file, pick).durationMs -= 1)],
    ['a start', (file, pick) => (attemptOf(file, pick).startedAt = later(attemptOf(file, pick).startedAt))],
    ['an end', (file, pick) => (attemptOf(file, pick).endedAt = later(attemptOf(file, pick).endedAt))],
    [
      'an answer taken away or given',
      (file, pick) => {
        const { answers } = attemptOf(file, pick)
        answers[0] = answers[0]?.length === 0 ? [1] : []
      },
    ],
    ['a rank', (file, pick) => (standingOf(file, pick).rank += 1)],
    ['a score on the board', (file, pick) => (standingOf(file, pick).scoreHundredths += 1_000)],
    ['a time on the board', (file, pick) => (standingOf(file, pick).durationMs -= 1)],
    [
      'a distance',
      (file, pick) => {
        const row = standingOf(file, pick)
        row.predictionOffset = (row.predictionOffset ?? 0) + 100_000
      },
    ],
    [
      'a key',
      (file, pick) => {
        // Not the last one: it was annulled, so that its key decides nothing.
        const question = file.rounds[0]?.questions?.[pick(10)]
        // No question of the factory has this key, and each was answered right by somebody.
        if (question) question.key = [3]
      },
    ],
    [
      'the truth of the prediction',
      (file) => {
        const round = file.rounds[0]
        if (round) round.predictionTruth = (round.predictionTruth ?? 0) + 100_000
      },
    ],
    [
      'a person who is gone from the board',
      (file, pick) => {
        const standings = file.rounds[0]?.standings ?? []
        standings.splice(pick(standings.length), 1)
      },
    ],
    [
      'a winner',
      (file) => {
        const round = file.rounds[0]
        const award = round?.awards?.[0]
        if (award) award.participant = round?.standings.at(-1)?.participant ?? ''
      },
    ],
  ])('%s', (_what, change) => {
    fc.assert(forged(change), { numRuns: 25 })
  })
})

test('every difference says round, person, field, what the rules give and what was found', () => {
  const copy = structuredClone(FILE)
  const row = copy.rounds[1]?.standings[3]
  if (!row) throw new Error('no row')
  const right = row.durationMs
  row.durationMs -= 1

  expect(differencesOf(rehash(copy))).toContainEqual({
    round: 'dot-2',
    list: 'standings',
    who: row.participant,
    field: 'durationMs',
    expected: right,
    found: right - 1,
  })
})

test('the public file has no paper, answer, key, lot or winner, and no figure that no board shows', () => {
  const text = JSON.stringify(publicOf(FILE))

  for (const word of ['"paper"', '"answers"', '"key"', '"isInSet"']) expect(text).not.toContain(word)
  for (const round of publicOf(FILE).rounds)
    for (const row of round.standings)
      expect(row).toMatchObject({ attempt: null, attemptsUsed: null, fullScoreAttempts: null })
})

describe('who had won before a result was declared', () => {
  const forgeSecond = (change: (round: ResultsFile['rounds'][number]) => void): ResultsFile => {
    const copy = structuredClone(FILE)
    const round = copy.rounds[1]
    if (round) change(round)

    return rehash(copy)
  }
  const firstWinners = new Set(FILE.rounds[0]?.awards?.map(({ participant }) => participant))
  const listed = (file: ResultsFile) => differencesOf(file).map(({ list, who }) => `${list} ${who ?? ''}`)

  test('nobody can be left out whose prize is in the file, or be put in without one', () => {
    const [omitted] = FILE.rounds[1]?.priorWinners ?? []
    const other = FILE.rounds[1]?.standings.find(({ participant }) => !firstWinners.has(participant))
    const without = forgeSecond((round) => round.priorWinners?.shift())
    const withMore = forgeSecond((round) =>
      round.priorWinners?.push({ participant: other?.participant ?? '', round: 'dot-1' }),
    )

    expect(omitted).toBeDefined()
    expect(listed(without)).toContain(`priorWinners ${omitted?.participant}`)
    expect(listed(withMore)).toContain(`priorWinners ${other?.participant}`)
  })

  test('a file from before the list was kept is checked by the rounds that were declared earlier', () => {
    const older = rehash({ ...FILE, rounds: FILE.rounds.map(({ priorWinners: _, ...round }) => round) })

    expect(differencesOf(older)).toEqual([])
  })
})
