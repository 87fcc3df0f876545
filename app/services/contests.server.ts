import { DomainError } from '../core/domain-error.ts'
import { shortfallsOf } from '../core/blueprint.ts'
import { phaseOf } from '../core/round-phase.ts'
import type { Phase } from '../core/round-phase.ts'
import { db } from '../db/client.server.ts'
import type { Contest, Prisma } from '../db/generated/client.ts'
import { listCandidates } from './question-cache.server.ts'
import { getRound, listRounds } from './rounds.server.ts'
import type { Round } from './rounds.server.ts'
import { createShortCache } from './short-cache.server.ts'

export type ContestWithRounds = Contest & { rounds: (Round & { phase: Phase })[] }

/** Titles and settings change seldom; a start of a round is computed from the clock, not from this copy. */
const CONTEST_TTL_MS = 1_000

const current = createShortCache<{ contest: Contest; rounds: Round[] } | null>({
  ttlMs: CONTEST_TTL_MS,
  maxEntries: 1,
})

/**
 * The contest that the public pages are about, the newest one, with its rounds but without drafts.
 * Null on a fresh database without a contest.
 */
export async function getCurrentContest(now: Date): Promise<ContestWithRounds | null> {
  const found = await current.get('current', loadCurrentContest)
  if (!found) return null

  return {
    ...found.contest,
    rounds: found.rounds
      .map((round) => ({ ...round, phase: phaseOf(round, now) }))
      .filter((round) => round.phase !== 'draft'),
  }
}

/** @throws DomainError not_found when there is no contest yet */
export async function requireCurrentContest(now: Date): Promise<ContestWithRounds> {
  const contest = await getCurrentContest(now)
  if (!contest) throw new DomainError('not_found')

  return contest
}

async function loadCurrentContest(): Promise<{ contest: Contest; rounds: Round[] } | null> {
  const contest = await db.contest.findFirst({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })

  return contest && { contest, rounds: await listRounds(contest.id) }
}

export type NewContest = Omit<Prisma.ContestUncheckedCreateInput, 'id' | 'createdAt' | 'rounds'>
export type NewRound = Omit<
  Prisma.RoundUncheckedCreateInput,
  | 'id'
  | 'scheduledAt'
  | 'settledAt'
  | 'officialAt'
  | 'complaintsUntil'
  | 'correctedAt'
  | 'finalizedAt'
  | 'predictionTruth'
  | 'predictionFacts'
  | 'attempts'
  | 'decisions'
>

/** @returns the id of the new contest */
export async function createContest(contest: NewContest): Promise<string> {
  const { id } = await db.contest.create({ data: contest, select: { id: true } })

  return id
}

/** Adds a round as a draft. @returns its id */
export async function createRound(round: NewRound): Promise<string> {
  const { id } = await db.round.create({ data: round, select: { id: true } })

  return id
}

/**
 * Makes a draft public, after checking that the bank can fill every paper (invariant 6).
 * @throws DomainError round_not_found | blueprint_not_met with the shortfalls
 */
export async function scheduleRound(slug: string, now: Date): Promise<void> {
  const round = await getRound(slug)
  if (!round) throw new DomainError('round_not_found', { slug })

  const offers = await listCandidates(
    round.bankId,
    round.acceptsFlaggedQuestions ? 'with_flagged' : 'without_flagged',
  )
  const shortfalls = shortfallsOf(round.blueprint, offers)
  if (shortfalls.length > 0) throw new DomainError('blueprint_not_met', { shortfalls })

  await db.round.update({ where: { slug, scheduledAt: null }, data: { scheduledAt: now } })
}
