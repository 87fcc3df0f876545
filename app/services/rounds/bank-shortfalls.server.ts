import { cellKey } from '../../core/rounds/blueprint-cell.ts'
import { BlueprintSchema, shortfallsOf } from '../../core/rounds/blueprint.ts'
import type { Shortfall } from '../../core/rounds/blueprint.ts'
import { DomainError } from '../../core/domain-error.ts'
import type { Tx } from '../../db/client.server.ts'
import { loadCandidates } from '../attempts/question-cache.server.ts'

/** A round that can't draw complete papers, with the cells its bank can't fill. */
export type RoundShortfall = { title: string; slug: string; shortfalls: Shortfall[] }

/** The scheduled rounds of a bank that have not ended and could not draw a complete paper now. */
export async function listShortfalls(tx: Tx, bankId: string, now: Date): Promise<RoundShortfall[]> {
  const rounds = await tx.round.findMany({
    where: { bankId, scheduledAt: { not: null }, closesAt: { gt: now } },
    orderBy: { opensAt: 'asc' },
    select: { title: true, slug: true, blueprint: true, acceptsFlaggedQuestions: true },
  })
  if (rounds.length === 0) return []
  const candidates = await loadCandidates(tx, bankId, now)
  const unflagged = candidates.filter(({ isFlagged }) => !isFlagged)

  return rounds
    .map(({ title, slug, blueprint, acceptsFlaggedQuestions }) => ({
      title,
      slug,
      shortfalls: shortfallsOf(
        BlueprintSchema.parse(blueprint),
        acceptsFlaggedQuestions ? candidates : unflagged,
      ),
    }))
    .filter(({ shortfalls }) => shortfalls.length > 0)
}

/**
 * Refuses a change that takes from a round what its papers need (invariant 6). What was short before may stay short:
 * that is no reason to refuse unrelated work.
 * @throws DomainError round_left_short {rounds}
 */
export function requireNoneWorse(before: readonly RoundShortfall[], after: readonly RoundShortfall[]): void {
  const availableBefore = new Map(
    before.flatMap(({ slug, shortfalls }) =>
      shortfalls.map((cell) => [`${slug} ${cellKey(cell)}`, cell.available] as const),
    ),
  )
  const worse = after.filter(({ slug, shortfalls }) =>
    shortfalls.some(
      (cell) => cell.available < (availableBefore.get(`${slug} ${cellKey(cell)}`) ?? cell.wanted),
    ),
  )
  if (worse.length > 0) throw new DomainError('round_left_short', { rounds: worse.map(({ title }) => title) })
}
