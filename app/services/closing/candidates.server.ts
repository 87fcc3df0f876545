import { randomBytes } from 'node:crypto'
import { candidatesOf, prizeCountOf, undecidedTiesOf } from '../../core/ranking/awards.ts'
import type { Candidate, Prize, RankedPerson } from '../../core/ranking/awards.ts'
import { DomainError } from '../../core/domain-error.ts'
import { createRandom, shuffled } from '../../core/random.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { lockForStep, markStep } from './closing-progress.server.ts'
import { parseContestPolicy } from '../contests/contest-policy.server.ts'
import { requireRound } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'
import { rebuildBoard } from '../boards/standings.server.ts'

type Deciding = { roundSlug: string; decidedById: string; now: Date }

/** Rejected and passed-over people leave their place to the next ones: this many more than the prizes are looked at. */
const SPARE_ROWS = 500

/**
 * Everybody who is near a prize, by the board, with what came of checking them.
 * @param client a transaction whose view of the data is wanted
 */
export async function loadCandidates(round: Round, client: Tx = db): Promise<Candidate[]> {
  const limit = prizeCountOf(round.prizes) + round.reserveCount + SPARE_ROWS
  const [people, checks, awardsElsewhere] = await Promise.all([
    loadLeaders(client, round.id, limit),
    client.identityCheck.findMany({
      where: { roundId: round.id },
      select: { participantId: true, verdict: true },
    }),
    loadAwardsElsewhere(client, round),
  ])
  const hasWonElsewhere = new Set(awardsElsewhere.map(({ participantId }) => participantId))

  return candidatesOf(
    { prizes: round.prizes, reserveCount: round.reserveCount, hasWonElsewhere },
    people,
    new Map(checks.map(({ participantId, verdict }) => [participantId, verdict])),
  )
}

/**
 * Sets the prizes of a round whose settings named none, or corrects them; the list of candidates follows.
 * @throws DomainError round_not_found | closing_step_not_open
 */
export async function savePrizes({
  roundSlug,
  prizes,
  reserveCount,
  decidedById,
  now,
}: Deciding & { prizes: Prize[]; reserveCount: number }): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'candidates', now)
    await tx.round.update({ where: { id: round.id }, data: { prizes, reserveCount } })
    await markStep(tx, round.id, 'candidates', null)
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.set_prizes',
      subject: `round:${round.slug}`,
      details: { prizes, reserveCount },
      now,
    })
  })
}

export type DrawLots = Deciding & {
  present: string[]
  method: 'by_hand' | 'by_machine'
  /** What each person drew, by participant; of a draw by hand. */
  numbers: ReadonlyMap<string, number>
}

/**
 * Records lots for everybody whom a prize's border divides among equals. The machine draws from a seed that is published,
 * so that the draw can be repeated.
 * @throws DomainError closing_step_not_open | nothing_to_draw | lots_incomplete
 */
export async function drawLots({
  roundSlug,
  present,
  method,
  numbers,
  decidedById,
  now,
}: DrawLots): Promise<void> {
  const round = await requireRound(roundSlug)
  const tied = undecidedTiesOf(await loadCandidates(round)).flatMap((group) =>
    group.map((each) => each.participantId),
  )
  if (tied.length === 0) throw new DomainError('nothing_to_draw')
  const seed = method === 'by_machine' ? randomBytes(8).toString('hex') : null
  const drawn = seed === null ? numbers : drawByMachine(tied, seed)
  const lots = tied.map((participantId) => ({ participantId, number: drawn.get(participantId) ?? 0 }))
  if (lots.some(({ number }) => number < 1) || new Set(lots.map(({ number }) => number)).size < lots.length)
    throw new DomainError('lots_incomplete')

  await db.$transaction(async (tx) => {
    await lockForStep(tx, roundSlug, 'candidates', now)
    await tx.lot.deleteMany({ where: { roundId: round.id, participantId: { in: tied } } })
    await tx.lotDraw.create({
      data: {
        roundId: round.id,
        method,
        seed,
        present,
        drawnById: decidedById,
        drawnAt: now,
        lots: { create: lots.map((lot) => ({ roundId: round.id, ...lot })) },
      },
    })
    const details = { method, people: tied.length, present, seed }
    await tx.decision.create({
      data: { roundId: round.id, kind: 'lot_draw', reason: '', details, decidedById, decidedAt: now },
    })
    await markStep(tx, round.id, 'candidates', null)
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.draw_lots',
      subject: `round:${round.slug}`,
      details: { ...details, lots },
      now,
    })
  })
  if (round.rankingPolicy.criteria.some(({ by }) => by === 'lot')) await rebuildBoard(round)
}

/**
 * Agrees on the candidates.
 * @throws DomainError closing_step_not_open | prizes_missing | ties_undecided
 */
export async function settleCandidates({ roundSlug, decidedById, now }: Deciding): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'candidates', now)
    if (round.prizes.length === 0) throw new DomainError('prizes_missing')
    const candidates = await loadCandidates(round)
    if (undecidedTiesOf(candidates).length > 0) throw new DomainError('ties_undecided')

    await markStep(tx, round.id, 'candidates', now)
    await auditStep(tx, { action: 'round.settle_candidates', round, decidedById, now })
  })
}

/**
 * Records what came of checking a candidate. With a rejection the next one moves up.
 * @throws DomainError closing_step_not_open | participant_not_found | reason_missing
 */
export async function checkIdentity({
  roundSlug,
  participantId,
  verdict,
  reason,
  decidedById,
  now,
}: Deciding & { participantId: string; verdict: 'confirmed' | 'rejected'; reason: string }): Promise<void> {
  if (verdict === 'rejected' && reason === '') throw new DomainError('reason_missing')
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'identities', now)
    const isCandidate = (await loadCandidates(round)).some((each) => each.participantId === participantId)
    if (!isCandidate) throw new DomainError('participant_not_found')

    const check = { verdict, reason, decidedById, decidedAt: now }
    await tx.identityCheck.upsert({
      where: { roundId_participantId: { roundId: round.id, participantId } },
      create: { roundId: round.id, participantId, ...check },
      update: check,
    })
    await markStep(tx, round.id, 'identities', null)
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.check_identity',
      subject: `round:${round.slug}`,
      details: { participantId, verdict, reason },
      now,
    })
  })
}

/**
 * Agrees on the winners: every prize has somebody who was confirmed, as far as there are people.
 * @throws DomainError closing_step_not_open | identities_unchecked | ties_undecided
 */
export async function settleIdentities({ roundSlug, decidedById, now }: Deciding): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'identities', now)
    requireSettled(await loadCandidates(round))
    await markStep(tx, round.id, 'identities', now)
    await auditStep(tx, { action: 'round.settle_identities', round, decidedById, now })
  })
}

/** @throws DomainError ties_undecided | identities_unchecked */
export function requireSettled(candidates: readonly Candidate[]): Candidate[] {
  // A rejection can bring equals to the border of a prize who were not there before.
  if (undecidedTiesOf(candidates).length > 0) throw new DomainError('ties_undecided')
  const winners = candidates.filter(({ standing }) => standing === 'winner')
  if (winners.some(({ verdict }) => verdict !== 'confirmed')) throw new DomainError('identities_unchecked')

  return winners
}

async function loadLeaders(client: Tx, roundId: string, limit: number): Promise<RankedPerson[]> {
  const rows = await client.$queryRaw<{ participant_id: string; rank: bigint; number: number | null }[]>`
    SELECT leaders.participant_id, leaders.rank, l.number FROM (
      SELECT participant_id, rank() OVER (ORDER BY sort_key) AS rank, sort_key
      FROM standing WHERE board_id = ${roundId} AND sort_key <= coalesce(
        (SELECT sort_key FROM standing WHERE board_id = ${roundId}
         ORDER BY sort_key, participant_id OFFSET ${limit} LIMIT 1), '~')
    ) leaders
    LEFT JOIN lot l ON l.round_id = ${roundId} AND l.participant_id = leaders.participant_id
    ORDER BY leaders.sort_key, leaders.participant_id`

  return rows.map((row) => ({
    participantId: row.participant_id,
    rank: Number(row.rank),
    lotNumber: row.number,
  }))
}

/** Prizes of other rounds, where the contest gives one to each person. */
export async function loadAwardsElsewhere(
  client: Tx,
  round: Round,
): Promise<{ participantId: string; roundId: string }[]> {
  const contest = await client.contest.findUniqueOrThrow({
    where: { id: round.contestId },
    select: { boardPolicy: true },
  })
  if (parseContestPolicy(contest.boardPolicy).prizesPerPerson === 'any') return []

  return client.award.findMany({
    where: { round: { contestId: round.contestId, id: { not: round.id } } },
    select: { participantId: true, roundId: true },
  })
}

function drawByMachine(participantIds: readonly string[], seed: string): ReadonlyMap<string, number> {
  const order = shuffled([...participantIds].sort(), createRandom(seed))

  return new Map(order.map((participantId, index) => [participantId, index + 1]))
}

async function auditStep(
  tx: Tx,
  step: {
    action: 'round.settle_candidates' | 'round.settle_identities'
    round: Round
    decidedById: string
    now: Date
  },
): Promise<void> {
  await recordAudit(tx, {
    actorId: step.decidedById,
    action: step.action,
    subject: `round:${step.round.slug}`,
    details: {},
    now: step.now,
  })
}
