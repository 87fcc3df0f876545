import { MinutesSchema } from '../../core/closing/closing-forms.ts'
import { isVerdict } from '../../core/complaints/complaint.ts'
import { DomainError } from '../../core/domain-error.ts'
import type { PaperSnapshot } from '../../core/closing/papers/snapshot.ts'
import { isOfficialPhase, phaseOf, resultStateSince } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { loadPaperCounts } from './closing-paper-counts.server.ts'
import { loadPaperWinners } from './closing-paper-winners.server.ts'
import { parseRound } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

/** A large round takes seconds to count; the transaction only reads, so it holds nobody up. */
const SNAPSHOT_TIMEOUT_MS = 60_000

export type PaperRound = {
  round: Round
  snapshot: PaperSnapshot
}

/**
 * What the papers of a round say, read in one repeatable-read transaction: a board that is rebuilt meanwhile is read
 * whole, before or after.
 * @throws DomainError round_not_found also for practice, which has no result | round_not_settled before every attempt
 * is counted
 */
export async function takePaperSnapshot(slug: string, now: Date): Promise<PaperRound> {
  return db.$transaction((tx) => readSnapshot(tx, slug, now), {
    isolationLevel: 'RepeatableRead',
    timeout: SNAPSHOT_TIMEOUT_MS,
  })
}

async function readSnapshot(tx: Tx, slug: string, now: Date): Promise<PaperRound> {
  const row = await tx.round.findUnique({ where: { slug }, include: { contest: true, closing: true } })
  if (!row || row.kind === 'practice') throw new DomainError('round_not_found', { slug })
  const { contest, closing, ...roundRow } = row
  const round = parseRound(roundRow)
  const phase = phaseOf(round, now)
  if (!round.settledAt) throw new DomainError('round_not_settled', { phase })
  const questionCount = round.blueprint.reduce((sum, { count }) => sum + count, 0)

  return {
    round,
    snapshot: {
      takenAt: now,
      contest: {
        title: contest.title,
        organizerName: contest.organizerName,
        parentBody: contest.parentBody,
        issuingBody: contest.issuingBody,
        place: contest.place,
      },
      round: {
        slug,
        title: round.title,
        phase,
        stateSince: resultStateSince(round, phase),
        opensAt: round.opensAt,
        closesAt: round.closesAt,
        settledAt: round.settledAt,
        officialAt: round.officialAt,
        complaintsUntil: round.complaintsUntil,
        questionCount,
        maxPoints: questionCount * round.pointsPerQuestion,
        durationMs: round.durationMs,
        attemptsAllowed: round.attemptsAllowed,
        prizes: round.prizes,
      },
      prediction:
        round.predictionKind === null || round.predictionTruth === null
          ? null
          : {
              kind: round.predictionKind,
              truth: round.predictionTruth,
              computedAt: round.predictionFacts?.computedAt ?? null,
            },
      minutes: closing?.minutes ? MinutesSchema.parse(closing.minutes) : null,
      lotDraws: await loadLotDraws(tx, round.id),
      complaints: await countComplaints(tx, round.id),
      ...(await loadPaperWinners(tx, round, isOfficialPhase(phase))),
      ...(await loadPaperCounts(tx, round)),
    },
  }
}

async function loadLotDraws(tx: Tx, roundId: string): Promise<PaperSnapshot['lotDraws']> {
  const draws = await tx.lotDraw.findMany({
    // A draw that was repeated has lost its lots to the later one.
    where: { roundId, lots: { some: {} } },
    orderBy: { drawnAt: 'asc' },
    select: { method: true, seed: true, present: true, drawnAt: true, _count: { select: { lots: true } } },
  })

  return draws.map(({ _count, ...draw }) => ({ ...draw, people: _count.lots }))
}

async function countComplaints(tx: Tx, roundId: string): Promise<PaperSnapshot['complaints']> {
  const groups = await tx.complaint.groupBy({
    by: ['state'],
    where: { roundId, state: { not: 'withdrawn' } },
    _count: true,
  })
  const sum = (counted: typeof groups): number => counted.reduce((total, { _count }) => total + _count, 0)

  return { received: sum(groups), decided: sum(groups.filter(({ state }) => isVerdict(state))) }
}
