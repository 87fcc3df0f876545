import { NETWORK_GRACE_MS } from '../../core/attempts/attempt-window.ts'
import { predictionTruthOf } from '../../core/ranking/prediction.ts'
import type { PredictionFacts, RoundFacts } from '../../core/ranking/prediction-facts.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { Prisma } from '../../db/generated/client.ts'
import { eachOnItsOwn } from '../each-on-its-own.ts'
import { parseRound } from './rounds.server.ts'
import type { Round } from './rounds.server.ts'
import { rebuildBoard } from '../boards/standings.server.ts'

/**
 * Settles every ranked round that is past its end and has no running attempt left: computes the prediction's
 * truth once, rebuilds the board with it and marks the round provisional. Safe to run twice and in several
 * processes: the truth is written only where none is, and a rebuild gives the same rows.
 * @returns slugs of the rounds settled by this call
 */
export async function settleRounds(now: Date): Promise<string[]> {
  const due = await db.round.findMany({
    where: {
      kind: 'ranked',
      scheduledAt: { not: null },
      settledAt: null,
      // A start that was on its way at the end is given the time to commit, so that it is counted too.
      closesAt: { lte: new Date(now.getTime() - NETWORK_GRACE_MS) },
      attempts: { none: { status: 'running' } },
    },
  })
  const settled: string[] = []
  await eachOnItsOwn(due, async (row) => {
    if (await settleRound(parseRound(row), now)) settled.push(row.slug)
  })

  return settled
}

async function settleRound(round: Round, now: Date): Promise<boolean> {
  const facts = await factsOf(round.id)
  const truth = round.predictionKind && predictionTruthOf(round.predictionKind, facts)
  await rebuildBoard({ ...round, predictionTruth: truth })

  return db.$transaction(async (tx) => {
    if (!(await isStillDue(tx, round.id, facts))) return false
    await tx.round.update({
      where: { id: round.id },
      data: {
        settledAt: now,
        predictionTruth: truth,
        predictionFacts: storedFacts({ ...facts, computedAt: now }),
      },
    })

    return true
  })
}

/**
 * Whether nothing has happened since the board was computed. Starts share-lock the round, so one that was held up (a
 * stalled database, the slower clock of another server) is committed before this goes on, or finds the round settled
 * and writes nothing: nobody works on a paper whose answers are released.
 */
async function isStillDue(tx: Tx, roundId: string, facts: RoundFacts): Promise<boolean> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM round WHERE id = ${roundId} AND settled_at IS NULL FOR UPDATE`
  if (locked.length === 0) return false
  const running = await tx.attempt.findFirst({ where: { roundId, status: 'running' }, select: { id: true } })
  const factsNow = await factsOf(roundId, null, tx)

  return !running && FACTS.every((fact) => facts[fact] === factsNow[fact])
}

const FACTS = ['people', 'peopleAllRight', 'attempts', 'excluded'] as const

/**
 * Completes rounds that were settled by a version which did not keep the facts of the truth, nor all figures of a
 * standing: without them the results can't be verified. Safe to run twice and in several processes, like settling.
 * @returns slugs of the rounds completed by this call
 */
export async function completeSettledRounds(now: Date): Promise<string[]> {
  const due = await db.round.findMany({
    where: { kind: 'ranked', settledAt: { not: null }, predictionFacts: { equals: Prisma.DbNull } },
  })
  const completed: string[] = []
  await eachOnItsOwn(due, async (row) => {
    if (await completeRound(parseRound(row), now)) completed.push(row.slug)
  })

  return completed
}

async function completeRound(round: Round, now: Date): Promise<boolean> {
  const facts = { ...(await factsOf(round.id)), computedAt: now }
  const truth = round.predictionKind && predictionTruthOf(round.predictionKind, facts)
  await rebuildBoard({ ...round, predictionTruth: truth })
  const { count } = await db.round.updateMany({
    where: { id: round.id, predictionFacts: { equals: Prisma.DbNull } },
    data: { predictionTruth: truth, predictionFacts: storedFacts(facts) },
  })
  // Exclusions or a regrade came between: the board is to be by their facts.
  if (count === 0)
    await rebuildBoard(parseRound(await db.round.findUniqueOrThrow({ where: { id: round.id } })))

  return count === 1
}

/** The facts as they are stored beside the truth. */
export function storedFacts(
  facts: PredictionFacts,
): Omit<PredictionFacts, 'computedAt'> & { computedAt: string } {
  return { ...facts, computedAt: facts.computedAt.toISOString() }
}

/**
 * People, people with every answer right, and attempts of a round, from its counted attempts and without excluded
 * people: the stored query that the prediction's truth comes from.
 * @param regradeId a set of corrections that is not applied yet: the facts as they would be with it
 */
export async function factsOf(
  roundId: string,
  regradeId: string | null = null,
  client: Tx = db,
): Promise<RoundFacts> {
  const rows = await client.$queryRaw<
    { people: bigint; people_all_right: bigint; attempts: bigint; excluded: bigint }[]
  >`
    WITH excluded AS (
      SELECT participant_id FROM exclusion WHERE round_id = ${roundId} AND lifted_at IS NULL
    )
    SELECT count(DISTINCT participant_id) AS people,
           count(DISTINCT participant_id) FILTER (
             WHERE coalesce(s.correct_after, correct_count) = coalesce(s.counted_after, question_count)
           ) AS people_all_right,
           count(*) AS attempts,
           (SELECT count(*) FROM excluded) AS excluded
    FROM attempt a LEFT JOIN regrade_score s ON s.attempt_id = a.id AND s.regrade_id = ${regradeId}
    WHERE round_id = ${roundId} AND status <> 'running' AND participant_id NOT IN (SELECT participant_id FROM excluded)`
  const row = rows[0]

  return {
    people: Number(row?.people ?? 0),
    peopleAllRight: Number(row?.people_all_right ?? 0),
    attempts: Number(row?.attempts ?? 0),
    excluded: Number(row?.excluded ?? 0),
  }
}
