import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { AnswersSchema } from '../../core/attempts/answers.ts'
import { RoundItemsSchema, analyseItems } from '../../core/analysis/item-analysis.ts'
import { addPaper, emptyTally, markPaper } from '../../core/analysis/item-tally.ts'
import { PaperPositionsSchema } from '../../core/attempts/paper.ts'
import {
  UnitGroupProvisionsSchema,
  addAnswers,
  emptyUnitGroup,
} from '../../core/analysis/provision-analysis.ts'
import type { UnitGroupProvisions } from '../../core/analysis/provision-analysis.ts'
import { correctedKeys } from '../../core/regrades/regrade.ts'
import { groupUnits } from '../../core/units/unit-groups.ts'
import { db, pool } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { getKeys, getVersionKeys } from '../attempts/question-cache.server.ts'
import { listCorrections } from '../regrades/round-keys.server.ts'

/** What is stored of a round's analysis: counts only, nobody can be found in it. */
export const AnalysisReportSchema = z.object({
  items: RoundItemsSchema,
  unitGroups: z.array(UnitGroupProvisionsSchema),
  /** People excluded from the round, whose papers are left out. */
  excludedPeople: z.int().nonnegative().default(0),
})
export type AnalysisReport = z.infer<typeof AnalysisReportSchema>

/** A process that took the work on and was not heard of for this long is taken for dead. */
const TAKEN_FOR_MS = 10 * 60_000

/** Asks for a new computation: after a regrade or exclusions, in their transaction, or because somebody wants it. */
export async function requestItemAnalysis(tx: Tx, roundId: string, now: Date): Promise<void> {
  await tx.itemAnalysis.upsert({
    where: { roundId },
    create: { roundId, requestedAt: now },
    update: { requestedAt: now },
  })
}

/**
 * Computes the analysis of every settled round that has none, or whose newest one is older than what it was asked for.
 * Each process may run it at any time: a round is taken on by one, and twice would give the same report.
 * @returns ids of the rounds computed by this call
 */
export async function analyseDueRounds(now: Date): Promise<string[]> {
  await requestForSettledRounds()
  const done: string[] = []
  for (let roundId = await takeOn(now); roundId !== null; roundId = await takeOn(now)) {
    const report = await computeReport(roundId)
    // Dated by its beginning: whatever was asked for in the meantime is still due.
    await db.itemAnalysis.update({
      where: { roundId },
      data: { report, computedAt: now, startedAt: null },
    })
    done.push(roundId)
  }

  return done
}

async function requestForSettledRounds(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO item_analysis (round_id, requested_at)
    SELECT id, settled_at FROM round WHERE kind = 'ranked' AND settled_at IS NOT NULL
    ON CONFLICT (round_id) DO UPDATE SET requested_at = excluded.requested_at
    WHERE item_analysis.requested_at < excluded.requested_at`
}

async function takeOn(now: Date): Promise<string | null> {
  const silentSince = new Date(now.getTime() - TAKEN_FOR_MS)
  const rows = await db.$queryRaw<{ round_id: string }[]>`
    UPDATE item_analysis SET started_at = ${now}
    WHERE round_id = (
      SELECT a.round_id FROM item_analysis a JOIN round r ON r.id = a.round_id
      WHERE r.settled_at IS NOT NULL
        AND (a.computed_at IS NULL OR a.computed_at < a.requested_at) AND a.requested_at <= ${now}
        AND (a.started_at IS NULL OR a.started_at < ${silentSince})
      ORDER BY a.requested_at LIMIT 1 FOR UPDATE OF a SKIP LOCKED)
    RETURNING round_id`

  return rows[0]?.round_id ?? null
}

/**
 * Reads the round's papers one chunk after the other and forgets them: memory does not grow with the number of people,
 * and between chunks the process serves everybody else.
 */
async function computeReport(roundId: string): Promise<AnalysisReport> {
  const tally = emptyTally()
  const [{ groups, groupOf }, corrections, excludedPeople] = await Promise.all([
    loadUnitGroups(),
    listCorrections(roundId),
    db.exclusion.count({ where: { roundId, liftedAt: null } }),
  ])
  for (let after = '', chunk = await loadPapers(roundId, after); chunk.length > 0;) {
    const versionIds = [
      ...new Set(chunk.flatMap(({ positions }) => positions.map(({ versionId }) => versionId))),
    ]
    const [ownKeys, versions] = await Promise.all([getKeys(versionIds), getVersionKeys(versionIds)])
    const keys = correctedKeys(ownKeys, corrections)
    for (const { positions, answers, unitId } of chunk) {
      const paper = markPaper(positions, answers, keys)
      addPaper(tally, paper)
      addAnswers(
        groupOf(unitId),
        paper.map(({ versionId, chosen, isRight }) => ({
          citations: versions.get(versionId)?.citations ?? [],
          isAnswered: chosen.length > 0,
          isRight,
        })),
      )
    }
    await setImmediate()
    after = chunk.at(-1)?.participantId ?? after
    chunk = await loadPapers(roundId, after)
  }

  return {
    items: analyseItems(tally),
    unitGroups: groups.filter(({ people }) => people > 0),
    excludedPeople,
  }
}

/** The groups of units by name, and the one that a person's unit belongs to. */
async function loadUnitGroups(): Promise<{
  groups: UnitGroupProvisions[]
  groupOf: (unitId: string | null) => UnitGroupProvisions
}> {
  const units = await db.unit.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  const rest = emptyUnitGroup(null)
  const groups = [rest]
  const byUnit = new Map<string, UnitGroupProvisions>()
  for (const { label, units: members } of groupUnits(units)) {
    if (label === null) continue
    const group = emptyUnitGroup(label)
    groups.push(group)
    for (const { id } of members) byUnit.set(id, group)
  }

  return { groups, groupOf: (unitId) => (unitId === null ? rest : (byUnit.get(unitId) ?? rest)) }
}

/** Papers read at a time: a few milliseconds of work between two moments for everybody else. */
const CHUNK = 100

type PaperRow = { participantId: string; unitId: string | null; positions: unknown; answers: unknown }

/**
 * Of each person the first ended attempt with an answer, in the order of the people; those after one of them. Excluded
 * people are left out, as from the board: an author knows the answers, and who broke the rules may have known them, so
 * their papers say nothing about the questions.
 */
async function loadPapers(roundId: string, afterParticipantId: string) {
  const { rows } = await pool.query<PaperRow>({
    name: 'papers-to-analyse',
    text: `
      SELECT f.participant_id AS "participantId", u.unit_id AS "unitId", p.positions, f.answers
      FROM (
        SELECT DISTINCT ON (a.participant_id) a.id, a.participant_id, a.answers FROM attempt a
        WHERE a.round_id = $1 AND a.participant_id > $2 AND a.status <> 'running' AND a.answered_count > 0
          AND NOT EXISTS (SELECT 1 FROM exclusion e
                          WHERE e.round_id = $1 AND e.participant_id = a.participant_id AND e.lifted_at IS NULL)
        ORDER BY a.participant_id, a.number LIMIT $3
      ) f
      JOIN paper p ON p.attempt_id = f.id
      JOIN user_account u ON u.id = f.participant_id
      ORDER BY f.participant_id`,
    values: [roundId, afterParticipantId, CHUNK],
  })

  return rows.map(({ participantId, unitId, positions, answers }) => ({
    participantId,
    unitId,
    positions: PaperPositionsSchema.parse(positions),
    answers: AnswersSchema.parse(answers),
  }))
}
