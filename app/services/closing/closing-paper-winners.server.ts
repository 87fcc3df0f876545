import type { Candidate } from '../../core/ranking/awards.ts'
import type { PaperSnapshot, Winner } from '../../core/closing/papers/snapshot.ts'
import type { Tx } from '../../db/client.server.ts'
import { loadCandidates } from './candidates.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

type WinnersPart = Pick<PaperSnapshot, 'winners' | 'tiedCount' | 'uncheckedCount' | 'reserves' | 'passed'>

type PersonRow = {
  id: string
  fullName: string
  unitName: string | null
  scoreHundredths: number
  durationMs: bigint
  predictionDistance: bigint | null
  receiptCode: string | null
  reason: string | null
}

/**
 * Who wins. Of an official result these are the prizes as they were written down, with the figures they were given
 * for; before that whoever would win now.
 */
export async function loadPaperWinners(tx: Tx, round: Round, isOfficial: boolean): Promise<WinnersPart> {
  const candidates = await loadCandidates(round, tx)
  const awards = isOfficial
    ? await tx.award.findMany({
        where: { roundId: round.id },
        orderBy: [{ prizeIndex: 'asc' }, { rank: 'asc' }, { participantId: 'asc' }],
      })
    : []
  const people = await loadPeople(tx, round.id, [
    ...candidates.map(({ participantId }) => participantId),
    ...awards.map(({ participantId }) => participantId),
  ])
  const winners = isOfficial
    ? awards.map((award): Winner => ({
        ...nameOf(people, award.participantId),
        participantId: award.participantId,
        prizeIndex: award.prizeIndex,
        prizeTitle: award.prizeTitle,
        rank: award.rank,
        scoreHundredths: award.scoreHundredths,
        durationMs: Number(award.durationMs),
        predictionDistance: distanceOf(award.predictionOffset),
        receiptCode: people.get(award.participantId)?.receiptCode ?? null,
      }))
    : candidates
        .filter(({ standing }) => standing === 'winner')
        .map((candidate) => winnerOf(round, people, candidate))
  const winnerIds = new Set(winners.map(({ participantId }) => participantId))
  const others = candidates.filter(({ participantId }) => !winnerIds.has(participantId))

  return {
    winners,
    tiedCount: isOfficial ? 0 : others.filter(({ standing }) => standing === 'tied').length,
    uncheckedCount: isOfficial
      ? 0
      : candidates.filter(({ standing, verdict }) => standing === 'winner' && verdict !== 'confirmed').length,
    reserves: others
      // Prizes of other rounds that came later make "winners" of those who stood by here.
      .filter(({ standing }) => standing === 'reserve' || (isOfficial && standing === 'winner'))
      .slice(0, round.reserveCount)
      .map(({ participantId, rank }) => ({ ...nameOf(people, participantId), rank })),
    passed: passedOf(others, winners, people),
  }
}

function winnerOf(round: Round, people: ReadonlyMap<string, PersonRow>, candidate: Candidate): Winner {
  const person = people.get(candidate.participantId)
  const prizeIndex = candidate.prizeIndex ?? 0

  return {
    ...nameOf(people, candidate.participantId),
    participantId: candidate.participantId,
    prizeIndex,
    prizeTitle: round.prizes[prizeIndex]?.title ?? '',
    rank: candidate.rank,
    scoreHundredths: person?.scoreHundredths ?? 0,
    durationMs: Number(person?.durationMs ?? 0),
    predictionDistance: person?.predictionDistance ?? null,
    receiptCode: person?.receiptCode ?? null,
  }
}

/** Who stood before the last winner and got nothing: who has won elsewhere since is none of this round's business. */
function passedOf(
  others: readonly Candidate[],
  winners: readonly Winner[],
  people: ReadonlyMap<string, PersonRow>,
): PaperSnapshot['passed'] {
  const lastRank = Math.max(0, ...winners.map(({ rank }) => rank))

  return others.flatMap(({ participantId, rank, standing }): PaperSnapshot['passed'] => {
    const person = { ...nameOf(people, participantId), rank }
    if (standing === 'rejected')
      return [{ ...person, why: 'rejected', reason: people.get(participantId)?.reason ?? '' }]

    return standing === 'passed_over' && rank <= lastRank
      ? [{ ...person, why: 'won_elsewhere', reason: '' }]
      : []
  })
}

function nameOf(people: ReadonlyMap<string, PersonRow>, participantId: string) {
  const person = people.get(participantId)

  return { fullName: person?.fullName ?? '', unitName: person?.unitName ?? '' }
}

function distanceOf(offset: bigint | null): bigint | null {
  return offset !== null && offset < 0n ? -offset : offset
}

async function loadPeople(
  tx: Tx,
  roundId: string,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, PersonRow>> {
  const rows = await tx.$queryRaw<PersonRow[]>`
    SELECT u.id, u.full_name AS "fullName", n.name AS "unitName",
           s.score * 100 + s.score_fraction AS "scoreHundredths", s.duration_ms AS "durationMs",
           s.prediction_distance AS "predictionDistance", a.receipt_code AS "receiptCode", c.reason
    FROM user_account u
    LEFT JOIN unit n ON n.id = u.unit_id
    LEFT JOIN standing s ON s.board_id = ${roundId} AND s.participant_id = u.id
    LEFT JOIN attempt a ON a.id = s.attempt_id
    LEFT JOIN identity_check c ON c.round_id = ${roundId} AND c.participant_id = u.id
    WHERE u.id = ANY(${[...participantIds]})`

  return new Map(rows.map((row) => [row.id, row]))
}
