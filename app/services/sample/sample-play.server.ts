import { PaperPositionsSchema } from '../../core/attempts/paper.ts'
import type { Answers } from '../../core/attempts/answers.ts'
import type { PaperPosition } from '../../core/attempts/paper.ts'
import { createRandom } from '../../core/random.ts'
import type { Random } from '../../core/random.ts'
import { db } from '../../db/client.server.ts'
import { submitAttempt } from '../attempts/end-attempt.server.ts'
import { getKeys } from '../attempts/question-cache.server.ts'
import { getRound } from '../rounds/rounds.server.ts'
import { saveAnswers } from '../attempts/save-answers.server.ts'
import { startAttempt } from '../attempts/start-attempt.server.ts'

const MINUTE_MS = 60_000

/** Sample people who play at the same time: as many as the database serves without queueing. */
const CONCURRENCY = 8

/**
 * Lets sample people take a round that lies in the past, through the same use cases as real participants and
 * with the clock of that time: most once, some again, with skill, speed and guesses of their own.
 */
export async function playSampleRound(roundSlug: string, people: readonly string[]): Promise<void> {
  const round = await getRound(roundSlug)
  if (!round) throw new Error(`sample round ${roundSlug} is missing`)

  const queue = [...people]
  const playUntilEmpty = async (): Promise<void> => {
    for (let person = queue.shift(); person !== undefined; person = queue.shift())
      await playPerson(round, person)
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, playUntilEmpty))
}

type Window = { slug: string; opensAt: Date; closesAt: Date; durationMs: number }

async function playPerson(round: Window, participantId: string): Promise<void> {
  const random = createRandom(`sample play ${participantId}`)
  const skill = 0.55 + 0.44 * random.next()
  const attemptCount = random.next() < 0.3 ? 2 : 1
  const windowMs =
    round.closesAt.getTime() - round.opensAt.getTime() - attemptCount * (round.durationMs + MINUTE_MS)
  let startedAt = new Date(round.opensAt.getTime() + Math.floor(random.next() * windowMs))

  for (let attempt = 0; attempt < attemptCount; attempt++) {
    const durationMs = Math.floor(round.durationMs * (0.15 + 0.8 * random.next()))
    await playAttempt({ roundSlug: round.slug, participantId, startedAt, durationMs, skill, random })
    startedAt = new Date(startedAt.getTime() + round.durationMs + MINUTE_MS)
  }
}

type Play = {
  roundSlug: string
  participantId: string
  startedAt: Date
  durationMs: number
  skill: number
  random: Random
}

async function playAttempt({
  roundSlug,
  participantId,
  startedAt,
  durationMs,
  skill,
  random,
}: Play): Promise<void> {
  const { attemptId } = await startAttempt({ roundSlug, participantId, now: startedAt })
  const paper = await db.paper.findUniqueOrThrow({ where: { attemptId } })
  const positions = PaperPositionsSchema.parse(paper.positions)
  const answers = chooseAnswers(
    positions,
    await getKeys(positions.map(({ versionId }) => versionId)),
    skill,
    random,
  )
  const submittedAt = new Date(startedAt.getTime() + durationMs)
  await saveAnswers({ attemptId, participantId, revision: 0, answers, now: submittedAt })
  await submitAttempt({
    attemptId,
    participantId,
    prediction: String(20 + random.below(160)),
    now: submittedAt,
  })
}

function chooseAnswers(
  positions: readonly PaperPosition[],
  keys: ReadonlyMap<string, readonly number[]>,
  skill: number,
  random: Random,
): Answers {
  return Object.fromEntries(
    positions.map((position, index) => {
      const key = keys.get(position.versionId) ?? []
      const knows = random.next() < skill
      const chosen = position.options.filter((option, place) =>
        knows ? key.includes(option.index) : place === random.below(position.options.length),
      )

      return [String(index + 1), chosen.map((option) => option.id)]
    }),
  )
}
