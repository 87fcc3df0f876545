import { AnomalySheetSchema } from '../../core/closing/anomalies.ts'
import type { AnomalySheet } from '../../core/closing/anomalies.ts'
import type { Candidate } from '../../core/ranking/awards.ts'
import { undecidedTiesOf } from '../../core/ranking/awards.ts'
import { MinutesSchema } from '../../core/closing/closing-forms.ts'
import { DomainError } from '../../core/domain-error.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import { predictionTruthOf } from '../../core/ranking/prediction.ts'
import { db } from '../../db/client.server.ts'
import { loadCandidates } from './candidates.server.ts'
import { stepStatesOf } from './closing-progress.server.ts'
import { getPublishedResults } from '../results/published-results.server.ts'
import { requireRound } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'
import { factsOf } from '../rounds/settle-rounds.server.ts'

type Person = { fullName: string; loginName: string; unitName: string | null }
type People = ReadonlyMap<string, Person>

/**
 * Everything the closing of a round shows to organizers. Names are shown in full: the page is for them only.
 * @throws DomainError round_not_found also for practice, which has no result
 */
export async function loadClosing(slug: string, now: Date) {
  const round = await requireRound(slug)
  if (round.kind === 'practice') throw new DomainError('round_not_found', { slug })
  const [closing, exclusions, candidates, checks, pendingFacts] = await Promise.all([
    db.roundClosing.findUnique({ where: { roundId: round.id } }),
    db.exclusion.findMany({ where: { roundId: round.id, liftedAt: null }, orderBy: { decidedAt: 'asc' } }),
    round.settledAt ? loadCandidates(round) : [],
    db.identityCheck.findMany({ where: { roundId: round.id } }),
    round.settledAt ? factsOf(round.id) : null,
  ])
  const anomalies = closing?.anomalies ? AnomalySheetSchema.parse(closing.anomalies) : null
  const people = await loadPeople([
    ...exclusions.map(({ participantId }) => participantId),
    ...candidates.map(({ participantId }) => participantId),
    ...(anomalies?.fast.map(({ participantId }) => participantId) ?? []),
    ...(anomalies?.equal.flatMap(({ participantIds }) => participantIds) ?? []),
  ])
  const figures = await loadFigures(
    round.id,
    candidates.map(({ participantId }) => participantId),
  )
  const reasons = new Map(checks.map(({ participantId, reason }) => [participantId, reason]))
  const toCandidate = (candidate: Candidate) => ({
    ...candidate,
    ...personOf(people, candidate.participantId),
    prizeTitle: candidate.prizeIndex === null ? null : (round.prizes[candidate.prizeIndex]?.title ?? null),
    figures: figures.get(candidate.participantId) ?? null,
    reason: reasons.get(candidate.participantId) ?? '',
  })

  return {
    round: summaryOf(round, now),
    steps: stepStatesOf(round, closing, now),
    truth: truthOf(round, pendingFacts),
    anomalies: anomalies && sheetOf(anomalies, closing?.anomaliesComputedAt ?? now, people),
    isMakingAnomalies: Boolean(closing?.anomaliesRequestedAt),
    exclusions: exclusions.map(({ id, kind, reason, participantId }) => ({
      id,
      kind,
      reason,
      ...personOf(people, participantId),
    })),
    candidates: candidates.map(toCandidate),
    ties: undecidedTiesOf(candidates).map((group) => group.map(toCandidate)),
    minutes: closing?.minutes ? MinutesSchema.parse(closing.minutes) : null,
    published: await getPublishedResults(round, now),
  }
}

function summaryOf(round: Round, now: Date) {
  return {
    slug: round.slug,
    title: round.title,
    phase: phaseOf(round, now),
    closesAt: round.closesAt,
    settledAt: round.settledAt,
    officialAt: round.officialAt,
    complaintsUntil: round.complaintsUntil,
    finalizedAt: round.finalizedAt,
    prizes: round.prizes,
    reserveCount: round.reserveCount,
  }
}

/** The signals with the names of the people they are about. */
function sheetOf(anomalies: AnomalySheet, computedAt: Date, people: People) {
  return {
    ...anomalies,
    computedAt,
    fast: anomalies.fast.map((each) => ({ ...each, ...personOf(people, each.participantId) })),
    equal: anomalies.equal.map(({ mistakes, participantIds }) => ({
      mistakes,
      people: participantIds.map((id) => personOf(people, id)),
    })),
  }
}

/** The truth that stands, and the one it becomes when the list of exclusions is settled. */
function truthOf(round: Round, pendingFacts: Awaited<ReturnType<typeof factsOf>> | null) {
  return {
    kind: round.predictionKind,
    value: round.predictionTruth,
    facts: round.predictionFacts,
    pending:
      round.predictionKind && pendingFacts
        ? { value: predictionTruthOf(round.predictionKind, pendingFacts), facts: pendingFacts }
        : null,
  }
}

async function loadPeople(ids: readonly string[]): Promise<People> {
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, fullName: true, loginName: true, unit: { select: { name: true } } },
  })

  return new Map(
    users.map(({ id, fullName, loginName, unit }) => [
      id,
      { fullName, loginName, unitName: unit?.name ?? null },
    ]),
  )
}

function personOf(people: People, id: string): Person {
  return people.get(id) ?? { fullName: id, loginName: '', unitName: null }
}

async function loadFigures(roundId: string, participantIds: string[]) {
  const rows = await db.standing.findMany({
    where: { boardId: roundId, participantId: { in: participantIds } },
    select: {
      participantId: true,
      score: true,
      scoreFraction: true,
      durationMs: true,
      predictionDistance: true,
    },
  })

  return new Map(
    rows.map((row) => [
      row.participantId,
      {
        score: (row.score * 100 + row.scoreFraction) / 100,
        durationMs: Number(row.durationMs),
        predictionDistance: row.predictionDistance,
      },
    ]),
  )
}
