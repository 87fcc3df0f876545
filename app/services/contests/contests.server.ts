import { DomainError } from '../../core/domain-error.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import type { Contest, Prisma } from '../../db/generated/client.ts'
import { listRounds } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'
import { createShortCache } from '../short-cache.server.ts'

export type ContestWithRounds = Contest & { rounds: (Round & { phase: Phase })[] }

/** Titles and settings change seldom; a start of a round is computed from the clock, not from this copy. */
const CONTEST_TTL_MS = 1_000

const current = createShortCache<{ contest: Contest; rounds: Round[] } | null>({
  ttlMs: CONTEST_TTL_MS,
  maxEntries: 1,
})

/**
 * The contest that the public pages are about, marked by the organizers or else the newest one, with its rounds but
 * without drafts.
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
  const id = await getCurrentContestId()
  const contest = id === null ? null : await db.contest.findUnique({ where: { id } })

  return contest && { contest, rounds: await listRounds(contest.id) }
}

/** The contest marked last, or else the newest; null without any. */
export async function getCurrentContestId(tx: Tx = db): Promise<string | null> {
  const contest = await tx.contest.findFirst({
    orderBy: [{ currentSince: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })

  return contest?.id ?? null
}

export type NewContest = Omit<Prisma.ContestUncheckedCreateInput, 'id' | 'rounds' | 'documents'>
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
export async function createContest(contest: NewContest, tx: Tx = db): Promise<string> {
  const { id } = await tx.contest.create({ data: contest, select: { id: true } })

  return id
}

/** Adds a round as a draft. @returns its id */
export async function createRound(round: NewRound): Promise<string> {
  const { id } = await db.round.create({ data: round, select: { id: true } })

  return id
}

export { scheduleRound } from '../rounds/schedule-rounds.server.ts'
