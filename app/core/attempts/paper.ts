import { z } from 'zod'
import { cellKey } from '#app/core/rounds/blueprint-cell.ts'
import type { Offer } from '#app/core/rounds/blueprint-cell.ts'
import { shortfallsOf } from '#app/core/rounds/blueprint.ts'
import type { Blueprint, Shortfall } from '#app/core/rounds/blueprint.ts'
import { createRandom, shuffled } from '#app/core/random.ts'
import type { Random } from '#app/core/random.ts'

/**
 * A drawn paper as stored: for each position the question version and its options in the order they are shown.
 * `id` is what the browser sees; `index` (place in the version's option list) stays on the server.
 */
export const PaperPositionsSchema = z.array(
  z.object({
    versionId: z.string(),
    options: z.array(z.object({ id: z.string(), index: z.number().int().min(0) })),
  }),
)
export type PaperPosition = z.infer<typeof PaperPositionsSchema>[number]

/** A question that may be drawn: where it belongs and how many options it has. */
export type Candidate = Offer & { versionId: string; optionCount: number }

export type DrawSettings = {
  blueprint: Blueprint
  shuffleQuestions: boolean
  shuffleOptions: boolean
}

export type Draw = { drawn: true; positions: PaperPosition[] } | { drawn: false; shortfalls: Shortfall[] }

/**
 * Draws a paper: complete by the blueprint or not at all, never a question twice (invariant 6).
 * Deterministic: the same candidates (in any order), settings and seed give the same paper.
 */
export function drawPaper(candidates: readonly Candidate[], settings: DrawSettings, seed: string): Draw {
  const shortfalls = shortfallsOf(settings.blueprint, candidates)
  if (shortfalls.length > 0) return { drawn: false, shortfalls }

  const random = createRandom(seed)
  const drawers = groupByCell(candidates)
  const chosen = settings.blueprint.flatMap((cell) =>
    shuffled(drawers.get(cellKey(cell)) ?? [], random).slice(0, cell.count),
  )
  const ordered = settings.shuffleQuestions ? shuffled(chosen, random) : chosen
  const optionIds = createOptionIds(random)

  return {
    drawn: true,
    positions: ordered.map((candidate) => ({
      versionId: candidate.versionId,
      options: optionOrder(candidate.optionCount, settings.shuffleOptions, random).map((index) => ({
        id: optionIds(),
        index,
      })),
    })),
  }
}

function groupByCell(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  // Sorted first: the order in which the database returned the rows must not change the draw.
  const sorted = [...candidates].sort((a, b) => (a.versionId < b.versionId ? -1 : 1))

  return Map.groupBy(sorted, cellKey)
}

function optionOrder(optionCount: number, shuffle: boolean, random: Random): number[] {
  const indices = Array.from({ length: optionCount }, (_, index) => index)

  return shuffle ? shuffled(indices, random) : indices
}

const OPTION_ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'
const OPTION_ID_LENGTH = 4

/** Ids that say nothing: random, unique in the paper, different in every attempt (invariant 2). */
function createOptionIds(random: Random): () => string {
  const used = new Set<string>()

  return () => {
    for (;;) {
      const id = Array.from(
        { length: OPTION_ID_LENGTH },
        () => OPTION_ID_ALPHABET[random.below(OPTION_ID_ALPHABET.length)],
      ).join('')
      if (!used.has(id)) {
        used.add(id)

        return id
      }
    }
  }
}
